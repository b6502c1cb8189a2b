using Assay.Ground.Anchors;
using Assay.Reading;
using Assay.Reading.Places;
using Assay.Reading.Text;
using Assay.Reading.Voices;

namespace Assay.Cases.Drafting;

/// <summary>Seats that words beside a name give: a word for a country's people, or the place that a message came from.</summary>
/// <param name="source">The source.</param>
internal sealed class SeatsBeside(SourceReading source)
{
    private const int Reach = 70;

    /// <summary>The seats that demonyms in the words give: "Vietnamese controllers".</summary>
    public IEnumerable<Seat> DemonymsIn(TextSpan span)
    {
        foreach (var token in Tokenizer.Tokens(source.Text, span))
        {
            if (source.PlacesAt.Overlapping(token.Span).Any())
                continue;
            if (
                token.Kind != TokenKind.Word
                || !char.IsUpper(source.Text[token.Span.Start])
                || Seats.OfDemonym(token.Span.Of(source.Text)) is not { } found
            )
                continue;
            var seat = Seats.OfGovernment(found.Name) ?? found;
            yield return seat with
            {
                Reason = $"seat of “{span.Of(source.Text)}”: {seat.Place.Name}",
                Evidence = Evidence.Stated,
            };
        }
    }

    /// <summary>What a name is, right before it: "the Venezuelan firm Hidroandes".</summary>
    public IEnumerable<Seat> NationBefore(TextSpan name)
    {
        var from = Math.Max(0, name.Start - Reach);
        return SeatPhrases.NationOf(source.Text.AsSpan(from, name.Start - from)) is { Length: > 0 } nation
            ? DemonymsIn(new TextSpan(from + nation.Start, from + nation.End))
            : [];
    }

    /// <summary>The place that a message came from in whose sentence somebody speaks: "In an e-mail from Mumbai it said"; else
    /// null.</summary>
    public PlaceMention? SentFrom(Voice voice)
    {
        if (voice.Mention is not { } mention)
            return null;
        var start = source.Sentences[source.SentenceAt(mention.Start)].Span.Start;
        return source
            .PlacesAt.Inside(new TextSpan(start, Math.Max(start, mention.Start)))
            .Select(i => source.Places[i])
            .FirstOrDefault(p => SeatPhrases.IsSentFrom(source.Text.AsSpan()[start..p.Span.Start]));
    }
}
