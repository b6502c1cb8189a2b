namespace Assay.Trade.Findings;

/// <summary>Order statistics that single outliers do not move.</summary>
internal static class Robust
{
    /// <summary>Median, and the median absolute deviation scaled to a standard deviation (1.4826).</summary>
    public static (double Middle, double Spread) Centre(IReadOnlyCollection<double> values)
    {
        if (values.Count == 0)
            return (double.NaN, double.NaN);
        var middle = Quantile([.. values.Order()], 0.5);
        return (middle, 1.4826 * Quantile([.. values.Select(v => Math.Abs(v - middle)).Order()], 0.5));
    }

    /// <summary>Quantile of ascending values, linear between neighbours (type 7).</summary>
    public static double Quantile(IReadOnlyList<double> sorted, double q)
    {
        if (sorted.Count == 0)
            return double.NaN;
        var at = q * (sorted.Count - 1);
        var low = (int)at;
        return low + 1 < sorted.Count ? sorted[low] + ((at - low) * (sorted[low + 1] - sorted[low])) : sorted[low];
    }
}
