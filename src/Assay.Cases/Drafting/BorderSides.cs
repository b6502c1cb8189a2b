using Assay.Ground.Anchors;
using Assay.Reading;
using Assay.Reading.Places;
using Assay.Reading.Text;

namespace Assay.Cases.Drafting;

/// <summary>
/// The country whose side of a border a passage tells of: "On the Afghan side the register has ...", "the control room at Las Cuevas, on
/// the Argentine side"; it holds from there to the end of the paragraph, or until another side is named.
/// </summary>
/// <param name="source">The source.</param>
internal sealed class BorderSides(SourceReading source)
{
    private const int Words = 4; // "On the Afghan side"
    private static readonly ReferringWords Referring = ReferringWords.English;
    private IReadOnlyList<(int Start, int End, Seat Seat)>? known;

    /// <summary>The seat of the country whose side is told of at a position, or null.</summary>
    public Seat? At(int position)
    {
        known ??= [.. Read()];
        var before = Ordered.CountBefore(known, position, (side, at) => side.Start <= at);
        return before > 0 && position < known[before - 1].End ? known[before - 1].Seat : null;
    }

    private IEnumerable<(int Start, int End, Seat Seat)> Read()
    {
        foreach (var sentence in source.Sentences)
        {
            var end = source.Document.Layer.Blocks[sentence.Block].Span.End;
            var tokens = Tokenizer.Tokens(source.Text, sentence.Span).Select(t => t.Span).ToList();
            for (var i = 0; i + Words <= tokens.Count; i++)
                if (Side(tokens.GetRange(i, Words)) is { } seat)
                    yield return (tokens[i].Start, end, seat);
        }
    }

    private Seat? Side(List<TextSpan> words)
    {
        var nation = words[2].Of(source.Text);
        return
            Referring.Leading.Contains(words[0].Of(source.Text).ToLowerInvariant())
            && words[1].Of(source.Text) == "the"
            && Referring.Sides.Contains(words[3].Of(source.Text))
            && char.IsUpper(nation[0])
            && Seats.OfDemonym(nation) is { } found
            ? Seats.OfGovernment(found.Name) ?? found
            : null;
    }
}
