namespace Assay.Trade.Findings;

/// <summary>The measures of one cell: excess, loss, onward trade, mirror gap, unit value, break, new route, siblings.</summary>
internal sealed class CellMeasures
{
    private const int MostLag = 3;
    private const int LeastPool = 40;
    private const int NewRouteMemory = 24;
    private readonly PanelRequest request;
    private readonly TradePanel panel;
    private readonly Counterfactual actual;
    private readonly PlaceboPools pools;
    private readonly PartnerFlows flows;
    private readonly int target;
    private readonly int season;
    private readonly Window window;
    private readonly Dictionary<int, (double Middle, double Spread)> unitValues = [];
    private readonly double gapSpread;
    private readonly PlaceboPool? onwardPool;

    public CellMeasures(
        PanelRequest request,
        TradePanel panel,
        Counterfactual actual,
        PlaceboPools pools,
        PartnerFlows flows,
        int target,
        Window? placebo,
        int season
    )
    {
        this.season = season;
        (this.request, this.panel, this.actual, this.pools, this.flows, this.target) = (request, panel, actual, pools, flows, target);
        window = actual.Window;
        gapSpread = GapSpread();
        onwardPool = OnwardPool(placebo);
    }

    /// <summary>The finding of a cell without rank, q and explanations; null where nothing was traded or nothing can be
    /// compared.</summary>
    public Finding? Measure(int j, int p)
    {
        var seen = panel.Seen(j, window);
        var after = panel.Sum(panel.Values, j, p, seen.After);
        if (actual.Paths[(j * panel.RestrictedCount) + p] is not { } path)
            return null;
        var counterfactual = seen.After.Sum(t => path[t]);
        if (after <= 0 && counterfactual <= 0)
            return null;
        var placed = PlaceboPools.Place(panel, j, p, window, season, counterfactual);
        var (middle, upper) = pools.For(placed).Limits(counterfactual);
        var (onward, onwardLow, lag) = Onward(j, p);
        return new Finding
        {
            Destination = panel.Destinations[j],
            Product = panel.Products[p],
            Before = panel.Sum(panel.Values, j, p, seen.Before),
            After = after,
            Counterfactual = counterfactual,
            Method = actual.Method,
            ExcessLow = after - High(counterfactual, Math.Max(upper, middle)),
            Loss = Loss(p),
            Onward = onward,
            OnwardLow = onwardLow,
            Lag = lag,
            Missing = Missing(j, p),
            GapChange = Gap(j, p),
            OutcomeLeg = Outcome(seen),
            OnwardLeg = flows.Leg(j, 'X', seen),
            MirrorLeg = flows.Leg(j, 'M', seen),
            UnitValueZ = UnitValue(j, p),
            SiblingGrowth = Siblings(j, p),
            PExcess = pools.P(placed),
            Standing = pools.Standing(
                placed,
                seen.After.Length,
                Enumerable.Range(0, window.Tau).TakeLast(season).Count(t => panel.Knows(j, t))
            ),
            PSecond = Second(j, p),
            Since = panel.Periods[SeriesTests.Break(Logs(j, p, path)).Break],
            // A month that is not known has no value: one row of the bloc is a report of it.
            NewRoute = Enumerable
                .Range(Math.Max(0, window.Tau - NewRouteMemory), Math.Min(window.Tau, NewRouteMemory))
                .All(t => panel.Value(j, p, t) <= 0),
        };
    }

    /// <summary>Ratio to the counterfactual that 95 % of placebo cells of this size stay below.</summary>
    public double Limit(Finding cell)
    {
        var (j, p) = (
            Array.IndexOf(panel.Destinations, cell.Destination),
            Array.IndexOf(panel.Products, cell.Product, 0, panel.RestrictedCount)
        );
        return High(cell.Counterfactual, Placebo(j, p).Limits(cell.Counterfactual).Upper) / Math.Max(1, cell.Counterfactual);
    }

    // By steadiness alone: what would have been traded does not matter for it.
    private PlaceboPool Placebo(int j, int p) => pools.For(PlaceboPools.Place(panel, j, p, window, season, counterfactual: 0));

    // Which periods of the window an importer reports; whoever reports as exporter reports every destination.
    private Leg Outcome(Window seen) =>
        panel.Known is null
            ? Leg.None
            : new Leg(
                LegState.Known,
                request.Currency,
                [.. seen.After.Select(t => panel.Periods[t])],
                [.. window.After.Except(seen.After).Select(t => panel.Periods[t])]
            );

