namespace Assay.Trade.Findings;

/// <summary>
/// Scores of cells in which nothing happened, by size: the year before the effective date, treated as if the date had been a year earlier.
/// A
/// cell is compared with placebo cells of like counterfactual size, so that small, jumpy cells need a larger rise than large, steady ones.
/// </summary>
internal sealed class PlaceboPool
{
    private const int Witnesses = 3000;
    private const int FewestAbove = 10;
    private const double LeastSpread = 1e-3;
    private readonly Dictionary<int, ParetoTail> tails = [];
    private readonly double[] sizes;
    private readonly double[] scores;
    private readonly double[] standard;
    private readonly int neighbours;
    private double scale = 1;

    /// <summary>A pool of cells given as counterfactual and score.</summary>
    public PlaceboPool(IEnumerable<(double Counterfactual, double Score)> cells)
    {
        var ordered = cells.OrderBy(c => c.Counterfactual).ToArray();
        sizes = [.. ordered.Select(c => c.Counterfactual)];
        scores = [.. ordered.Select(c => c.Score)];
        neighbours = Math.Clamp(ordered.Length / 8, Math.Min(60, ordered.Length), 600);
        standard = [.. Enumerable.Range(0, ordered.Length).Select(Alone)];
    }

    /// <summary>
    /// Fits the spread of the placebo cells to that of the cells scanned, most of which nothing happened to (the empirical null of B.
    /// Efron, JASA 2004): an
    /// earlier year has fewer months to predict from, so its spread is too wide. It is only ever narrowed, by the ratio of robust spreads,
    /// at most to a half;
    /// where much of what is scanned rose, the ratio is above one and the placebo cells stand as they are.
    /// </summary>
    /// <param name="scanned">Counterfactual and score of the cells scanned.</param>
    public void FitSpread(IEnumerable<(double Counterfactual, double Score)> scanned)
    {
        scale = Narrowed([.. scanned.Select(c => Standard(c.Counterfactual, c.Score))], standard);
    }

    /// <summary>Ratio of the robust spread of what is scanned to that of the placebo cells, a half to one; one where either is not
    /// known.</summary>
    public static double Narrowed(IReadOnlyCollection<double> scanned, IReadOnlyCollection<double> placebo)
    {
        const double narrowest = 0.5;
        var actual = Robust.Centre([.. scanned.Where(double.IsFinite)]).Spread;
        var known = Robust.Centre([.. placebo.Where(double.IsFinite)]).Spread;
        return known > 0 && double.IsFinite(actual) ? Math.Clamp(actual / known, narrowest, 1) : 1;
    }

    /// <summary>Number of placebo cells.</summary>
    public int Count => sizes.Length;

    /// <summary>Score that 95 % of placebo cells of this size stay below; also their median.</summary>
    public (double Middle, double Upper) Limits(double counterfactual)
    {
        var (start, end) = Near(counterfactual, neighbours);
        var near = scores[start..end];
        Array.Sort(near);
        var middle = Robust.Quantile(near, 0.5);
        return (middle, middle + (scale * (Robust.Quantile(near, 0.95) - middle)));
    }

    /// <summary>
    /// Share of the 3,000 placebo cells nearest in size that stand out at least as much, each by the spread of the others of its own size:
    /// (1 + n) / (1 + N). Where fewer
    /// than ten do, that share is too coarse, and the tail of the placebo cells is prolonged by a generalised Pareto distribution instead.
    /// </summary>
    public double P(double counterfactual, double score)
    {
        var z = Standard(counterfactual, score); // the limits it is measured by are fitted, those of the placebo cells are their own
        var (start, end) = Near(counterfactual, Math.Min(Witnesses, sizes.Length));
        var above = 0;
        for (var i = start; i < end; i++)
            if (standard[i] >= z)
                above++;
        var share = (1.0 + above) / (1.0 + end - start);
        return above >= FewestAbove || end - start < 2 * ParetoTail.Excesses ? share : Math.Min(share, TailOf(start, end).P(z));
    }

    private ParetoTail TailOf(int start, int end)
    {
        if (!tails.TryGetValue(start, out var tail))
            tails[start] = tail = ParetoTail.Fit(standard[start..end]);
        return tail;
    }

    private (int Start, int End) Near(double counterfactual, int count)
    {
        var at = Array.BinarySearch(sizes, counterfactual);
        var start = Math.Clamp((at < 0 ? ~at : at) - (count / 2), 0, sizes.Length - count);
        return (start, start + count);
    }

    private double Standard(double counterfactual, double score)
    {
        var (middle, upper) = Limits(counterfactual);
        return (score - middle) / Math.Max(LeastSpread, upper - middle);
    }

    // A cell scanned is no part of the limits it is measured by, so a placebo cell must be none of its own: else those that stand out
    // raise their limits, stand out less, and what is scanned seems unusual too often.
    private double Alone(int cell)
    {
        var start = Math.Clamp(cell - (neighbours / 2), 0, Math.Max(0, sizes.Length - neighbours - 1));
        var end = Math.Min(sizes.Length, start + neighbours + 1);
        double[] others = [.. scores[start..cell], .. scores[(cell + 1)..end]];
        if (others.Length == 0)
            return 0;
        Array.Sort(others);
        var middle = Robust.Quantile(others, 0.5);
        return (scores[cell] - middle) / Math.Max(LeastSpread, Robust.Quantile(others, 0.95) - middle);
    }
}
