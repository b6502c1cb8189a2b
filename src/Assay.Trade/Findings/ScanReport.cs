using Assay.Trade.Flows;

namespace Assay.Trade.Findings;

/// <summary>Everything a scan found, highest floor first, with what it rests on.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Panel">The flows.</param>
/// <param name="Window">The periods compared.</param>
/// <param name="Method">The counterfactual used.</param>
/// <param name="PlaceboCells">How many placebo cells the p-values rest on; 0 where the data are too short.</param>
/// <param name="Coverage">Least share of the bloc's reporters over the periods used.</param>
/// <param name="Findings">All cells scanned, ranked.</param>
/// <param name="Paths">The counterfactual.</param>
public sealed record ScanReport(
    PanelRequest Request,
    TradePanel Panel,
    Window Window,
    CounterfactualMethod Method,
    int PlaceboCells,
    double Coverage,
    IReadOnlyList<Finding> Findings,
    Counterfactual Paths
)
{
    internal PartnerFlows? Flows { get; init; }

    /// <summary>Whether there are unrestricted goods to measure the destinations' own growth by.</summary>
    public bool HasControls { get; init; } = true;

    /// <summary>The earlier year that gives the placebo cells; null where the cells scanned stand in for them.</summary>
    public Window? PlaceboYear { get; init; }

    /// <summary>Whether a later placebo year was refused since the goods were restricted in it already.</summary>
    public bool PlaceboPassed { get; init; }

    /// <summary>What can be told at most: no more than the best of its cells allows.</summary>
    public ScanPower Power =>
        !HasControls ? ScanPower.NoControls
        : Findings.Count > 0 && Findings.All(f => f.Power == ScanPower.TooFewCells) ? ScanPower.TooFewCells
        : ScanPower.Enough;

    /// <summary>The rates by which reports in other currencies were converted, by currency and period.</summary>
    public IReadOnlyList<RateUsed> Rates =>
        [.. Panel.Rates.Concat(Flows?.Rates ?? []).Distinct().OrderBy(r => r.Currency, StringComparer.Ordinal).ThenBy(r => r.Period)];

    /// <summary>What the destination of a finding reports as exported to the target, per period of the panel, NaN where it does not; null
    /// where it is not known for half of the window.</summary>
    public IReadOnlyList<double>? Onward(Finding finding) =>
        finding.OnwardLeg.State == LegState.Known ? Flows?.Onward(DestinationAt(finding), ProductAt(finding)) : null;

    /// <summary>What the destination of a finding reports as imported from the bloc, per period of the panel, NaN where it does not; null
    /// where it is not known for half of the window.</summary>
    public IReadOnlyList<double>? Mirror(Finding finding) =>
        finding.MirrorLeg.State == LegState.Known ? Flows?.Mirror(DestinationAt(finding), ProductAt(finding)) : null;

    /// <summary>Whether a destination reports exports to the target, for at least half of the periods compared.</summary>
    /// <param name="destination">ISO alpha-2.</param>
    public bool ReportsOnward(string destination) => Reports(destination, 'X');

    /// <summary>Whether a destination reports imports from the bloc, for at least half of the periods compared.</summary>
    /// <param name="destination">ISO alpha-2.</param>
    public bool ReportsImports(string destination) =>
        Request.Side == OutcomeSide.Imports
            ? Array.IndexOf(Panel.Destinations, destination) is >= 0 and var j && Panel.Seen(j, Window).After.Length > 0
            : Reports(destination, 'M');

    /// <summary>Whether direct trade with the target and what reaches it from destinations is as the target itself reports it; else as
    /// the bloc and the destinations report it.</summary>
    public bool TargetReports => Flows?.TargetReports ?? false;

    /// <summary>Countries outside the bloc whose trade is unknown, since they do not report the outcome for half of the periods compared;
    /// none where the bloc reports it.</summary>
    public IReadOnlyList<string> Silent =>
        Flows is null || Request.Side == OutcomeSide.Exports ? [] : [.. Flows.Countries.Where(c => !ReportsImports(c))];

    /// <summary>Index of the finding's destination in the panel.</summary>
    public int DestinationAt(Finding finding) => Array.IndexOf(Panel.Destinations, finding.Destination);

    /// <summary>Index of the finding's product in the panel.</summary>
    public int ProductAt(Finding finding) => Array.IndexOf(Panel.Products, finding.Product, 0, Panel.RestrictedCount);

    /// <summary>The counterfactual of a finding, per period of the panel.</summary>
    public IReadOnlyList<double> PathOf(Finding finding) =>
        Paths.Paths[(DestinationAt(finding) * Panel.RestrictedCount) + ProductAt(finding)] ?? new double[Panel.Periods.Length];

    /// <summary>The same, added up per destination, highest floor first.</summary>
    public IReadOnlyList<DestinationTotal> ByDestination() =>
        [.. Findings.GroupBy(f => f.Destination).Select(Total).OrderByDescending(d => d.Floor).ThenByDescending(d => d.GrowthRatio)];

    /// <summary>The same, by the growth of restricted goods, fastest first; destinations with little trade before come after.</summary>
    /// <param name="least">Least trade before, in the scan's unit, for growth to mean anything.</param>
    /// <param name="againstRest">By how much faster restricted goods grew than the destination's other goods.</param>
    public IReadOnlyList<DestinationTotal> ByGrowth(double least, bool againstRest = false) =>
        [
            .. Findings
                .GroupBy(f => f.Destination)
                .Select(Total)
                .OrderByDescending(d => d.Before >= least)
                .ThenByDescending(d =>
                    (againstRest ? d.GrowthAgainstRest : d.GrowthRatio) is var growth && double.IsFinite(growth) ? growth : 0
                )
                .ThenBy(d => d.Destination, StringComparer.Ordinal),
        ];

    private bool Reports(string destination, char flow) =>
        Array.IndexOf(Panel.Destinations, destination) is >= 0 and var j && Flows?.Common(j, flow, Window).Length > 0;

    private DestinationTotal Total(IGrouping<string, Finding> cells)
    {
        var j = Array.IndexOf(Panel.Destinations, cells.Key);
        var seen = Panel.Seen(j, Window);
        return new DestinationTotal(
            cells.Key,
            cells.Sum(f => f.Before),
            cells.Sum(f => f.After),
            cells.Sum(f => f.Counterfactual),
            cells.Sum(f => Math.Max(0, f.ExcessLow)),
            cells.Where(f => f.Found).Sum(f => f.Floor),
            cells.Count(f => f.Found),
            cells.Count(),
            cells.Any(f => f.OnwardKnown)
        )
        {
            RestGrowth = seen.After.Sum(t => Panel.Unrestricted(j, t)) / seen.Before.Sum(t => Panel.Unrestricted(j, t)),
        };
    }
}

/// <summary>A destination over all restricted products.</summary>
/// <param name="Destination">ISO alpha-2.</param>
/// <param name="Before">Same months before.</param>
/// <param name="After">Observed after.</param>
/// <param name="Counterfactual">What would have been.</param>
/// <param name="ExcessLow">Sum of lower bounds above zero.</param>
/// <param name="Floor">Sum of the floors of its findings.</param>
/// <param name="Found">Number of findings.</param>
/// <param name="Cells">Number of products scanned.</param>
/// <param name="OnwardKnown">Whether it reports exports.</param>
public sealed record DestinationTotal(
    string Destination,
    double Before,
    double After,
    double Counterfactual,
    double ExcessLow,
    double Floor,
    int Found,
    int Cells,
    bool OnwardKnown
)
{
    /// <summary>After / before.</summary>
    public double GrowthRatio => Before > 0 ? After / Before : double.PositiveInfinity;

    /// <summary>After / before of the goods that are not restricted; not finite where there are none.</summary>
    public double RestGrowth { get; init; } = double.NaN;

    /// <summary>Growth of restricted goods over that of all others: 1 where both grew alike; not finite where nothing else was
    /// traded.</summary>
    public double GrowthAgainstRest => GrowthRatio / RestGrowth;
}
