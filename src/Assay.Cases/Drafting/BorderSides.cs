using Assay.Ground.Anchors;
using Assay.Reading;
using Assay.Reading.Places;
using Assay.Reading.Text;

namespace Assay.Cases.Drafting;

/// <summary>
/// The country whose side of a border a passage tells of, by the words a sentence begins with: "On the Afghan side the register has ...";
/// it holds to the end of the paragraph, or until a sentence names another side.
/// </summary>
/// <param name="source">The source.</param>
internal sealed class BorderSides(SourceReading source)
{
    private const int Words = 4; // "On the Afghan side"
    private static readonly ReferringWords Referring = ReferringWords.English;
    private Seat?[]? known;

    /// <summary>The seat of the country whose side is told of at a position, or null.</summary>
    public Seat? At(int position) => (known ??= Read())[source.SentenceAt(position)];

    private Seat?[] Read()
    {
        var found = new Seat?[source.Sentences.Count];
        for (var i = 0; i < found.Length; i++)
        {
            var isOn = i > 0 && source.Sentences[i - 1].Block == source.Sentences[i].Block;
            found[i] = Side(source.Sentences[i].Span) ?? (isOn ? found[i - 1] : null);
        }

        return found;
    }

    private Seat? Side(TextSpan sentence)
    {
        var words = Tokenizer.Tokens(source.Text, sentence).Take(Words).Select(t => t.Span.Of(source.Text)).ToList();
        return
            words is [var first, "the", var nation, var side]
            && Referring.Leading.Contains(first.ToLowerInvariant())
            && Referring.Sides.Contains(side)
            && char.IsUpper(nation[0])
            && Seats.OfDemonym(nation) is { } found
            ? Seats.OfGovernment(found.Name) ?? found
            : null;
    }
}
