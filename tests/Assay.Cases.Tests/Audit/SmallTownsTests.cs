using Assay.Cases.Report;

namespace Assay.Cases.Tests.Audit;

/// <summary>Towns too small to be looked for everywhere, and which of several towns of one name is meant.</summary>
public sealed class SmallTownsTests
{
    private const string Day = "It happened on Tuesday 4 June 2019.\n\n";

    private static ClockEntry Clock(string text, string quote) =>
        Audited.Text(text).Clocks.First(c => c.Quote.Exact.Contains(quote, StringComparison.Ordinal));

    private static string[] Zones(string text) => [.. Clock(Day + text, "5:10").Zones.Select(z => z.Zone)];

    private static string? Home(string text) => Clock(Day + text, "5:10").Zones.FirstOrDefault(z => z.Home)?.Zone;

    [Fact]
    public void A_small_town_of_a_country_told_of_has_its_own_clock() =>
        Assert.Equal(
            "Europe/Helsinki",
            Home(
                "A line tripped between Norway and Finland. Officers in Inari, Finland, came at noon. Police in Kirkenes shut the road. A crew in Inari saw it at 5:10 a.m."
            )
        );

    [Fact]
    public void A_month_is_no_small_town() =>
        Assert.Equal(
            "America/New_York",
            Home(
                "A boiler burst in Boston. Officers in Lubec, Maine, came at noon. It will be repaired in August. A guard saw it at 5:10 a.m."
            )
        );

    [Fact]
    public void A_small_town_says_nothing_of_which_country_is_told_of() =>
        Assert.Equal("Africa/Nairobi", Home("Fire broke out in Nairobi, Kenya. A guard in Lubec saw it at 5:10 a.m."));

    [Theory]
    [InlineData("Police in Holbrook, Arizona, found her at 5:10 p.m.", "America/Phoenix")]
    [InlineData("Police in Casino, New South Wales, Australia, found her at 5:10 p.m.", "Australia/Sydney")]
    public void The_region_behind_a_town_says_which_one_it_is(string text, string zone) => Assert.Equal([zone], Zones(text));

    [Fact]
    public void Of_towns_of_one_name_the_one_near_the_others_is_meant() =>
        Assert.Equal(
            "America/Phoenix",
            Home(
                "The search of the United States police began in Flagstaff and went on in Winslow. A deputy in Holbrook was called at 5:10 p.m."
            )
        );

    [Theory]
    [InlineData("The client lives in Toronto, Canada. The broker rang the office in Ottawa at 5:10 p.m. London time.", "Europe/London")]
    [InlineData("The client lives in Denver, in the United States. A watch in Manila saw it at 5:10 p.m.", "Asia/Manila")]
    public void A_well_known_town_is_no_small_one_of_that_name(string text, string zone) => Assert.Contains(zone, Zones(text));

    [Fact]
    public void The_line_of_a_head_that_ends_in_a_town_is_there() =>
        Assert.Equal(
            "Pacific/Auckland",
            Clock(
                "CORONER'S COURT, INVERCARGILL\n\nTranscript of evidence, Tuesday 11 March 2025\n\nThe boat left the wharf at 5:10 p.m. on 14 June 2024. The helicopter in Te Anau was called.",
                "5:10"
            )
                .Zones.First(z => z.Home)
                .Zone
        );

    [Fact]
    public void A_body_that_keeps_a_desk_in_a_town_sits_there() =>
        Assert.Equal(
            "America/Regina",
            Home(
                "The line broke near the border of Saskatchewan, Canada. The control company keeps its desk in Estevan, and the ministry answers from Calgary. "
                    + "The control company noted the call at 5:10 p.m."
            )
        );

    [Theory]
    [InlineData("The brigade in Fredericton, Canada, took the call at 5:10 p.m. Atlantic time.", "America/Halifax")]
    [InlineData("The brigade in Ponce, Puerto Rico, took the call at 5:10 p.m. Atlantic time.", "America/Puerto_Rico")]
    [InlineData("The crew left Ivalo, Finland, at 5:10 a.m. Finnish winter time.", "Europe/Helsinki")]
    [InlineData("The crew left Ivalo, Finland, at 5:10 a.m. Norwegian summer time.", "Europe/Oslo")]
    public void Words_of_a_zone_are_read_by_the_country_told_of(string text, string zone) => Assert.Equal([zone], Zones(text));

    [Theory]
    [InlineData("The log of the police of Denver has the stop at 5:10 p.m. and names no zone.")]
    [InlineData("The log of the police of Denver has the stop at 5:10 p.m. The log does not say by whose clock.")]
    [InlineData("The police of Denver gave us their log. No time zone. The log has the stop at 5:10 p.m.")]
    public void Where_the_text_says_that_nobody_knows_the_zone_all_of_its_places_may_be_meant(string told)
    {
        var zones = Zones(
            "All times are UTC. Two forces of the United States met between Chicago and Denver. "
                + "The crew flew from Chicago to Denver.\n\n"
                + told
        );
        Assert.Contains("America/Denver", zones);
        Assert.Contains("America/Chicago", zones);
        Assert.DoesNotContain("UTC", zones);
    }

    [Fact]
    public void Another_paragraph_of_another_log_keeps_what_is_said_of_all() =>
        Assert.Equal(
            ["UTC"],
            Zones("All times are UTC. Two forces met.\n\nThe letter of the police names no zone.\n\nThe crew left the yard at 5:10 p.m.")
        );

    [Theory]
    [InlineData("The coastguard sent out its launch at 5:10 p.m.", "author, of the coastguard")]
    [InlineData("Our control room was called at 5:10 p.m.", "author, of our control room")]
    [InlineData("The launch went out at 5:10 p.m.", "author")]
    [InlineData("The coastguard said that the launch went out at 5:10 p.m.", "coastguard")]
    public void What_the_author_tells_of_a_body_is_by_its_clock(string told, string voice) =>
        Assert.Equal(voice, Clock(Day + told, "5:10").Voice);

    [Fact]
    public void A_name_that_begins_like_a_zone_is_none() =>
        Assert.DoesNotContain(
            "America/Chicago",
            Zones(
                "The train left Perth, in Western Australia, and the crew of Perth slept. It was seen at 5:10 p.m. Central Station was shut."
            )
        );
}
