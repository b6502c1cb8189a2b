using Assay.Trade.Estimation;
using CsCheck;

namespace Assay.Trade.Tests.Estimation;

public sealed class PoissonEstimatorTests
{
    public static TheoryData<string> Cases => ["two-way", "three-way", "weighted", "intercept", "zeros"];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Agrees_with_glm_and_explicit_dummies_to_a_millionth(string name)
    {
        var problem = ReferencePanels.Problem(name);
        var information = PoissonEstimator.Fit(problem).Value;
        var clustered = PoissonEstimator.Fit(problem with { Clusters = ReferencePanels.Column(name, "j") }).Value;
        Assert.True(information.Converged);
        foreach (var (row, k) in ReferencePanels.Stored(name).Select((r, k) => (r, k)))
        {
            Assert.Equal(row.Estimate, information.Coefficients[k], 1e-6);
            Assert.Equal(row.InformationError, information.StandardError(k), 1e-6);
            Assert.Equal(row.ClusterError, clustered.StandardError(k), 1e-6);
            Assert.Equal(row.Deviance, information.Deviance, 1e-6 * row.Deviance);
        }
    }

    [Fact]
    public void Stored_numbers_are_what_R_says_when_R_is_present()
    {
        var (found, output) = ReferencePanels.RunR();
        if (!found)
            Assert.Skip("skipped: Rscript is absent");
        var fresh = ReferencePanels.Parse(output);
        var stored = Cases.SelectMany(c => ReferencePanels.Stored(c.Data)).ToList();
        Assert.Equal(stored.Count, fresh.Count);
        foreach (var (a, b) in stored.Zip(fresh))
            Assert.Equal(a.Estimate, b.Estimate, 1e-8);
    }

    [Fact]
    public void Means_have_the_margins_of_the_outcome_in_every_level_of_every_set()
    {
        Gen.Select(Gen.Int[2, 6], Gen.Int[2, 5], Gen.Int[2, 7], Gen.UInt)
            .Sample(
                (nj, np, nt, seed) =>
                {
                    var problem = RandomPanels.ThreeWay(nj, np, nt, seed, zeroShare: 0.2);
                    var fit = PoissonEstimator.Fit(problem);
                    if (!fit.Succeeded)
                        return;
                    foreach (var set in problem.Effects)
                    foreach (var level in set.Distinct())
                    {
                        var (y, mu) = (0.0, 0.0);
                        for (var i = 0; i < set.Length; i++)
                            if (set[i] == level)
                                (y, mu) = (y + problem.Outcome[i], mu + fit.Value.Fitted[i]);
                        Assert.True(Math.Abs(y - mu) <= 1e-5 * (1 + y), $"level {level}: outcome {y}, mean {mu}");
                    }
                },
                iter: 200
            );
    }

    [Fact]
    public void Coefficients_do_not_change_when_the_outcome_is_in_another_currency()
    {
        var problem = RandomPanels.ThreeWay(6, 5, 8, 7, zeroShare: 0.1);
        var scaled = problem with { Outcome = [.. problem.Outcome.Select(v => v * 1e6)] };
        Assert.Equal(PoissonEstimator.Fit(problem).Value.Coefficients[0], PoissonEstimator.Fit(scaled).Value.Coefficients[0], 1e-7);
    }

    [Fact]
    public void Effects_and_coefficients_rebuild_the_means()
    {
        var problem = RandomPanels.ThreeWay(6, 5, 8, 11, zeroShare: 0.1);
        var fit = PoissonEstimator.Fit(problem).Value;
        for (var i = 0; i < problem.Outcome.Length; i++)
        {
            if (fit.Standings[i] != Standing.Kept)
                continue;
            var eta = problem.Effects.Select((set, s) => fit.Effects[s][set[i]]).Sum() + (fit.Coefficients[0] * problem.Regressors[0][i]);
            Assert.Equal(1, Math.Exp(eta) / fit.Fitted[i], 1e-6);
        }
    }

    [Fact]
    public void Zeros_predicted_by_a_regressor_are_separated_and_the_rest_is_estimated()
    {
        // x is 1 only on zeros: its coefficient has no finite estimate, and the other observations do not depend on it.
        double[] y = [3, 5, 2, 8, 0, 0, 1, 4];
        double[] x = [0, 0, 0, 0, 1, 1, 0, 0];
        int[] g = [0, 0, 1, 1, 0, 1, 0, 1];
        var fit = PoissonEstimator.Fit(new PoissonProblem(y, [x], [g])).Value;
        Assert.Equal(2, fit.Count(Standing.Separated));
        Assert.True(double.IsNaN(fit.Coefficients[0]));
        Assert.Equal(3, fit.Fitted[0], 1e-6);
        Assert.Equal(14.0 / 3, fit.Fitted[2], 1e-6);
    }

    [Fact]
    public void Levels_of_zeros_and_singletons_are_set_aside_and_counted()
    {
        double[] y = [0, 0, 1, 2, 3, 7];
        int[] g = [0, 0, 1, 1, 1, 2];
        var fit = PoissonEstimator.Fit(new PoissonProblem(y, [], [g])).Value;
        Assert.Equal(2, fit.Count(Standing.Separated));
        Assert.Equal(1, fit.Count(Standing.Singleton));
        Assert.Equal([0, 0, 2, 2, 2, 7], fit.Fitted.Select(v => Math.Round(v, 6)));
    }

    [Fact]
    public void Collinear_regressor_is_dropped_and_the_other_keeps_its_coefficient()
    {
        var problem = RandomPanels.ThreeWay(6, 5, 8, 3, zeroShare: 0);
        var alone = PoissonEstimator.Fit(problem).Value.Coefficients[0];
        double[] byDestination = [.. problem.Effects[0].Select(l => (double)(l % 5))];
        var fit = PoissonEstimator.Fit(problem with { Regressors = [problem.Regressors[0], byDestination] }).Value;
        Assert.True(double.IsNaN(fit.Coefficients[1]));
        Assert.Equal(alone, fit.Coefficients[0], 1e-7);
    }

    [Theory]
    [InlineData(-1.0, "The outcome of observation 1 is -1.")]
    [InlineData(double.NaN, "The outcome of observation 1 is NaN.")]
    public void Says_which_outcome_is_wrong(double bad, string message)
    {
        var error = PoissonEstimator
            .Fit(
                new PoissonProblem(
                    [1, bad],
                    [],
                    [
                        [0, 0],
                    ]
                )
            )
            .Error;
        Assert.Equal(message, error!.Message);
    }

    [Fact]
    public void Says_so_when_nothing_is_left() =>
        Assert.StartsWith(
            "None of the 2 observations",
            PoissonEstimator
                .Fit(
                    new PoissonProblem(
                        [0, 0],
                        [],
                        [
                            [0, 0],
                        ]
                    )
                )
                .Error!.Message
        );
}
