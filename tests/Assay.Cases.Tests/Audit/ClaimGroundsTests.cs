using Assay.Cases.Clocks;
using Assay.Cases.Report;
using Assay.Reading;

namespace Assay.Cases.Tests.Audit;

/// <summary>What a claim rests on decides whether it is tested at all.</summary>
public sealed class ClaimGroundsTests
{
    private static AuditReport Told(string body) => Audited.Text("The bridge at Varn\n\nVarna, 9 May 2023\n\n" + body + "\n");

    private static ClaimEntry Only(AuditReport report) => Assert.Single(report.Claims);

    [Fact]
    public void Makes_no_claim_of_an_order_that_only_the_clocks_imply()
    {
        var report = Told(
            "The mayor closed the bridge at 9:05 a.m. on 3 May. The engineer reached the pier at 9:40 a.m. The ferry left at 10:15 a.m."
        );
        Assert.Empty(report.Claims);
        Assert.Equal(3, report.Orders.Count);
        Assert.All(report.Orders, o => Assert.Equal(Outcome.Always, o.Verdict));
    }

    [Fact]
    public void Asks_which_event_is_meant_where_several_fit()
    {
        var claim = Only(
            Told(
                """
                The warden called the depot at 9:10 a.m. on 3 May. The cook called the depot at 9:50 a.m. on 3 May.
                The gate was shut at 9:30 a.m. on 3 May, before the call.
                """
            )
        );
        Assert.Equal(Outcome.Untested, claim.Verdict);
        var link = claim.Links[0];
        Assert.Equal((LinkKind.Event, Evidence.Guessed, "the call", 2), (link.Kind, link.Evidence, link.Words, link.Candidates.Count));
        Assert.Contains("unsure which event “the call” is", claim.NotTested, StringComparison.Ordinal);
    }

    [Fact]
    public void Tests_a_claim_whose_event_is_the_only_one_that_fits()
    {
        var claim = Only(
            Told("The warden called the depot at 9:10 a.m. on 3 May. The gate was shut at 8:30 a.m. on 3 May, before the warden's call.")
        );
        Assert.Equal(Outcome.Always, claim.Verdict);
        Assert.Equal(Evidence.Read, claim.Links[0].Evidence);
    }

