using Assay.Trade.Codes;

namespace Assay.Trade.Simulation;

/// <summary>
/// A synthetic world of trade: exports of an origin bloc by destination, product and month, what the destinations report, and planted
/// diversions with the truth about them. Every cell is a pure function of the options, computed on demand; immutable and safe for use by
/// several threads. Nothing in it is a statement about any real country.
/// </summary>
/// <remarks>
/// E[X_jpt] = median * exp(s_j + s_p + a_jp + l_pt + d_jt + season_pt), with normal s, a, random walks l (world price and demand of the
/// product) and d (the destination's growth), times log-normal noise of mean 1; small cells are intermittent with the expectation kept.
/// Kilograms are value over a unit value of the product. A diversion adds size * E[X_jpt] from its first month, at most its share of what
/// the target lost of that product.
/// </remarks>
public sealed class SyntheticWorld
{
    private const double LossRestricted = 0.85;
    private const double LossOther = 0.25;
    private const double Intermittent = 4_000;
    private readonly double[,] productPath;
    private readonly double[,] destinationPath;
    private readonly double[,] cellSize;
    private readonly double[] phase;
    private readonly double[] unitValue;
    private readonly HashSet<string> priced;
    private readonly HashSet<int> shipRegistries = [];
    private readonly HashSet<int> silent = [];
    private readonly Dictionary<(int J, int P), CellPlan> plans = [];

