namespace Assay.Trade.Findings;

/// <summary>Tests on one series: where it breaks, and by how many periods one follows another.</summary>
internal static class SeriesTests
{
    /// <summary>Period with the largest F statistic for one change of mean, 15 % trimmed at each end (Andrews 1993); the F value beside
    /// it.</summary>
    public static (int Break, double F) Break(IReadOnlyList<double> series)
    {
        var n = series.Count;
        var trim = Math.Max(1, (int)Math.Ceiling(0.15 * n));
        var (mean, best, at) = (series.Average(), 0.0, trim);
        var total = series.Sum(v => (v - mean) * (v - mean));
        for (var t = trim; t <= n - trim; t++)
        {
            var (first, second) = (series.Take(t).Average(), series.Skip(t).Average());
            var between = (t * (first - mean) * (first - mean)) + ((n - t) * (second - mean) * (second - mean));
            var f = between / Math.Max(1e-12, (total - between) / Math.Max(1, n - 2));
            if (f > best)
                (best, at) = (f, t);
        }

        return (at, best);
    }

    /// <summary>Lag from 0 to <paramref name="most"/> at which <paramref name="follower"/> moves most like
    /// <paramref name="leader"/>.</summary>
    public static int Lag(double[] leader, double[] follower, int most)
    {
        var (best, at) = (double.NegativeInfinity, 0);
        for (var lag = 0; lag <= most && leader.Length - lag > 3; lag++)
        {
            var r = Correlation(leader[..^lag], follower[lag..]);
            if (r > best + 1e-9)
                (best, at) = (r, lag);
        }

        return at;
    }

    // Over the periods in which both are known.
    private static double Correlation(double[] a, double[] b)
    {
        if (a.Any(double.IsNaN) || b.Any(double.IsNaN))
        {
            int[] both = [.. Enumerable.Range(0, a.Length).Where(i => !double.IsNaN(a[i]) && !double.IsNaN(b[i]))];
            return both.Length > 3 ? Correlation([.. both.Select(i => a[i])], [.. both.Select(i => b[i])]) : 0;
        }

        var (ma, mb) = (a.Average(), b.Average());
        var (sab, saa, sbb) = (0.0, 0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            sab += (a[i] - ma) * (b[i] - mb);
            saa += (a[i] - ma) * (a[i] - ma);
            sbb += (b[i] - mb) * (b[i] - mb);
        }

        return saa > 0 && sbb > 0 ? sab / Math.Sqrt(saa * sbb) : 0;
    }
}