    /// <summary>Fall of direct trade: as the panel has it, or as the bloc reports it where imports are the outcome and the target does not
    /// report them.</summary>
    private double Loss(int p)
    {
        if (request.Side == OutcomeSide.Exports || flows.TargetReports)
        {
            var seen = panel.Seen(target, window);
            return panel.Sum(panel.Values, target, p, seen.Before) - panel.Sum(panel.Values, target, p, seen.After);
        }

        var (sent, common) = (flows.Mirror(target, p)!, flows.Common(target, 'M', window));
        return common.Sum(i => sent[window.Before[i]] - sent[window.After[i]]);
    }

    /// <summary>What the tests of innocent explanations look at.</summary>
    public ExplanationFacts Facts(Finding cell, double othersUp)
    {
        var (j, p) = (
            Array.IndexOf(panel.Destinations, cell.Destination),
            Array.IndexOf(panel.Products, cell.Product, 0, panel.RestrictedCount)
        );
        var seen = panel.Seen(j, window);
        var (before, after) = (panel.Sum(panel.Masses, j, p, seen.Before), panel.Sum(panel.Masses, j, p, seen.After));
        var traded = Enumerable.Range(0, window.Tau).GroupBy(t => panel.Periods[t] / 100).All(year => year.Any(t => AnyTrade(p, t)));
        var coverage =
            request.Side == OutcomeSide.Exports
                ? window.Before.Concat(window.After).Min(t => panel.Reported[t])
                : seen.After.Length / (double)window.After.Length;
        return new ExplanationFacts(
            cell,
            before > 0 ? after / before : double.NaN,
            Limit(cell),
            traded,
            othersUp,
            coverage,
            request.Side,
            Investigation.KeepsOpenRegister(cell.Destination)
        );
    }

    private static double High(double counterfactual, double score) =>
        ((counterfactual + Growth.Softening) * Math.Exp(score)) - Growth.Softening;

    private bool AnyTrade(int p, int t)
    {
        for (var j = 0; j < panel.Destinations.Length; j++)
            if (panel.Value(j, p, t) > 0)
                return true;
        return false;
    }

    /// <summary>p-value of the second witness: onward trade where the destination reports it, else the mirror gap; NaN where neither is
    /// known.</summary>
    private double Second(int j, int p)
    {
        if (OnwardLegs(j, p, window) is { } legs && onwardPool is not null)
            return onwardPool.P(legs.Reported.Before, OnwardBeyondIntake(legs));
        return Gap(j, p) is var gap && double.IsFinite(gap) && gapSpread > 0 ? Evidence.Tail(gap / gapSpread) : double.NaN;
    }

    /// <summary>Growth of onward trade less growth of what the destination takes in: who buys more for itself also sells a little more
    /// on.</summary>
    private static double OnwardBeyondIntake(Legs legs) =>
        Growth.Score(legs.Reported.After, legs.Reported.Before) - Growth.Score(legs.Sent.After, legs.Sent.Before);

    /// <summary>Scores of onward trade a year earlier; null where the data are too short or too few destinations report.</summary>
    private PlaceboPool? OnwardPool(Window? earlier)
    {
        if (earlier is null)
            return null;
        var cells = OnwardScores(earlier);
        if (cells.Count < LeastPool)
            return null;
        var pool = new PlaceboPool(cells);
        pool.FitSpread(OnwardScores(window));
        return pool;
    }

    private List<(double Before, double Score)> OnwardScores(Window over)
    {
        var cells = new List<(double, double)>();
        for (var j = 0; j < panel.Destinations.Length; j++)
        for (var p = 0; p < panel.RestrictedCount && j != target; p++)
            if (OnwardLegs(j, p, over) is { } legs && (legs.Reported.Before > 0 || legs.Reported.After > 0))
                cells.Add((legs.Reported.Before, OnwardBeyondIntake(legs)));
        return cells;
    }

    private (double F, double Low, int Lag) Onward(int j, int p)
    {
        if (OnwardLegs(j, p, window) is not { } legs)
            return (double.NaN, double.NaN, 0);
        var sent = Enumerable.Range(0, panel.Periods.Length).Select(t => panel.Value(j, p, t)).ToArray();
        var (before, after) = legs.Reported;
        var lag = SeriesTests.Lag(sent, flows.Onward(j, p)!, MostLag);
        return (after - before, after - High(before, Placebo(j, p).Limits(before).Upper), lag);
    }

