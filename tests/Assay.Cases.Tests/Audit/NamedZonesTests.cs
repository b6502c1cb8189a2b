using Assay.Cases.Report;

namespace Assay.Cases.Tests.Audit;

/// <summary>Zones whose words mean another zone in another country, seats of towns that act, and what is said of clocks and not of
/// events.</summary>
public sealed class NamedZonesTests
{
    private const string Day = "It happened on Tuesday 4 June 2019.\n\n";

    private static ClockEntry Clock(string text, string quote) =>
        Audited.Text(text).Clocks.First(c => c.Quote.Exact.Contains(quote, StringComparison.Ordinal));

    private static string[] Zones(ClockEntry clock) => [.. clock.Zones.Select(z => z.Zone)];

    [Theory]
    [InlineData("The prison in Sorong burned. Fire was seen in Sorong, Papua, and Indonesia sent a team.", "Asia/Jayapura")]
    [InlineData("The prison in Sorong burned. Papua and Indonesia sent a team, and a bank in New York a query.", "America/New_York")]
    [InlineData("The prison in Richmond burned. Fire was seen in Norfolk, Virginia, and Washington sent a team.", "America/New_York")]
    public void Eastern_time_is_that_of_the_east_of_the_country_told_of(string place, string zone) =>
        Assert.Equal([zone], Zones(Clock($"{Day}{place}\n\nThe brigade took the call at 9:20 p.m. eastern time.", "9:20")));

    [Theory]
    [InlineData("Canary time", "Atlantic/Canary")]
    [InlineData("Cayman time", "America/Cayman")]
    [InlineData("Korea Standard Time", "Asia/Seoul")]
    [InlineData("Central Western Time", "Australia/Eucla")]
    [InlineData("SA summer time", "Australia/Adelaide")]
    [InlineData("NSW time", "Australia/Sydney")]
    public void A_zone_is_known_by_its_own_name(string words, string zone) =>
        Assert.Equal([zone], Zones(Clock($"{Day}The centre opened its file at 12:19 a.m. {words}.", "12:19")));

    [Fact]
    public void A_town_that_acts_is_on_its_own_clock()
    {
        var clock = Clock(
            "APIA, 7 June 2019\n\n" + Day + "Samoa lost a boat. Wellington alerted the police of Apia at 1:10 p.m. and asked for a launch.",
            "1:10"
        );
        Assert.Equal("Pacific/Auckland", clock.Zones.First(z => z.Home).Zone);
    }

    [Fact]
    public void A_zone_spoken_of_is_not_where_the_account_happens()
    {
        const string text =
            Day
            + "A machine came down on a tank at the edge of Samara in the morning. Samara is two hours ahead of Moscow. The channel gave Moscow time, "
            + "and Moscow time is what the screens of the country show.\n\nThe tank was hit at 05:47.";
        Assert.Equal("Europe/Samara", Clock(text, "05:47").Zones.First(z => z.Home).Zone);
    }

    [Fact]
    public void Whoever_has_an_office_is_called_by_name() =>
        Assert.StartsWith(
            "Jaan Tamm",
            Clock(
                Day + "\"We had the file at 18:40. Nobody can leak what is not there,\" says its news director, Jaan Tamm.",
                "18:40"
            ).Voice,
            StringComparison.Ordinal
        );

    [Fact]
    public void How_two_clocks_differ_is_no_claim() =>
        Assert.DoesNotContain(
            Audited
                .Text(
                    Day
                        + "The church clock at Tarifa has been an hour ahead of the mosque at Ksar. Prayer was called at the mosque at 6:10 p.m., and the church clock struck at 6:00 p.m."
                )
                .Claims,
            c => c.Quote.Exact.Contains("ahead of", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("the worst one on the route so far in 2019", "2019-10-10T13:10")] // a Thursday, as the text says
    [InlineData("the worst one on the route since 2016", "T13:10")]
    public void A_dateline_is_of_a_year_that_the_text_names_where_the_weekday_is_right(string year, string local) =>
        Assert.Equal(
            local,
            Clock(
                $"HERAT, Oct 10 (Wire) - Fire swept through a yard of lorries at the crossing, officials said on Thursday, in {year}, and nobody was paid.\n\n"
                    + "The first of them went up at 1:10 p.m. on Thursday as it was pumped dry.",
                "1:10"
            )
                .Local.ToString()
        );

    [Theory]
    [InlineData("(c) Wire 2022. All rights reserved.", "2022-11-08T04:35")]
    [InlineData("© 2019–2022 Wire", "2022-11-08T04:35")]
    [InlineData("(c) Wire 2021. All rights reserved.", "T04:35")] // 8 November 2021 was a Monday
    [InlineData("Founded in 1999.", "T04:35")]
    public void A_dateline_is_of_the_year_of_the_copyright_line(string foot, string local)
    {
        var report = Audited.Text(
            "Shots near the crossing\nBy Ada Moor\n\nIGDIR, Turkey, Nov 8 (Wire) - One conscript was wounded on Tuesday in an exchange of fire near the border gate, officials said.\n\n"
                + $"The shots were fired at 4:35 a.m., the governor's office said.\n\n{foot}"
        );
        var clock = Assert.Single(report.Clocks, c => c.Quote.Exact.Contains("4:35", StringComparison.Ordinal));
        Assert.Equal(local, clock.Local.ToString());
    }
}
