namespace Assay.Trade.Estimation;

/// <summary>
/// Sets observations aside that carry no information: levels whose outcomes are all zero (their effect goes to minus infinity) and
/// singletons. Setting one aside can empty another level, so the sweep repeats until nothing changes.
/// </summary>
internal static class SamplePruning
{
    /// <summary>Marks the observations in <paramref name="standings"/> that go; those not <see cref="Standing.Kept"/> already stay
    /// gone.</summary>
    public static void Prune(PoissonProblem problem, bool dropSingletons, Standing[] standings)
    {
        var levels = problem.Effects.Select(PoissonSample.Levels).ToArray();
        for (var changed = true; changed; )
        {
            changed = false;
            for (var s = 0; s < problem.Effects.Length; s++)
                changed |= Sweep(problem.Effects[s], levels[s], problem.Outcome, dropSingletons, standings);
        }
    }

    private static bool Sweep(int[] set, int levels, double[] y, bool dropSingletons, Standing[] standings)
    {
        var (count, sum) = (new int[levels], new double[levels]);
        for (var i = 0; i < y.Length; i++)
        {
            if (standings[i] != Standing.Kept)
                continue;
            count[set[i]]++;
            sum[set[i]] += y[i];
        }

        var changed = false;
        for (var i = 0; i < y.Length; i++)
        {
            if (standings[i] != Standing.Kept)
                continue;
            var level = set[i];
            if (sum[level] <= 0)
                standings[i] = Standing.Separated;
            else if (dropSingletons && count[level] == 1)
                standings[i] = Standing.Singleton;
            else
                continue;
            changed = true;
        }

        return changed;
    }
}
