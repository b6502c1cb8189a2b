using Assay.Trade.Findings;

namespace Assay.Cases.Routes;

/// <summary>The scan of every destination under one specification.</summary>
/// <param name="Report">The scan.</param>
/// <param name="ByFloor">Every destination, highest floor first.</param>
public sealed record RouteScan(ScanReport Report, IReadOnlyList<DestinationTotal> ByFloor);

/// <summary>One country of a claim under one specification.</summary>
/// <param name="Method">The counterfactual.</param>
/// <param name="Place">Its place among all destinations by floor, from 1; 0 where the origin reports no restricted trade with it.</param>
/// <param name="Among">How many destinations there are.</param>
/// <param name="Total">Its restricted goods added up; null where there are none.</param>
/// <param name="Supports">Whether it has a finding.</param>
public sealed record RouteTrial(CounterfactualMethod Method, int Place, int Among, DestinationTotal? Total, bool Supports)
{
    /// <summary>A country in a scan.</summary>
    internal static RouteTrial In(string through, RouteScan scan)
    {
        var place = scan.ByFloor.TakeWhile(d => d.Destination != through).Count();
        var total = place < scan.ByFloor.Count ? scan.ByFloor[place] : null;
        return new RouteTrial(
            scan.Report.Method,
            total is null ? 0 : place + 1,
            scan.ByFloor.Count,
            total,
            scan.Report.Findings.Any(f => f.Found && f.Destination == through)
        );
    }
}
