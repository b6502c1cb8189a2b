using Assay.Reading.Syntax.Trees;

namespace Assay.Reading.Syntax.Patterns;

/// <summary>Where a node stands to one bound before it.</summary>
internal enum PatternEdge
{
    /// <summary>It is the first node and stands to none.</summary>
    None,

    /// <summary>It depends on the other: <c>a &gt; nsubj</c>.</summary>
    Child,

    /// <summary>The other depends on it: <c>a &lt; ccomp</c>.</summary>
    Parent,

    /// <summary>It hangs on the other, near or far: <c>a &gt;&gt;</c>.</summary>
    Descendant,

    /// <summary>The other hangs on it, near or far: <c>a &lt;&lt;</c>.</summary>
    Ancestor,

    /// <summary>They depend on the same token: <c>a $</c>.</summary>
    Sister,

    /// <summary>It is the next token: <c>a +</c>.</summary>
    Next,
}

/// <summary>How a node is bound.</summary>
internal enum PatternNeed
{
    /// <summary>There must be such a token.</summary>
    Required,

    /// <summary>There may be one.</summary>
    Optional,

    /// <summary>There must be none.</summary>
    Absent,
}

/// <summary>One node of a pattern.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Need">Whether it must be there.</param>
/// <param name="Edge">How it stands to another.</param>
/// <param name="Other">Index of the other.</param>
/// <param name="Relations">The relations of the edge; empty for any.</param>
/// <param name="Tests">What else must be true of its token.</param>
internal sealed record PatternNode(
    string Name,
    PatternNeed Need,
    PatternEdge Edge,
    int Other,
    IReadOnlyList<string> Relations,
    IReadOnlyList<TokenTest> Tests
)
{
    /// <summary>The tokens that stand so to the others bound, in the order of the sentence.</summary>
    public IEnumerable<int> Candidates(SyntaxTree tree, int[] bound) =>
        Near(tree, bound).Where(i => IsBy(tree, i, bound) && Tests.All(t => t.Holds(tree, i, bound)));

    private IEnumerable<int> Near(SyntaxTree tree, int[] bound)
    {
        var all = Enumerable.Range(0, tree.Tokens.Count);
        if (Edge == PatternEdge.None)
            return all;
        var other = bound[Other];
        if (other < 0)
            return [];
        return Edge switch
        {
            PatternEdge.Child => tree.Children(other),
            PatternEdge.Parent => tree[other].Head >= 0 ? [tree[other].Head] : [],
            PatternEdge.Descendant => all.Where(i => i != other && tree.IsUnder(i, other)),
            PatternEdge.Ancestor => tree.Ancestors(other),
            PatternEdge.Sister => tree[other].Head >= 0 ? tree.Children(tree[other].Head).Where(i => i != other) : [],
            _ => other + 1 < tree.Tokens.Count ? [other + 1] : [],
        };
    }

    private bool IsBy(SyntaxTree tree, int index, int[] bound)
    {
        if (Relations.Count == 0)
            return true;
        var token = tree[Edge == PatternEdge.Parent ? bound[Other] : index];
        return Relations.Any(r => r == token.Relation || r == token.Kind);
    }
}
