using System.Collections.Frozen;
using Assay.Reading.Text;
using NodaTime.TimeZones;

namespace Assay.Reading.Places;

/// <summary>A country or territory.</summary>
/// <param name="Code">ISO 3166-1 alpha-2 code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Demonyms">Words for its people and things.</param>
/// <param name="Capital">Its capital.</param>
public sealed record Country(string Code, string Name, IReadOnlyList<string> Demonyms, string Capital);

/// <summary>Countries by name, by word for their people, and by code; their capitals and zones.</summary>
public sealed class CountryTable
{
    private static readonly Lazy<CountryTable> LazyShared = new(() => new CountryTable());
    private static readonly Lazy<ILookup<string, string>> ZonesByCountry = new(() =>
        TzdbDateTimeZoneSource.Default.ZoneLocations!.ToLookup(l => l.CountryCode, l => l.ZoneId, StringComparer.Ordinal));
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, PlaceCandidate> Places = new(StringComparer.Ordinal);
    private readonly FrozenDictionary<string, Country> byName;
    private readonly FrozenDictionary<string, Country[]> byDemonym;
    private readonly FrozenDictionary<string, Country> byCode;
    private readonly FrozenDictionary<string, string> zoneOfCapital;

    private CountryTable()
    {
        var sections = WordList.Sections("Places.Data.en.countries.txt");
        var (names, demonyms, all) = (new Dictionary<string, Country>(StringComparer.Ordinal), new List<(string, Country)>(), new List<Country>());
        foreach (var fields in sections["countries"].Select(Fields))
        {
            var country = new Country(fields[0], Split(fields[1])[0], Split(fields[2]), fields[3]);
            all.Add(country);
            foreach (var name in Split(fields[1])) names.TryAdd(PlaceNames.Fold(name), country);
            foreach (var word in country.Demonyms) demonyms.AddRange(Forms(word).Distinct().Select(form => (form, country)));
        }
        byName = names.ToFrozenDictionary(StringComparer.Ordinal);
        byCode = all.ToFrozenDictionary(c => c.Code, StringComparer.Ordinal);
        byDemonym = demonyms.GroupBy(d => d.Item1, d => d.Item2).ToFrozenDictionary(g => g.Key, g => g.Distinct().ToArray(), StringComparer.Ordinal);
        zoneOfCapital = sections["zones"].Select(Fields).ToFrozenDictionary(f => f[0], f => f[1], StringComparer.Ordinal);
    }

    /// <summary>The table, read on first use.</summary>
    public static CountryTable Shared => LazyShared.Value;

    /// <summary>All countries in the order of the file.</summary>
    public IEnumerable<Country> All => byCode.Values.OrderBy(c => c.Code, StringComparer.Ordinal);

    /// <summary>The country of a name, codes left out, or null.</summary>
    public Country? Named(string name) => byName.GetValueOrDefault(PlaceNames.Fold(name));

    /// <summary>The country of a name or code, or null.</summary>
    public Country? Find(string name) => byName.GetValueOrDefault(PlaceNames.Fold(name)) ?? byCode.GetValueOrDefault(name);

    /// <summary>The countries of a word such as "Belarusian" or "Belarusians"; two for "Congolese"; empty where it is no such word.</summary>
    public IReadOnlyList<Country> OfDemonym(string word) => byDemonym.GetValueOrDefault(PlaceNames.Fold(word)) ?? [];

    /// <summary>The country itself as a place: coordinates of its capital, all its zones, the capital's first.</summary>
    public static PlaceCandidate Place(Country country) => Places.GetOrAdd(country.Code, _ => MakePlace(country));

    private static PlaceCandidate MakePlace(Country country)
    {
        var capital = CapitalOf(country);
        return new PlaceCandidate(country.Name, PlaceKind.Country, country.Code, capital?.Latitude ?? double.NaN, capital?.Longitude ?? double.NaN, 0, false, Zones(country));
    }

    /// <summary>The capital as a place, or null where the city table lacks it.</summary>
    public static PlaceCandidate? CapitalOf(Country country) =>
        CityTable.Shared.Find(PlaceNames.Fold(country.Capital)).FirstOrDefault(c => c.Country == country.Code) ?? CityTable.Shared.Capital(country.Code);

    /// <summary>All zones of a country in the time zone database, that of the capital first.</summary>
    public static IReadOnlyList<string> Zones(Country country)
    {
        var home = Shared.zoneOfCapital.GetValueOrDefault(country.Code) ?? CapitalOf(country)?.Zones[0];
        var all = ZonesByCountry.Value[country.Code].Order(StringComparer.Ordinal);
        return (home is null ? all : all.Prepend(home)).Distinct(StringComparer.Ordinal).ToList();
    }

    internal static string[] Fields(string line) => line.Split('|', StringSplitOptions.TrimEntries);

    internal static string[] Split(string list) => list.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Forms(string word)
    {
        var folded = PlaceNames.Fold(word);
        return folded.EndsWith("ese", StringComparison.Ordinal) || folded.EndsWith("ish", StringComparison.Ordinal) || folded.Length <= 3 ? [folded] : [folded, folded + "s"];
    }
}
