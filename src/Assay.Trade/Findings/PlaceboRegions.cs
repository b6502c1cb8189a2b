namespace Assay.Trade.Findings;

/// <summary>A cell among others: how large, how steady, and how far it rose.</summary>
/// <param name="Counterfactual">What would have been traded, in the panel's unit.</param>
/// <param name="Steadiness">Effective share of the periods before in which it traded, 0 to 1 (<see
/// cref="PlaceboPools.Steadiness"/>).</param>
/// <param name="Rise">How far it rose, how lastingly and how much (<see cref="Growth.Rise"/>).</param>
internal readonly record struct Placed(double Counterfactual, double Steadiness, double Rise);

/// <summary>
/// Placebo cells by size and steadiness, cut into regions twice: by size first, and by steadiness first. A cell near a border of the one is
/// hardly near a border of the other; the two p-values are joined by the Cauchy combination, which holds however much they depend on each
/// other
/// (Y. Liu and J. Xie, Journal of the American Statistical Association 2020).
/// </summary>
internal sealed class PlaceboRegions(IReadOnlyCollection<Placed> cells)
{
    private readonly PlaceboTree[] trees = [new(cells, bySize: true), new(cells, bySize: false)];

    /// <summary>Fits the scatter of the placebo cells to that of the cells scanned.</summary>
    public void FitSpread(IReadOnlyCollection<Placed> scanned)
    {
        foreach (var tree in trees)
            tree.FitSpread(scanned);
    }

    /// <summary>The placebo cells that each cut compares a cell with.</summary>
    public IReadOnlyList<PlaceboWitnesses> Witnessing(Placed cell) => [.. trees.Select(t => t.Witnessing(cell))];

    /// <summary>Share of like placebo cells that stand out at least as much.</summary>
    public double P(Placed cell) => 0.5 - (Math.Atan(trees.Average(t => Math.Tan((0.5 - t.P(cell)) * Math.PI))) / Math.PI);
}
