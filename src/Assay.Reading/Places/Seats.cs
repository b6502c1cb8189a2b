using System.Collections.Frozen;
using Assay.Ground.Countries;
using Assay.Ground.DataFiles;
using Assay.Reading.Text;

namespace Assay.Reading.Places;

/// <summary>Where a voice sits, and so which clocks it may use.</summary>
/// <param name="Name">The outlet, organisation or country.</param>
/// <param name="Place">The seat: a city, or a country where no seat within it is known.</param>
/// <param name="Zones">Admissible IANA zones, the home clock first. One where a city is known; all of the country's otherwise: narrow them
/// to a date with <see cref="ZonesAt.Distinct"/>.</param>
/// <param name="Reason">Why, as a phrase: "Riga radio has its seat in Riga".</param>
public sealed record Seat(string Name, PlaceCandidate Place, IReadOnlyList<string> Zones, string Reason)
{
    /// <summary>The zone of the home clock: the seat's, or the capital's of a country.</summary>
    public string Home => Zones[0];

    /// <summary>What ties the clock to this seat.</summary>
    public Evidence Evidence { get; init; } = Evidence.Read;
}

/// <summary>Seats of outlets, organisations and countries. Loads its tables on first use; thread-safe.</summary>
public static class Seats
{
    private static readonly Lazy<FrozenDictionary<string, Entry>> Outlets = new(() =>
        Read("Places.Data.en.outlets.txt", "outlets", "has its head office in")
    );
    private static readonly Lazy<FrozenDictionary<string, Entry>> Organisations = new(() =>
        Read("Places.Data.en.organisations.txt", "organisations", "has its seat in")
    );

    private sealed record Entry(string Name, string Country, string City, string Verb);

    /// <summary>The seat of what is called by a word such as "Belarusian"; null where the word is no demonym or belongs to two
    /// countries.</summary>
    /// <param name="demonym">The word, in singular or plural.</param>
    public static Seat? OfDemonym(string demonym) =>
        CountryNames.Shared.OfDemonym(demonym) is [var country]
            ? OfCountry(country, $"\"{demonym}\" is a word for {country.UsualName}")
            : null;

    /// <summary>The seat of the government of a country: its capital, one zone.</summary>
    /// <param name="country">Name, ISO code or demonym.</param>
    public static Seat? OfGovernment(string country)
    {
        var found = CountryNames.Shared.Find(country) ?? (CountryNames.Shared.OfDemonym(country) is [var one] ? one : null);
        if (found is null || CountryPlaces.Zones(found) is not [var home, ..])
            return null;
        return new Seat(
            found.UsualName,
            CountryPlaces.CapitalOf(found) ?? CountryPlaces.Place(found),
            [home],
            $"{found.Capital} is the capital of {found.UsualName}"
        );
    }

    /// <summary>The seat of a known outlet or agency, or null. A leading "the" may be left out.</summary>
    /// <param name="name">Its name as the text has it; case counts only for names of up to four letters.</param>
    public static Seat? OfOutlet(string name) => Lookup(Outlets.Value, name);

    /// <summary>The seat of an international organisation, or null. A leading "the" may be left out.</summary>
    /// <param name="name">Its name or abbreviation.</param>
    public static Seat? OfOrganisation(string name) => Lookup(Organisations.Value, name);

    private static Seat? Lookup(FrozenDictionary<string, Entry> table, string name)
    {
        var folded = PlaceNames.Fold(name);
        // Short names are abbreviations; "time" is no magazine and "ap" no agency.
        if (folded.Length is 0 || folded.Length <= 4 && !char.IsUpper(name[0]))
            return null;
        var entry =
            table.GetValueOrDefault(folded)
            ?? (
                folded.StartsWith("the ", StringComparison.Ordinal)
                    ? table.GetValueOrDefault(folded[4..])
                    : table.GetValueOrDefault("the " + folded)
            );
        return entry is null || City(entry.Country, entry.City) is not { } place
            ? null
            : new Seat(entry.Name, place, place.Zones, $"{entry.Name} {entry.Verb} {entry.City}");
    }

    /// <summary>Cities of the tables that the city table lacks; none, or the build is broken.</summary>
    internal static IEnumerable<string> Unresolved() =>
        Outlets
            .Value.Values.Concat(Organisations.Value.Values)
            .Where(e => City(e.Country, e.City) is null)
            .Select(e => $"{e.City}, {e.Country}")
            .Distinct();

    private static Seat? OfCountry(Country country, string reason) =>
        CountryPlaces.Zones(country) is { Count: > 0 } zones
            ? new Seat(country.UsualName, CountryPlaces.Place(country), zones, $"{reason}; its capital is {country.Capital}")
            : null;

    private static FrozenDictionary<string, Entry> Read(string resource, string section, string verb)
    {
        var entries = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var fields in ReadingFiles.Words(resource).Rows(section))
        foreach (var name in WordFile.Parts(fields[0]))
            entries.TryAdd(PlaceNames.Fold(name), new Entry(name, fields[1], fields[2], verb));
        return entries.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static PlaceCandidate? City(string country, string city)
    {
        var found = CityTable.Shared.Find(PlaceNames.Fold(city)).Where(c => c.Country == country).MaxBy(c => c.Population);
        if (found is not null)
            return found;
        return CountryNames.Shared.Find(country) is { } home && PlaceNames.Fold(home.Capital) == PlaceNames.Fold(city)
            ? CountryPlaces.CapitalOf(home) ?? CountryPlaces.Place(home)
            : null;
    }
}
