namespace Assay.Trade.Findings;

/// <summary>Benjamini and Hochberg (1995), with weights (Genovese, Roeder and Wasserman 2006).</summary>
internal static class FalseDiscovery
{
    /// <summary>q-values of p-values: the least false-discovery rate at which each would be accepted.</summary>
    /// <param name="p">The p-values.</param>
    /// <param name="weights">How much each of them counts: known without them, of mean one.</param>
    public static double[] Q(double[] p, double[] weights)
    {
        var weighted = p.Select((value, i) => value / weights[i]).ToArray();
        var order = Enumerable.Range(0, p.Length).OrderBy(i => weighted[i]).ToArray();
        var (q, least) = (new double[p.Length], 1.0);
        for (var rank = order.Length; rank >= 1; rank--)
        {
            least = Math.Min(least, weighted[order[rank - 1]] * p.Length / rank);
            q[order[rank - 1]] = least;
        }

        return q;
    }

    /// <summary>Weights that grow evenly with the rank of an amount, from nearly none to two, of mean one; the same for the same
    /// amount.</summary>
    /// <param name="amounts">The amounts.</param>
    public static double[] ByRank(double[] amounts)
    {
        var weights = new double[amounts.Length];
        var before = 0;
        foreach (var alike in Enumerable.Range(0, amounts.Length).GroupBy(i => amounts[i]).OrderBy(g => g.Key))
        {
            var count = alike.Count();
            foreach (var i in alike)
                weights[i] = (2.0 * before + count) / amounts.Length;
            before += count;
        }

        return weights;
    }
}
