using MathNet.Numerics.Distributions;

namespace Assay.Trade.Findings;

/// <summary>Joins the p-values of two witnesses of one cell.</summary>
internal static class Evidence
{
    /// <summary>No tail of a fitted distribution is trusted beyond this.</summary>
    private const double Least = 0.003;

    /// <summary>
    /// Fisher's method with Brown's correction for witnesses that are correlated (a destination that buys more also sells on more): -2 ln(p1 p2)
    /// over c is chi-squared with f degrees, where the variance is 8 + 2 r (3.25 + 0.75 r). One witness stands alone.
    /// </summary>
    public static double Combine(double first, double second, double correlation)
    {
        if (double.IsNaN(second)) return first;
        var variance = 8 + (2 * correlation * (3.25 + (0.75 * correlation)));
        var (c, f) = (variance / 8, 32 / variance);
        return 1 - ChiSquared.CDF(f, -2 * Math.Log(first * second) / c);
    }

    /// <summary>Correlation of the normal scores of both witnesses over all cells, between 0 and 1.</summary>
    public static double Correlation(IReadOnlyList<Finding> cells)
    {
        var pairs = cells.Where(c => !double.IsNaN(c.PSecond)).Select(c => (A: Score(c.PExcess), B: Score(c.PSecond))).ToList();
        if (pairs.Count < 10) return 0;
        var (ma, mb) = (pairs.Average(p => p.A), pairs.Average(p => p.B));
        var sab = pairs.Sum(p => (p.A - ma) * (p.B - mb));
        var (saa, sbb) = (pairs.Sum(p => (p.A - ma) * (p.A - ma)), pairs.Sum(p => (p.B - mb) * (p.B - mb)));
        return saa > 0 && sbb > 0 ? Math.Clamp(sab / Math.Sqrt(saa * sbb), 0, 1) : 0;
    }

    /// <summary>Upper tail of the standard normal, not below <see cref="Least"/>.</summary>
    public static double Tail(double z) => Math.Max(Least, Normal.CDF(0, 1, -z));

    private static double Score(double p) => Normal.InvCDF(0, 1, Math.Clamp(1 - p, 1e-4, 1 - 1e-4));
}
