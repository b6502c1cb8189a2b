using Assay.Ground.Countries;
using NodaTime;

namespace Assay.Reading.Places;

/// <summary>
/// The zone of a part of a country that is named by a point of the compass and a demonym: "Western Indonesian" is that of the country's
/// zone furthest west.
/// </summary>
public static class PartOfCountry
{
    private static readonly string[] Points = ["Western", "Central", "Eastern", "West", "East"];
    private static readonly HashSet<string> Qualifiers = ReadingFiles.Words("Places.Data.en.zonetalk.txt").Set("qualifiers");

    /// <summary>The zone; empty where the words are others, or the country has no such part.</summary>
    /// <param name="words">The words.</param>
    public static IReadOnlyList<string> Zones(string words)
    {
        if (words.Split(' ', 2) is not [var point, var rest] || Array.IndexOf(Points, point) < 0)
            return [];
        return Seats.OfDemonym(rest) is { } country ? At(point, country.Zones) : [];
    }

    /// <summary>The zone of a part of a country that only a point of the compass names, as in "eastern time"; empty where the words are
    /// others, the country keeps the zone that they name elsewhere, or it has no such part.</summary>
    /// <param name="words">The words.</param>
    /// <param name="named">The zone that the words name elsewhere.</param>
    /// <param name="country">ISO 3166-1 alpha-2 code of the country.</param>
    public static IReadOnlyList<string> Zones(string words, string named, string country)
    {
        var point = Points.FirstOrDefault(p =>
            words.StartsWith(p + " ", StringComparison.OrdinalIgnoreCase) && IsBare(words[(p.Length + 1)..])
        );
        var all = CountryTable.Shipped.FindCode(country) is { } known ? CountryPlaces.Zones(known) : [];
        return point is null || all.Contains(named) ? [] : At(point, all);
    }

    // "East Africa Time", "Central European Time": of no part of the country told of.
    private static bool IsBare(string rest) =>
        rest.Split(' ', 2)[0].ToLowerInvariant() is var first && (first is "time" or "clock" or "clocks" || Qualifiers.Contains(first));

    private static IReadOnlyList<string> At(string point, IReadOnlyList<string> zones)
    {
        // One zone for each standard time the country keeps, from west to east.
        var parts = zones.GroupBy(Standard).OrderBy(g => g.Key).ToList();
        return parts.Count < 2 ? []
            : point[0] == 'W' ? [parts[0].First()]
            : point[0] == 'E' ? [parts[^1].First()]
            : parts.Count == 3 ? [parts[1].First()]
            : [];
    }

    private static Offset Standard(string zone) =>
        DateTimeZoneProviders.Tzdb[zone].GetZoneInterval(Instant.FromUtc(2020, 1, 1, 0, 0)) is { } now ? now.StandardOffset : Offset.Zero;
}