    /// <summary>Draws a world.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 3 destinations, 4 products or 1 month, or more restricted
    /// products than products.</exception>
    public SyntheticWorld(SyntheticOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Destinations, 3);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Products, 4);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Months, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Restricted, options.Products - 2);
        Options = options;
        Destinations = SyntheticCatalogue.Destinations(options);
        Products = SyntheticCatalogue.Products(options);
        MonthList = [.. Enumerable.Range(0, options.Months).Select(i => Months.Add(options.FirstMonth, i))];
        EffectiveIndex = options.Effective == 0 ? options.Months : Months.Ordinal(options.Effective) - Months.Ordinal(options.FirstMonth);
        cellSize = CellSizes();
        phase = [.. Products.Select((_, p) => Draw(16, p))];
        unitValue = [.. Products.Select((_, p) => 20 * Math.Exp(1.1 * Draw(12, p)))];
        productPath = Paths(Products.Count, 13, 0.04);
        destinationPath = Paths(Destinations.Count, 14, 0.03);
        Planted = new Planting(this).Run(productPath, destinationPath, plans, shipRegistries, silent);
        priced = [.. Planted.Where(d => d.Kind == "price").Select(d => d.Product)];
    }

    /// <summary>The options the world was drawn from.</summary>
    public SyntheticOptions Options { get; }

    /// <summary>Destinations, ISO alpha-2; the first is the target.</summary>
    public IReadOnlyList<string> Destinations { get; }

    /// <summary>Products; restricted ones first.</summary>
    public IReadOnlyList<SyntheticProduct> Products { get; }

    /// <summary>The months, yyyymm.</summary>
    public IReadOnlyList<int> MonthList { get; }

    /// <summary>Index in <see cref="MonthList"/> of the effective month; its length or more where nothing happens.</summary>
    public int EffectiveIndex { get; }

    /// <summary>What was planted: the truth.</summary>
    public IReadOnlyList<Planted> Planted { get; }

    /// <summary>Exports of the whole bloc, EUR, of product <paramref name="p"/> to destination <paramref name="j"/> in month
    /// <paramref name="t"/>; 0 where nothing was traded.</summary>
    public double Exports(int j, int p, int t)
    {
        var innocent = Innocent(j, p, t);
        return Math.Round(innocent + Diverted(j, p, t));
    }

    /// <summary>Net weight in kg of <see cref="Exports"/>.</summary>
    public double Kilograms(int j, int p, int t)
    {
        var price = unitValue[p] * Math.Exp(PriceShift(p, t)) * Math.Exp(0.1 * Draw(21, j, p, t));
        return Math.Round(Exports(j, p, t) / price);
    }

    /// <summary>What destination <paramref name="j"/> reports as imported from the bloc, EUR; NaN where it does not report.</summary>
    public double PartnerImports(int j, int p, int t)
    {
        if (j == 0 && t >= EffectiveIndex)
            return double.NaN;

        var missing = silent.Contains(j) ? Options.NeverArrives * Diverted(j, p, t) : 0;
        return Math.Round(Math.Max(0, Exports(j, p, t) - missing) * Math.Exp(0.05 + (0.15 * Draw(22, j, p, t))));
    }

    /// <summary>What destination <paramref name="j"/> reports as exported to the target, EUR; NaN where it does not report trade with the
    /// target.</summary>
    public double Onward(int j, int p, int t)
    {
        if (j == 0 || silent.Contains(j))
            return double.NaN;

        var own = 0.02 * Innocent(j, p, t) * Math.Exp(0.3 * Draw(23, j, p, t));
        return Math.Round(own + (0.9 * (t > 0 ? Diverted(j, p, t - 1) : 0)));
    }

    /// <summary>Expected exports without any diversion, before noise.</summary>
    internal double Mean(int j, int p, int t)
    {
        var log =
            cellSize[j, p]
            + productPath[p, t]
            + destinationPath[j, t]
            + (0.15 * Math.Sin((2 * Math.PI * (MonthList[t] % 100) / 12.0) + phase[p]));
        var mean = Options.MedianCell * Math.Exp(log);
        return j == 0 && t >= EffectiveIndex ? mean * (1 - (Products[p].Restricted ? LossRestricted : LossOther)) : mean;
    }

    /// <summary>What the target lost of a product in a month, EUR.</summary>
    internal double Loss(int p, int t) =>
        t >= EffectiveIndex && Products[p].Restricted ? Mean(0, p, t) / (1 - LossRestricted) * LossRestricted : 0;

    /// <summary>A standard normal that belongs to these keys.</summary>
    internal double Draw(uint kind, int a, int b = 0, int c = 0) => Draws.Normal(Draws.Hash(Options.Seed, kind, a, b, c));

    private double Diverted(int j, int p, int t) =>
        plans.TryGetValue((j, p), out var plan) && t >= plan.From
            ? Math.Min(plan.Size * Mean(j, plan.Real, t), plan.ShareOfLoss * Loss(plan.Real, t))
                * Math.Exp((0.2 * Draw(24, j, p, t)) - 0.02)
            : 0;

    private double Innocent(int j, int p, int t)
    {
        var mean = Mean(j, p, t);
        var ship = Products[p].IsShip && shipRegistries.Contains(j);
        if (ship)
            return ShipDelivery(j, p, t);

        var chance = Math.Min(1, mean / Intermittent);
        if (chance < 1 && Draws.Uniform(Draws.Hash(Options.Seed, 25, j, p, t)) >= chance)
            return 0;

        var noise = Options.Noise;
        return mean / chance * Math.Exp((noise * Draw(20, j, p, t)) - (noise * noise / 2));
    }

    // A registry takes a ship every few months, tens of millions each, more often after the effective date.
    private double ShipDelivery(int j, int p, int t)
    {
        var chance = t >= EffectiveIndex ? 0.6 : 0.25;
        return Draws.Uniform(Draws.Hash(Options.Seed, 26, j, p, t)) < chance ? 4e7 * Math.Exp(0.5 * Draw(27, j, p, t)) : 0;
    }

    private double PriceShift(int p, int t) => t >= EffectiveIndex && priced.Contains(Products[p].Code) ? Planting.PriceRise : 0;

    // s_j + s_p + a_jp; the target is a large market.
    private double[,] CellSizes()
    {
        var sizes = new double[Destinations.Count, Products.Count];
        for (var j = 0; j < Destinations.Count; j++)
        {
            for (var p = 0; p < Products.Count; p++)
                sizes[j, p] = (j == 0 ? 2.5 : 1.3 * Draw(11, j)) + (1.2 * Draw(10, p)) + (0.9 * Draw(15, j, p));
        }

        return sizes;
    }

    private double[,] Paths(int count, uint kind, double step)
    {
        var paths = new double[count, Options.Months];
        for (var i = 0; i < count; i++)
        {
            for (var t = 1; t < Options.Months; t++)
                paths[i, t] = paths[i, t - 1] + (step * Draw(kind, i, t));
        }

        return paths;
    }

    /// <summary>How a diversion enters one declared cell.</summary>
    internal readonly record struct CellPlan(int Real, int From, double Size, double ShareOfLoss);
}
