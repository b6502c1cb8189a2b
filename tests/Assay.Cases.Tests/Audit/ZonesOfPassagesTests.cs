using Assay.Cases.Report;

namespace Assay.Cases.Tests.Audit;

/// <summary>Statements of zones that reach a list, a pair, an island, or nothing at all.</summary>
public sealed class ZonesOfPassagesTests
{
    private const string Head = "The lock\n\nKyiv, 5 March 2024\n\n";

    private static (bool IsStated, string Zone) Of(string text, string words) =>
        Audited.Text(text).Clock(words) is var clock ? (clock.ZoneStated, clock.Zones[0].Zone) : default;

    private const string List =
        Head
        + "Our dispatch sheet is kept in Polish time. It shows this:\n\n- 11:40: the lorries leave the yard\n- 13:15: the lorries join the queue\n\nThe queue stood still at 15:50.";

    [Theory]
    [InlineData("11:40", true, "Europe/Warsaw")]
    [InlineData("13:15", true, "Europe/Warsaw")]
    [InlineData("15:50", false, "Europe/Kyiv")] // below the list
    public void What_a_paragraph_with_a_colon_says_is_said_of_its_list(string clock, bool isStated, string zone)
    {
        var (stated, found) = Of(List, clock);
        Assert.Equal((isStated, zone), (stated, found == "Europe/Kiev" ? "Europe/Kyiv" : found));
    }

    [Theory]
    [InlineData("Both keep Finnish time, and the road takes twenty minutes.", true)]
    [InlineData("Both kept Finnish time and both had their clocks checked.", true)]
    [InlineData("Both came late. Both were cold. Both keep Finnish time.", false)] // two sentences on at most
    [InlineData("The ferries keep Finnish time, and the road takes twenty minutes.", false)]
    public void Both_are_whoever_was_named_last(string told, bool isStated) =>
        Assert.Equal(
            isStated,
            Of(
                "The ferry\n\nPorto, 5 March 2024\n\nThe port office has the ferry leaving at 15:50. The firemen have it leaving at 16:15. "
                    + told,
                "16:15"
            ).IsStated
        );

    private static string Log(string lead, string head) =>
        Head + lead + "\n\n- 21:14: first call\n- 21:26: letter to the offices in Rome and Lisbon\n\n" + head + "The boat turned at 22:40.";

    [Theory]
    [InlineData("The hotline's log is in Italian time.", "", "21:26", true, "Europe/Rome")]
    [InlineData("The hotline's log is in Italian time.", "", "22:40", false, "Europe/Kyiv")] // below the list
    [InlineData("The hotline's log is in Italian time. Nobody else wrote anything down.", "", "21:26", false, "Europe/Rome")]
    public void What_a_record_is_kept_in_is_said_of_its_entries(string lead, string after, string clock, bool isStated, string zone)
    {
        var (stated, found) = Of(Log(lead, after), clock);
        Assert.Equal((isStated, zone), (stated, found == "Europe/Kiev" ? "Europe/Kyiv" : found));
    }

    [Theory]
    [InlineData("Where", "Time (UTC)", "21:36", "UTC")]
    [InlineData("Where", "UT", "21:36", "UTC")]
    [InlineData("Where", "CWT", "21:36", "Australia/Eucla")]
    [InlineData("UTC", "Where", "21:36", null)] // the head of another column
    public void The_head_of_a_column_of_clocks_names_their_zone(string first, string second, string clock, string? zone)
    {
        var text =
            $"# A fire\n\nIt burned on 3 May 2024.\n\n| {first} | {second} | What |\n|---|---|---|\n| hall | 21:36 | smoke |\n| roof | 21:41 | flames |\n";
        var found = Audited.Markdown(text).Clock(clock);
        Assert.Equal(zone, found.ZoneStated ? found.Zones[0].Zone : null);
    }

    [Theory]
    [InlineData("0412", "0419", "1215", 3)]
    [InlineData("1412", "1419", "2015", 0)] // they may be years or numbers
    [InlineData("0412", "0490", "1215", 0)]
    public void A_column_of_four_figures_each_is_one_of_clocks(string a, string b, string c, int clocks)
    {
        var text =
            $"# A fire\n\nIt burned on 3 May 2024.\n\n| Time | What |\n|---|---|\n| {a} | smoke seen |\n| {b} | gas cut |\n| {c} | road open |\n";
        Assert.Equal(clocks, Audited.Markdown(text).Clocks.Count);
    }

    private const string Station =
        "Slide at the pass\n\nClosed: 14 March 2023\n\nLog kept in Pacific Standard Time. Alberta is one hour later.\n\n";

    [Theory]
    [InlineData("Log: the night at the pass", "1607", true)]
    [InlineData("The dispatch log (extract)", "1607", true)]
    [InlineData("Log: the night at the pass", "17:50", false)] // below the list
    [InlineData("Remarks: the night at the pass", "1607", false)] // no log
    public void What_a_record_is_kept_in_is_said_of_the_entries_below_its_heading(string heading, string clock, bool isStated)
    {
        var text =
            $"{Station}{heading}\n\n- 1607 Trucker on the phone.\n- 1611 Rescue paged.\n- 2340 One lane open.\n\n"
            + "A studio in Edmonton showed the slide at 17:50 on 9 March.";
        Assert.Equal(isStated, Audited.Text(text).Clock(clock).ZoneStated);
    }