    /// <summary>Value sent less value received at the ratio of the time before, widened by the spread of such gaps over all
    /// cells.</summary>
    private double Missing(int j, int p)
    {
        if (MirrorLegs(j, p) is not { Reported.Before: > 0 } legs)
            return double.NaN;
        var ratio = legs.Sent.Before / legs.Reported.Before;
        return Math.Max(0, legs.Sent.After - (legs.Reported.After * ratio * Math.Exp(1.645 * gapSpread)));
    }

    private double Gap(int j, int p)
    {
        if (MirrorLegs(j, p) is not { Reported: { Before: > 0, After: > 0 }, Sent: { Before: > 0, After: > 0 } } legs)
            return double.NaN;
        return Math.Log(legs.Sent.After / legs.Reported.After) - Math.Log(legs.Sent.Before / legs.Reported.Before);
    }

    private Legs? OnwardLegs(int j, int p, Window over) => Over('X', flows.Onward(j, p), j, p, over);

    // Where imports are the outcome, the panel holds what was received, and the other side what was sent.
    private Legs? MirrorLegs(int j, int p)
    {
        var legs = Over('M', flows.Mirror(j, p), j, p, window);
        return request.Side == OutcomeSide.Imports && legs is { } both ? new Legs(both.Reported, both.Sent) : legs;
    }

    // Both sides over the periods that both have.
    private Legs? Over(char flow, double[]? series, int j, int p, Window whole)
    {
        var over = panel.Seen(j, whole);
        var common = flows.Common(j, flow, over);
        if (common.Length == 0 || series is null)
            return null;
        double Reported(int[] at) => common.Sum(i => series[at[i]]);
        double Sent(int[] at) => common.Sum(i => panel.Value(j, p, at[i]));
        return new Legs((Sent(over.Before), Sent(over.After)), (Reported(over.Before), Reported(over.After)));
    }

    private readonly record struct Legs((double Before, double After) Sent, (double Before, double After) Reported);

    private double GapSpread()
    {
        var gaps = new List<double>();
        for (var j = 0; j < panel.Destinations.Length; j++)
        for (var p = 0; p < panel.RestrictedCount && j != target; p++)
            if (Gap(j, p) is var gap && double.IsFinite(gap))
                gaps.Add(gap);
        return gaps.Count < 5 ? 0.3 : Robust.Centre(gaps).Spread;
    }

    private double UnitValue(int j, int p)
    {
        if (!unitValues.TryGetValue(p, out var centre))
            unitValues[p] = centre = Robust.Centre([
                .. Enumerable.Range(0, panel.Destinations.Length).Select(k => UnitChange(k, p)).Where(double.IsFinite),
            ]);
        return centre.Spread > 0 ? (UnitChange(j, p) - centre.Middle) / centre.Spread : double.NaN;
    }

    private double UnitChange(int j, int p)
    {
        if (request.Mass)
            return double.NaN;
        var seen = panel.Seen(j, window);
        var (value, mass) = (panel.Sum(panel.Values, j, p, seen.After), panel.Sum(panel.Masses, j, p, seen.After));
        var (value0, mass0) = (panel.Sum(panel.Values, j, p, seen.Before), panel.Sum(panel.Masses, j, p, seen.Before));
        return value > 0 && mass > 0 && value0 > 0 && mass0 > 0 ? Math.Log(value / mass) - Math.Log(value0 / mass0) : double.NaN;
    }

    private double Siblings(int j, int p)
    {
        var group = Array.IndexOf(
            panel.Products,
            $"other {panel.Products[p][..Math.Min(4, panel.Products[p].Length)]}",
            panel.RestrictedCount
        );
        if (group < 0)
            return double.NaN;
        var seen = panel.Seen(j, window);
        var before = panel.Sum(panel.Values, j, group, seen.Before);
        return before > Growth.Softening ? (panel.Sum(panel.Values, j, group, seen.After) / before) - 1 : double.NaN;
    }

    private double[] Logs(int j, int p, double[] path) =>
        [.. Enumerable.Range(0, panel.Periods.Length).Select(t => Growth.Score(panel.Value(j, p, t), path[t]))];
}
