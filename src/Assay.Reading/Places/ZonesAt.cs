using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.TimeZones;

namespace Assay.Reading.Places;

/// <summary>The zones of a place as they differ on a date.</summary>
public static partial class ZonesAt
{
    /// <summary>
    /// One zone for each offset in force among the given zones at local noon of the date, in the order given: the first, the capital's,
    /// stays
    /// first. Zones that the time zone database does not know are left out.
    /// </summary>
    /// <param name="zones">IANA zone names.</param>
    /// <param name="date">The date in question: Kazakhstan had two offsets until March 2024.</param>
    public static IReadOnlyList<string> Distinct(IEnumerable<string> zones, LocalDate date)
    {
        var seen = new HashSet<Offset>();
        var kept = new List<string>();
        foreach (var zone in zones)
        {
            if (OffsetOn(zone, date) is { } offset && seen.Add(offset))
                kept.Add(zone);
        }
        return kept;
    }

    /// <summary>The zone whose own name ends with a place ("Canary" of <c>Atlantic/Canary</c>), or that the time zone database says is
    /// that of a place ("Rondônia"); empty where none or several do.</summary>
    /// <param name="place">The place.</param>
    public static IReadOnlyList<string> Called(string place)
    {
        var name = "/" + place.Replace(' ', '_');
        var found = DateTimeZoneProviders.Tzdb.Ids.Where(z => z.EndsWith(name, StringComparison.Ordinal)).Take(2).ToList();
        return found.Count == 1 ? found
            : Commented.Value[PlaceNames.Fold(place)].Distinct().Take(2).ToList() is [var only] ? [only]
            : [];
    }

    private static readonly HashSet<string> Belts = ReadingFiles.Words("Places.Data.en.zonetalk.txt").Set("belts");

    // The database's comments: "Newfoundland, Labrador (SE)", "Bayan-Olgii, Hovd, Uvs". What stands in brackets is a county or a town;
    // "Eastern (most areas)" names no place.
    private static readonly Lazy<ILookup<string, string>> Commented = new(() =>
        TzdbDateTimeZoneSource
            .Default.ZoneLocations!.SelectMany(l =>
                Names().Matches(Bracketed().Replace(l.Comment, "")).Select(m => (Name: PlaceNames.Fold(m.Value), l.ZoneId))
            )
            .Where(n => !Belts.Contains(n.Name))
            .ToLookup(n => n.Name, n => n.ZoneId, StringComparer.Ordinal)
    );

    [GeneratedRegex(@"\s*\([^)]*\)")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"(?<=^|[,;-]\s|/)\p{Lu}\p{Ll}[\p{L}'-]+(?: \p{Lu}\p{Ll}[\p{L}'-]+)*(?=\s*(?:[,;/]|$))")]
    private static partial Regex Names();

    /// <summary>The offset of a zone at local noon of a date, or null where the database does not know the zone.</summary>
    public static Offset? OffsetOn(string zone, LocalDate date) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is { } z
            ? (date + new LocalTime(12, 0)).InZone(z, Resolvers.LenientResolver).Offset
            : null;
}
