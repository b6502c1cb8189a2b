using Assay.Reading.Syntax.Trees;

namespace Assay.Reading.Syntax.Patterns;

/// <summary>What a test looks at.</summary>
internal enum TokenTrait
{
    /// <summary>The lemma, without regard to capitals.</summary>
    Lemma,

    /// <summary>The form, without regard to capitals.</summary>
    Form,

    /// <summary>The universal part of speech.</summary>
    Upos,

    /// <summary>The treebank's tag.</summary>
    Tag,

    /// <summary>The relation; without a subtype all subtypes are meant.</summary>
    Rel,

    /// <summary>The token stands before a node that is bound.</summary>
    Before,

    /// <summary>The token stands after a node that is bound.</summary>
    After,
}

/// <summary>One thing that must be true of a token, or must not.</summary>
/// <param name="Trait">What is looked at.</param>
/// <param name="Values">What it may be.</param>
/// <param name="Node">Index of the node for the traits of order.</param>
/// <param name="IsDenied">True where it must not be so.</param>
internal sealed record TokenTest(TokenTrait Trait, IReadOnlySet<string> Values, int Node, bool IsDenied)
{
    /// <summary>True where the token passes.</summary>
    public bool Holds(SyntaxTree tree, int index, int[] bound) => Is(tree[index], index, bound) != IsDenied;

    private bool Is(SyntaxToken token, int index, int[] bound) =>
        Trait switch
        {
            TokenTrait.Lemma => Values.Contains(token.Lemma),
            TokenTrait.Form => Values.Contains(token.Form),
            TokenTrait.Upos => Values.Contains(token.Upos),
            TokenTrait.Tag => Values.Contains(token.Tag),
            TokenTrait.Rel => Values.Contains(token.Relation) || Values.Contains(token.Kind),
            TokenTrait.Before => bound[Node] < 0 || index < bound[Node],
            _ => bound[Node] < 0 || index > bound[Node],
        };
}
