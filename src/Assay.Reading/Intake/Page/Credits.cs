using Assay.Ground.Anchors;
using Assay.Reading.Text;

namespace Assay.Reading.Intake.Page;

/// <summary>A caption and the credit in it; either may be empty.</summary>
internal sealed record CaptionParts(TextSpan? Caption, TextSpan? Credit);

/// <summary>Tells captions by the picture credit in them.</summary>
internal static class Credits
{
    private const int MostWords = 80;

    /// <summary>The caption and credit of a block, or null where it shows no credit.</summary>
    public static CaptionParts? Find(string text, PageBlock block)
    {
        if (block.Words > MostWords || block.Words == 0)
            return null;
        return Bracketed(text, block.Inner) ?? Lead(text, block) ?? Inline(text, block.Inner) ?? Agency(text, block);
    }

    // A caption (Photo: Somebody), [Somebody/Agency]
    private static CaptionParts? Bracketed(string text, TextSpan span)
    {
        var end = span.End;
        while (end > span.Start && (text[end - 1] is '.' or ' '))
            end--;
        if (end - span.Start < 4 || text[end - 1] is not (')' or ']'))
            return null;
        var open = text.LastIndexOf(text[end - 1] == ')' ? '(' : '[', end - 1, end - span.Start);
        if (open < 0)
            return null;
        var inner = Trim(text, open + 1, end - 1);
        if (inner.Length > 90)
            return null;
        var credit = AfterLead(text, inner, needsColon: false) ?? (IsAgencyCredit(inner.Of(text), slashed: true) ? inner : null);
        return credit is { } c ? new CaptionParts(NonEmpty(Trim(text, span.Start, open)), NonEmpty(c)) : null;
    }

    // Photo: Somebody; Image source, Agency; Image caption, words
    private static CaptionParts? Lead(string text, PageBlock block)
    {
        foreach (var lead in PageWords.English.CaptionLeads)
        {
            if (!block.Folded.StartsWith(lead, StringComparison.Ordinal))
                continue;
            var after = block.Inner.Start + lead.Length;
            if (after < block.Inner.End && (text[after] is ',' or ':'))
                return new CaptionParts(NonEmpty(Trim(text, after + 1, block.Inner.End)), null);
        }
        return block.Words <= 14 && AfterLead(text, block.Inner, needsColon: true) is { } credit
            ? new CaptionParts(null, NonEmpty(credit))
            : null;
    }

    // A caption. Photograph: Somebody/Agency
    private static CaptionParts? Inline(string text, TextSpan span)
    {
        for (var at = span.End - 2; at > Math.Max(span.Start, span.End - 120); at--)
        {
            if (text[at - 1] != ' ' || !char.IsUpper(text[at]))
                continue;
            if (at < 2 || text[at - 2] is not ('.' or '!' or '?' or ')' or '|' or '"' or '”'))
                continue;
            if (AfterLead(text, new TextSpan(at, span.End), needsColon: true) is { } credit)
                return new CaptionParts(NonEmpty(Trim(text, span.Start, at)), NonEmpty(credit));
        }
        return null;
    }

    // Somebody/Getty Images; REUTERS/Somebody; Getty Images
    private static CaptionParts? Agency(string text, PageBlock block)
    {
        if (block.Ends)
            return null;
        if (block.Words <= 8 && IsAgencyCredit(block.Text, slashed: block.Words > 3))
            return new CaptionParts(null, block.Inner);
        var dot = text.LastIndexOf(". ", block.Inner.End - 1, block.Inner.Length, StringComparison.Ordinal);
        if (dot < 0)
            return null;
        var tail = Trim(text, dot + 1, block.Inner.End);
        return tail.Length <= 60 && IsAgencyCredit(tail.Of(text), slashed: true)
            ? new CaptionParts(new TextSpan(block.Inner.Start, dot + 1), tail)
            : null;
    }

    private static TextSpan? AfterLead(string text, TextSpan span, bool needsColon)
    {
        var words = text.AsSpan(span.Start, span.Length);
        foreach (var lead in PageWords.English.CreditLeads)
        {
            if (words.Length <= lead.Length || !words.StartsWith(lead, StringComparison.OrdinalIgnoreCase))
                continue;
            var mark = words[lead.Length];
            var byBy = lead.EndsWith(" by", StringComparison.Ordinal) || lead is "courtesy of";
            var isLead =
                mark is ':'
                || lead == "image source" && mark == ','
                || mark is ' ' && (byBy || !needsColon && lead is "photo" or "image" or "photograph" or "credit" or "picture");
            if (isLead && (lead != "source" || span.Length < 40))
                return Trim(text, span.Start + lead.Length + 1, span.End);
        }
        return null;
    }

    private static bool IsAgencyCredit(string words, bool slashed)
    {
        var agencies = PageWords.English.CreditAgencies;
        var parts = words.Split('/', '|');
        if (parts.Length > 1)
            return parts.Any(p => agencies.Contains(p.Trim())) || parts.Any(p => p.Contains(" via ", StringComparison.OrdinalIgnoreCase));
        var via = words.LastIndexOf("via ", StringComparison.OrdinalIgnoreCase);
        return via >= 0 && agencies.Contains(words[(via + 4)..].Trim()) || !slashed && agencies.Contains(words.Trim(' ', '©', '.'));
    }

    private static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is ':' or ',' or '©'))
            start++;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '|'))
            end--;
        return new TextSpan(start, end);
    }

    private static TextSpan? NonEmpty(TextSpan span) => span.Length > 0 ? span : null;
}
