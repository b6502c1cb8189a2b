using Assay.Trade.Flows;
using Assay.Trade.Scanning;

namespace Assay.Trade.Findings;

/// <summary>
/// What destinations themselves report: exports to the target (onward) and imports from the bloc (mirror), by family and period, at one
/// level and in
/// the panel's currency. What a destination does not report, or reports in a currency without a rate, is unknown, not zero.
/// </summary>
internal sealed class PartnerFlows
{
    private const int LeastShare = 2; // at least one half of the periods compared must be known
    private readonly Dictionary<(int J, int P, char Flow), double[]> series = [];
    private readonly Dictionary<(int J, char Flow), LegReports> reports = [];
    private readonly TradePanel panel;
    private readonly bool mass;

    /// <summary>Reads the flows that belong to a panel.</summary>
    public PartnerFlows(TradeColumns columns, PanelRequest request, TradePanel panel, Window window)
    {
        (this.panel, mass) = (panel, request.Mass);
        var reader = new FlowReader(columns, request.Terms);
        var ranks = LevelRanks.For(columns, Math.Min(request.Digits, panel.Digits));
        var product = Families(columns, panel, request);
        var target = columns.Partners.ToList().IndexOf(request.Target);
        bool[] bloc =
        [
            .. columns.Partners.Select(p => (request.Origin is null || request.Origin.Contains(p)) && !panel.LeftOut.Members.Contains(p)),
        ];
        var imports = request.Side == OutcomeSide.Imports;
        var self = Array.IndexOf(panel.Destinations, request.Target);
        TargetReports = imports && panel.Seen(self, window).After.Length > 0;
        Countries = [.. columns.Partners.Where(p => p != request.Target && request.Origin?.Contains(p) != true)];
        if (TargetReports)
            Read(reader, columns, 'M', 'X', ranks, product, reporter => reporter == request.Target);
        else
            Read(reader, columns, 'X', ranks, product, partner => partner == target);
        if (imports)
            Read(reader, columns, 'X', 'M', ranks, product, request.IsOrigin);
        else
            Read(reader, columns, 'M', ranks, product, partner => bloc[partner]);
        DirectKnown = !imports || TargetReports || Common(self, 'M', window).Length > 0;
        Rates = reader.Used;
    }

    /// <summary>Whether the target's own imports are read: what it takes in from the bloc, and from each destination.</summary>
    public bool TargetReports { get; }

    /// <summary>Whether anybody reports direct trade between the bloc and the target.</summary>
    public bool DirectKnown { get; }

    /// <summary>Every country that somebody trades with, but those of the bloc and the target.</summary>
    public IReadOnlyList<string> Countries { get; }

    /// <summary>The rates that the reports were converted by.</summary>
    public IReadOnlyList<RateUsed> Rates { get; }

    /// <summary>
    /// Exports of the destination to the target by period, NaN where they are not reported; null where they never are. Where the target
    /// reports, its imports from the destination.
    /// </summary>
    public double[]? Onward(int j, int p) => Series(j, p, 'X');

    /// <summary>
    /// The other side's report of what goes from the bloc to the destination, by period, NaN where it is not reported; null where it never
    /// is: the destination's imports, or the bloc's exports where imports are the outcome.
    /// </summary>
    public double[]? Mirror(int j, int p) => Series(j, p, 'M');

    /// <summary>
    /// The places in a window's lists of periods that a destination reports, both after and before; none where they are fewer than half
    /// of
    /// the window.
    /// </summary>
    public int[] Common(int j, char flow, Window window)
    {
        if (!reports.TryGetValue((j, flow), out var report))
            return [];
        int[] pairs =
        [
            .. Enumerable.Range(0, window.After.Length).Where(i => report.Known[window.After[i]] && report.Known[window.Before[i]]),
        ];
        return pairs.Length * LeastShare >= window.After.Length ? pairs : [];
    }

    /// <summary>What is known of a leg over a window.</summary>
    public Leg Leg(int j, char flow, Window window)
    {
        if (!reports.TryGetValue((j, flow), out var report))
            return Findings.Leg.None;
        var pairs = Common(j, flow, window);
        var state =
            pairs.Length > 0 ? LegState.Known
            : report.Lacking is not null ? LegState.NoRate
            : report.Weightless ? LegState.NoWeights
            : LegState.NotReported;
        int Period(int i) => panel.Periods[window.After[i]];
        return new Leg(
            state,
            state == LegState.NoRate ? report.Lacking! : report.Currency,
            [.. pairs.Select(Period)],
            [.. Enumerable.Range(0, window.After.Length).Except(pairs).Select(Period)]
        );
    }

