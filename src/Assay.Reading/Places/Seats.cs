using System.Collections.Frozen;
using Assay.Reading.Text;

namespace Assay.Reading.Places;

/// <summary>Where a voice sits, and so which clocks it may use.</summary>
/// <param name="Name">The outlet, organisation or country.</param>
/// <param name="Place">The seat: a city, or a country where no seat within it is known.</param>
/// <param name="Zones">Admissible IANA zones, the home clock first. One where a city is known; all of the country's otherwise: narrow them to a date with <see cref="ZonesAt.Distinct"/>.</param>
/// <param name="Reason">Why, as a phrase: "Belta has its seat in Minsk".</param>
public sealed record Seat(string Name, PlaceCandidate Place, IReadOnlyList<string> Zones, string Reason)
{
    /// <summary>The zone of the home clock: the seat's, or the capital's of a country.</summary>
    public string Home => Zones[0];
}

/// <summary>Seats of outlets, organisations and countries. Loads its tables on first use; thread-safe.</summary>
public static class Seats
{
    private static readonly Lazy<FrozenDictionary<string, Seat>> Outlets = new(() => Read("Places.Data.en.outlets.txt", "outlets", "{0} has its head office in {1}"));
    private static readonly Lazy<FrozenDictionary<string, Seat>> Organisations = new(() => Read("Places.Data.en.organisations.txt", "organisations", "{0} has its seat in {1}"));

    /// <summary>The seat of what is called by a word such as "Belarusian"; null where the word is no demonym or belongs to two countries.</summary>
    /// <param name="demonym">The word, in singular or plural.</param>
    public static Seat? OfDemonym(string demonym) =>
        CountryTable.Shared.OfDemonym(demonym) is [var country] ? OfCountry(country, $"\"{demonym}\" is a word for {country.Name}") : null;

    /// <summary>The seat of a country's government: the capital's zone is the home clock, its other zones are admissible too. Null where there is no such country.</summary>
    /// <param name="country">Name or ISO code.</param>
    public static Seat? OfCountry(string country) =>
        CountryTable.Shared.Find(country) is { } found ? OfCountry(found, $"{found.Name} is a country") : null;

    /// <summary>The seat of the government of a country: its capital, one zone.</summary>
    /// <param name="country">Name, ISO code or demonym.</param>
    public static Seat? OfGovernment(string country)
    {
        var found = CountryTable.Shared.Find(country) ?? (CountryTable.Shared.OfDemonym(country) is [var one] ? one : null);
        if (found is null || CountryTable.Zones(found) is not [var home, ..]) return null;
        return new Seat(found.Name, CountryTable.CapitalOf(found) ?? CountryTable.Place(found), [home], $"{found.Capital} is the capital of {found.Name}");
    }

    /// <summary>The seat of a known outlet or agency, or null. A leading "the" may be left out.</summary>
    /// <param name="name">Its name as the text has it; case counts only for names of up to four letters.</param>
    public static Seat? OfOutlet(string name) => Lookup(Outlets.Value, name);

    /// <summary>The seat of an international organisation, or null. A leading "the" may be left out.</summary>
    /// <param name="name">Its name or abbreviation.</param>
    public static Seat? OfOrganisation(string name) => Lookup(Organisations.Value, name);

    private static Seat? Lookup(FrozenDictionary<string, Seat> table, string name)
    {
        var folded = PlaceNames.Fold(name);
        // Short names are abbreviations; "time" is no magazine and "ap" no agency.
        if (folded.Length is 0 || folded.Length <= 4 && !char.IsUpper(name[0])) return null;
        return table.GetValueOrDefault(folded) ?? (folded.StartsWith("the ", StringComparison.Ordinal) ? table.GetValueOrDefault(folded[4..]) : table.GetValueOrDefault("the " + folded));
    }

    private static Seat? OfCountry(Country country, string reason) =>
        CountryTable.Zones(country) is { Count: > 0 } zones ? new Seat(country.Name, CountryTable.Place(country), zones, $"{reason}; its capital is {country.Capital}") : null;

    private static FrozenDictionary<string, Seat> Read(string resource, string section, string reason)
    {
        var seats = new Dictionary<string, Seat>(StringComparer.Ordinal);
        foreach (var fields in WordList.Sections(resource)[section].Select(CountryTable.Fields))
        {
            if (City(fields[1], fields[2]) is not { } place) throw new InvalidOperationException($"{resource}: the city table has no {fields[2]} in {fields[1]}.");
            foreach (var name in CountryTable.Split(fields[0]))
                seats.TryAdd(PlaceNames.Fold(name), new Seat(name, place, place.Zones, string.Format(System.Globalization.CultureInfo.InvariantCulture, reason, name, fields[2])));
        }
        return seats.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static PlaceCandidate? City(string country, string city)
    {
        var found = CityTable.Shared.Find(PlaceNames.Fold(city)).Where(c => c.Country == country).MaxBy(c => c.Population);
        if (found is not null) return found;
        return CountryTable.Shared.Find(country) is { } home && PlaceNames.Fold(home.Capital) == PlaceNames.Fold(city) ? CountryTable.CapitalOf(home) ?? CountryTable.Place(home) : null;
    }
}
