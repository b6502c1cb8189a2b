using Assay.Ground.Anchors;
using Assay.Reading.Syntax.Patterns;

namespace Assay.Reading.Syntax.Attributions;

/// <summary>What is said, as far as quotation marks go.</summary>
internal static class QuotedContent
{
    private const int MostBetween = 60;

    // Of three words.
    private const int LeastBlanks = 2;

    /// <summary>The content of a match: whole quotations in place of their beginnings and parts, and the quotation that goes on behind the
    /// cue.</summary>
    /// <param name="text">The text.</param>
    /// <param name="match">The match.</param>
    /// <param name="sentence">Its sentence.</param>
    /// <param name="quotations">The quotations of its paragraph.</param>
    public static IReadOnlyList<TextSpan> Of(string text, PatternMatch match, TextSpan sentence, IReadOnlyList<TextSpan> quotations)
    {
        var content = match.Spans("content");
        if (match.Spans("cue") is not [var cue, ..])
            return content;
        var own = quotations.Where(q => !q.Overlaps(cue)).ToList();
        content = Beside(text, match, content, own);
        var whole = new List<TextSpan>(content.Count + 1);
        foreach (var span in content)
            Add(whole, Clipped(Grown(text, span, own), cue, quotations));
        if (match.Spans("source").Count > 0 && Next(text, match, own) is { Length: > 0 } next)
            Add(whole, next);
        if (own.LastOrDefault(q => whole.Any(w => w.Overlaps(q))) is { Length: > 0 } said)
            GoOn(text, whole, said, cue, sentence, own);
        return whole;
    }

    // "We will pay," said Ada Moor, who owns it: whatever the tree takes for what was said, the quotation right before those who say it
    // is; and the one behind them and a comma or colon where the tree has nothing.
    private static IReadOnlyList<TextSpan> Beside(
        string text,
        PatternMatch match,
        IReadOnlyList<TextSpan> content,
        List<TextSpan> quotations
    )
    {
        var (start, end) = Introduction(match);
        if (
            match.Spans("source").Count > 0
            && !match.Nodes.ContainsKey("main")
            && quotations.LastOrDefault(q => q.End <= start) is { Length: > 2 } before
            && text[before.End..start].Trim() is "" or ","
            && (!match.Is(PatternTrait.Marked) || IsSpeech(text, before))
            && (IsEnd(LastIn(text, before)) || text[before.End..start].Contains(',', StringComparison.Ordinal))
            && !content.Any(c => c.Overlaps(before))
        )
            return [FromStart(text, before, match.Tree.Span.Start), .. content.Where(c => c.Start >= end && IsSaid(text, c))];
        return
            content.Count == 0
            && quotations.FirstOrDefault(q => q.Start >= end) is { Length: > 2 } after
            && text[end..after.Start] is { Length: <= MostBetween } between
            && (match.Is(PatternTrait.Marked) ? between.Trim() is ":" : between.Trim() is "" || between.TrimEnd() is [.., ',' or ':'])
            ? [after]
            : content;
    }

    // "The workers “deserve more,” said their lawyer": with what leads into the quotation.
    private static TextSpan FromStart(string text, TextSpan quotation, int sentence) =>
        quotation.Start > sentence && text[sentence..quotation.Start].TrimEnd() is [.., var last] && char.IsLetterOrDigit(last)
            ? new TextSpan(sentence, quotation.End)
            : quotation;

    // A title or a term is short, and a sentence of its own says nothing of the next.
    private static bool IsSpeech(string text, TextSpan quotation) =>
        LastIn(text, quotation) != '.' && text[quotation.Start..quotation.End].Count(char.IsWhiteSpace) >= LeastBlanks;

    // "It was late, says Ada Moor, “when I came”": what is quoted right behind.
    private static TextSpan Next(string text, PatternMatch match, List<TextSpan> quotations)
    {
        var (_, end) = Introduction(match);
        return quotations.FirstOrDefault(q =>
            q.Start >= end
            && text[end..q.Start].Trim() is var between
            && (match.Is(PatternTrait.Marked) ? between is ":" : between is "" or "," or ":")
        );
    }

    private static (int Start, int End) Introduction(PatternMatch match)
    {
        var spans = match.Spans("source").Concat(match.Spans("cue")).ToList();
        return (spans.Min(s => s.Start), spans.Max(s => s.End));
    }

    // The mark before the one that closes it, which may be two.
    private static char LastIn(string text, TextSpan quotation) =>
        text[quotation.Start..quotation.End].TrimEnd('\'', '"', '”', '’', '»', '“') is { Length: > 0 } inside ? inside[^1] : ' ';

    private static bool IsEnd(char mark) => mark is ',' or '.' or '?' or '!' or '…' or '—';

    private static bool IsSaid(string text, TextSpan content) =>
        text[content.Start] is '“' or '"' or '«' or '„' || text.AsSpan(content.Start).StartsWith("that ", StringComparison.Ordinal);

    private static void Add(List<TextSpan> whole, TextSpan span)
    {
        if (!whole.Any(w => w.Contains(span)))
            whole.Add(span);
    }

    // It begins with a quotation that ends in a comma: what follows it says who said it.
    private static bool IsWhole(string text, TextSpan span, TextSpan quotation) =>
        span.Start >= quotation.Start && span.End > quotation.End && quotation.Length > 2 && LastIn(text, quotation) == ',';

    // A content that is mostly quoted is the quotation; one that ends in a quotation ends where that ends.
    private static TextSpan Grown(string text, TextSpan span, List<TextSpan> quotations)
    {
        foreach (var quotation in quotations.Where(q => q.Overlaps(span)))
        {
            var shared = Math.Min(span.End, quotation.End) - Math.Max(span.Start, quotation.Start);
            if (IsWhole(text, span, quotation))
                return quotation;
            if (shared * 10 >= span.Length * 9)
                return new TextSpan(HasWord(text, span.Start, quotation.Start) ? span.Start : quotation.Start, quotation.End);
            if (span.Start < quotation.Start && quotation.End > span.End)
                return new TextSpan(span.Start, quotation.End);
        }
        return
            quotations.FirstOrDefault(q => q.Start >= span.End && text[span.End..q.Start].Trim().Length == 0) is { Length: > 0 } next
            && next.Start > span.End
            ? new TextSpan(span.Start, next.End)
            : span;
    }

    // What somebody says within a quotation ends with it.
    private static TextSpan Clipped(TextSpan span, TextSpan cue, IReadOnlyList<TextSpan> quotations) =>
        quotations.FirstOrDefault(q => q.Contains(cue)) is { Length: > 0 } around && span.Start < around.End && span.End > around.End
            ? new TextSpan(span.Start, around.End)
            : span;

    private static bool HasWord(string text, int start, int end) => start < end && text[start..end].Any(char.IsLetter);

    // "We will pay," she said. "It is late.": what follows with nothing but marks between.
    private static void GoOn(string text, List<TextSpan> whole, TextSpan said, TextSpan cue, TextSpan sentence, List<TextSpan> quotations)
    {
        if (said.End > cue.Start)
            return;
        foreach (var next in quotations.Where(q => q.Start >= cue.End))
        {
            if (next.Start >= sentence.End && text[sentence.End..next.Start].Trim().Length == 0 && LastIn(text, next) != ',')
                Add(whole, next);
            if (next.Start >= sentence.End)
                return;
        }
    }
}
