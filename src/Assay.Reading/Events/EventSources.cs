using Assay.Ground.Anchors;
using Assay.Reading.Syntax.Attributions;
using Assay.Reading.Syntax.Trees;

namespace Assay.Reading.Events;

/// <summary>Who says of an event that it happened, by the patterns of attribution in the tree of its sentence.</summary>
/// <param name="text">The text.</param>
internal sealed class EventSources(string text)
{
    // A source is a name or a few words, not a clause.
    private const int Longest = 80;

    /// <summary>Where those stand who say what stands at a place: the nearest of several, a pronoun too; null where it is nobody.</summary>
    /// <param name="tree">The sentence.</param>
    /// <param name="at">What happened, or its time.</param>
    public TextSpan? Of(SyntaxTree tree, TextSpan at)
    {
        TextSpan? source = null;
        var nearest = int.MaxValue;
        var quotations = Quotations.Of(text, tree.Span);
        foreach (var said in AttributionReader.English.Read(text, tree, tree.Span, quotations))
        foreach (var content in said.Content)
            if (
                content.Contains(at.Start)
                && content.Length < nearest
                && said.Source is [var by, ..]
                && IsNamed(tree, by)
                && !by.Overlaps(at)
            )
                (source, nearest) = (by, content.Length);
        return source;
    }

    private static bool IsNamed(SyntaxTree tree, TextSpan by)
    {
        var (first, end) = TimedPredicates.Of(tree, by);
        for (var i = first; i >= 0 && i < end; i++)
            if (tree.Tokens[i].Upos is "NOUN" or "PROPN" || tree.Tokens[i].Upos == "PRON" && Antecedents.IsThird(tree.Tokens[i].Lemma))
                return by.Length <= Longest;
        return false;
    }
}