    private double[]? Series(int j, int p, char flow)
    {
        if (!reports.TryGetValue((j, flow), out var report) || !report.Known.Contains(true))
            return null;
        var values = series.GetValueOrDefault((j, p, flow));
        return [.. report.Known.Select((known, t) => known ? values?[t] ?? 0 : double.NaN)];
    }

    private void Read(FlowReader reader, TradeColumns columns, char flow, LevelRanks ranks, int[] product, Func<int, bool> counterpart)
    {
        var destination = panel.Destinations.Select((d, i) => (d, i)).ToDictionary(x => x.d, x => x.i, StringComparer.Ordinal);
        var period = panel.Periods.Select((p, i) => (p, i)).ToDictionary(x => x.p, x => x.i);
        bool Asks(string reporter) => destination.TryGetValue(reporter, out var j) && !panel.Members.Contains(reporter) && j >= 0;
        foreach (var block in reader.Blocks(flow, Asks))
        {
            if (!period.TryGetValue(block.Period, out var t))
                continue;
            var j = destination[columns.Reporters[block.Reporter]];
            Take(block, j, t, flow, ranks, product, counterpart);
        }
    }

    private void Take(FlowBlock block, int j, int t, char flow, LevelRanks ranks, int[] product, Func<int, bool> counterpart)
    {
        var named = new HashSet<int>();
        var (met, kilograms) = (false, 0.0);
        List<(int P, double Amount)> rows = [];
        var reading = block.Read(
            ranks,
            (p, partner, value, weight) =>
            {
                named.Add(partner);
                kilograms += weight;
                if (!counterpart(partner))
                    return;
                met = true;
                if (product[p] >= 0)
                    rows.Add((product[p], mass ? weight : value));
            }
        );
        if (!reports.TryGetValue((j, flow), out var report))
            reports[(j, flow)] = report = new LegReports(panel.Periods.Length);
        if (reading.Lacking is { } currency)
            report.Lacks(currency);
        if (reading.Any && mass && kilograms <= 0)
            report.LacksWeights();
        else if (reading.Any)
            report.Add(t, named.Count, met, reading.Currency);
        foreach (var (p, amount) in rows)
            Row(j, p, flow)[t] += amount;
    }

    // Reports that name the destinations as partners: of each, whoever reports any of them reports all.
    private void Read(
        FlowReader reader,
        TradeColumns columns,
        char flow,
        char leg,
        LevelRanks ranks,
        int[] product,
        Func<string, bool> reporters
    )
    {
        var period = panel.Periods.Select((p, i) => (p, i)).ToDictionary(x => x.p, x => x.i);
        int[] destination = [.. columns.Partners.Select(p => Array.IndexOf(panel.Destinations, p))];
        foreach (var block in reader.Blocks(flow, reporters))
            if (period.TryGetValue(block.Period, out var t))
                TakeAll(block, t, leg, ranks, product, destination);
    }

    private void TakeAll(FlowBlock block, int t, char leg, LevelRanks ranks, int[] product, int[] destination)
    {
        var (named, kilograms) = (new HashSet<int>(), 0.0);
        var reading = block.Read(
            ranks,
            (p, partner, value, weight) =>
            {
                named.Add(destination[partner]);
                kilograms += weight;
                if (destination[partner] >= 0 && product[p] >= 0)
                    Row(destination[partner], product[p], leg)[t] += mass ? weight : value;
            }
        );
        for (var j = 0; j < panel.Destinations.Length; j++)
        {
            if (!reports.TryGetValue((j, leg), out var report))
                reports[(j, leg)] = report = new LegReports(panel.Periods.Length);
            if (reading.Lacking is { } currency)
                report.Lacks(currency);
            if (reading.Any && mass && kilograms <= 0)
                report.LacksWeights();
            else if (reading.Any)
                report.Add(t, named.Count, named.Contains(j), reading.Currency);
        }
    }

    private double[] Row(int j, int p, char leg) =>
        series.TryGetValue((j, p, leg), out var values) ? values : series[(j, p, leg)] = new double[panel.Periods.Length];

    private static int[] Families(TradeColumns columns, TradePanel panel, PanelRequest request)
    {
        var at = panel
            .Products.Take(panel.RestrictedCount)
            .Select((n, i) => (n, i))
            .ToDictionary(x => x.n, x => x.i, StringComparer.Ordinal);
        return [.. columns.Products.Select(p => at.GetValueOrDefault(request.FamilyOf(p.Code), -1))];
    }
}
