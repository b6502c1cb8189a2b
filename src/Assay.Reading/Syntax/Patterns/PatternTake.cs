using Assay.Ground.Anchors;
using Assay.Reading.Syntax.Trees;

namespace Assay.Reading.Syntax.Patterns;

/// <summary>What of a node is captured.</summary>
internal enum TakeKind
{
    /// <summary>The token.</summary>
    Token,

    /// <summary>The token with its auxiliaries, negation, particle and what is fixed to it.</summary>
    Group,

    /// <summary>The token with what names it: no clauses, no appositions behind a comma.</summary>
    Phrase,

    /// <summary>All that hangs on the token.</summary>
    Subtree,

    /// <summary>The whole sentence.</summary>
    Sentence,
}

/// <summary>One part of a capture: what of a node, without what hangs on others.</summary>
/// <param name="Kind">What of it.</param>
/// <param name="Node">Index of the node.</param>
/// <param name="Without">Indexes of nodes whose subtrees are left out.</param>
internal sealed record PatternPart(TakeKind Kind, int Node, IReadOnlyList<int> Without);

/// <summary>A named capture of a pattern: the parts of it that are there.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parts">Its parts.</param>
internal sealed record PatternTake(string Name, IReadOnlyList<PatternPart> Parts)
{
    private static readonly HashSet<string> Grouped = new(StringComparer.Ordinal)
    {
        "aux",
        "aux:pass",
        "cop",
        "compound:prt",
        "fixed",
        "goeswith",
    };

    private static readonly HashSet<string> Clauses = new(StringComparer.Ordinal) { "acl", "advcl", "parataxis", "conj", "cc", "ccomp" };

    /// <summary>Where the capture stands: runs of tokens without the commas and stops around them; none where no node of it is
    /// bound.</summary>
    public IReadOnlyList<TextSpan> Spans(SyntaxTree tree, int[] bound)
    {
        var taken = new bool[tree.Tokens.Count];
        foreach (var part in Parts.Where(p => p.Kind == TakeKind.Sentence || bound[p.Node] >= 0))
            Mark(tree, part, bound, taken);
        return TokenRuns.Of(tree, taken);
    }

    private static void Mark(SyntaxTree tree, PatternPart part, int[] bound, bool[] taken)
    {
        var left = new bool[taken.Length];
        foreach (var node in part.Without.Where(n => bound[n] >= 0))
            Spread(tree, bound[node], left, _ => true);
        var own = new bool[taken.Length];
        var top = part.Kind == TakeKind.Sentence ? tree.Root : bound[part.Node];
        Spread(tree, top, own, child => Keeps(tree, part.Kind, top, child));
        for (var i = 0; i < taken.Length; i++)
            taken[i] |= own[i] && !left[i];
    }

    private static bool Keeps(SyntaxTree tree, TakeKind kind, int top, int child) =>
        kind switch
        {
            TakeKind.Token => false,
            TakeKind.Group => tree[child].Head == top && (Grouped.Contains(tree[child].Relation) || IsNegation(tree[child])),
            TakeKind.Phrase => tree[child].Head != top || !Clauses.Contains(tree[child].Kind) && !IsBehindComma(tree, child),
            _ => true,
        };

    private static bool IsNegation(SyntaxToken token) => token.Upos == "PART" && token.Kind == "advmod";

    private static bool IsBehindComma(SyntaxTree tree, int child) =>
        tree[child].Kind == "appos" && tree.Subtree(child).First is > 0 and var first && tree[first - 1].Form == ",";

    private static void Spread(SyntaxTree tree, int index, bool[] into, Func<int, bool> keeps)
    {
        into[index] = true;
        foreach (var child in tree.Children(index).Where(keeps))
            Spread(tree, child, into, keeps);
    }
}
