using Assay.Cases.Report;
using Assay.Reading;

namespace Assay.Cases.Tests.Audit;

/// <summary>A guess may say that a claim holds, if the card says so; it accuses nobody.</summary>
public sealed class GuessTests
{
    private const string Landing =
        "Praia, 20 September 2021\n\nThe crew feathered the propeller at 11:40 p.m. on Saturday. The main wheels met the runway at 11:49 p.m. on Saturday. "
        + "The lamp on the tower was lit at {0} p.m. on Saturday. The report says that the lamp was lit {1} the wheels touched.";

    private static string Told(string clock, string link) =>
        Landing.Replace("{0}", clock, StringComparison.Ordinal).Replace("{1}", link, StringComparison.Ordinal);

    private static ClaimEntry Claim(string clock, string link = "at least ten minutes before") =>
        Assert.Single(Audited.Text(Told(clock, link)).Claims);

    [Fact]
    public void Says_that_a_claim_holds_as_far_as_it_could_be_read()
    {
        var claim = Claim("11:20");
        Assert.Equal((Outcome.Always, "Holds as far as it could be read"), (claim.Verdict, claim.Heading));
        Assert.Contains(claim.Links, l => l.Evidence == Evidence.Guessed);
        Assert.Contains(claim.Findings, f => f.StartsWith("It is unsure whether “the wheels touched” is", StringComparison.Ordinal));
    }

    // Half of all pairs are in that order.
    [Theory]
    [InlineData("before")]
    [InlineData("some time before")]
    public void An_order_that_rests_on_one_guess_is_a_question(string link)
    {
        var claim = Claim("11:20", link);
        Assert.Equal(Outcome.Untested, claim.Verdict);
        Assert.StartsWith("It is unsure whether “the wheels touched” is", claim.NotTested, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("within an hour before")]
    [InlineData("at least ten minutes before")]
    public void A_length_that_comes_out_is_none(string link) => Assert.Equal(Outcome.Always, Claim("11:20", link).Verdict);

    [Fact]
    public void An_order_that_holds_of_each_of_two_is_none()
    {
        var claim = Assert.Single(
            Audited
                .Text(
                    "Varna, 9 May 2023\n\nThe warden called the depot at 9:10 a.m. on 3 May. The cook called the depot at 9:50 a.m. on 3 May. "
                        + "The gate was shut at 8:30 a.m. on 3 May. The gate was shut before the call."
                )
                .Claims
        );
        Assert.Equal(Outcome.Always, claim.Verdict);
        Assert.Contains(claim.Links, l => l.Reason.Contains("may be one of 2 events", StringComparison.Ordinal));
    }

    [Fact]
    public void Accuses_nobody_by_a_guess() => Assert.Equal(Outcome.Untested, Claim("11:55").Verdict);

    [Fact]
    public void Guesses_at_nothing_where_two_clocks_have_it()
    {
        var claim = Assert.Single(
            Audited
                .Text(
                    Told("11:20", "before")
                        + " The nose wheels left the runway at 11:58 p.m. on Saturday, and the main wheels burst at 11:59 p.m. on Saturday."
                )
                .Claims
        );
        Assert.DoesNotContain(claim.Links, l => l.Evidence == Evidence.Guessed && l.Candidates.Count == 1);
    }
}
