using Assay.Cases.Accounts;
using Assay.Chronology.Edtf;
using Assay.Ground.Anchors;
using Assay.Reading.Routes;
using Assay.Reading.Voices;

namespace Assay.Cases.Drafting;

/// <summary>Drafts the route claims of a source. What is denied or merely asked is no claim.</summary>
internal static class RouteDrafter
{
    /// <summary>The route claims.</summary>
    /// <param name="source">The source.</param>
    /// <param name="ids">Gives the ids.</param>
    public static IEnumerable<RouteItem> Of(SourceReading source, DraftIds ids)
    {
        foreach (var route in RouteReader.Read(source.Text, source.Sentences, source.Places, source.Times))
        {
            var voice = source.Voices.VoiceAt(route.Quote.Start);
            if (voice.Stance is Stance.Denied or Stance.Asked)
                continue;
            yield return new RouteItem
            {
                Id = ids.Of("rt", source, route.Quote),
                Through = route.Through,
                To = route.To,
                From = route.From,
                Goods = route.Goods,
                Since = route.Since?.Edtf is { } since && EdtfValue.Parse(since) is { Succeeded: true } parsed ? parsed.Value : null,
                Forecast = voice.Stance == Stance.Forecast || IsForecast(source, route.Quote),
                Evidence = route.Evidence,
                Quote = source.Anchor(route.Quote),
                Voice = LedgerDrafter.Chain(voice.Chain),
                Stance = voice.Stance,
            };
        }
    }

    private static bool IsForecast(SourceReading source, TextSpan quote) => source.Voices.Forecasts.Any(f => f.Quote.Overlaps(quote));
}
