using Assay.Ground.Anchors;
using Assay.Reading.Syntax.Trees;

namespace Assay.Reading.Syntax.Patterns;

/// <summary>A sentence that stands beside a pattern, and what the pattern captures of it.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Captures">The words of each capture, parts joined by " / "; empty where the pattern must not match.</param>
internal sealed record PatternCase(string Sentence, IReadOnlyList<KeyValuePair<string, string>> Captures);

/// <summary>A pattern that matched.</summary>
/// <param name="Pattern">Its name: the reason to show.</param>
/// <param name="Tree">The tree it matched in.</param>
/// <param name="Anchor">The token of its first node.</param>
/// <param name="Nodes">The token of each node by name; those not bound are left out.</param>
/// <param name="Captures">Where each capture stands; those of nothing are left out.</param>
/// <param name="Traits">What the pattern says of it.</param>
/// <param name="Margin">The least margin of the arcs it rests on.</param>
internal sealed record PatternMatch(
    string Pattern,
    SyntaxTree Tree,
    int Anchor,
    IReadOnlyDictionary<string, int> Nodes,
    IReadOnlyDictionary<string, IReadOnlyList<TextSpan>> Captures,
    IReadOnlySet<PatternTrait> Traits,
    float Margin
)
{
    /// <summary>True where the pattern says so of what it finds.</summary>
    public bool Is(PatternTrait trait) => Traits.Contains(trait);

    /// <summary>Where a capture stands; empty where it has nothing.</summary>
    public IReadOnlyList<TextSpan> Spans(string capture) => Captures.GetValueOrDefault(capture) ?? [];
}

/// <summary>A named pattern over trees. Immutable.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Nodes">Its nodes; the first one is the anchor.</param>
/// <param name="Takes">Its captures.</param>
/// <param name="Traits">What it says of what it finds.</param>
/// <param name="Cases">The cases beside it.</param>
internal sealed record SyntaxPattern(
    string Name,
    IReadOnlyList<PatternNode> Nodes,
    IReadOnlyList<PatternTake> Takes,
    IReadOnlySet<PatternTrait> Traits,
    IReadOnlyList<PatternCase> Cases
)
{
    /// <summary>True where a token may be the anchor.</summary>
    public bool Begins(SyntaxTree tree, int token) => Nodes[0].Tests.All(t => t.Holds(tree, token, []));

    /// <summary>The first match with a token as its anchor, tokens tried in their order; null where there is none.</summary>
    public PatternMatch? Match(SyntaxTree tree, int anchor)
    {
        if (!Begins(tree, anchor))
            return null;
        var bound = new int[Nodes.Count];
        Array.Fill(bound, -1);
        bound[0] = anchor;
        return Bind(tree, bound, 1) ? Matched(tree, bound) : null;
    }

    private bool Bind(SyntaxTree tree, int[] bound, int at)
    {
        if (at == Nodes.Count)
            return true;
        var (node, any) = (Nodes[at], false);
        foreach (var candidate in node.Candidates(tree, bound).Where(c => Array.IndexOf(bound, c, 0, at) < 0))
        {
            any = true;
            if (node.Need == PatternNeed.Absent)
                return false;
            bound[at] = candidate;
            if (Bind(tree, bound, at + 1))
                return true;
        }
        bound[at] = -1;
        return node.Need == PatternNeed.Optional && !any || node.Need == PatternNeed.Absent ? Bind(tree, bound, at + 1) : false;
    }

    private PatternMatch Matched(SyntaxTree tree, int[] bound)
    {
        var nodes = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < bound.Length; i++)
            if (bound[i] >= 0)
                nodes[Nodes[i].Name] = bound[i];
        var captures = new Dictionary<string, IReadOnlyList<TextSpan>>(StringComparer.Ordinal);
        foreach (var take in Takes)
            if (take.Spans(tree, bound) is { Count: > 0 } spans)
                captures[take.Name] = spans;
        return new PatternMatch(Name, tree, bound[0], nodes, captures, Traits, Margin(tree, bound));
    }

    private float Margin(SyntaxTree tree, int[] bound)
    {
        var margin = float.PositiveInfinity;
        for (var i = 1; i < bound.Length; i++)
            if (bound[i] >= 0)
                margin = Math.Min(margin, tree[Nodes[i].Edge == PatternEdge.Parent ? bound[Nodes[i].Other] : bound[i]].Margin);
        return margin;
    }
}