    [Theory]
    [InlineData("LAPLAND POLICE DEPARTMENT", true)]
    [InlineData("LAPLAND FIRE BRIGADE", false)] // the record of others
    [InlineData("Lapland police department news", false)] // no head in capitals
    public void What_a_record_of_whoever_writes_is_kept_in_is_said_of_what_they_tell(string head, bool isStated) =>
        Assert.Equal(
            isStated,
            Of(
                $"{head}\n\nSummary of a burglary in Tornio\n\n19 February 2024\n\nThe police record is in Finnish time. Sweden is one hour behind.\n\n"
                    + "The guard drove off at 02:24 on 8 November 2023.",
                "02:24"
            ).IsStated
        );

    [Theory]
    [InlineData("In the control room at Las Cuevas, on the Argentine side, the sensors rang at 18:47.", "18:47", "America/Argentina")]
    [InlineData("A room on the Argentine side rang. The barrier fell at 18:51.", "18:51", "America/Argentina")]
    [InlineData("The sensors rang at 18:47, and on the Argentine side nobody heard.", "18:47", "America/Santiago")] // told before it
    public void The_side_of_a_border_is_told_anywhere_in_a_sentence(string told, string clock, string zone) =>
        Assert.StartsWith(
            zone,
            Of($"A fire\n\nSANTIAGO, 18 July 2024\n\nA lorry burned in the tunnel under the pass on Wednesday. {told}", clock).Zone,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("The hotline's log is short.", "hotline's log")]
    [InlineData("This is what the hotline's log has:", "hotline's log")]
    [InlineData("He had seen the hotline's log that day.", "author")] // spoken of by the way
    [InlineData("The hotline's log is short. The night was long.", "author")]
    public void Entries_are_told_by_the_record_named_before_them(string lead, string voice) =>
        Assert.Equal(voice, Audited.Text(Log(lead, "")).Clock("21:14").Voice);

    [Theory]
    [InlineData("The sheet, kept in Central because the car sleeps there, has him leaving at 7:44 p.m.", true)]
    [InlineData("The sheet, kept in Central Hall because the car sleeps there, has him leaving at 7:44 p.m.", false)]
    public void A_belt_of_zones_may_be_named_alone(string told, bool isStated) =>
        Assert.Equal(isStated, Of("The bag\n\nTallahassee, Florida, 5 March 2024\n\n" + told, "7:44").IsStated);

    [Theory]
    [InlineData("It says 1:52 a.m. on my phone, and the phone was still on Polish time.", true)]
    [InlineData("It says 1:52 a.m. on my phone, and the clock was still on Polish time.", false)]
    public void What_shows_a_clock_may_be_said_to_be_in_a_zone_behind_it(string told, bool isStated) =>
        Assert.Equal(isStated, Of(Head + told, "1:52").IsStated);

    [Theory]
    [InlineData("Polish time (CET) in this table.", true)]
    [InlineData("Polish time throughout.", true)]
    [InlineData("Polish time is what the others had.", false)]
    public void A_line_below_a_heading_says_whose_time_it_is(string line, bool isStated) =>
        Assert.Equal(
            isStated,
            Of(Head + "The lock\n\n" + line + "\n\n- 06:42: the lock stops\n- 07:05: the chief is called", "06:42").IsStated
        );

    private static string Island(string told) => "The flight\n\nLisbon, 5 March 2024\n\n" + told;

    [Fact]
    public void Island_time_is_that_of_the_only_other_clocks_of_the_country() =>
        Assert.Equal((true, "Atlantic/Azores"), Of(Island("The doctor in Ponta Delgada asked for it at 14:10, island time."), "14:10"));

    [Fact]
    public void Island_time_of_no_island_named_is_none_of_the_mainland() =>
        Assert.Empty(Audited.Text(Island("The doctor asked for it at 14:10, island time.")).Clock("14:10").Zones);

    [Theory]
    [InlineData("The aircraft passed at 0702 on 13 October, Honolulu time.")]
    [InlineData("The aircraft passed at 0702 on October 13, Honolulu time.")]
    [InlineData("The aircraft passed at 0702 on Wednesday night, Honolulu time.")]
    public void A_day_may_stand_before_the_zone(string told) =>
        Assert.Equal((true, "Pacific/Honolulu"), Of("The ship\n\nSuva, 15 October 2021\n\n" + told, "0702"));

    [Theory]
    [InlineData("All his hours are Jamaican, he told us.")]
    [InlineData("On a Taiwanese clock it would not fit.")]
    public void What_is_said_of_one_of_them_or_doubted_is_not_said_of_all(string said) =>
        Assert.False(Of(Head + said + "\n\nThe line parted at 04:50.", "04:50").IsStated);
}
