using Assay.Ground.Anchors;
using Assay.Reading.Syntax.Parsing;
using Assay.Reading.Syntax.Patterns;

namespace Assay.Reading.Syntax.Attributions;

/// <summary>
/// Reads who says what: the patterns tell source, cue and content in a sentence, then the quotation marks of the paragraph, which are surer
/// than any tree, say how far a quoted content goes, over sentences where need be.
/// </summary>
/// <param name="patterns">The patterns; captures source, cue, content.</param>
internal sealed class AttributionReader(PatternSet patterns)
{
    /// <summary>The reader of English.</summary>
    public static AttributionReader English { get; } = new(PatternSet.Attribution);

    /// <summary>The attributions of a text, in its order.</summary>
    public IReadOnlyList<Attribution> Read(ParsedText text)
    {
        var found = new List<Attribution>();
        for (var first = 0; first < text.Sentences.Count; )
        {
            var end = first + 1;
            while (end < text.Sentences.Count && text.Sentences[end].Block == text.Sentences[first].Block)
                end++;
            Paragraph(text, first, end, found);
            first = end;
        }
        return found;
    }

    private void Paragraph(ParsedText text, int first, int end, List<Attribution> found)
    {
        var paragraph = new TextSpan(text.Sentences[first].Span.Start, text.Sentences[end - 1].Span.End);
        var quotations = Quotations.Of(text.Layer.Text, paragraph);
        for (var sentence = first; sentence < end; sentence++)
            foreach (var tree in text.Trees(sentence))
            foreach (var match in patterns.Match(tree))
            {
                var content = QuotedContent.Of(text.Layer.Text, match, text.Sentences[sentence].Span, quotations);
                found.Add(new Attribution(match.Spans("source"), match.Spans("cue"), content, match.Pattern, match.Margin));
            }
    }
}
