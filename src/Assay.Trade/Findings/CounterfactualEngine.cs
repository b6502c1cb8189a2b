using Assay.Trade.Estimation;

namespace Assay.Trade.Findings;

/// <summary>Computes counterfactuals. Needs ten destinations besides the target and three groups of unrestricted goods for the three-way
/// model.</summary>
internal static class CounterfactualEngine
{
    private const int LeastDestinations = 10;
    private const int LeastGroups = 3;
    private const int Folds = 5;
    private const double SuspectScore = 3;

    /// <summary>The richest counterfactual the panel allows, or the one asked for.</summary>
    public static Counterfactual Compute(
        TradePanel panel,
        int target,
        Window window,
        CounterfactualMethod? wanted = null,
        CancellationToken stop = default
    )
    {
        var groups = panel.Products.Length - panel.RestrictedCount;
        var rich = panel.Destinations.Length - 1 >= LeastDestinations && groups >= LeastGroups;
        var method =
            wanted
            ?? (
                rich ? CounterfactualMethod.ThreeWay
                : groups > 0 ? CounterfactualMethod.OwnGrowth
                : CounterfactualMethod.SameAsBefore
            );
        if (method == CounterfactualMethod.ThreeWay && rich && DestinationGrowth(panel, target, stop) is { } growth)
            return new Counterfactual(method, window, ThreeWay(panel, target, window, growth, stop));
        if (method == CounterfactualMethod.ThreeWay)
            method = groups > 0 ? CounterfactualMethod.OwnGrowth : CounterfactualMethod.SameAsBefore;
        return new Counterfactual(method, window, Simple(panel, window, method == CounterfactualMethod.OwnGrowth && groups > 0));
    }

    private static double[]?[] Simple(TradePanel panel, Window window, bool grow)
    {
        var paths = new double[]?[panel.Destinations.Length * panel.RestrictedCount];
        for (var j = 0; j < panel.Destinations.Length; j++)
        {
            var seen = panel.Seen(j, window);
            var (before, after) = (seen.Before.Sum(t => panel.Unrestricted(j, t)), seen.After.Sum(t => panel.Unrestricted(j, t)));
            var growth = grow && before > 0 ? after / before : 1;
            for (var p = 0; p < panel.RestrictedCount; p++)
            {
                var path = new double[panel.Periods.Length];
                for (var t = 0; t < window.Tau; t++)
                    path[t] = panel.Value(j, p, t);
                for (var i = 0; i < seen.After.Length; i++)
                    path[seen.After[i]] = growth * panel.Value(j, p, seen.Before[i]);
                paths[(j * panel.RestrictedCount) + p] = path;
            }
        }

        return paths;
    }

    /// <summary>d_jt: per destination x period, log growth of unrestricted trade given group-by-period effects; null where it cannot be
    /// estimated.</summary>
    private static double[]? DestinationGrowth(TradePanel panel, int target, CancellationToken stop)
    {
        var (nt, groups) = (panel.Periods.Length, panel.Products.Length - panel.RestrictedCount);
        var (y, jg, gt, jt) = (new List<double>(), new List<int>(), new List<int>(), new List<int>());
        for (var j = 0; j < panel.Destinations.Length; j++)
        for (var g = 0; g < groups && j != target; g++)
        for (var t = 0; t < nt; t++)
        {
            if (!panel.Knows(j, t))
                continue;
            y.Add(Math.Max(0, panel.Value(j, panel.RestrictedCount + g, t)));
            jg.Add((j * groups) + g);
            gt.Add((g * nt) + t);
            jt.Add((j * nt) + t);
        }

        var fit = PoissonEstimator.Fit(
            new PoissonProblem(
                [.. y],
                [],
                [
                    [.. jg],
                    [.. gt],
                    [.. jt],
                ]
            ),
            new PoissonOptions
            {
                Tolerance = 1e-6,
                ProjectionTolerance = 1e-5,
                Stop = stop,
            }
        );
        if (!fit.Succeeded)
            return null;
        var growth = new double[panel.Destinations.Length * nt];
        Array.Fill(growth, double.NaN);
        Array.Copy(fit.Value.Effects[2], growth, fit.Value.Effects[2].Length);
        return growth;
    }

    private static double[]?[] ThreeWay(TradePanel panel, int target, Window window, double[] growth, CancellationToken stop)
    {
        var paths = new double[]?[panel.Destinations.Length * panel.RestrictedCount];
        var suspect = new bool[paths.Length];
        for (var pass = 0; pass < 2; pass++)
        {
            Parallel.For(
                0,
                panel.RestrictedCount,
                new ParallelOptions { CancellationToken = stop },
                p => new ProductModel(panel, target, window.Tau, growth, p, suspect).Predict(paths, Folds)
            );
            if (pass == 0)
                Suspects(panel, window, target, paths, suspect);
        }

        return paths;
    }

    /// <summary>Marks cells whose rise stands out, so that the second pass does not take them for controls.</summary>
    private static void Suspects(TradePanel panel, Window window, int target, double[]?[] paths, bool[] suspect)
    {
        var scores = new double[paths.Length];
        for (var cell = 0; cell < paths.Length; cell++)
        {
            var (j, p) = (cell / panel.RestrictedCount, cell % panel.RestrictedCount);
            var after = panel.Seen(j, window).After;
            scores[cell] =
                paths[cell] is { } path && j != target && after.Length > 0
                    ? Growth.Score(panel.Sum(panel.Values, j, p, after), after.Sum(t => path[t]))
                    : double.NaN;
        }

        var known = scores.Where(double.IsFinite).ToArray();
        var (middle, spread) = Robust.Centre(known);
        for (var cell = 0; cell < scores.Length; cell++)
            suspect[cell] = scores[cell] - middle > SuspectScore * spread;
    }
}
