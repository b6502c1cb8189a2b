using Assay.Trade.Findings;

namespace Assay.Cases.Routes;

/// <summary>One country through which goods are said to go, and what the books say of it.</summary>
/// <param name="Through">The country, ISO alpha-2.</param>
/// <param name="Known">Whether the origin reports any trade with it, of whatever goods; without, nothing can be said.</param>
/// <param name="Trials">One per specification; empty where no scan could be made.</param>
/// <param name="Products">Its products under the first specification, found ones first, then by floor.</param>
public sealed record RouteWay(string Through, bool Known, IReadOnlyList<RouteTrial> Trials, IReadOnlyList<Finding> Products)
{
    /// <summary>What the books say of this country.</summary>
    public RouteOutcome Outcome
    {
        get
        {
            if (!Known || Trials.Count == 0)
                return RouteOutcome.Unknown;
            // Where the richest specification cannot tell, a coarser one that says yes tells no more.
            if (!Trials[0].Supports && Products.Count > 0 && Products.All(f => f.Power != ScanPower.Enough))
                return RouteOutcome.Unknown;
            if (Trials.All(t => t.Supports))
                return RouteOutcome.Supported;
            return Trials.Any(t => t.Supports) ? RouteOutcome.SupportedInPart : RouteOutcome.NotSupported;
        }
    }

    /// <summary>A country in the scans of a claim.</summary>
    internal static RouteWay In(string through, IReadOnlyList<RouteScan> scans) =>
        scans.Count == 0
            ? new RouteWay(through, false, [], [])
            : new RouteWay(
                through,
                IsTraded(scans[0].Report, through),
                [.. scans.Select(s => RouteTrial.In(through, s))],
                [.. scans[0].Report.Findings.Where(f => f.Destination == through)]
            );

    private static bool IsTraded(ScanReport report, string through)
    {
        var panel = report.Panel;
        var j = Array.IndexOf(panel.Destinations, through);
        if (j < 0 || (report.Request.Side == OutcomeSide.Imports && !report.ReportsImports(through)))
            return false;
        var length = panel.Products.Length * panel.Periods.Length;
        return panel.Values.AsSpan(j * length, length).ContainsAnyExcept(0.0);
    }
}
