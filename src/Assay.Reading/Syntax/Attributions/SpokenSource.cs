using Assay.Ground.Anchors;
using Assay.Reading.Syntax.Patterns;
using Assay.Reading.Syntax.Trees;

namespace Assay.Reading.Syntax.Attributions;

/// <summary>Whoever says it, where the tree may be wrong about them.</summary>
internal static class SpokenSource
{
    /// <summary>Where the source of a match stands; empty where nobody is named, null where the match is none.</summary>
    /// <param name="match">The match.</param>
    /// <param name="quotations">The quotations of its paragraph.</param>
    public static IReadOnlyList<TextSpan>? Of(PatternMatch match, IReadOnlyList<TextSpan> quotations)
    {
        var source = match.Spans("source");
        if (!match.Nodes.TryGetValue("who", out var who) || match.Spans("cue") is not [var cue, ..])
            return source;
        var (tree, says) = (match.Tree, match.Nodes["cue"]);
        // "According to the operator, Orrin Gas, pressure fell": what follows the last comma is what happened.
        if (match.Pattern == "according-to" && source is [var by] && IsRunOn(tree, by) && LastComma(tree, by) is >= 0 and var comma)
            return [new TextSpan(by.Start, tree[comma - 1].Span.End)];
        if (match.Pattern is "inversion" or "inversion-of-object" && who > says && tree[says + 1].Form == ",")
            return null;
        // "Our lookout saw it," said its spokesman: what stands in the quotation did not say it.
        if (quotations.Any(q => q.Contains(tree[who].Span) && !q.Overlaps(cue)))
            return Behind(tree, says) is >= 0 and var named ? [tree.SubtreeSpan(named)] : null;
        // "The bay, he says, emptied": the pronoun alone.
        if (tree[who].Upos == "PRON" && tree[who].Kind != "nmod")
            return [tree[who].Span];
        // "The bay, the mayor says, emptied": whoever stands right before the cue.
        return source is [var whole] && IsSetOff(tree, whole, says) && LastComma(tree, whole) is >= 0 and var mark
            ? [new TextSpan(tree[mark + 1].Span.Start, whole.End)]
            : source;
    }

    // No comma parts it from what follows.
    private static bool IsRunOn(SyntaxTree tree, TextSpan source) =>
        tree.IndexAt(source.End) is var next && next < tree.Tokens.Count && tree[next].Upos != "PUNCT";

    // The cue stands right behind it and right before a comma, and it is no list.
    private static bool IsSetOff(SyntaxTree tree, TextSpan source, int says) =>
        says > 0
        && says + 1 < tree.Tokens.Count
        && tree[says + 1].Form == ","
        && tree[says - 1].Span.End == source.End
        && !Enumerable.Range(tree.IndexAt(source.Start), says - tree.IndexAt(source.Start)).Any(i => tree[i].Kind == "cc");

    private static int LastComma(SyntaxTree tree, TextSpan source)
    {
        var from = tree.IndexAt(source.Start);
        for (var i = tree.IndexAt(source.End - 1); i > from; i--)
            if (tree[i].Form == ",")
                return i;
        return -1;
    }

    private static int Behind(SyntaxTree tree, int cue) =>
        tree.Children(cue).Cast<int?>().FirstOrDefault(c => c > cue && tree[c.Value].Kind is "obj" or "nsubj" or "iobj" or "obl") ?? -1;
}
