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
        // "He said the mayor had closed it, adding": whoever said the first.
        if (tree[says].Tag == "VBG" && match.Nodes.TryGetValue("main", out var main))
            return Above(tree, main) is >= 0 and var top && top != who ? [tree.SubtreeSpan(top)] : source;
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

    // The subject of the highest clause that has this one as a part of what it says of somebody.
    private static int Above(SyntaxTree tree, int verb)
    {
        var found = -1;
        for (var at = verb; at >= 0; at = tree[at].Head)
        {
            found = tree.Children(at, "nsubj").Cast<int?>().FirstOrDefault(s => tree[s!.Value].Relation != "nsubj:pass") ?? found;
            if (tree[at].Kind is not ("ccomp" or "acl" or "xcomp" or "nmod" or "obj" or "iobj" or "obl"))
                return found;
        }
        return found;
    }

    private static int Behind(SyntaxTree tree, int cue) =>
        tree.Children(cue).Cast<int?>().FirstOrDefault(c => c > cue && tree[c.Value].Kind is "obj" or "nsubj" or "iobj" or "obl") ?? -1;
}
