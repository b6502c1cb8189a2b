namespace Assay.Trade.Findings;

/// <summary>
/// Placebo cells by size and steadiness at once: the plane of the two is halved at the median, now along the one and now along the other (a
/// k-d tree, J. Bentley, Communications of the ACM 1975), until a region holds 300 to 600 cells. A cell is measured by the scatter of its
/// region, and its p-value is the share of the cells of the least region of 1,200 that stand out as much, each by the scatter of the
/// others of
/// its own. Small cells jump more than large ones, and cells of a few deliveries more than those that trade every month.
/// </summary>
internal sealed class PlaceboTree
{
    private const int Scatter = 300;
    private const int Witnesses = 1200;
    private const int FewestAbove = 10;
    private const double LeastSpread = 1e-3;
    private readonly Region root;
    private double scale = 1;

    // Where a region is halved, and how far each of its cells stands out among the others of its leaf (ascending).
    private sealed class Region
    {
        public Region? Low { get; set; }

        public Region? High { get; set; }

        public bool BySize { get; init; }

        public double Cut { get; set; }

        public double[] Standard { get; set; } = [];

        public ParetoTail? Tail { get; set; }

        public (double Middle, double Upper) Limits { get; set; }

        public Region For(Placed cell) => Coordinate(cell, BySize) < Cut ? Low! : High!;
    }

    /// <summary>Regions of these placebo cells.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="bySize">Whether the first cut is by size.</param>
    public PlaceboTree(IReadOnlyCollection<Placed> cells, bool bySize) => root = Halved([.. cells], bySize);

    /// <summary>Fits the scatter of the placebo cells to that of the cells scanned, as <see cref="PlaceboPool.FitSpread"/> does.</summary>
    public void FitSpread(IReadOnlyCollection<Placed> scanned) =>
        scale = PlaceboPool.Narrowed([.. scanned.Select(c => Standard(Leaf(c), c.Rise))], root.Standard);

    /// <summary>Share of like placebo cells that stand out at least as much: (1 + n) / (1 + N); where fewer than ten do, the tail
    /// prolonged by a
    /// generalised Pareto distribution.</summary>
    public double P(Placed cell)
    {
        var (tail, z, count) = Measured(cell);
        var share = (1.0 + count.AtLeast) / (1.0 + count.Cells);
        return count.Prolonged ? Math.Min(share, (tail.Tail ??= ParetoTail.Fit([.. tail.Standard])).P(z)) : share;
    }

    /// <summary>The placebo cells that <see cref="P"/> counts.</summary>
    public PlaceboWitnesses Witnessing(Placed cell) => Measured(cell).Count;

    private (Region Witnesses, double Z, PlaceboWitnesses Count) Measured(Placed cell)
    {
        var (region, witnesses) = (root, root);
        while (region.Low is not null)
        {
            region = region.For(cell);
            if (region.Standard.Length >= Witnesses)
                witnesses = region;
        }

        var z = Standard(region, cell.Rise) / scale;
        var known = witnesses.Standard;
        var above = known.Length - FirstAtLeast(known, z);
        var prolonged = above < FewestAbove && known.Length >= 2 * ParetoTail.Excesses;
        return (witnesses, z, new PlaceboWitnesses(known.Length, above, prolonged));
    }

    private Region Leaf(Placed cell)
    {
        var region = root;
        while (region.Low is not null)
            region = region.For(cell);
        return region;
    }

    private static double Coordinate(Placed cell, bool bySize) => bySize ? cell.Counterfactual : cell.Steadiness;

    private static Region Halved(Placed[] cells, bool bySize)
    {
        var cut = Cut(cells, bySize);
        if (cut is null)
            (bySize, cut) = (!bySize, Cut(cells, !bySize));
        if (cut is not { } at)
            return Whole(cells);
        var region = new Region
        {
            BySize = bySize,
            Cut = at,
            Low = Halved([.. cells.Where(c => Coordinate(c, bySize) < at)], !bySize),
            High = Halved([.. cells.Where(c => Coordinate(c, bySize) >= at)], !bySize),
        };
        region.Standard = [.. region.Low.Standard.Concat(region.High.Standard).Order()];
        return region;
    }

    // The median, where it leaves enough on both sides.
    private static double? Cut(Placed[] cells, bool bySize)
    {
        if (cells.Length < 2 * Scatter)
            return null;
        var values = cells.Select(c => Coordinate(c, bySize)).Order().ToArray();
        var cut = values[values.Length / 2];
        var low = FirstAtLeast(values, cut);
        return low >= Scatter && values.Length - low >= Scatter ? cut : null;
    }

    private static Region Whole(Placed[] cells)
    {
        var scores = cells.Select(c => c.Rise).Order().ToArray();
        return new Region
        {
            Limits = (Robust.Quantile(scores, 0.5), Robust.Quantile(scores, 0.95)),
            Standard = [.. Enumerable.Range(0, scores.Length).Select(i => Alone(scores, i)).Order()],
        };
    }

    private static double Standard(Region leaf, double score) =>
        (score - leaf.Limits.Middle) / Math.Max(LeastSpread, leaf.Limits.Upper - leaf.Limits.Middle);

    // By the scatter of the others, since a cell scanned is no part of the scatter it is measured by.
    private static double Alone(double[] scores, int cell)
    {
        var others = new Without(scores, cell);
        if (others.Count == 0)
            return 0;
        var middle = Robust.Quantile(others, 0.5);
        return (scores[cell] - middle) / Math.Max(LeastSpread, Robust.Quantile(others, 0.95) - middle);
    }

    private static int FirstAtLeast(double[] ascending, double value)
    {
        var (low, high) = (0, ascending.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ascending[middle] >= value ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    // Ascending scores but one.
    private sealed class Without(double[] scores, int left) : IReadOnlyList<double>
    {
        public double this[int index] => scores[index < left ? index : index + 1];

        public int Count => scores.Length - 1;

        public IEnumerator<double> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
