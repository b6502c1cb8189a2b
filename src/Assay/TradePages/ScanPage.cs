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
            CellTable(html, report, top, card);
        html.Write("</section>\n");
        html.Write(
            $"<section id=\"law\" aria-labelledby=\"law-h\"><h2 id=\"law-h\">Under which law</h2>\n<p>{LawWords.Of(scan.List)}</p></section>\n"
        );
    }

    // What is asked first stands first; what nobody reports has no column.
    private static (string Head, Func<Finding, string> Of)[] CellColumns(ScanReport report)
    {
        var shown = report.Findings;
        (string Head, Func<Finding, string> Of, bool Known)[] all =
        [
            ("Rank", f => Amounts.Count(f.Rank), true),
            ("Destination", f => CountryLabels.Name(f.Destination), true),
            ("Product", f => f.Product, true),
            ("Floor", f => Amounts.Whole(f.Floor), true),
            ("q", f => Amounts.Chance(f.Q), true),
            ("Before", f => Amounts.Whole(f.Before), true),
            ("After", f => Amounts.Whole(f.After), true),
            ("Expected", f => Amounts.Whole(f.Counterfactual), true),
            ("Sure excess", f => Amounts.Whole(f.ExcessLow), true),
            ("Loss", f => Amounts.Whole(f.Loss), true),
            ("Onward", f => Amounts.Whole(f.Onward), shown.Any(f => double.IsFinite(f.Onward))),
            ("Missing", f => Amounts.Whole(f.Missing), shown.Any(f => double.IsFinite(f.Missing))),
            ("Note", ScanWords.Note, true),
        ];
        return [.. all.Where(c => c.Known).Select(c => (c.Head, c.Of))];
    }

    private static void CellTable(HtmlWriter html, ScanReport report, int top, Func<Finding, string>? card)
    {
        var columns = CellColumns(report);
        var rows = report.Findings.Take(top).ToList();
        TradePage.Table(
            html,
            $"Cells, found ones first, by floor; amounts in {ScanWords.Unit(report)}",
            [.. columns.Select(c => c.Head)],
            [.. rows.Select(f => columns.Select(c => c.Of(f)).ToArray())],
            true,
            card is null ? null : new TableLinks(2, row => card(rows[row]))
        );
        html.Write("<details class=\"rows\"><summary>Names of the products</summary>");
        TradePage.Table(
            html,
            "Names of the products shown",
            ["Product", "Name"],
            [
                .. rows.Select(f => f.Product)
                    .Distinct()
                    .Order(StringComparer.Ordinal)
                    .Select(p => new[] { p, ProductLabels.Name(p) ?? "no name here" }),
            ],
            false
        );
        html.Write("</details>\n");
    }

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
