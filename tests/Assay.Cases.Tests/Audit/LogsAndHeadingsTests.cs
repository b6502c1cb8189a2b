using Assay.Cases.Report;

namespace Assay.Cases.Tests.Audit;

/// <summary>Logs and tables whose rows say what happened and who tells it, and headings that say whose clocks stand below them.</summary>
public sealed class LogsAndHeadingsTests
{
    private static string Event(AuditReport report, string words) => report.Events.Single(e => e.Id == report.Clock(words).Event).Label;

    private static string Home(AuditReport report, string words) => report.Clock(words).Zones[0].Zone;

    private const string Log =
        "INCIDENT LOG\n\nOpened Tue 19 April 2022\n\nThe premises are in Raxaul.\n\nAll entries by control room clock (Nepal time) unless marked RXL.\n\n"
        + "18:42   Call from a guard: smoke at the ridge.\n18:57   Engine 2 at gate.\nRXL 19:35   Raxaul log: order received.\n22:35   Fire under control.\n\n";

    [Theory]
    [InlineData("18:42", "Call from a guard", true)]
    [InlineData("18:57", "Engine 2 at gate", true)]
    [InlineData("19:35", "order received", false)] // a marked entry is none of those the sentence speaks of
    [InlineData("22:35", "Fire under control", true)]
    public void An_entry_of_a_log_is_read_without_its_time(string time, string label, bool isStated)
    {
        var report = Audited.Text(Log);
        Assert.Equal(
            (label, isStated),
            (Event(report, time), report.Clock(time).Zones[0].Reason.Contains("Nepal time", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("The tender left 15 minutes after control of the fire, at 22:50 on 19 April.")]
    [InlineData("The tender left at 22:50 on 19 April, 15 minutes after the fire was under control.")]
    public void Words_that_cross_name_one_event(string sentence)
    {
        var claim = Assert.Single(
            Audited.Text(Log.Replace("22:35   ", "22:35 on 19 April:   ", StringComparison.Ordinal) + sentence).Claims
        );
        Assert.Equal(Outcome.Always, claim.Verdict);
    }

    [Theory]
    [InlineData("Source")]
    [InlineData("Who")]
    public void What_a_row_tells_is_not_the_cell_of_who_tells_it(string head)
    {
        var report = Audited.Text(
            $"The night\n\nLima, 9 August 2019\n\n| Time | {head} | Entry |\n| Thursday, 8 August 2019 |\n| 23:37 | Bridge of the ship | All electrical power lost |\n"
                + "| 23:41 | Bridge of the ship | Emergency generator takes load |"
        );
        Assert.Equal(("All electrical power lost", "Bridge of the ship"), (Event(report, "23:37"), report.Clock("23:37").Voice));
    }

    [Fact]
    public void A_heading_names_the_zone_of_what_stands_below_it()
    {
        var report = Audited.Text(
            "The blackout\n\nLima, 9 August 2019\n\nThe lights went out at 13:50.\n\nTimeline of the vendor (ticket log, UTC)\n\n- 14:08 generator running\n- 14:12 blackout declared\n\n"
                + "What went well\n\nThe guards were at their posts at 14:30."
        );
        Assert.Equal(("America/Lima", "UTC", "America/Lima"), (Home(report, "13:50"), Home(report, "14:08"), Home(report, "14:30")));
    }

    [Fact]
    public void A_heading_names_the_record_of_what_nobody_else_tells()
    {
        var report = Audited.Text(
            "The call\n\nLima, 9 August 2019\n\nThe call\n\nThe street was dark at 20:10.\n\nThe control centre's record\n\nThe call was answered at 21:47. A crew left at 21:53, the driver said."
        );
        Assert.Equal("author", report.Clock("20:10").Voice);
        Assert.Equal("control centre's record", report.Clock("21:47").Voice);
        Assert.Equal("driver", report.Clock("21:53").Voice);
    }

    [Theory]
    [InlineData("HAMADA CITY ASSEMBLY", "Asia/Tokyo")]
    [InlineData("CITY OF HAMADA", "Asia/Tokyo")]
    [InlineData("THE HAMADA FAMILY", "UTC")]
    public void The_body_at_the_head_of_a_page_tells_where_it_is(string head, string zone)
    {
        var report = Audited.Text(
            $"{head}\n\nQuestion time\n\n14 August 2021\n\nThe instruction was given at 4:05 a.m., and the slope came down at 4:18 a.m."
        );
        Assert.Equal(zone, Home(report, "4:05"));
    }

    [Theory]
    [InlineData("By Ada Moor in Medellín", "America/Bogota")]
    [InlineData("By Ada Moor in earnest", "Europe/Madrid")]
    public void A_byline_says_where_a_story_was_filed(string byline, string zone)
    {
        var report = Audited.Text(
            $"The test\n\n{byline}\n\n2 October 2017\n\nA rider crossed the line on Saturday 30 September at 2:48 p.m. The squad has its people in Bilbao."
        );
        Assert.Equal(zone, Home(report, "2:48"));
    }

    [Theory]
    [InlineData("Our times are Newfoundland time.", "America/Halifax")]
    [InlineData("All times are Newfoundland time.", "America/St_Johns")]
    public void Our_times_are_not_those_of_others(string sentence, string zone)
    {
        var report = Audited.Text(
            $"The ferry\n\nSt. John's, 8 October 2022\n\n{sentence}\n\nThe vessel stopped on Friday at 9:40 a.m. The harbour office in Halifax says that its log shows the call at 9:19 a.m."
        );
        Assert.Equal(("America/St_Johns", zone), (Home(report, "9:40"), Home(report, "9:19")));
    }

    [Fact]
    public void An_abbreviation_is_that_of_the_country()
    {
        var report = Audited.Text(
            "The trip\n\nCastries, Saint Lucia, 9 August 2019\n\nUnit 9 tripped at 14:07 AST and the lights of Castries went out."
        );
        Assert.Equal("America/St_Lucia", Home(report, "14:07"));
    }

    [Fact]
    public void A_local_time_at_a_place_that_no_table_knows_is_not_that_of_the_country()
    {
        var report = Audited.Text(
            "The jet\n\nBy Ada Moor\n\n13 August 2022\n\nThe show was to be in Queens, New York. The fans in Queens waited. A spokeswoman for Akerufoss airport says that the jet came down at 8.31pm local time."
        );
        Assert.False(report.Clock("8.31").ZoneStated);
    }

    [Fact]
    public void The_head_of_a_table_is_nearer_than_what_is_said_of_all_clocks()
    {
        var report = Audited.Text(
            "The blast\n\nLondon, 25 November 2022\n\nAll times on this page are West Africa Time, as recorded by the Bureau on Friday 18 November 2022.\n\n"
                + "| Time (WAT) | Event | Source |\n| 04:12 | The pressure on the line begins to fall | Telemetry of the line |\n"
                + "| 04:35 | Fishermen report a smell of fuel at the post | Post register |\n| 05:48 | The line explodes and burns | Seismic station |"
        );
        Assert.Equal("UTC+01:00", Home(report, "04:12"));
    }

    [Theory]
    [InlineData("The train left Shymkent at 9:56 p.m.", "Asia/Almaty")] // of the country's two zones that of the place named
    [InlineData("The train left at 9:56 p.m.", "Asia/Almaty Asia/Aqtau")]
    public void A_country_keeps_the_clocks_of_its_places(string sentence, string zones)
    {
        var report = Audited.Text(
            $"The trolley\n\nSARYAGASH, Kazakhstan, 17 November 2021 - A train hit a trolley at a crossing on Tuesday, officials in Kazakhstan said at 10:14 p.m.\n\n{sentence}"
        );
        Assert.Equal(zones, string.Join(' ', report.Clock("10:14").Zones.Select(z => z.Zone).Order(StringComparer.Ordinal)));
    }
}
