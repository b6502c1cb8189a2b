using Assay.Ground.Anchors;
using Assay.Reading.Syntax.Patterns;

namespace Assay.Reading.Syntax.Attributions;

/// <summary>What is said, as far as quotation marks go.</summary>
internal static class QuotedContent
{
    /// <summary>The content of a match: whole quotations in place of their beginnings and parts, and the quotation that goes on behind the
    /// cue.</summary>
    /// <param name="text">The text.</param>
    /// <param name="match">The match.</param>
    /// <param name="sentence">Its sentence.</param>
    /// <param name="quotations">The quotations of its paragraph.</param>
    public static IReadOnlyList<TextSpan> Of(string text, PatternMatch match, TextSpan sentence, IReadOnlyList<TextSpan> quotations)
    {
        var content = match.Spans("content");
        if (content.Count == 0 || match.Spans("cue") is not [var cue, ..])
            return content;
        var own = quotations.Where(q => !q.Overlaps(cue)).ToList();
        var whole = new List<TextSpan>(content.Count + 1);
        foreach (var span in content)
            Add(whole, Grown(text, span, own));
        if (own.LastOrDefault(q => whole.Any(w => w.Overlaps(q))) is { Length: > 0 } said)
            GoOn(text, whole, said, cue, sentence, own);
        return whole;
    }

    private static void Add(List<TextSpan> whole, TextSpan span)
    {
        if (!whole.Any(w => w.Contains(span)))
            whole.Add(span);
    }

    // It begins with a quotation that ends in a comma: what follows it says who said it.
    private static bool IsWhole(string text, TextSpan span, TextSpan quotation) =>
        span.Start >= quotation.Start && span.End > quotation.End && quotation.Length > 2 && text[quotation.End - 2] == ',';

    // A content that is mostly quoted is the quotation; one that ends in a quotation ends where that ends.
    private static TextSpan Grown(string text, TextSpan span, List<TextSpan> quotations)
    {
        foreach (var quotation in quotations.Where(q => q.Overlaps(span)))
        {
            var shared = Math.Min(span.End, quotation.End) - Math.Max(span.Start, quotation.Start);
            if (shared * 10 >= span.Length * 9 || IsWhole(text, span, quotation))
                return quotation;
            if (span.Start < quotation.Start && quotation.End > span.End)
                return new TextSpan(span.Start, quotation.End);
        }
        return span;
    }

    // "We will pay," she said. "It is late.": what follows with nothing but marks between.
    private static void GoOn(string text, List<TextSpan> whole, TextSpan said, TextSpan cue, TextSpan sentence, List<TextSpan> quotations)
    {
        if (said.End > cue.Start)
            return;
        foreach (var next in quotations.Where(q => q.Start >= cue.End))
        {
            if (next.Start >= sentence.End && text[sentence.End..next.Start].Trim().Length == 0)
                Add(whole, next);
            if (next.Start >= sentence.End)
                return;
        }
    }
}
