using Assay.Ground.Anchors;
using Assay.Reading.Places;
using Assay.Reading.Text;
using NodaTime;

namespace Assay.Reading.Tests.Places;

public sealed class PlacesTests
{
    [Theory]
    [InlineData("Almaty", "KZ", "Asia/Almaty")]
    [InlineData("Kiev", "UA", "Europe/Kiev")]
    [InlineData("Kyiv", "UA", "Europe/Kiev")]
    [InlineData("Chisinău", "MD", "Europe/Chisinau")]
    [InlineData("Astana", "KZ", "Asia/Almaty")]
    [InlineData("São Paulo", "BR", "America/Sao_Paulo")]
    [InlineData("Kharkiv", "UA", "Europe/Kiev")]
    [InlineData("Washington", "US", "America/New_York")]
    public void Finds_the_city_when_spelled_in_one_of_several_ways(string name, string country, string zone)
    {
        var found = Gazetteer.Find(name).First(c => c.Kind == PlaceKind.City);
        Assert.Equal((country, zone), (found.Country, found.Zones[0]));
    }

    [Theory]
    [InlineData("The office in Cox's Bazar was shut.", "Cox's Bazar", "BD")]
    [InlineData("It rained in Côte d'Ivoire.", "Côte d'Ivoire", "CI")]
    [InlineData("It rained on Lord Howe Island.", "Lord Howe Island", "AU")]
    [InlineData("It rained on Nuku Hiva.", "Nuku Hiva", "PF")]
    public void Finds_names_with_clitics_and_islands(string text, string name, string country)
    {
        var found = Assert.Single(Gazetteer.Scan(text, new TextSpan(0, text.Length)));
        Assert.Equal((name, country), (found.Name, found.Candidates[0].Country));
    }

    [Fact]
    public void Keeps_several_candidates_when_a_name_is_shared()
    {
        var found = Gazetteer.Find("Georgia");
        Assert.Equal([PlaceKind.Country, PlaceKind.Region], found.Take(2).Select(c => c.Kind));
        Assert.True(Gazetteer.Find("Springfield").Count(c => c.Kind == PlaceKind.City) >= 3);
    }

    [Fact]
    public void Knows_the_seat_and_zones_when_given_every_country()
    {
        Assert.True(CountryNames.Shared.All.Count >= 195);
        Assert.All(CountryNames.Shared.All, c => Assert.NotEmpty(ZonesAt.Distinct(CountryPlaces.Zones(c), new LocalDate(2022, 1, 5))));
        Assert.All(CountryNames.Shared.All, c => Assert.NotNull(Seats.OfGovernment(c.UsualName)));
    }

    [Fact]
    public void Gives_two_offsets_when_the_date_lies_before_the_change()
    {
        var zones = Seats.OfDemonym("Kazakh")!.Zones;
        Assert.Equal("Asia/Almaty", zones[0]);
        Assert.Equal(2, ZonesAt.Distinct(zones, new LocalDate(2022, 1, 5)).Count);
        Assert.Single(ZonesAt.Distinct(zones, new LocalDate(2024, 6, 1)));
    }

    [Theory]
    [InlineData("Belarusian", "Europe/Minsk")]
    [InlineData("Armenian", "Asia/Yerevan")]
    [InlineData("Britons", "Europe/London")]
    [InlineData("Nepali", "Asia/Kathmandu")]
    public void Gives_the_home_clock_when_given_a_demonym(string word, string zone) => Assert.Equal(zone, Seats.OfDemonym(word)!.Home);

    [Fact]
    public void Gives_no_seat_when_a_demonym_belongs_to_two_countries_or_is_none()
    {
        Assert.Null(Seats.OfDemonym("Congolese"));
        Assert.Null(Seats.OfDemonym("Tuesday"));
    }

    [Theory]
    [InlineData("Reuters", "Europe/London")]
    [InlineData("the Associated Press", "America/New_York")]
    [InlineData("Belta", "Europe/Minsk")]
    [InlineData("Xinhua", "Asia/Shanghai")]
    [InlineData("New York Times", "America/New_York")]
    public void Gives_the_zone_of_the_head_office_when_the_outlet_is_known(string name, string zone) =>
        Assert.Equal(zone, Seats.OfOutlet(name)!.Home);

    [Fact]
    public void Finds_every_city_when_the_tables_of_seats_are_checked() => Assert.Empty(Seats.Unresolved());

    [Theory]
    [InlineData("NATO", "Europe/Brussels")]
    [InlineData("the United Nations", "America/New_York")]
    [InlineData("CSTO", "Europe/Moscow")]
    [InlineData("African Union", "Africa/Addis_Ababa")]
    public void Gives_the_zone_of_the_seat_when_the_organisation_is_known(string name, string zone) =>
        Assert.Equal(zone, Seats.OfOrganisation(name)!.Home);

    [Theory]
    [InlineData("He flew from Tbilisi to New York on Monday.", "Tbilisi|New York")]
    [InlineData("Jack Lawrence read the news in May.", "")]
    [InlineData("Reading the report, the president of the United States left.", "United States")]
    [InlineData("In Georgia and Moldova, conflicts stop Chisinau.", "Georgia|Moldova|Chisinau")]
    [InlineData("The Almaty airport closed, said the UN in the U.S. yesterday.", "Almaty|U.S.")]
    [InlineData("give it to us", "")]
    [InlineData("It cost US$25,000 in Almaty.", "Almaty")]
    public void Scans_places_and_passes_over_names_and_common_words_when_given_a_sentence(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Gazetteer.Scan(text, new TextSpan(0, text.Length)).Select(m => m.Name)));

    [Fact]
    public void Measures_the_published_distance_when_given_the_test_line_of_the_formula()
    {
        // Flinders Peak to Buninyong, 54972.271 m on GRS 80 (which differs from WGS 84 by less than the last digit here).
        var kilometres = Geodesic.Kilometres(-37.95103341666667, 144.42486788888888, -37.65282113888889, 143.92649552777777);
        Assert.Equal(54.972, kilometres, 3);
    }

    [Fact]
    public void Falls_back_to_the_sphere_when_points_are_nearly_antipodal() =>
        Assert.InRange(Geodesic.Kilometres(0, 0, 0.5, 179.7), 19900, 20020);
}
