using System.Text.Json.Nodes;
using Assay.Cases.Books;
using Assay.Html;
using Assay.Trade.Findings;
using Assay.Wording.Trade;

namespace Assay.TradePages;

/// <summary>A scan as a page: what was compared, the destinations drawn, the ranked cells in a table that can be sorted.</summary>
internal static class ScanPage
{
    private const int MostDrawn = 20;

    /// <summary>Column heads of <see cref="Destinations"/>.</summary>
    public static IReadOnlyList<string> DestinationHead { get; } =
    ["Destination", "Before", "After", "Growth", "vs rest", "Floor", "Found", "Products", "Onward trade"];

    /// <summary>Writes the page.</summary>
    /// <param name="output">Where to; not closed.</param>
    /// <param name="scan">The scan.</param>
    /// <param name="top">Most rows of the table.</param>
    public static void Write(TextWriter output, ScanReply scan, int top)
    {
        var report = scan.Report;
        var chart = Overview(report, scan.ByFloor);
        TradePage.Write(
            output,
            $"Restricted goods away from {CountryLabels.Name(report.Request.Target)}",
            "Assay · trade scan",
            [chart],
            html => Body(html, scan, top, chart)
        );
    }

    /// <summary>Writes what is in the page, for any page that carries the chart.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="scan">The scan.</param>
    /// <param name="top">Most rows of the table.</param>
    /// <param name="chart">That of <see cref="Overview"/>.</param>
    /// <param name="card">The address of the card of a cell; null where there is none.</param>
    public static void Body(HtmlWriter html, ScanReply scan, int top, TradeChart chart, Func<Finding, string>? card = null)
    {
        var (report, destinations) = (scan.Report, scan.Destinations);
        var unit = ScanWords.Unit(report);
        html.Write($"<section id=\"summary\"><p class=\"lead\">{ScanWords.Summary(report)}</p>\n");
        html.Write(
            "<p>A finding is consistent with re-routing, never proof of it. The floor is the least of three amounts: what is surely above expectation, what direct trade lost, and what was sent on or never arrived. Where a destination does not report, the onward trade is unknown, not zero.</p></section>\n"
        );
        html.Write("<section id=\"ranking\" aria-labelledby=\"ranking-h\"><h2 id=\"ranking-h\">Ranking</h2>\n");
        if (!report.Findings.Any(f => f.Found))
            html.Write(
                "<p class=\"note\">No cell stands out from trade where nothing was restricted. That is no proof that nothing was diverted: amounts below the noise of a cell cannot be seen.</p>\n"
            );
        TradePage.Figure(html, chart);
        if (destinations is not null)
            TradePage.Table(html, $"Destinations; amounts in {unit}", DestinationHead, Destinations(destinations, top), true);
        else
            TradePage.Table(
                html,
                $"Cells, found ones first, by floor; amounts in {unit}",
                CellHead,
                Cells(report, top),
                true,
                card is null ? null : new TableLinks(2, row => card(report.Findings[row]))
            );
        html.Write("</section>\n");
    }

    private static readonly string[] CellHead =
    [
        "Rank",
        "Destination",
        "Product",
        "Before",
        "After",
        "Expected",
        "Sure excess",
        "Loss",
        "Onward",
        "Missing",
        "Floor",
        "q",
        "Note",
    ];

    /// <summary>The destinations with the highest floors.</summary>
    public static TradeChart Overview(ScanReport report, IReadOnlyList<DestinationTotal> byFloor)
    {
        var unit = ScanWords.Unit(report);
        var drawn = byFloor.Where(d => d.Floor > 0).Take(MostDrawn).ToList();
        return drawn.Count == 0
            ? TradeChart.Unknown("overview", "Floor of diverted value by destination", "No destination has a floor above zero.")
            : new TradeChart(
                "overview",
                "Floor of diverted value by destination",
                "Sum over the cells that stand out; the true amount may be larger.",
                "ranking",
                unit,
                new JsonArray([
                    .. drawn.Select(d => (JsonNode)new JsonObject { ["name"] = CountryLabels.Name(d.Destination), ["floor"] = d.Floor }),
                ]),
                ["Destination", $"Floor, {unit}", "Cells found"],
                [.. drawn.Select(d => new[] { CountryLabels.Name(d.Destination), Amounts.Whole(d.Floor), Amounts.Count(d.Found) })]
            );
    }

    private static List<string[]> Cells(ScanReport report, int top) =>
        [
            .. report
                .Findings.Take(top)
                .Select(f =>
                    new[]
                    {
                        Amounts.Count(f.Rank),
                        CountryLabels.Name(f.Destination),
                        f.Product,
                        Amounts.Whole(f.Before),
                        Amounts.Whole(f.After),
                        Amounts.Whole(f.Counterfactual),
                        Amounts.Whole(f.ExcessLow),
                        Amounts.Whole(f.Loss),
                        Amounts.Whole(f.Onward),
                        Amounts.Whole(f.Missing),
                        Amounts.Whole(f.Floor),
                        Amounts.Chance(f.Q),
                        ScanWords.Note(f),
                    }
                ),
        ];

    /// <summary>Rows of the table per destination.</summary>
    public static List<string[]> Destinations(IReadOnlyList<DestinationTotal> totals, int top) =>
        [
            .. totals
                .Take(top)
                .Select(d =>
                    new[]
                    {
                        CountryLabels.Name(d.Destination),
                        Amounts.Whole(d.Before),
                        Amounts.Whole(d.After),
                        Amounts.Ratio(d.GrowthRatio),
                        Amounts.Against(d.GrowthAgainstRest),
                        Amounts.Whole(d.Floor),
                        Amounts.Count(d.Found),
                        Amounts.Count(d.Cells),
                        d.OnwardKnown ? "known" : "not reported",
                    }
                ),
        ];
}
