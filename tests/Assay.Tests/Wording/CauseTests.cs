using Assay.Cases.Accounts;
using Assay.Cases.Clocks;
using Assay.Cases.Report;
using Assay.Reading;
using Assay.Wording;
using NodaTime;

namespace Assay.Tests.Wording;

/// <summary>One cause is one card.</summary>
public sealed class CauseTests
{
    private static readonly Anchor Quote = new("s1", 0, 0, "", "", "");

    private static ClaimEntry Claim(
        string id,
        Outcome verdict,
        string[]? clocks = null,
        string[]? because = null,
        HomeOutcome? home = null,
        string? why = null
    ) =>
        new()
        {
            Id = id,
            Kind = ClaimKind.Order,
            Origin = "text",
            Quote = Quote,
            Sentence = id,
            Verdict = verdict,
            Heading = verdict.ToString(),
            DecidedBy = clocks ?? [],
            Because = [.. (because ?? []).Select(b => new BecauseEntry(b, b))],
            Home = home,
            NotTested = why,
            GapMin = Duration.FromMinutes(60),
        };

    private static ClaimEntry Guess(string id, string words, params string[] candidates) =>
        Claim(id, Outcome.Untested, why: $"It is unsure which event “{words}” is.") with
        {
            Links = [new(LinkKind.Event, Evidence.Guessed, words, "Several fit.", candidates)],
        };

    private static string Cards(params ClaimEntry[] claims) =>
        string.Join(" | ", Cause.Of(claims).Select(c => string.Join(' ', c.Claims.Select(x => x.Id))));

    [Fact]
    public void Joins_claims_that_the_same_clocks_decide_whatever_their_order() =>
        Assert.Equal(
            "a c | b",
            Cards(
                Claim("a", Outcome.Sometimes, ["z1", "z2"]),
                Claim("b", Outcome.Sometimes, ["z1"]),
                Claim("c", Outcome.Sometimes, ["z2", "z1"])
            )
        );

    [Fact]
    public void Joins_failures_that_rest_on_the_same_statements() =>
        Assert.Equal(
            "a c | b",
            Cards(
                Claim("a", Outcome.Never, because: ["k1", "k2"]),
                Claim("b", Outcome.Never, because: ["k3", "k4"]),
                Claim("c", Outcome.Never, because: ["k2", "k1"])
            )
        );

    [Fact]
    public void Joins_three_failures_that_share_one_statement() =>
        Assert.Equal(
            "a b c | d",
            Cards(
                Claim("a", Outcome.Never, because: ["k1", "k2"]),
                Claim("b", Outcome.Never, because: ["k3", "k1"]),
                Claim("c", Outcome.Never, because: ["k1", "k4"]),
                Claim("d", Outcome.Never, because: ["k5", "k6"])
            )
        );

    [Fact]
    public void Keeps_two_failures_apart_when_they_share_one_statement_of_two() =>
        Assert.Equal("a | b", Cards(Claim("a", Outcome.Never, because: ["k1", "k2"]), Claim("b", Outcome.Never, because: ["k1", "k3"])));

    [Fact]
    public void Keeps_verdicts_apart_when_they_rest_on_the_same() =>
        Assert.Equal("a | b", Cards(Claim("b", Outcome.Contradictory, because: ["k1"]), Claim("a", Outcome.Never, because: ["k1"])));

    [Theory]
    [InlineData(Outcome.Never), InlineData(Outcome.Sometimes), InlineData(Outcome.Always)]
    public void Keeps_claims_apart_when_nothing_is_named_that_decides(Outcome verdict) =>
        Assert.Equal("a | b", Cards(Claim("a", verdict), Claim("b", verdict)));

    [Fact]
    public void Joins_untested_claims_that_wait_for_one_answer() =>
        Assert.Equal(
            "a c | b",
            Cards(Guess("a", "the second call", "A", "B"), Guess("b", "the first call", "A", "B"), Guess("c", "the second call", "A", "B"))
        );

    [Fact]
    public void Keeps_untested_claims_apart_when_the_same_words_may_mean_other_things() =>
        Assert.Equal("a | b", Cards(Guess("a", "it", "A", "B"), Guess("b", "it", "C", "D")));

    [Fact]
    public void Puts_what_cannot_hold_first_and_what_was_not_tested_last()
    {
        var causes = Cause.Of([
            Claim("u", Outcome.Untested, why: "x"),
            Claim("h", Outcome.Always),
            Claim("s", Outcome.Sometimes, ["z1"]),
            Claim("f", Outcome.Sometimes, ["z2"], home: HomeOutcome.Fails),
            Claim("c", Outcome.Contradictory),
            Claim("n", Outcome.Never),
        ]);
        Assert.Equal(["n", "c", "f", "s", "h", "u"], causes.Select(c => c.First.Id));
    }

    [Fact]
    public void Takes_a_claim_as_untested_when_no_clock_bears_on_it() =>
        Assert.Equal(Outcome.Untested, Verdicts.Standing(Claim("a", Outcome.Sometimes) with { GapMin = null }));

    [Fact]
    public void Has_the_id_of_its_claim_when_it_holds_one() => Assert.Equal("a", Cause.Of([Claim("a", Outcome.Never)])[0].Id);

    [Fact]
    public void Has_an_id_of_its_own_when_it_holds_several() =>
        Assert.Equal("cause-a", Cause.Of([Claim("a", Outcome.Sometimes, ["z1"]), Claim("b", Outcome.Sometimes, ["z1"])])[0].Id);
}
