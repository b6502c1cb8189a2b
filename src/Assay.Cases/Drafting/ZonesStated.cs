using Assay.Cases.Clocks;
using Assay.Ground.Countries;
using Assay.Reading.Places;
using Assay.Reading.Time;
using NodaTime;

namespace Assay.Cases.Drafting;

/// <summary>The zones that words of a zone may mean in a source: those they name, or those of the place they name.</summary>
internal static class ZonesStated
{
    /// <summary>IANA names or fixed offsets; empty where nobody knows them.</summary>
    /// <param name="source">The source.</param>
    /// <param name="zone">The words.</param>
    /// <param name="clock">The clock they are said of.</param>
    public static IReadOnlyList<string> Of(SourceReading source, ZoneMention zone, ClockTime clock)
    {
        // "Eastern time" of an account of Indonesia is that of its east, unless it names a place that keeps what is called so elsewhere.
        if (zone.Zones is [var named] && !Keeps(source, named) && new StorySeats(source).Seats is [var main, ..])
            return PartOfCountry.Zones(zone.Text, named, main.Place.Country) is { Count: > 0 } theirs ? theirs : zone.Zones;
        if (zone.Zones.Count > 0)
            return OfAccount(source, zone.Zones, clock.Date ?? ClockWindows.Placeholder);
        if (zone.Place == IslandTime.Place)
            return IslandTime.ZonesOf(source.Places, clock.Date ?? ClockWindows.Placeholder) is { Count: > 0 } island
                ? island
                : OffMainland(source, clock.Date ?? ClockWindows.Placeholder);
        if (zone.Place == RelativeTime.Mainland)
            return OfMainland(source);
        if (zone.Place == RelativeTime.Writers)
            return OfWriter(source);
        if (zone.Place is not { } place || place == RelativeTime.Local)
            return [];
        if (PartOfCountry.Zones(place) is { Count: > 0 } part)
            return part;
        // "Thai time", though there is a village of that name.
        if (Seats.OfDemonym(place) is { } nation)
            return (Seats.OfGovernment(nation.Name) ?? nation).Zones;
        if (Gazetteer.Find(place).Count > 0)
            return source.Geography.FindHere(place)?.Zones.Take(1).ToList() ?? ZonesAt.Called(place);
        return (Seats.OfGovernment(place) ?? Seats.OfGovernment($"{place} Islands") ?? Seats.OfOutlet(place))?.Zones
            ?? ZonesAt.Called(place);
    }

    private static bool Keeps(SourceReading source, string zone) =>
        source.Places.Any(p => p.Settled is { } place && place.Zones.Contains(zone));

    // The islands of a country need not be called so: the only other clocks that its places keep.
    private static List<string> OffMainland(SourceReading source, LocalDate date) =>
        OfMainland(source) is [var mainland] && new StorySeats(source).Seats is [var main, ..]
            ?
            [
                .. ZonesAt
                    .Distinct(
                        source
                            .Places.Where(p => p.Settled is { Zones.Count: 1 } place && place.Country == main.Place.Country)
                            .Select(p => p.Settled!.Zones[0])
                            .Prepend(mainland),
                        date
                    )
                    .Skip(1)
                    .Take(2),
            ]
            : [];

    private static List<string> OfMainland(SourceReading source) =>
        new StorySeats(source).Seats is [var main, ..] && CountryTable.Shipped.FindCode(main.Place.Country) is { } country
            ? CountryPlaces.Zones(country).Take(1).ToList()
            : [];

    // Where it was filed, else the only place it is about.
    private static List<string> OfWriter(SourceReading source)
    {
        var story = new StorySeats(source);
        return (story.Dateline ?? (story.Seats is [var only] ? only : null)) is { Zones: [var ours] } ? [ours] : [];
    }

    // "Atlantic time" of an account of Canada is not that of Puerto Rico, and AST of one of Saint Lucia not that of Riyadh.
    private static IReadOnlyList<string> OfAccount(SourceReading source, IReadOnlyList<string> named, LocalDate date)
    {
        if (named.Count < 2)
            return named;
        var kept = new StorySeats(source)
            .Seats.Select(s => CountryTable.Shipped.FindCode(s.Place.Country))
            .OfType<Country>()
            .SelectMany(CountryPlaces.Zones)
            .ToHashSet();
        if (named.Where(kept.Contains).ToList() is [var theirs])
            return [theirs];
        return named.Where(n => kept.Any(k => ZonesAt.Distinct([n, k], date).Count == 1)).ToList() is [var shown] ? [shown] : named;
    }

    /// <summary>The words by which a text says that the clocks of a country's bodies are the country's own, where a seat is in it; else
    /// null.</summary>
    /// <param name="source">The source.</param>
    /// <param name="seat">The seat of a clock.</param>
    /// <param name="clock">The clock.</param>
    public static ZoneMention? OfCountry(SourceReading source, Seat seat, ClockTime clock) =>
        source
            .ZoneStatements.Where(s => s.IsOfCountry)
            .Select(s => s.Zone)
            .FirstOrDefault(z =>
                Of(source, z, clock) is [var zone, ..]
                && ZonesAt.Distinct([zone, seat.Home], clock.Date ?? ClockWindows.Placeholder).Count == 1
            );
}
