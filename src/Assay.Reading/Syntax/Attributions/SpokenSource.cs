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
        var tree = match.Tree;
        if (match.Pattern == "according-to" && source is [.., var by] && EndOf(tree, by) is { } shorter)
            return [.. source.SkipLast(1), shorter];
        if (match.Pattern is "inversion" or "inversion-of-object" && who > match.Nodes["cue"] && tree[match.Nodes["cue"] + 1].Form == ",")
            return null;
        // "Our lookout saw it," said its spokesman: what stands in the quotation did not say it.
        if (quotations.FirstOrDefault(q => q.Contains(tree[who].Span) && !q.Overlaps(cue)) is { Length: > 0 })
            return Behind(tree, match.Nodes["cue"]) is >= 0 and var named ? [tree.SubtreeSpan(named)] : null;
        // "The bay, he says, emptied": the pronoun alone.
        return tree[who].Upos == "PRON" && tree[who].Kind != "nmod" ? [tree[who].Span] : source;
    }

    // "According to the operator, Kurzeme Link, pressure fell": what follows the last comma is what happened.
    private static TextSpan? EndOf(SyntaxTree tree, TextSpan source)
    {
        var (from, to) = (tree.IndexAt(source.Start), tree.IndexAt(source.End - 1));
        if (to + 1 >= tree.Tokens.Count || tree[to + 1].Upos == "PUNCT")
            return null;
        for (var i = to; i > from + 1; i--)
            if (tree[i].Form == ",")
                return new TextSpan(source.Start, tree[i - 1].Span.End);
        return null;
    }

    private static int Behind(SyntaxTree tree, int cue) =>
        tree.Children(cue).Cast<int?>().FirstOrDefault(c => c > cue && tree[c.Value].Kind is "obj" or "nsubj" or "iobj" or "obl") ?? -1;
}
