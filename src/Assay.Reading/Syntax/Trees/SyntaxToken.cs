using Assay.Ground.Anchors;

namespace Assay.Reading.Syntax.Trees;

/// <summary>A token of a parsed sentence, after the Universal Dependencies: a written word or a part of one.</summary>
/// <param name="Span">Where it stands in the text.</param>
/// <param name="Form">Its letters there.</param>
/// <param name="Lemma">Its lemma, in small letters but for names.</param>
/// <param name="Upos">Its universal part of speech: VERB, NOUN.</param>
/// <param name="Tag">The treebank's finer tag: VBD for a past tense, VBN for a participle.</param>
/// <param name="Head">Index of the token it depends on; -1 for the root.</param>
/// <param name="Relation">How it depends on it, with a subtype where it has one: nsubj:pass.</param>
/// <param name="Margin">By how much its head scored better than the next best: below about 1 the arc is a guess; negative where the tree
/// forced a lesser head.</param>
internal sealed record SyntaxToken(
    TextSpan Span,
    string Form,
    string Lemma,
    string Upos,
    string Tag,
    int Head,
    string Relation,
    float Margin
)
{
    /// <summary>The relation without its subtype.</summary>
    public string Kind => Relation.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? Relation[..colon] : Relation;
}
