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
        if (match.Spans("cue") is not { Count: > 0 } cue || source.Count == 0 || match.Is(PatternTrait.Marked))
            return content;
        var (start, end) = (Math.Min(cue[0].Start, source[0].Start), Math.Max(cue[^1].End, source[^1].End));
        if (match.Pattern == "according-to")
            return Around(text, match.Tree.Span, start, end);
        if (IsSetOff(text, match.Tree.Span, start, end))
            return Around(text, match.Tree.Span, start, end);
        if (content.Count == 0)
            return match.Pattern is "says" or "saying" && That(match.Tree, end) is { Length: > 0 } said
                ? [Ended(text, match.Tree.Span, said, end)]
                : [];
        return
        [
            .. AndThat(match, content).Select(c => WithoutNext(match, Ended(text, match.Tree.Span, Begun(text, match, c, start), end))),
        ];
    }

    // "On Monday the road was open, he said": from the beginning. "He said on Monday that it was": from "that".
    private static TextSpan Begun(string text, PatternMatch match, TextSpan content, int introduction)
    {
        var tree = match.Tree;
        if (content.End <= introduction)
            return match.Is(PatternTrait.Behind) && !text[content.End..introduction].Any(char.IsLetterOrDigit)
                ? new TextSpan(tree.Span.Start, content.End)
                : content;
        var that = match.Nodes.TryGetValue("what", out var what)
            ? tree.Children(what, "mark").FirstOrDefault(m => tree[m].Form is "that", -1)
            : -1;
        return that >= 0 && content.Start < tree[that].Span.Start && tree[that].Span.End < content.End
            ? new TextSpan(tree[that].Span.Start, content.End)
            : new TextSpan(BehindCue(match, content), content.End);
    }

    // "She said running the mine is hard": from right behind the cue, unless what stands there is the saying's own.
    private static int BehindCue(PatternMatch match, TextSpan content)
    {
        var (tree, cue) = (match.Tree, match.Nodes["cue"]);
        var from = tree.IndexAt(match.Spans("cue")[^1].End);
        var to = tree.IndexAt(content.Start);
        return
            match.Pattern == "said-that"
            && from > cue
            && from < to
            && Enumerable
                .Range(from, to - from)
                .All(i => tree[i].Upos != "PUNCT" && (tree[i].Head != cue || tree[i].Kind is "xcomp" or "csubj"))
            ? tree[from].Span.Start
            : content.Start;
    }

    // "She said that it was late but added that they would go", "adding that they would": what is added is another saying.
    private static TextSpan WithoutNext(PatternMatch match, TextSpan content)
    {
        if (!match.Nodes.TryGetValue("what", out var what))
            return content;
        var (tree, cue) = (match.Tree, match.Nodes["cue"]);
        var next = tree.Children(what, "conj")
            .Concat(tree.Children(cue, "conj"))
            .Where(c => tree[c].Tag == tree[cue].Tag && AttributionReader.Says(tree[c].Lemma) && !tree.Children(c, "nsubj").Any())
            .Select(c => tree.Subtree(c).First)
            .FirstOrDefault(f => f > what && tree[f].Upos == "CCONJ" && content.Contains(tree[f].Span), -1);
        if (next < 0)
            next = tree.Children(what, "advcl")
                .FirstOrDefault(
                    c =>
                        tree[c].Tag == "VBG"
                        && AttributionReader.Adds(tree[c].Lemma)
                        && tree[c - 1].Form == ","
                        && content.Contains(tree[c].Span),
                    -1
                );
        return next < 0 ? content : new TextSpan(content.Start, tree[next - 1].Span.End);
    }

    // "She told a crowd in the square that it was late", whatever the tree hangs it on: from the first "that" before another verb.
    private static TextSpan That(SyntaxTree tree, int introduction)
    {
        for (var i = tree.IndexAt(introduction); i < tree.Tokens.Count && tree[i].Upos is not ("VERB" or "AUX" or "PUNCT"); i++)
            if (tree[i].Form is "that" && tree[i].Upos is "SCONJ")
                return new TextSpan(tree[i].Span.Start, tree.Span.End);
        return default;
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