    [Fact]
    public void A_date_accuses_nobody_where_minutes_are_told()
    {
        var claim = Only(
            Told(
                "The warden called the depot at 9:10 a.m. on 3 May. The gate was shut on 1 May. The cook says the gate was shut 20 minutes after the warden's call."
            )
        );
        Assert.Equal(Outcome.Untested, claim.Verdict);
        Assert.Contains("“1 May” names a day, not a time on a clock", claim.NotTested, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", Outcome.Never)]
    [InlineData("A call from the cook stands in another list. ", Outcome.Untested)] // and it is that one which is meant
    [InlineData("A cook stands in another list. ", Outcome.Never)]
    public void A_call_told_in_between_may_be_the_one_that_is_meant(string between, Outcome verdict)
    {
        var claim = Only(
            Told(
                "The warden made a call at 9:10 a.m. on 3 May. The gate was shut at 10:50 a.m. on 3 May.\n\n"
                    + between
                    + "The mayor says the gate was shut twenty minutes after the call."
            )
        );
        Assert.Equal(verdict, claim.Verdict);
    }

    [Fact]
    public void Takes_a_gap_of_minutes_between_events_days_apart_for_a_misreading()
    {
        var claim = Only(
            Told(
                """
                The mayor closed the bridge at 9 a.m. on 3 May. The engineer arrived at 9:20 a.m. on 6 May, 20 minutes after the mayor had closed the bridge.
                """
            )
        );
        Assert.Equal(Outcome.Untested, claim.Verdict);
        Assert.Contains("apart", claim.NotTested, StringComparison.Ordinal);
    }

    [Fact]
    public void Tests_a_gap_of_days_between_events_days_apart()
    {
        var claim = Only(
            Told(
                """
                The mayor closed the bridge at 9 a.m. on 3 May. The engineer arrived at 9:20 a.m. on 6 May, three days after the mayor had closed the bridge.
                """
            )
        );
        Assert.Equal(Outcome.Always, claim.Verdict);
    }

    [Fact]
    public void Reads_later_from_the_one_event_told_in_the_sentence_before()
    {
        var claim = Only(
            Told("The mayor closed the bridge at 9:05 a.m. on 3 May. Ten minutes later, at 9:15 a.m., the engineer reached the pier.")
        );
        Assert.Equal((Outcome.Always, Evidence.Read), (claim.Verdict, claim.Links[0].Evidence));
    }

    [Fact]
    public void Asks_from_which_event_later_counts_where_the_sentence_before_told_two()
    {
        var claim = Only(
            Told(
                """
                The mayor closed the bridge at 9:05 a.m. on 3 May and the cook left the kitchen at 9:25 a.m. on 3 May.
                Twelve minutes later, at 9:35 a.m., the engineer reached the pier.
                """
            )
        );
        Assert.Equal(Outcome.Untested, claim.Verdict);
        Assert.True(claim.Links[0].Candidates.Count >= 2);
    }

    [Fact]
    public void Takes_the_event_that_the_length_fits_where_two_may_be_meant() =>
        Assert.Equal(
            Outcome.Always,
            Only(
                Told(
                    """
                    The mayor closed the bridge at 9:05 a.m. on 3 May and the cook left the kitchen at 9:25 a.m. on 3 May.
                    Ten minutes later, at 9:35 a.m., the engineer reached the pier.
                    """
                )
            ).Verdict
        );

    [Fact]
    public void Takes_the_event_that_the_length_fits_at_the_head_of_a_paragraph()
    {
        var claim = Only(
            Told("The mayor closed the bridge at 9:05 a.m. on 3 May.\n\nTen minutes later, at 9:15 a.m., the engineer reached the pier.")
        );
        Assert.Equal(Outcome.Always, claim.Verdict);
        Assert.Contains(claim.Links, l => l.Reason.Contains("the length stated fits it", StringComparison.Ordinal));
    }

    [Fact]
    public void Puts_two_voices_that_time_one_event_differently_before_the_claims()
    {
        var report = Audited.Text(
            "Fire at the mill\n\nVarna, 9 May 2023\n\nThe night train from Ruse struck the mill wagon at 9:10 p.m. local time on 3 May.\n",
            "The mill\n\nVarna, 10 May 2023\n\nThe night train from Ruse struck the mill wagon at 9:40 p.m. local time on 3 May.\n"
        );
        var found = Assert.Single(report.Disagreements);
        Assert.Equal(2, found.Clocks.Count);
        Assert.Contains("timed 2 ways", found.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Does_not_take_two_like_events_of_different_doers_for_one()
    {
        var report = Audited.Text(
            "Fire at the mill\n\nVarna, 9 May 2023\n\nThe night train from Ruse struck the mill wagon at 9:10 p.m. local time on 3 May.\n",
            "The mill\n\nVarna, 10 May 2023\n\nA lorry of the brewery struck the mill wagon at 9:40 p.m. local time on 3 May.\n"
        );
        Assert.Empty(report.Disagreements);
    }

    [Fact]
    public void Asks_for_the_zone_of_an_unstated_clock_that_a_stated_one_is_set_against()
    {
        var claim = Only(
            Told(
                """
                The tanker left the pier at 9:30 a.m. on 3 May. The mayor closed the bridge at 6:40 a.m. GMT on 3 May, after the tanker had left the pier.
                """
            )
        );
        Assert.Equal(Outcome.Untested, claim.Verdict);
        Assert.Equal((LinkKind.Seat, Evidence.Guessed), (claim.Links[0].Kind, claim.Links[0].Evidence));
        Assert.Contains("unsure which zone", claim.NotTested, StringComparison.Ordinal);
    }

    [Fact]
    public void Tests_two_clocks_that_state_their_zones()
    {
        var claim = Only(
            Told(
                """
                The tanker left the pier at 9:30 a.m. GMT on 3 May. The mayor closed the bridge at 6:40 a.m. GMT on 3 May, after the tanker had left the pier.
                """
            )
        );
        Assert.Equal(Outcome.Never, claim.Verdict);
    }

    [Fact]
    public void Sets_no_clock_of_an_unknown_zone_against_another()
    {
        var claim = Only(
            Told(
                """
                The tanker left the pier at 9:30 a.m. QZT on 3 May. The mayor closed the bridge at 6:40 a.m. GMT on 3 May, after the tanker had left the pier.
                """
            )
        );
        Assert.Equal(Outcome.Untested, claim.Verdict);
        Assert.Contains("“QZT” is not a zone Assay knows", claim.NotTested, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The tanker was due to leave the pier at 9:30 a.m. on 3 May.", "planned or due")]
    [InlineData("The tanker would have left the pier at 9:30 a.m. on 3 May.", "under a condition")]
    [InlineData("The tanker did not leave the pier at 9:30 a.m. on 3 May.", "did not happen")]
    public void Tests_nothing_of_what_did_not_happen(string told, string reason)
    {
        var report = Told($"{told} The mayor closed the bridge at 9:40 a.m. on 3 May, before the tanker left the pier.");
        Assert.DoesNotContain(report.Claims, c => c.Verdict is Outcome.Never or Outcome.Contradictory or Outcome.Always);
        Assert.Contains(report.Claims, c => c.NotTested?.Contains(reason, StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Lets_no_claim_accuse_another_when_no_clock_times_what_both_speak_of()
    {
        var report = Told(
            "The engineer reached the pier at 9:44 a.m. on 3 May, three minutes after the alert. The mayor closed the bridge at 10:10 a.m. on 3 May, within ten minutes of the alert."
        );
        Assert.Equal(2, report.Claims.Count);
        Assert.DoesNotContain(report.Claims, c => c.Verdict is Outcome.Never or Outcome.Contradictory);
    }

    [Fact]
    public void Accuses_nobody_by_a_part_of_the_day()
    {
        var report = Told(
            "The dam failed in the early hours of 3 May. The mayor closed the bridge at 4:49 a.m. on 3 May, at the same minute as the dam failed."
        );
        Assert.DoesNotContain(report.Claims, c => c.Verdict is Outcome.Never or Outcome.Contradictory);
    }

    [Fact]
    public void Sets_no_local_clock_against_a_log_whose_zone_the_text_tells_elsewhere()
    {
        var report = Audited.Text(
            """
            The relay that failed

            Varna, 14 November 2023

            All times in the log are UTC.

            At 10:03 p.m. on 13 November the relay was tripped. The engineer in Varna was paged at 12:05 a.m. local time on 14 November, two minutes after the relay was tripped.
            """
        );
        Assert.DoesNotContain(report.Claims, c => c.Verdict is Outcome.Never or Outcome.Contradictory or Outcome.Always);
    }

    [Fact]
    public void Sets_no_clock_called_local_against_one_that_is_not()
    {
        var report = Told(
            "The tanker left the pier at 9:30 a.m. on 3 May. The mayor closed the lock of Ruse at 6:40 a.m. local time on 3 May, after the tanker had left the pier."
        );
        Assert.DoesNotContain(report.Claims, c => c.Verdict is Outcome.Never or Outcome.Contradictory or Outcome.Always);
    }

    [Fact]
    public void Takes_no_condition_in_a_claim_for_what_happened()
    {
        var report = Told(
            """
            The inspector found the crack at 9 a.m. on 3 May. The ferry departed at 7 a.m. on 3 May.
            With a lamp at hand the crack would have been found before the ferry departed.
            """
        );
        Assert.DoesNotContain(report.Claims, c => c.Verdict is Outcome.Never or Outcome.Contradictory or Outcome.Always);
    }

    [Fact]
    public void Takes_an_order_reversed_by_days_for_a_misreading()
    {
        var claim = Only(
            Told(
                "The mayor closed the bridge at 9 a.m. on 3 May. The engineer reached the pier at 9:20 a.m. on 8 May, before the mayor had closed the bridge."
            )
        );
        Assert.Equal(Outcome.Untested, claim.Verdict);
        Assert.Contains("the other way round", claim.NotTested, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_midnight_itself_may_be_of_either_day()
    {
        var report = Audited.Text(
            "The grid\n\nVadsø, 3 November 2025\n\nAll times are UTC.\n\nThe line tripped at 23:52 on 25 October 2025. The breaker at the other end stayed in. "
                + "A reclosure failed at 00:03, eleven minutes after the trip."
        );
        Assert.Equal(Outcome.Always, Only(report).Verdict);
    }
}
