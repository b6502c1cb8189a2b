using Assay.Trade.Codes;
using Assay.Trade.Findings;

namespace Assay.Cases.Routes;

/// <summary>Says which statistics bear on a route claim.</summary>
internal static class RouteNeeds
{
    // A year to compare with, and one before it to learn the noise from.
    private const int MonthsBefore = 24;

    /// <summary>The statistics: of the origin first, then of each country on the route.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="terms">What it is tested as.</param>
    /// <param name="ways">What was found; null where it was not looked.</param>
    /// <param name="report">The first scan; null where none could be made.</param>
    public static IReadOnlyList<RouteNeed> Of(RouteClaim claim, RouteTerms terms, IReadOnlyList<RouteWay>? ways, ScanReport? report)
    {
        var month = Math.Max(1, terms.Since % 100);
        var first = Months.Add((terms.Since / 100 * 100) + month, -MonthsBefore);
        var origin = terms.Options.Origin;
        return
        [
            new RouteNeed(RouteSide.Sent, origin, null, first, ways?.All(w => w.Known)),
            .. claim.Through.SelectMany(c =>
                new[]
                {
                    new RouteNeed(RouteSide.Received, c, origin, first, report?.ReportsImports(c)),
                    new RouteNeed(RouteSide.SentOn, c, claim.Target, first, report?.ReportsOnward(c)),
                }
            ),
        ];
    }
}
