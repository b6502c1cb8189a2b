namespace Assay.Trade.Findings;

/// <summary>One run of the scan over one panel.</summary>
internal sealed class Scan(
    PanelRequest request,
    TradePanel panel,
    Window window,
    PartnerFlows flows,
    int season,
    CounterfactualMethod? method
)
{
    private const int LeastPlacebo = 40;
    private readonly int target = Array.IndexOf(panel.Destinations, request.Target);

    /// <summary>Measures every cell and ranks.</summary>
    public ScanReport Run()
    {
        var actual = CounterfactualEngine.Compute(panel, target, window, method, request.Stop);
        var placebo = PlaceboYear.Of(panel.Periods, window, season, request.InForce);
        var (pool, year) = Pool(actual, placebo.Window);
        pool.FitSpread([.. Scores(panel, actual)]);
        var measure = new CellMeasures(request, panel, actual, pool, flows, target, placebo.Window, season);
        var cells = new List<(Finding Finding, double Limit)>();
        for (var p = 0; p < panel.RestrictedCount; p++)
        {
            request.Stop.ThrowIfCancellationRequested();
            for (var j = 0; j < panel.Destinations.Length; j++)
                if (j != target && measure.Measure(j, p) is { } finding)
                    cells.Add((finding, measure.Limit(finding)));
        }

        var controls = Power.HasControls(panel, window);
        var ranked = Rank([.. cells.Select(c => c.Finding)], measure, controls, pool.Count);
        return new ScanReport(
            request,
            panel,
            window,
            actual.Method,
            pool.Count,
            panel.Reported[Math.Min(window.Before.Min(), window.Tau)..].Min(),
            ranked,
            actual
        )
        {
            Flows = flows,
            HasControls = controls,
            PlaceboYear = year,
            PlaceboPassed = placebo.Passed,
        };
    }

    /// <summary>Placebo cells: an earlier year where the data allow, else the cells themselves (then only the most unusual can stand
    /// out).</summary>
    private (PlaceboPools Pool, Window? Year) Pool(Counterfactual actual, Window? before)
    {
        if (before is not null)
        {
            var earlier = panel.Until(before.Tau + before.After.Length);
            var pool = new PlaceboPools([
                .. Scores(earlier, CounterfactualEngine.Compute(earlier, target, before, actual.Method, request.Stop)),
            ]);
            if (pool.Count >= LeastPlacebo)
                return (pool, before);
        }

        return (new PlaceboPools([.. Scores(panel, actual)]), null);
    }

    private IEnumerable<(Placed, double)> Scores(TradePanel on, Counterfactual against)
    {
        for (var cell = 0; cell < against.Paths.Length; cell++)
        {
            var (j, p) = (cell / on.RestrictedCount, cell % on.RestrictedCount);
            if (j == target || against.Paths[cell] is not { } path)
                continue;
            var seen = on.Seen(j, against.Window);
            var (x, x0) = (on.Sum(on.Values, j, p, seen.After), seen.After.Sum(t => path[t]));
            if (x > 0 || x0 > 0)
                yield return (PlaceboPools.Place(on, j, p, against.Window, season, x0), Growth.Score(x, x0));
        }
    }

    private static List<Finding> Rank(Finding[] cells, CellMeasures measure, bool controls, int placebos)
    {
        var alike = Evidence.Correlation(cells);
        cells = [.. cells.Select(c => c with { P = Evidence.Combine(c.PExcess, c.PSecond, alike) })];
        var q = Enumerable.Repeat(1.0, cells.Length).ToArray();
        // only where the target lost trade can anything have been diverted; that does not depend on the destination, so it may choose what
        // is tested
        int[] tested = [.. Enumerable.Range(0, cells.Length).Where(i => cells[i].Loss > Growth.Softening)];
        // nor does how much it lost: where it lost more, more can have been diverted
        var weights = FalseDiscovery.ByRank([.. tested.Select(i => cells[i].Loss)]);
        foreach (var (i, value) in tested.Zip(FalseDiscovery.Q([.. tested.Select(i => cells[i].P)], weights)))
            q[i] = value;
        var weight = Enumerable.Repeat(1.0, cells.Length).ToArray();
        foreach (var (i, value) in tested.Zip(weights))
            weight[i] = value;
        ScanPower Can(Finding c, int i) => Power.Of(controls, placebos, tested.Length / weight[i], !double.IsNaN(c.PSecond), alike);
        var share = cells
            .GroupBy(c => c.Product)
            .ToDictionary(
                g => g.Key,
                g => g.Sum(c => c.FloorAlone) is var sum && sum > g.First().Loss ? Math.Max(0, g.First().Loss) / sum : 1
            );
        var (byProduct, byDestination) = (
            cells.ToLookup(c => c.Product, c => c.PExcess, StringComparer.Ordinal),
            cells.ToLookup(c => c.Destination, c => c.PExcess, StringComparer.Ordinal)
        );
        var up = cells.GroupBy(c => c.Product).ToDictionary(g => g.Key, g => (Up: g.Count(c => c.P <= 0.05), All: g.Count()));
        var ranked = cells.Select(
            (c, i) =>
                c with
                {
                    Q = controls ? q[i] : double.NaN,
                    Power = Can(c, i),
                    PDestinations = AtLeast(byProduct[c.Product], c.PExcess),
                    PProducts = AtLeast(byDestination[c.Destination], c.PExcess),
                    Floor = c.FloorAlone * share[c.Product],
                    Explanations = ExplanationTests.Run(measure.Facts(c, OthersUp(up[c.Product], c))),
                }
        );
        return Ordered(ranked);
    }

    /// <summary>What does not stand out from placebo cells comes after what does, however large; where none could, the amount alone can
    /// order.</summary>
    internal static List<Finding> Ordered(IEnumerable<Finding> cells) =>
        [
            .. cells
                .OrderByDescending(c => c.Found)
                .ThenByDescending(c => c.Floor)
                .ThenByDescending(c => c.Power == ScanPower.Enough ? double.NegativeInfinity : c.Excess)
                .ThenBy(c => c.P)
                .ThenBy(c => c.Destination, StringComparer.Ordinal)
                .ThenBy(c => c.Product, StringComparer.Ordinal)
                .Select((c, i) => c with { Rank = i + 1 }),
        ];

    /// <summary>Share of cells that stand out at least as much as one of them.</summary>
    private static double AtLeast(IEnumerable<double> cells, double p) => cells.Average(other => other <= p ? 1.0 : 0.0);

    /// <summary>Share of the other cells of a product that stand out; NaN where it has fewer than six.</summary>
    internal static double OthersUp((int Up, int All) product, Finding cell) =>
        product.All < 6 ? double.NaN : (product.Up - (cell.P <= 0.05 ? 1 : 0)) / (double)(product.All - 1);
}
