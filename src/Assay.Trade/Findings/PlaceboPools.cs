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

    /// <summary>Pools of cells given as counterfactual, score and steadiness. A kind with too few cells is compared with all.</summary>
    public PlaceboPools(IEnumerable<(double Counterfactual, double Score, double Steadiness)> cells)
    {
        var kinds = cells.ToLookup(c => Kind(c.Steadiness), c => (c.Counterfactual, c.Score));
        var all = new PlaceboPool(kinds.SelectMany(k => k));
        Count = all.Count;
        for (var kind = 0; kind < pools.Length; kind++)
            pools[kind] = kinds[kind].Count() >= LeastOfKind ? new PlaceboPool(kinds[kind]) : all;
    }

    /// <summary>Number of placebo cells.</summary>
    public int Count { get; }

    /// <summary>The placebo cells for a cell of this steadiness.</summary>
    public PlaceboPool For(double steadiness) => pools[Kind(steadiness)];

    /// <summary>Fits each pool to the cells scanned of its kind.</summary>
    public void FitSpread(IEnumerable<(double Counterfactual, double Score, double Steadiness)> scanned)
    {
        var kinds = scanned.ToLookup(c => For(c.Steadiness), c => (c.Counterfactual, c.Score));
        foreach (var kind in kinds)
            kind.Key.FitSpread(kind);
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
