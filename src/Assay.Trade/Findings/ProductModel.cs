using Assay.Trade.Estimation;

namespace Assay.Trade.Findings;

/// <summary>
/// The two-way model of one restricted product given destination growth: E[X_jt] = exp(a_j + l_t + d_jt). For each fold of destinations the
/// periods after the effective date are left out, so that what is predicted did not take part in the estimate.
/// </summary>
internal sealed class ProductModel(TradePanel panel, int target, int tau, double[] growth, int product, bool[] suspect)
{
    private readonly int periods = panel.Periods.Length;

    /// <summary>Writes the path of every destination; null where it had no trade before or there is no control.</summary>
    public void Predict(double[]?[] paths, int folds)
    {
        for (var fold = 0; fold < folds; fold++)
        {
            var fit = Fit(j => j % folds == fold || suspect[(j * panel.RestrictedCount) + product]);
            for (var j = fold; j < panel.Destinations.Length; j += folds)
                paths[(j * panel.RestrictedCount) + product] = fit is null ? null : Path(fit, j);
        }
    }

    private PoissonFit? Fit(Func<int, bool> held)
    {
        var (y, offset, js, ts) = (new List<double>(), new List<double>(), new List<int>(), new List<int>());
        for (var j = 0; j < panel.Destinations.Length; j++)
        {
            var end = j == target || held(j) ? tau : periods;
            for (var t = 0; t < end; t++)
            {
                var d = growth[(j * periods) + t];
                if (!double.IsFinite(d) || (j == target))
                    continue;
                y.Add(panel.Value(j, product, t));
                offset.Add(d);
                js.Add(j);
                ts.Add(t);
            }
        }

        if (y.Count == 0)
            return null;
        var fit = PoissonEstimator.Fit(
            new PoissonProblem(
                [.. y],
                [],
                [
                    [.. js],
                    [.. ts],
                ]
            )
            {
                Offset = [.. offset],
            },
            new PoissonOptions
            {
                Tolerance = 1e-5,
                ProjectionTolerance = 1e-4,
                DropSingletons = false,
            }
        );
        return fit.Succeeded ? fit.Value : null;
    }

    private double[]? Path(PoissonFit fit, int j)
    {
        var (a, l) = (fit.Effects[0], fit.Effects[1]);
        if (j == target)
            return null;
        var path = new double[periods];
        if (j >= a.Length || !double.IsFinite(a[j]))
            return path;
        for (var t = 0; t < periods; t++)
        {
            var d = growth[(j * periods) + t];
            path[t] = t < l.Length && double.IsFinite(l[t]) && double.IsFinite(d) ? Math.Exp(a[j] + l[t] + d) : 0;
        }

        return path;
    }
}
