using MathNet.Numerics.Distributions;

namespace Assay.Trade.Findings;

/// <summary>Joins the p-values of two witnesses of one cell.</summary>
internal static class Evidence
{
    /// <summary>No tail of a fitted distribution is trusted beyond this.</summary>
    private const double Least = 0.003;
    private const int LeastPairs = 40;

    /// <summary>
    /// Fisher's method with Brown's correction for witnesses that are correlated (a destination that buys more also sells on more): -2
    /// ln(p1 p2)
    /// over c is chi-squared with f degrees, where the variance is 8 + 2 (3.263 r + 0.710 r^2 + 0.027 r^3) (J. Kost and M. McDermott,
    /// Statistics and
    /// Probability Letters 2002). One witness stands alone.
    /// </summary>
    public static double Combine(double first, double second, double correlation)
    {
        if (double.IsNaN(second))
            return first;
        var variance = 8 + (2 * correlation * (3.263 + (correlation * (0.710 + (0.027 * correlation)))));
        var (c, f) = (variance / 8, 32 / variance);
        return 1 - ChiSquared.CDF(f, -2 * Math.Log(first * second) / c);
    }

    /// <summary>
    /// Correlation of both witnesses where they speak for a diversion: that of a bivariate normal with the observed share of cells in the
    /// upper quarter of
    /// both. Cells that fall together say nothing of cells that rise together, so the whole cloud would overstate it. It is below zero
    /// where the second witness is measured net of the first. Between -0.9 and 0.95.
    /// </summary>
    public static double Correlation(IReadOnlyList<Finding> cells)
    {
        var pairs = cells.Where(c => !double.IsNaN(c.PSecond)).ToList();
        if (pairs.Count < LeastPairs)
            return 0;
        var (a, b) = (Quarter([.. pairs.Select(p => p.PExcess)]), Quarter([.. pairs.Select(p => p.PSecond)]));
        var both = pairs.Count(p => p.PExcess <= a && p.PSecond <= b) / (double)pairs.Count;
        var (low, high) = (-0.9, 0.95);
        for (var step = 0; step < 40; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = Both(middle) < both ? (middle, high) : (low, middle);
        }

        return low;
    }

    private static double Quarter(double[] p)
    {
        Array.Sort(p);
        return Robust.Quantile(p, 0.25);
    }

    /// <summary>Share of a standard bivariate normal in the upper quarter of both, by the midpoint rule.</summary>
    private static double Both(double correlation)
    {
        const int steps = 400;
        var from = Normal.InvCDF(0, 1, 0.75);
        var width = (6 - from) / steps;
        var rest = Math.Sqrt(1 - (correlation * correlation));
        return Enumerable
            .Range(0, steps)
            .Sum(i =>
                from + ((i + 0.5) * width) is var x ? width * Normal.PDF(0, 1, x) * Normal.CDF(0, 1, ((correlation * x) - from) / rest) : 0
            );
    }

    /// <summary>Upper tail of the standard normal, not below <see cref="Least"/>.</summary>
    public static double Tail(double z) => Math.Max(Least, Normal.CDF(0, 1, -z));
}
