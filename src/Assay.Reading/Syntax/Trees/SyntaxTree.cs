using Assay.Ground.Anchors;

namespace Assay.Reading.Syntax.Trees;

/// <summary>The tree of one sentence, or of one part of a sentence that was too long. Immutable.</summary>
internal sealed class SyntaxTree
{
    private readonly int[][] children;
    private readonly (int First, int Last)[] subtrees;

    /// <summary>A tree of tokens.</summary>
    /// <param name="tokens">The tokens in order; one of them is the root.</param>
    /// <param name="part">Which part of its sentence it is, from 0.</param>
    /// <param name="parts">How many parts the sentence was cut into; 1 for one that was not.</param>
    public SyntaxTree(IReadOnlyList<SyntaxToken> tokens, int part = 0, int parts = 1)
    {
        (Tokens, Part, Parts) = (tokens, part, parts);
        children = ChildrenOf(tokens);
        Root = Enumerable.Range(0, tokens.Count).FirstOrDefault(i => tokens[i].Head < 0, -1);
        subtrees = [.. tokens.Select((_, i) => (i, i))];
        if (Root >= 0)
            Spread(Root);
    }

    /// <summary>The tokens in order.</summary>
    public IReadOnlyList<SyntaxToken> Tokens { get; }

    /// <summary>Index of the root; -1 where there is no token.</summary>
    public int Root { get; }

    /// <summary>Which part of its sentence this is, from 0.</summary>
    public int Part { get; }

    /// <summary>How many parts the sentence was cut into, each with a tree of its own; 1 for one that was not too long.</summary>
    public int Parts { get; }

    /// <summary>A token.</summary>
    public SyntaxToken this[int index] => Tokens[index];

    /// <summary>Where the tokens stand.</summary>
    public TextSpan Span => Tokens.Count == 0 ? default : new TextSpan(Tokens[0].Span.Start, Tokens[^1].Span.End);

    /// <summary>The tokens that depend on one, in the order of the sentence.</summary>
    public IReadOnlyList<int> Children(int index) => children[index];

    /// <summary>The tokens that depend on one by a relation; without a subtype all subtypes are meant.</summary>
    public IEnumerable<int> Children(int index, string relation) =>
        children[index].Where(c => Tokens[c].Relation == relation || Tokens[c].Kind == relation);

    /// <summary>First and last token of all that hangs on a token, itself among them.</summary>
    public (int First, int Last) Subtree(int index) => subtrees[index];

    /// <summary>From the first to the last character of all that hangs on a token.</summary>
    public TextSpan SubtreeSpan(int index) => new(Tokens[subtrees[index].First].Span.Start, Tokens[subtrees[index].Last].Span.End);

    /// <summary>The heads of a token, the nearest first.</summary>
    public IEnumerable<int> Ancestors(int index)
    {
        for (var at = Tokens[index].Head; at >= 0; at = Tokens[at].Head)
            yield return at;
    }

    /// <summary>True where a token is another or hangs on it, near or far.</summary>
    public bool IsUnder(int index, int top) => index == top || Ancestors(index).Contains(top);

    /// <summary>The tokens from one to another over the nearest head of both, the two among them.</summary>
    public IReadOnlyList<int> Path(int from, int to)
    {
        int[] up = [from, .. Ancestors(from)];
        int[] down = [to, .. Ancestors(to)];
        var meeting = up.First(down.Contains);
        return [.. up.TakeWhile(i => i != meeting), meeting, .. down.TakeWhile(i => i != meeting).Reverse()];
    }

    /// <summary>Index of the token at a character, or of the first after it; the number of tokens where none comes.</summary>
    public int IndexAt(int position) => Ordered.CountBefore(Tokens, position, static (t, at) => t.Span.End <= at);

    private static int[][] ChildrenOf(IReadOnlyList<SyntaxToken> tokens)
    {
        var counts = new int[tokens.Count];
        foreach (var token in tokens)
            if (token.Head >= 0)
                counts[token.Head]++;
        var children = counts.Select(c => new int[c]).ToArray();
        Array.Clear(counts);
        for (var i = 0; i < tokens.Count; i++)
            if (tokens[i].Head is >= 0 and var head)
                children[head][counts[head]++] = i;
        return children;
    }

    private void Spread(int index)
    {
        foreach (var child in children[index])
        {
            Spread(child);
            subtrees[index] = (
                Math.Min(subtrees[index].First, subtrees[child].First),
                Math.Max(subtrees[index].Last, subtrees[child].Last)
            );
        }
    }
}
