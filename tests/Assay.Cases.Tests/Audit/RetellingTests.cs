using Assay.Cases.Report;

namespace Assay.Cases.Tests.Audit;

/// <summary>Two voices that time one event differently, and days that move together.</summary>
public sealed class RetellingTests
{
    private static int ClocksOf(AuditReport report, string label) =>
        report
            .Clocks.GroupBy(c => c.Event)
            .Where(g => report.Event(g.Key).Label.Contains(label, StringComparison.Ordinal))
            .Max(g => g.Count());

    private static AuditReport Told(string text) => Audited.Text("Bergen, 4 May 2021\n\n" + text);

    [Fact]
    public void Brings_two_voices_clocks_of_one_sinking_together()
    {
        var report = Told(
            "On Tuesday the tug sank off Bergen. According to the port log, the tug sank at 4:40 a.m. The owner told the court that the tug went under at 5:15 a.m."
        );
        Assert.Equal(2, ClocksOf(report, "tug"));
        Assert.NotEmpty(report.Disagreements);
    }

    [Theory]
    [InlineData("The owner told the court that the ferry went under at 5:15 a.m.")] // another thing
    [InlineData("The owner told the court that the tug went under at 11:15 a.m.")] // half a day later
    [InlineData("According to the port log, the tug sank a second time, at 5:15 a.m.")] // one voice
    public void Keeps_apart_what_may_be_two_events(string other)
    {
        var report = Told("On Tuesday the tug sank off Bergen. According to the port log, the tug sank at 4:40 a.m. " + other);
        Assert.Equal(1, ClocksOf(report, "tug"));
    }

    [Theory]
    [InlineData("the office told the depot of the fire", "the office told the mayor of the strike")] // people tell much
    [InlineData("flight 77 was lost", "flight 93 was lost")] // by number
    [InlineData("the crew of Delta left the gate", "the crew of Bering left the gate")] // by name
    [InlineData("the office received a report from the depot", "the office received word of flight 93 from the port")]
    [InlineData("they arrived at the gate", "the minister arrived at the gate")] // nobody named on one side
    public void Keeps_apart_what_is_told_alike(string one, string other)
    {
        var report = Told(
            $"According to the port log, {one} at 4:40 a.m. on Tuesday. The owner told the court that {other} at 5:15 a.m. on Tuesday."
        );
        Assert.Empty(report.Disagreements);
    }

    [Fact]
    public void Brings_the_collision_and_the_words_that_tell_it_together()
    {
        var report = Told(
            "According to the port log, the ferry Zarzis 3 hit the breakwater at 4:40 a.m. on Tuesday. The owner told the court that the collision happened at 5:15 a.m. on Tuesday."
        );
        Assert.Single(report.Disagreements);
    }

    [Fact]
    public void Keeps_the_sirens_of_two_owners_apart()
    {
        var report = Told(
            "According to the ministry, the municipal siren sounded at 2:04 a.m. The guard said that its own siren sounded at 2:16 a.m."
        );
        Assert.Equal(1, ClocksOf(report, "siren"));
    }

    [Fact]
    public void A_list_below_the_words_that_introduce_it_is_theirs()
    {
        var report = Told(
            "There was shooting that night.\n\nThe defence ministry in Yerevan, statement of 4 May:\n\n- 22:40: the first round falls\n- 23:25: the guns answer\n"
        );
        Assert.All(report.Clocks, c => Assert.Equal("Asia/Yerevan", Assert.Single(c.Zones, z => z.Home).Zone));
        Assert.Equal(2, report.Clocks.Count);
    }

    [Fact]
    public void All_clocks_of_a_text_are_in_the_zone_it_states()
    {
        var report = Told("All times are UTC. The tug left on 3 May 2021 at 4:40 a.m. The ferry left at 5:15 a.m.");
        Assert.All(report.Clocks, c => Assert.Equal("UTC", Assert.Single(c.Zones).Zone));
    }

    [Theory]
    [InlineData("6:15 a.m. local time", true)]
    [InlineData("6:15 a.m.", false)] // all times are said to be UTC, and hers may be
    public void A_clock_called_local_is_in_the_zone_of_whoever_tells_it(string clock, bool holds)
    {
        var report = Audited.Text(
            "The outage of 3 February 2024\n\n9 February 2024\n\nAll timestamps are UTC.\n\nOn 3 February 2024 card payments failed for 74 minutes.\n\n"
                + "- 09:17: the first payment is refused\n- 09:21: the on-call engineer is paged\n- 09:40: the change is rolled back\n\n"
                + $"Our largest merchant, in São Paulo, told us that its tills stopped at {clock}, two minutes before the first payment was refused on our side."
        );
        Assert.Equal(holds, Assert.Single(report.Claims).Verdict == Outcome.Always);
    }

    [Theory]
    [InlineData("at 6:05 a.m., after the tug had sunk.", "Whichever of the 2 clocks is right, it holds.")]
    [InlineData("at 4:05 a.m., after the tug had sunk.", "Whichever of the 2 clocks is right, it cannot hold.")]
    [InlineData("at 5:05 a.m., after the tug had sunk.", "On “4:40 a.m.” (port log) it holds; on “5:15 a.m.” (owner) it cannot hold.")]
    public void A_claim_on_clocks_that_clash_says_how_it_fares_on_each(string boarded, string finding)
    {
        var report = Told(
            "On Tuesday the tug sank off Bergen. According to the port log, the tug sank at 4:40 a.m. The owner told the court that the tug went under at 5:15 a.m. The crew was rescued "
                + boarded
        );
        var claim = Assert.Single(report.Claims);
        Assert.Equal((Outcome.Contradictory, finding), (claim.Verdict, claim.Findings[0]));
        Assert.Null(report.Joint);
    }
}
