using System.Collections.Concurrent;
using Assay.Ground.Countries;
using NodaTime.TimeZones;

namespace Assay.Reading.Places;

/// <summary>Countries as places: their capitals and zones. Loads on first use; thread-safe.</summary>
public static class CountryPlaces
{
    private static readonly Lazy<ILookup<string, string>> ZonesByCountry = new(() =>
        TzdbDateTimeZoneSource.Default.ZoneLocations!.ToLookup(l => l.CountryCode, l => l.ZoneId, StringComparer.Ordinal)
    );

    private static readonly ConcurrentDictionary<string, PlaceCandidate> Places = new(StringComparer.Ordinal);

    /// <summary>The country itself as a place: coordinates of its capital, all its zones, the capital's first.</summary>
    public static PlaceCandidate Place(Country country) => Places.GetOrAdd(country.Code, _ => MakePlace(country));

    /// <summary>The capital as a place, or null where the city table lacks it.</summary>
    public static PlaceCandidate? CapitalOf(Country country) =>
        CityTable.Shared.Find(PlaceNames.Fold(country.Capital)).FirstOrDefault(c => c.Country == country.Code)
        ?? CityTable.Shared.Capital(country.Code);

    /// <summary>All zones of a country in the time zone database, that of the capital first.</summary>
    public static IReadOnlyList<string> Zones(Country country)
    {
        var home = country.CapitalZone ?? CapitalOf(country)?.Zones[0];
        var all = ZonesByCountry.Value[country.Code].Order(StringComparer.Ordinal);
        return (home is null ? all : all.Prepend(home)).Distinct(StringComparer.Ordinal).ToList();
    }

    private static PlaceCandidate MakePlace(Country country)
    {
        var (latitude, longitude) = CapitalOf(country) is { } capital ? (capital.Latitude, capital.Longitude) : (double.NaN, double.NaN);
        return new PlaceCandidate(country.UsualName, PlaceKind.Country, country.Code, latitude, longitude, 0, false, Zones(country));
    }
}
