using Assay.Trade.Codes;

namespace Assay.Trade.Simulation;

/// <summary>Plants diversions and decoys in a synthetic world that is being drawn.</summary>
internal sealed class Planting(SyntheticWorld world)
{
    /// <summary>Logarithm of the price rise of a price decoy.</summary>
    public const double PriceRise = 0.5;

    private const double OwnDemandGrowth = 0.7;
    private const double LeastBase = 8_000;
    private readonly List<Planted> planted = [];

    /// <summary>Plants everything the options ask for and returns the truth.</summary>
    public IReadOnlyList<Planted> Run(
        double[,] productPath,
        double[,] destinationPath,
        Dictionary<(int J, int P), SyntheticWorld.CellPlan> plans,
        HashSet<int> ships,
        HashSet<int> silent
    )
    {
        if (world.EffectiveIndex >= world.Options.Months)
            return planted;

        var order = Enumerable.Range(1, world.Destinations.Count - 1).ToArray();
        OwnDemand(order, destinationPath);
        Price(productPath);
        Ships(order, ships);
        Diversions(order, plans, silent);
        return planted;
    }

    private void OwnDemand(int[] order, double[,] path)
    {
        foreach (var j in order.TakeLast(world.Options.OwnDemandDecoys))
        {
            Raise(path, j, OwnDemandGrowth);
            planted.Add(
                new Planted(
                    "own-demand",
                    world.Destinations[j],
                    "",
                    "",
                    world.Options.Effective,
                    0,
                    Math.Exp(OwnDemandGrowth) - 1,
                    false,
                    false,
                    0
                )
            );
        }
    }

    private void Price(double[,] path)
    {
        var restricted = world.Products.Count(p => p.Restricted);
        for (var i = 0; i < Math.Min(world.Options.PriceDecoys, restricted); i++)
        {
            var p = restricted - 1 - i;
            Raise(path, p, PriceRise);
            var code = world.Products[p].Code;
            planted.Add(new Planted("price", "", code, code, world.Options.Effective, 0, Math.Exp(PriceRise) - 1, false, false, 0));
        }
    }

    private void Ships(int[] order, HashSet<int> ships)
    {
        foreach (var j in order.SkipLast(world.Options.OwnDemandDecoys).TakeLast(world.Options.ShipRegistries))
        {
            ships.Add(j);
            planted.Add(
                new Planted("ship-registry", world.Destinations[j], "890190", "890190", world.Options.Effective, 0, 0, false, false, 0)
            );
        }
    }

    private void Diversions(int[] order, Dictionary<(int J, int P), SyntheticWorld.CellPlan> plans, HashSet<int> silent)
    {
        var options = world.Options;
        var destinations = order
            .SkipLast(options.OwnDemandDecoys + options.ShipRegistries)
            .Take(Math.Max(1, (order.Length + 3) / 4))
            .ToArray();
        foreach (var j in destinations.Where(j => Draws.Uniform(Draws.Hash(options.Seed, 30, j)) >= options.OnwardReported))
            silent.Add(j);

        var done = 0;
        foreach (var (j, p) in Candidates(destinations))
        {
            if (done == options.Diversions)
                return;

            if (Plant(j, p, done, plans, silent))
                done++;
        }
    }

    // Cells of destination and restricted product with a base worth diverting, in an order the seed decides.
    private IEnumerable<(int J, int P)> Candidates(int[] destinations)
    {
        var restricted =
            world.Products.Count(p => p.Restricted) - Math.Min(world.Options.PriceDecoys, world.Products.Count(p => p.Restricted));
        return destinations
            .SelectMany(j => Enumerable.Range(0, restricted).Select(p => (j, p)))
            .Where(c => world.Mean(c.j, c.p, world.EffectiveIndex) >= LeastBase)
            .OrderBy(c => Draws.Hash(world.Options.Seed, 31, c.j, c.p));
    }

    private bool Plant(int j, int p, int number, Dictionary<(int J, int P), SyntheticWorld.CellPlan> plans, HashSet<int> silent)
    {
        var options = world.Options;
        var size = options.Sizes[number % options.Sizes.Count];
        var lag = options.Lags[number / options.Sizes.Count % options.Lags.Count];
        var from = world.EffectiveIndex + lag;
        const double ShareOfLoss = 0.5;
        if (from >= options.Months || size * world.Mean(j, p, from) > ShareOfLoss * world.Loss(p, from))
            return false;

        var misdeclared = world.Products[p].Sibling >= 0 && Draws.Uniform(Draws.Hash(options.Seed, 32, j, p)) < options.Misdeclared;
        var declared = misdeclared ? world.Products[p].Sibling : p;
        if (!plans.TryAdd((j, declared), new SyntheticWorld.CellPlan(p, from, size, ShareOfLoss)))
            return false;

        var diverted = Enumerable
            .Range(from, options.Months - from)
            .Sum(t => Math.Min(size * world.Mean(j, p, t), ShareOfLoss * world.Loss(p, t)));
        var real = diverted / Enumerable.Range(from, options.Months - from).Sum(t => world.Mean(j, p, t));
        planted.Add(
            new Planted(
                "diversion",
                world.Destinations[j],
                world.Products[p].Code,
                world.Products[declared].Code,
                world.MonthList[from],
                lag,
                real,
                !silent.Contains(j),
                misdeclared,
                Math.Round(diverted)
            )
        );
        return true;
    }

    private void Raise(double[,] path, int row, double by)
    {
        for (var t = world.EffectiveIndex; t < world.Options.Months; t++)
            path[row, t] += by;
    }
}
