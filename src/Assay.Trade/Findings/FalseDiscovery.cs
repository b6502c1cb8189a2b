namespace Assay.Trade.Findings;

/// <summary>Benjamini and Hochberg (1995).</summary>
internal static class FalseDiscovery
{
    /// <summary>q-values of p-values: the least false-discovery rate at which each would be accepted.</summary>
    public static double[] Q(double[] p)
    {
        var order = Enumerable.Range(0, p.Length).OrderBy(i => p[i]).ToArray();
        var (q, least) = (new double[p.Length], 1.0);
        for (var rank = order.Length; rank >= 1; rank--)
        {
            least = Math.Min(least, p[order[rank - 1]] * p.Length / rank);
            q[order[rank - 1]] = least;
        }

        return q;
    }
}
