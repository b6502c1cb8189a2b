using Assay.Ground.Outcomes;

namespace Assay.Trade.Estimation;

/// <summary>
/// Poisson pseudo-maximum-likelihood with several sets of high-dimensional fixed effects: iteratively re-weighted least squares, each
/// round with the effects projected out (<see cref="EffectProjector"/>).
/// </summary>
/// <remarks>
/// Sources: Santos Silva and Tenreyro (2006) for the estimator; Correia, Guimaraes and Zylkin (2020) for re-weighted least squares with
/// projected effects and for separation; Frisch-Waugh-Lovell for the coefficients. Thread-safe: no state is kept between calls.
/// </remarks>
public static class PoissonEstimator
{
    /// <summary>
    /// Solves <paramref name="problem"/>. An error where an outcome is negative or not finite, a weight is not above zero, arrays differ in
    /// length, or nothing is left after separated observations and singletons are set aside.
    /// </summary>
    public static Result<PoissonFit> Fit(PoissonProblem problem, PoissonOptions? options = null)
    {
        options ??= PoissonOptions.Default;
        if (PoissonValidation.Check(problem) is { } error)
            return error;
        var standings = new Standing[problem.Outcome.Length];
        while (true)
        {
            SamplePruning.Prune(problem, options.DropSingletons, standings);
            if (!Array.Exists(standings, s => s == Standing.Kept))
                return NothingLeft(standings.Length);
            var run = new PoissonRun(problem, PoissonSample.Build(problem, standings), options);
            run.Iterate();
            if (!run.MarkSeparated(standings))
                return run.Finish(standings);
        }
    }

    private static Error NothingLeft(int count) =>
        new(
            ErrorKind.Input,
            $"None of the {count} observations carries information: every one is alone in its level or in a level of zeros.",
            "Use fewer sets of effects or more observations."
        );
}
