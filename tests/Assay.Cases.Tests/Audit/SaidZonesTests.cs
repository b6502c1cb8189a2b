using Assay.Cases.Report;

namespace Assay.Cases.Tests.Audit;

/// <summary>Clocks whose zone the text says apart from them, and days told by a weekday and a number.</summary>
public sealed class SaidZonesTests
{
    private const string Day = "It happened on Tuesday 4 June 2019.\n\n";

    private static ClockEntry Clock(string text, string quote) =>
        Audited.Text(text).Clocks.First(c => c.Quote.Exact.Contains(quote, StringComparison.Ordinal));

    private static string[] Zones(ClockEntry clock) => [.. clock.Zones.Select(z => z.Zone)];

    [Fact]
    public void A_log_said_to_be_kept_in_a_zone_states_it()
    {
        const string text =
            Day + "The ambulance station in Giurgiu keeps its log in Romanian time. By its log the first call came in at 11:36 p.m.";
        var clock = Clock(text, "11:36");
        Assert.True(clock.ZoneStated);
        Assert.Equal(["Europe/Bucharest"], Zones(clock));
    }

    [Fact]
    public void Local_time_is_that_of_the_place_of_the_clause()
    {
        var clock = Clock(Day + "The bulletin went out in Praia at 10:45 p.m. local time, officials in Lisbon said.", "10:45");
        Assert.True(clock.ZoneStated);
        Assert.Equal(["Atlantic/Cape_Verde"], Zones(clock));
    }

    [Fact]
    public void Local_time_at_a_place_nobody_knows_is_not_that_of_the_story() =>
        Assert.False(
            Clock(Day + "Crews left Lisbon in the morning. A ranger at Quurxo saw it fall at 10:45 a.m., local time.", "10:45").ZoneStated
        );

    [Fact]
    public void Who_is_seated_in_the_zone_said_of_a_passage_keeps_it()
    {
        const string text =
            Day
            + "Here is how the morning went, in Lisbon time. The mine's post sounded the alarm at 9:20 a.m. "
            + "The Red Cross in Porto says that its team was on site at 10:25 a.m.";
        Assert.True(Clock(text, "10:25").ZoneStated);
    }

    [Fact]
    public void A_clock_in_a_quotation_is_none_of_the_writers()
    {
        const string text =
            "Apia, 20 June 2019\n\nUnless we say otherwise, we use Samoa time. "
            + "On 13 June 2019 the pilot's diary reads: \"8.40 p.m., master by satphone, no engine.\" The ship cleared the reef at 9.25 p.m.";
        Assert.False(Clock(text, "8.40").ZoneStated);
    }

    [Fact]
    public void A_weekday_and_a_number_are_one_day()
    {
        const string text =
            "Olga Deryabina\n22 December 2023\n\nLast Thursday, the fourteenth, it became dark in the town. The line tripped at 11:42.";
        Assert.Equal("2023-12-14", Clock(text, "11:42").Local.ToString()[..10]);
    }

    [Fact]
    public void What_the_writer_was_charged_with_by_nobody_is_the_story()
    {
        const string text =
            "Review of the week\n\nPublished 12 November 2024\n\nOn Tuesday 29 October 2024 we charged 3,118 customers twice.\n\n"
            + "Timeline\n\nThe release completed at 6:12 a.m. and the first charge was written at 6:31 a.m.";
        Assert.Equal("2024-10-29", Clock(text, "6:31").Local.ToString()[..10]);
    }

    [Fact]
    public void A_town_elsewhere_is_no_zone_of_a_region_the_account_is_about()
    {
        const string text =
            "Brasília, 11 April 2024\n\nOn 28 February 2024 the bridge in Brazil was closed at 05:20 Acre time, the inspector in Brasília said.";
        Assert.DoesNotContain("Asia/Jerusalem", Zones(Clock(text, "05:20")));
    }
}
