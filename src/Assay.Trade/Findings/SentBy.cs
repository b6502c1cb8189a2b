using Assay.Trade.Flows;
using Assay.Trade.Scanning;

namespace Assay.Trade.Findings;

/// <summary>Which members of a bloc report the trade of one cell, before and after.</summary>
/// <param name="Member">ISO alpha-2.</param>
/// <param name="Trade">What it reports as exported.</param>
public sealed record SentBy(string Member, TradeSide Trade)
{
    /// <summary>Every member that reports any, the largest after first.</summary>
    /// <param name="columns">The store.</param>
    /// <param name="report">The scan, with the bloc's exports as outcome.</param>
    /// <param name="finding">The cell.</param>
    public static IReadOnlyList<SentBy> Of(TradeColumns columns, ScanReport report, Finding finding)
    {
        var (request, panel) = (report.Request, report.Panel);
        var periods = finding.OutcomeLeg.Absent.ToHashSet();
        var sums = new SideSums([
            .. SideSums.Pairs(panel.Periods[report.Window.Tau], panel.Periods[^1]).Where(p => !periods.Contains(p.After)),
        ]);
        var destination = columns.Partners.ToList().IndexOf(finding.Destination);
        bool[] cell = [.. columns.Products.Select(p => request.FamilyOf(p.Code) == finding.Product)];
        sums.Add(
            columns,
            new FlowReader(columns, request.Terms),
            'X',
            request.Digits,
            r => request.ReportsOutcome(r) && !panel.LeftOut.Members.Contains(r),
            (_, p, j) => cell[p] && j == destination ? "" : null
        );
        return
        [
            .. sums
                .Reporters.Select(r => new SentBy(r, sums.Whole(r, "")))
                .Where(s => s.Trade.Before > 0 || s.Trade.After > 0)
                .OrderByDescending(s => s.Trade.After)
                .ThenBy(s => s.Member, StringComparer.Ordinal),
        ];
    }
}
