namespace Assay.Trade.Findings;

/// <summary>
/// Placebo cells by steadiness: a cell that trades every month is compared with cells that did, one of a few large deliveries with its
/// like. Steadiness is the
/// effective number of periods, (sum x)^2 / (n sum x^2), over the periods before: 1 where every period is alike, 1/n where one period holds
/// everything.
/// </summary>
internal sealed class PlaceboPools
{
    private const int LeastOfKind = 400;
    private static readonly double[] Bounds = [0.3, 0.6];
    private readonly PlaceboPool[] pools = new PlaceboPool[Bounds.Length + 1];
    private readonly PlaceboRegions regions;

    /// <summary>Pools of cells, each with the score of its sum. A kind with too few cells is compared with all.</summary>
    public PlaceboPools(IReadOnlyCollection<(Placed Cell, double Score)> cells)
    {
        var kinds = cells.ToLookup(c => Kind(c.Cell.Steadiness), c => (c.Cell.Counterfactual, c.Score));
        regions = new PlaceboRegions([.. cells.Select(c => c.Cell)]);
        var all = new PlaceboPool(kinds.SelectMany(k => k));
        Count = all.Count;
        for (var kind = 0; kind < pools.Length; kind++)
            pools[kind] = kinds[kind].Count() >= LeastOfKind ? new PlaceboPool(kinds[kind]) : all;
    }

    /// <summary>Number of placebo cells.</summary>
    public int Count { get; }

    /// <summary>The placebo cells for a cell of this steadiness.</summary>
    public PlaceboPool For(Placed cell) => For(cell.Steadiness);

    private PlaceboPool For(double steadiness) => pools[Kind(steadiness)];

    /// <summary>The p-value of a rise that lasts, by placebo cells of like size and steadiness.</summary>
    public double P(Placed cell) => regions.P(cell);

    /// <summary>What that p-value rests on.</summary>
    /// <param name="cell">Where the cell stands.</param>
    /// <param name="after">Periods after that are compared.</param>
    /// <param name="before">Periods of the year before.</param>
    public Standing Standing(Placed cell, int after, int before) =>
        new(cell.Rise, after, before, cell.Steadiness, regions.Witnessing(cell));

    /// <summary>Fits each pool to the cells scanned of its kind.</summary>
    public void FitSpread(IReadOnlyCollection<(Placed Cell, double Score)> scanned)
    {
        regions.FitSpread([.. scanned.Select(c => c.Cell)]);
        var kinds = scanned.ToLookup(c => For(c.Cell.Steadiness), c => (c.Cell.Counterfactual, c.Score));
        foreach (var kind in kinds)
            kind.Key.FitSpread(kind);
    }

    /// <summary>Where a cell stands: its steadiness over the year before the effective date, and its rise over the periods after.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="destination">Index of the destination.</param>
    /// <param name="product">Index of the product.</param>
    /// <param name="window">What is compared.</param>
    /// <param name="season">Periods in a year: 12 or 1.</param>
    /// <param name="counterfactual">What would have been traded in the periods after together.</param>
    public static Placed Place(TradePanel panel, int destination, int product, Window window, int season, double counterfactual)
    {
        int[] year = [.. Enumerable.Range(0, window.Tau).TakeLast(season).Where(t => panel.Knows(destination, t))];
        double[] after = [.. panel.Seen(destination, window).After.Select(t => panel.Value(destination, product, t))];
        return new Placed(counterfactual, Steadiness(panel, destination, product, year), Growth.Rise(after, counterfactual));
    }

    /// <summary>Steadiness of a cell over some periods; 0 where nothing was traded.</summary>
    public static double Steadiness(TradePanel panel, int destination, int product, IReadOnlyCollection<int> periods)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var x in periods.Distinct().Select(t => panel.Value(destination, product, t)))
            (sum, squares) = (sum + x, squares + (x * x));
        return squares > 0 ? sum * sum / (periods.Distinct().Count() * squares) : 0;
    }

    private static int Kind(double steadiness) => Bounds.Count(b => steadiness > b);
}
