using Assay.Cases.Report;

namespace Assay.Cases.Tests.Audit;

/// <summary>Orders told without "before" and "after", and what keeps a false one from being told.</summary>
public sealed class OrderWordsTests
{
    private const string Head = "Skopje, 20 September 2021\n\n";

    private static IReadOnlyList<ClaimEntry> Claims(string text) => Audited.Text(Head + text).Claims;

    [Fact]
    public void What_was_already_over_came_first() =>
        Assert.Equal(
            Outcome.Never,
            Assert
                .Single(
                    Claims(
                        "The roof fell at 9:44 p.m. on Saturday. The porter locked the gate at 9:50 p.m. on Saturday. The gate had already been locked when the roof fell."
                    )
                )
                .Verdict
        );

    [Theory]
    [InlineData("The gate was locked when the roof fell.")] // no order
    [InlineData("When the roof fell, nobody was there.")]
    public void When_alone_tells_no_order(string told) =>
        Assert.Empty(Claims("The roof fell at 9:44 p.m. on Saturday. The porter locked the gate at 9:50 p.m. on Saturday. " + told));

    [Fact]
    public void What_did_not_happen_until_something_else_came_after_it() =>
        Assert.Equal(
            Outcome.Never,
            Assert
                .Single(
                    Claims(
                        "The radio read out the alert at 7:58 p.m. on Saturday. The lights in the town failed at 8:20 p.m. on Saturday. The radio did not read out the alert until the lights were out."
                    )
                )
                .Verdict
        );

    [Fact]
    public void Only_then_is_after_what_was_told_last()
    {
        var claim = Assert.Single(
            Claims("The plan was triggered at 8:40 a.m. on Saturday. Only then did the siren sound, at 8:52 a.m. on Saturday.")
        );
        Assert.Equal(Outcome.Always, claim.Verdict);
    }

    [Fact]
    public void Nobody_answered_until_then_somebody_did()
    {
        var report = Audited.Text(
            Head
                + "The centre called the ship at 10:40 p.m. on Saturday. Nobody on the bridge answered until 11:25 p.m. on Saturday. It took forty-five minutes of calling."
        );
        Assert.Equal(2, report.Clocks.Count);
        Assert.Equal(Outcome.Always, Assert.Single(report.Claims).Verdict);
    }

    [Fact]
    public void What_two_logs_note_is_one_event_timed_twice()
    {
        var report = Audited.Text(
            Head
                + "The company's control room recorded the cut at 10:35 p.m. on Saturday. The brigade's own log has the cut at 10:50 p.m. on Saturday. "
                + "The roof came down at 10:44 p.m. on Saturday. The expert said that the current had already been cut when the roof fell."
        );
        Assert.Single(report.Disagreements);
        Assert.Equal(Outcome.Contradictory, Assert.Single(report.Claims).Verdict);
    }

    [Fact]
    public void A_claim_that_rests_on_clocks_that_clash_says_that_it_holds_on_each()
    {
        var claim = Assert.Single(
            Claims(
                "The company's control room recorded the cut at 10:35 p.m. on Saturday. The brigade's own log has the cut at 10:50 p.m. on Saturday. "
                    + "The roof came down at 11:44 p.m. on Saturday. The expert said that the current had already been cut when the roof fell."
            )
        );
        Assert.Equal(Outcome.Contradictory, claim.Verdict);
        Assert.Contains("Whichever of the 2 clocks is right, it holds", claim.Findings[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_claim_on_one_of_two_like_events_is_settled_where_both_say_the_same()
    {
        const string told =
            "The first call came in at 7:10 p.m. on Saturday. A second call came in at 7:25 p.m. on Saturday. The gate was opened at {0} p.m. on Saturday. The mayor said that the call had come before the gate was opened.";
        Assert.Equal(Outcome.Always, Assert.Single(Claims(told.Replace("{0}", "8:10", StringComparison.Ordinal))).Verdict);
        Assert.NotEqual(Outcome.Always, Assert.Single(Claims(told.Replace("{0}", "7:20", StringComparison.Ordinal))).Verdict);
        // What is meant may be neither: no accusation.
        Assert.NotEqual(Outcome.Never, Assert.Single(Claims(told.Replace("{0}", "6:20", StringComparison.Ordinal))).Verdict);
    }

    [Fact]
    public void A_time_that_the_zone_read_for_it_skipped_accuses_nobody()
    {
        // On the night of the change 2:41 a.m. did not exist in Sydney.
        var claim = Assert.Single(
            Claims(
                "Sydney slept. In Sydney the launch found the raft at 2:41 a.m. on 2 October 2022. In Sydney they tied up at 4:15 a.m. on 2 October 2022, an hour and thirty-four minutes after they had found the raft."
            )
        );
        Assert.NotEqual(Outcome.Contradictory, claim.Verdict);
    }

    [Fact]
    public void Weeks_between_two_hours_of_a_night_are_a_misreading() =>
        Assert.All(
            Claims(
                "The ship sank at 3:40 a.m. on 4 August 2021. The crew picked up the last man at 6:44 a.m. on 4 August 2021. Weeks after the ship sank, the crew picked up a man."
            ),
            c => Assert.NotEqual(Outcome.Never, c.Verdict)
        );

    [Fact]
    public void Closing_one_thing_is_not_closing_another() =>
        Assert.DoesNotContain(
            Audited
                .Text(
                    Head
                        + "The alarm rang at 7:10 p.m. on Saturday. The office closed the border gate at 9:25 p.m. on Saturday. The mayor said that the valve was closed less than an hour after the alarm."
                )
                .Claims,
            c => c.Verdict == Outcome.Never
        );
}
