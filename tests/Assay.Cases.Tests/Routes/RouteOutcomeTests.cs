using Assay.Cases.Books;
using Assay.Cases.Routes;
using Assay.Trade.Findings;

namespace Assay.Cases.Tests.Routes;

/// <summary>What follows for a country from its trials, and for a claim from its countries.</summary>
public sealed class RouteOutcomeTests
{
    [Theory]
    [InlineData("y y", true, RouteOutcome.Supported)]
    [InlineData("y n", true, RouteOutcome.SupportedInPart)]
    [InlineData("n y", true, RouteOutcome.SupportedInPart)]
    [InlineData("n n", true, RouteOutcome.NotSupported)]
    [InlineData("n n", false, RouteOutcome.Unknown)]
    [InlineData("", true, RouteOutcome.Unknown)]
    public void A_country_is_supported_as_its_trials_are_when_anything_is_known_of_it(string trials, bool known, RouteOutcome outcome) =>
        Assert.Equal(outcome, Way(trials, known).Outcome);

    [Theory]
    [InlineData("y", "y", RouteOutcome.Supported)]
    [InlineData("y", "n", RouteOutcome.SupportedInPart)]
    [InlineData("n", "y n", RouteOutcome.SupportedInPart)]
    [InlineData("", "y", RouteOutcome.SupportedInPart)]
    [InlineData("n", "n", RouteOutcome.NotSupported)]
    [InlineData("n", "", RouteOutcome.Unknown)]
    [InlineData("", "", RouteOutcome.Unknown)]
    public void A_claim_is_as_its_countries_are_when_they_agree_and_else_in_part_or_unknown(string one, string other, RouteOutcome outcome)
    {
        var terms = new RouteTerms(new BookOptions(), 202203, false, false, false);
        Assert.Equal(
            outcome,
            new RouteVerdict(new RouteClaim(["A", "B"], "C"), terms, [], [Way(one, true), Way(other, true)], [], []).Outcome
        );
    }

    private static RouteWay Way(string trials, bool known) =>
        new(
            "A",
            known,
            [
                .. trials
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select(t => new RouteTrial(CounterfactualMethod.OwnGrowth, 0, 1, null, t == "y")),
            ],
            []
        );
}
