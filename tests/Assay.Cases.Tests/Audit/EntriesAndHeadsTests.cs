using Assay.Cases.Report;

namespace Assay.Cases.Tests.Audit;

/// <summary>Entries whose time is a sentence of its own, what the head of a page says of its clocks, and names said the other way
/// round.</summary>
public sealed class EntriesAndHeadsTests
{
    private const string Head = "Accra, 5 March 2024\n\n";

    private static string Event(AuditReport report, string words) => report.Events.Single(e => e.Id == report.Clock(words).Event).Label;

    [Theory]
    [InlineData("4 March, 16:52 UTC. Ship's log: hoses connected.", "Ship's log", "hoses connected")]
    [InlineData("4 March, 16:52 UTC. Track of the ship: last position, south of the cape.", "Track of the ship", "last position")]
    [InlineData("4 March, 16:52 UTC. The hoses were connected.", "author", "The hoses were connected")]
    public void An_entry_is_what_stands_behind_its_time(string entry, string voice, string label)
    {
        var report = Audited.Text(Head + entry + "\n\nNobody was hurt in the harbour.");
        Assert.Equal(voice, report.Clock("16:52").Voice);
        Assert.StartsWith(label, Event(report, "16:52"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_can_be_meant_elsewhere()
    {
        var report = Audited.Text(
            Head
                + "4 March, 16:52 UTC. Ship's log: hoses connected.\n\nThe bill was signed at 4 p.m. UTC on 4 March, before a single hose had been connected."
        );
        var claim = Assert.Single(report.Claims);
        Assert.Equal("always", claim.Verdict.ToString(), ignoreCase: true);
    }

    [Fact]
    public void What_a_row_says_in_brackets_denies_nothing()
    {
        var report = Audited.Text(Head + "| 08:44 UTC | First double debit (nobody saw it then) |\n| 08:50 UTC | Release rolled back |");
        Assert.Equal("First double debit", Event(report, "08:44"));
    }

    [Theory]
    [InlineData("Tuesday, 5 March 2024. Local time, GMT+6")]
    [InlineData("5 March 2024\n\nLocal time, GMT+6")]
    public void The_head_of_a_page_says_which_clocks_it_keeps(string line)
    {
        var report = Audited.Text(
            $"Storm live\n\nBy Ama Mensah\n\n{line}\n\nThe storm is near. It has a name.\n\nA boat took nine men off at 1:25 a.m."
        );
        Assert.Equal("UTC+06:00", report.Clock("1:25").Zones[0].Zone);
    }

    [Fact]
    public void Who_writes_says_which_clocks_their_own_notes_keep()
    {
        var report = Audited.Text(
            Head
                + "Everything I say from my notes is in UTC. He rang me at 8:20 p.m. on Monday. The board's timeline in Nairobi says that the call was logged at 9:10 p.m."
        );
        Assert.Equal("UTC", report.Clock("8:20").Zones[0].Zone);
        Assert.NotEqual("UTC", report.Clock("9:10").Zones[0].Zone);
    }

    [Theory]
    [InlineData(
        "The Chatham Islands are far. The boat for the Chatham Islands came at 8:20 p.m. on Monday, island time.",
        "Pacific/Chatham"
    )]
    [InlineData("Norfolk Island is near. The boat came at 8:20 p.m. on Monday, island time.", "")] // a neighbour, named once
    public void Island_time_is_that_of_the_island_told_of(string text, string zone) =>
        Assert.Equal(
            zone,
            Audited
                .Clock(Audited.Text(Head + text), "8:20")
                .Zones.Where(z => z.Reason.Contains("island time", StringComparison.Ordinal))
                .Select(z => z.Zone)
                .FirstOrDefault()
                ?? ""
        );

    [Fact]
    public void One_body_has_one_clock_whatever_the_order_of_its_name()
    {
        var report = Audited.Text(
            Head
                + "The harbour office at Batam has the crash at 3:27 a.m. on Monday.\n\nIt was seen from Singapore.\n\nThe Batam harbour office sent out a boat at 3:49 a.m."
        );
        Assert.Equal(report.Clock("3:27").Variable, report.Clock("3:49").Variable);
    }

    [Fact]
    public void A_post_is_no_newspaper() =>
        Assert.DoesNotContain(
            Audited
                .Clock(Audited.Text(Head + "The guards' post is at Kolwezi. The post sounded the alarm at 9:20 a.m. on Monday."), "9:20")
                .Zones,
            z => z.Reason.Contains("head office", StringComparison.Ordinal)
        );

    [Fact]
    public void The_noun_that_was_at_a_time_is_what_happened()
    {
        var report = Audited.Text(
            Head
                + "The ferry left at 9 p.m. UTC on Monday. The company says its first alarm was at 9:25 p.m. UTC, twenty-five minutes after the ferry left."
        );
        Assert.Equal("its first alarm", Event(report, "9:25"));
        Assert.Equal("always", Assert.Single(report.Claims).Verdict.ToString(), ignoreCase: true);
    }

    [Fact]
    public void What_followed_followed_nothing_in_particular()
    {
        var report = Audited.Text(
            Head
                + "The warning was issued at 10:35 p.m. UTC on Monday. Messages followed at 10:45 p.m. UTC, ten minutes behind the warning."
        );
        Assert.Equal("always", Assert.Single(report.Claims).Verdict.ToString(), ignoreCase: true);
    }

    [Fact]
    public void The_part_of_the_day_beside_a_clock_is_no_clock() =>
        Assert.Single(Audited.Text(Head + "The last one stepped ashore at half past one on the morning of Monday 4 March.").Clocks);
}
