using Assay.Ground.Anchors;
using Assay.Reading;
using Assay.Reading.Places;

namespace Assay.Cases.Drafting;

/// <summary>The place an account is about, by where its places stand.</summary>
/// <param name="source">The account.</param>
internal sealed class StorySeats(SourceReading source)
{
    private const int Lead = 500;
    private const double Share = 0.75;
    private const double Elsewhere = 2;
    private const double Filing = 2.5;
    private const double OfCapital = 0.7;
    private IReadOnlyList<Seat>? seats;

    /// <summary>The likeliest first.</summary>
    public IReadOnlyList<Seat> Seats => seats ??= Read();

    /// <summary>The place the account was filed from, where what it tells does not happen elsewhere; else null.</summary>
    public Seat? Dateline => Filed is { } filed && Seats[0].Home == filed.Home ? Seats[0] : null;

    /// <summary>The same for whoever is told of, who need not be there: a guess where the account names places with other clocks.</summary>
    public Seat? DatelineOfOthers => Dateline is { } filed && !IsOnly(filed.Place) ? filed with { Evidence = Evidence.Guessed } : Dateline;

    private Seat? Filed =>
        source.Geography.Filed is { Settled: { } place } filed
            ? new Seat(filed.Name, place, place.Zones, $"dateline: {filed.Name}") { Evidence = Telling(place) }
            : null;

    private IReadOnlyList<PlaceCandidate> Settled => field ??= [.. source.Places.Select(p => p.Settled).OfType<PlaceCandidate>()];

    private ILookup<string, PlaceCandidate> ByCountry => field ??= Settled.ToLookup(p => p.Country);

    // What is told of another country far more than of the one it was filed from happens there.
    private List<Seat> Read()
    {
        var told = source
            .Places.Where(p => p.Settled is not null)
            .Select(p => (Place: p.Settled!, Weight: Weight(p.Span), IsHere: !IsOfClocks(p.Span)))
            .GroupBy(p => p.Place.Country)
            .Select(g => (Country: g.Key, Weight: g.Sum(p => p.Weight), Place: Main([.. g])))
            .OrderByDescending(c => c.Weight)
            .ToList();
        if (Filed is { } filed)
        {
            var here = Filing + told.Where(c => c.Country == filed.Place.Country).Sum(c => c.Weight);
            if (told.Count == 0 || told[0].Country != filed.Place.Country && told[0].Weight < here * Elsewhere)
                return [filed];
            return told[0].Country == filed.Place.Country && !IsApart(filed) ? [filed] : [Of(told[0].Country, told[0].Place, true), filed];
        }

        if (told.Count == 0)
            return HeadSeats.Of(source.Document.Layer) is { } head ? [head] : [];
        return [.. told.Where(c => c.Weight >= told[0].Weight * Share).Select(c => Of(c.Country, c.Place, c == told[0]))];
    }

    private Seat Of(string country, PlaceCandidate place, bool isMain) =>
        new(
            place.Name,
            place,
            place.Zones,
            $"the account is {(isMain ? "mostly" : "also")} about {country}, names {place.Name}, and says nothing else of this clock"
        )
        {
            Evidence = IsOnly(place) ? Evidence.Read : Evidence.Guessed,
        };

    // Filed from the capital, and told of an island that keeps its own clock.
    private bool IsApart(Seat filed)
    {
        var own = source
            .Places.Where(p => p.Settled?.Country == filed.Place.Country && p.Settled.Zones.Count == 1 && !IsOfClocks(p.Span))
            .ToList();
        var by = own.GroupBy(p => p.Settled!.Zones[0] == filed.Home).ToDictionary(g => g.Key, g => g.Sum(p => Weight(p.Span)));
        return filed.Place.IsCapital && by.GetValueOrDefault(false) > Filing + by.GetValueOrDefault(true);
    }

    // Of a country that keeps several clocks, the place of which most is told; the capital is spoken of wherever things happen.
    private static PlaceCandidate Main(List<(PlaceCandidate Place, double Weight, bool IsHere)> told)
    {
        var here = told.Exists(p => p.IsHere) ? told.FindAll(p => p.IsHere) : told;
        var sure = here.FindAll(p => p.Place.Zones.Count == 1);
        var places = (sure.Count > 0 ? sure : here)
            .GroupBy(p => p.Place)
            .OrderByDescending(g => g.Sum(p => p.Weight) * (g.Key.IsCapital ? OfCapital : 1))
            .Select(g => g.Key)
            .ToList();
        return places.FirstOrDefault(c => c.Kind == PlaceKind.City && c.Zones[0] == places[0].Zones[0]) ?? places[0];
    }

    // Where something happens tells more than where somebody came from; what the account begins with is what it is about.
    private double Weight(TextSpan place)
    {
        var before = source.Text.AsSpan(0, place.Start).TrimEnd();
        var isWay = before.EndsWith(" from") || before.EndsWith(" to") || before.EndsWith(" for");
        return (isWay ? 0.5 : 1) + (place.Start < Lead ? 1.5 : 0);
    }

    // "An hour ahead of Moscow", "Moscow time": whose clocks are compared is not where anything happens.
    private bool IsOfClocks(TextSpan place)
    {
        var before = source.Text[..place.Start].TrimEnd();
        var after = source.Text.AsSpan(place.End).TrimStart();
        foreach (var words in ReferringWords.English.AfterClocks)
            if (after.StartsWith(words, StringComparison.Ordinal))
                return true;
        return ReferringWords.English.BeforeClocks.Any(w => before.EndsWith(" " + w, StringComparison.Ordinal));
    }

    // A dateline tells the clocks of a story that happens there; one filed from abroad may keep those of either place.
    private Evidence Telling(PlaceCandidate filed) =>
        ByCountry.OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key == filed.Country).FirstOrDefault() is { } main
        && main.Key != filed.Country
            ? Evidence.Guessed
            : Evidence.Read;

    // Where every place of the account keeps the same clocks, it does not matter which of them is meant.
    private bool IsOnly(PlaceCandidate place) =>
        place.Zones.Count == 1 && Settled.All(p => p.Zones.Count == 1 && p.Zones[0] == place.Zones[0]);
}
