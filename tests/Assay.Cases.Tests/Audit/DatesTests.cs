using Assay.Cases.Report;
using NodaTime;

namespace Assay.Cases.Tests.Audit;

/// <summary>Claims about events of which no hour is told.</summary>
public sealed class DatesTests
{
    private const string Head = "Skopje, 20 September 2021\n\nSkopje heard the case. ";

    private static ClaimEntry Only(string text) => Assert.Single(Audited.Text(Head + text).Claims);

    [Fact]
    public void Tests_a_length_between_two_dates()
    {
        var claim = Only(
            "The tender was announced on 13 February 2021. The contract was signed on 26 March 2021, six weeks after the announcement."
        );
        Assert.Equal(Outcome.Always, claim.Verdict);
        Assert.Equal((Duration.FromDays(41), Duration.FromDays(41)), (claim.GapMin, claim.GapMax)); // whatever the clocks did in between
    }

    [Fact]
    public void Finds_an_order_of_two_dates_that_cannot_be()
    {
        var claim = Only(
            "The audit was ordered on 3 May 2021. The recordings were published on 25 April 2021. The office says that the audit had been ordered before the recordings were published."
        );
        Assert.Equal(Outcome.Never, claim.Verdict);
    }

    [Fact]
    public void Leaves_the_order_of_one_day_open() =>
        Assert.Equal(
            Outcome.Sometimes,
            Only(
                "The load was cleared on 2 September 2021. The letter arrived on 2 September 2021. The office says that the load had been cleared before the letter arrived."
            ).Verdict
        );

    [Fact]
    public void Holds_two_dates_of_one_event_against_one_another()
    {
        var report = Audited.Text(
            Head
                + "The authority says that the audit was concluded on 20 December 2020. In the auditor's report, the audit was concluded on 9 February 2021. "
                + "The licence was renewed on 16 January 2021. The chairman said that the audit was concluded before the licence was renewed."
        );
        Assert.Equal(Outcome.Contradictory, Assert.Single(report.Claims).Verdict);
    }

    [Fact]
    public void Keeps_dates_apart_from_clocks()
    {
        var report = Audited.Text(
            Head
                + "The tender was announced on 13 February 2021. The contract was signed on 26 March 2021, six weeks after the announcement."
        );
        Assert.Empty(report.Clocks);
        Assert.Equal(["2021-02-13", "2021-03-26"], report.Dates.Select(d => d.Local.ToString()).Order());
    }

    [Fact]
    public void Times_nothing_by_a_date_that_no_claim_asks_for() =>
        Assert.Empty(Audited.Text(Head + "The tender was announced on 13 February 2021. The contract was signed on 26 March 2021.").Dates);

    [Theory]
    [InlineData("Divers had inspected the hull before midnight on 3 May 2021.", 0)]
    [InlineData("Divers had inspected the hull shortly before midnight on 3 May 2021.", 1)]
    [InlineData("Divers had inspected the hull at midnight on 3 May 2021.", 1)]
    public void A_bound_is_no_clock(string text, int clocks) => Assert.Equal(clocks, Audited.Text(Head + text).Clocks.Count);

    [Fact]
    public void Claims_on_one_event_that_nobody_times_hold_up_no_accusation()
    {
        // The drop is told three minutes after the tremor and ten minutes before the valves shut: only these two clash.
        var report = Audited.Text(
            Head
                + "The station registered a tremor at 1:14 a.m. on 3 May 2021. The tanker passed at 0:49 a.m., 25 minutes before the tremor. The gauges dropped three minutes after the tremor. "
                + "The valves were shut at 1:41 a.m. The company said that the valves were shut within ten minutes of the drop."
        );
        Assert.DoesNotContain(report.Claims, c => c.Verdict is Outcome.Contradictory or Outcome.Never);
        Assert.Contains(report.Claims, c => c.Verdict == Outcome.Always);
    }
}
