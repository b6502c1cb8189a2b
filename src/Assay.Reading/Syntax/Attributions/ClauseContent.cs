using Assay.Ground.Anchors;
using Assay.Reading.Syntax.Patterns;
using Assay.Reading.Syntax.Trees;

namespace Assay.Reading.Syntax.Attributions;

/// <summary>What is said, where marks tell more of it than the tree: around a saying that commas set off, before and behind "according
/// to", and on with "and that".</summary>
internal static class ClauseContent
{
    /// <summary>The content of a match.</summary>
    /// <param name="text">The text.</param>
    /// <param name="match">The match.</param>
    /// <param name="source">Where those stand who say it.</param>
    public static IReadOnlyList<TextSpan> Of(string text, PatternMatch match, IReadOnlyList<TextSpan> source)
    {
        var content = match.Spans("content");
        if (match.Spans("cue") is not { Count: > 0 } cue || source.Count == 0)
            return content;
        var (start, end) = (Math.Min(cue[0].Start, source[0].Start), Math.Max(cue[^1].End, source[^1].End));
        if (match.Pattern == "according-to")
            return Around(text, match.Tree.Span, start, end);
        if (IsSetOff(text, match.Tree.Span, start, end))
            return Around(text, match.Tree.Span, start, end);
        return [.. AndThat(match, content).Select(c => Ended(text, match.Tree.Span, c, end))];
    }

    // What follows a saying ends with a semicolon, and not in the middle of a clause.
    private static TextSpan Ended(string text, TextSpan sentence, TextSpan content, int introduction)
    {
        if (content.Start < introduction)
            return content;
        var stop = text.IndexOf(';', content.Start, content.Length);
        if (stop > content.Start)
            return new TextSpan(content.Start, stop);
        var rest = text[content.End..Math.Max(content.End, sentence.End)].TrimStart();
        return rest.Length > 0 && (char.IsLetterOrDigit(rest[0]) || rest[0] is '“' or '"' or '‘')
            ? new TextSpan(
                content.Start,
                text.IndexOf(';', content.End, sentence.End - content.End) is >= 0 and var end ? end : sentence.End
            )
            : content;
    }

    // "The bay, he says, emptied at noon": both sides of it.
    private static bool IsSetOff(string text, TextSpan sentence, int start, int end) =>
        start > sentence.Start + 1
        && text[sentence.Start..start].TrimEnd().EndsWith(',')
        && text[end..Math.Max(end, sentence.End)].TrimStart() is var behind
        && (behind.Length == 0 || behind[0] is ',' or ';' or '.')
        && !(behind.Length > 2 && behind[0] == ',' && behind[1..].TrimStart() is ['“' or '"' or '‘', ..]);

    // The sentence on both sides, each up to a semicolon.
    private static List<TextSpan> Around(string text, TextSpan sentence, int start, int end)
    {
        var parts = new List<TextSpan>();
        var before = text.LastIndexOf(';', start, start - sentence.Start);
        Add(text, parts, before < 0 ? sentence.Start : before + 1, start);
        if (parts.Count > 0 && text[end..sentence.End].TrimStart() is ['.', ..] or "" or [';', ..])
            return parts;
        var after = text.IndexOf(';', end, sentence.End - end);
        Add(text, parts, end, after < 0 ? sentence.End : after);
        return parts;
    }

    private static void Add(string text, List<TextSpan> parts, int start, int end)
    {
        while (start < end && IsEdge(text[start]))
            start++;
        while (end > start && IsEdge(text[end - 1]))
            end--;
        if (end > start)
            parts.Add(new TextSpan(start, end));
    }

    private static bool IsEdge(char mark) => char.IsWhiteSpace(mark) || mark is ',' or ';' or '.' or '-' or '–' or '—';

    // "She says that it was shut and that it stayed so", wherever the tree hangs the second.
    private static IReadOnlyList<TextSpan> AndThat(PatternMatch match, IReadOnlyList<TextSpan> content)
    {
        if (content.Count == 0 || !match.Nodes.TryGetValue("what", out var what))
            return content;
        var (tree, cue) = (match.Tree, match.Nodes["cue"]);
        var more = tree.Children(cue)
            .Where(c =>
                c > what
                && c != what
                && tree[c].Kind is "conj" or "ccomp" or "parataxis" or "advcl"
                && tree.Children(c, "mark").Any(m => tree[m].Form is "that")
            )
            .Select(tree.SubtreeSpan)
            .ToList();
        return more.Count == 0 ? content : [.. content, .. more];
    }
}
