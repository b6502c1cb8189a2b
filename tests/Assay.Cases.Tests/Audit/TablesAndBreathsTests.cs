using Assay.Cases.Report;

namespace Assay.Cases.Tests.Audit;

/// <summary>Rows of tables, times told in one breath, the town named last, and words that are or are no relation.</summary>
public sealed class TablesAndBreathsTests
{
    private const string Table = """
        # The night at the weir

        Before dawn on Friday 14 July 2023 the weir above Kolwezi gave way, and we asked four keepers when.

        | What | Who says so | Time | Kept on |
        |---|---|---|---|
        | Gauge falls silent | modem of the gauge | 03:12 | UTC |
        | Guard's call comes in | control room log | 5:20 a.m. | not stated |
        | Bell rung | log of the school | 5:24 a.m. | Kinshasa time |

        The guard went home and slept.
        """;

    private static AuditReport Markdown(string text)
    {
        var folder = Directory.CreateTempSubdirectory("assay-table-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "page.md"), text.ReplaceLineEndings("\n"));
            return Audited.Files(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("03:12", "Gauge falls silent", "UTC")]
    [InlineData("5:20 a.m.", "Guard's call comes in", "Africa/Lubumbashi")]
    [InlineData("5:24 a.m.", "Bell rung", "Africa/Kinshasa")]
    public void A_row_tells_what_its_first_cell_says_at_the_time_of_another_on_the_zone_of_a_third(string words, string label, string zone)
    {
        var report = Markdown(Table);
        var clock = report.Clock(words);
        Assert.Equal(label, report.Events.Single(e => e.Id == clock.Event).Label);
        Assert.Equal(zone, clock.Zones[0].Zone);
        Assert.StartsWith("2023-07-14", clock.Local.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("03:12", "modem of the gauge")]
    [InlineData("5:20 a.m.", "control room log")]
    public void The_column_that_says_who_tells_is_the_voice_of_each_row(string words, string voice)
    {
        Assert.Equal(voice, Audited.Clock(Markdown(Table), words).Voice);
        Assert.Equal(voice, Audited.Clock(Markdown(Table.Replace("Who says so", "Source", StringComparison.Ordinal)), words).Voice);
        Assert.NotEqual(voice, Audited.Clock(Markdown(Table.Replace("Who says so", "Colour", StringComparison.Ordinal)), words).Voice);
    }

    [Fact]
    public void A_deadline_on_a_date_is_not_the_day_of_the_story()
    {
        var report = Audited.Text(
            "Oslo, 20 July 2023\n\nThe report was due before Friday 14 July 2023. On Sunday 16 July 2023 the mill burned.\n\nThe roof fell at 3:12 a.m. and the bell rang at 3:40 a.m."
        );
        Assert.All(
            report.Clocks.Where(c => c.Quote.Exact.Contains("a.m.", StringComparison.Ordinal)),
            c => Assert.StartsWith("2023-07-16", c.Local.ToString(), StringComparison.Ordinal)
        );
    }

    private const string Breath =
        "Asunción, 20 July 2017\n\nThe players came from Clorinda in Argentina. On Wednesday 19 July 2017 the bailiff's sheet gave the start as 8:19 p.m., and the game was broken off at 8:41 p.m.";

    [Fact]
    public void Times_told_in_one_breath_are_on_one_clock()
    {
        var report = Audited.Text(Breath);
        Assert.Equal(report.Clock("8:19").Variable, report.Clock("8:41").Variable);
        var apart = Audited.Text(Breath.Replace(", and the game", ".\n\nThe game", StringComparison.Ordinal));
        Assert.NotEqual(Audited.Clock(apart, "8:19").Variable, Audited.Clock(apart, "8:41").Variable);
    }

    [Fact]
    public void The_town_is_the_one_named_last()
    {
        const string text =
            "Chiang Mai, 10 December 2021\n\nOn Friday 19 November 2021 the radio in Sittwe read out the warning. The lamps in the town failed at 8:20 p.m.";
        Assert.Equal("Asia/Yangon", Audited.Clock(Audited.Text(text), "8:20").Zones[0].Zone);
        var elsewhere = text.Replace("lamps in the town", "lamps over my desk", StringComparison.Ordinal);
        Assert.NotEqual("Asia/Yangon", Audited.Clock(Audited.Text(elsewhere), "8:20").Zones[0].Zone);
    }

    [Theory]
    [InlineData("It gives the start as 8:19 p.m. and the moment when the match was broken off as 8:41 p.m.", 0)]
    [InlineData("The siren sounded at 8:19 p.m., the moment the match was broken off at 8:41 p.m.", 1)]
    public void A_moment_that_is_told_of_relates_nothing(string sentence, int claims) =>
        Assert.Equal(
            claims,
            Audited.Text("Oslo, 20 July 2017\n\nOn 19 July 2017 a clerk kept a list. " + sentence).Claims.Count(c => c.Origin == "text")
        );

    [Theory]
    [InlineData("The first flare went up at 4:41 a.m. and the last at 7:09 a.m.", "the last flare")]
    [InlineData("The porter counted the first guest at 4:41 a.m. and the tenth at 7:09 a.m.", "the tenth guest")]
    [InlineData("The first bus left at 4:41 a.m. and the last bus at 7:09 a.m.", "the last bus")]
    public void One_more_of_what_a_verb_is_said_of_is_an_event_of_its_own(string sentence, string label)
    {
        var report = Audited.Text("Oslo, 4 May 2021\n\nIt was a long night on Monday 3 May 2021. " + sentence);
        Assert.Equal(label, report.Events.Single(e => e.Id == report.Clock("7:09").Event).Label);
        Assert.NotEqual(report.Clock("4:41").Event, report.Clock("7:09").Event);
    }

    [Fact]
    public void What_somebody_puts_after_something_is_what_came_after_it()
    {
        var report = Audited.Text(
            "Oslo, 20 July 2017\n\nOn 19 July 2017 the alarm went off at 8:10 p.m. Her call came in at 8:20 p.m. This puts her call ten minutes after the alarm."
        );
        var claim = Assert.Single(report.Claims, c => c.Origin == "text");
        Assert.Equal(
            ("always", "Her call came in"),
            (claim.Verdict.ToString()!.ToLowerInvariant(), report.Events.Single(e => e.Id == claim.Later).Label)
        );
    }

    [Fact]
    public void The_cell_that_says_who_tells_is_read_in_a_page_too()
    {
        var folder = Directory.CreateTempSubdirectory("assay-table-");
        try
        {
            File.WriteAllText(
                Path.Combine(folder.FullName, "page.html"),
                "<html><body><article><h1>The night at the weir</h1><p>Before dawn on Friday 14 July 2023 the weir above Kolwezi gave way, and we asked two keepers when it was.</p>"
                    + "<table><tr><th>Time</th><th>What happened</th><th>Source</th></tr>"
                    + "<tr><td>5:12 a.m.</td><td>Gauge falls silent</td><td>Water board</td></tr>"
                    + "<tr><td>5:20 a.m.</td><td>The guard calls in</td><td>Sheriff</td></tr></table></article></body></html>"
            );
            var report = Audited.Files(folder.FullName);
            Assert.Equal("Water board", report.Clock("5:12").Voice);
            Assert.Equal("Sheriff", report.Clock("5:20").Voice);
            Assert.DoesNotContain(report.Events, e => e.Label.Contains("Water board", StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
