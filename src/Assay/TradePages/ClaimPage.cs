using Assay.Cases.Books;
using Assay.Cases.Routes;
using Assay.Html;
using Assay.Trade.Findings;
using Assay.Wording.Trade;

namespace Assay.TradePages;

/// <summary>A tested claim as a page: the sentence, the verdict, each specification, its products, every other destination beside
/// it.</summary>
internal static class ClaimPage
{
    private const int MostProducts = 50;

    /// <summary>Writes the page.</summary>
    /// <param name="output">Where to; not closed.</param>
    /// <param name="sentence">The claim in its own words.</param>
    /// <param name="verdict">What the books say of it; with at least one scan.</param>
    public static void Write(TextWriter output, string sentence, RouteVerdict verdict)
    {
        var scan = verdict.Scans[0];
        var chart = ScanPage.Overview(scan.Report, scan.ByFloor);
        var title = $"{RouteWords.Through(verdict)} and trade with {RouteWords.Target(verdict)}: a claim tested";
        TradePage.Write(
            output,
            title,
            "Assay · trade claim",
            [chart],
            html =>
            {
                Lead(html, sentence, verdict);
                html.Write(
                    "<section id=\"specifications\" aria-labelledby=\"specifications-h\"><h2 id=\"specifications-h\">Under each specification</h2>\n"
                );
                foreach (var tried in verdict.Scans)
                    html.Write($"<p><strong>{$"{tried.Report.Method}"}</strong>: {Tried(tried.Report)}</p>\n");
                foreach (var way in verdict.Ways)
                    Specifications(html, way, verdict);
                html.Write(
                    "</section>\n<section id=\"products\" aria-labelledby=\"products-h\"><h2 id=\"products-h\">Product by product</h2>\n"
                );
                foreach (var way in verdict.Ways)
                    Products(html, way, scan.Report);
                html.Write(
                    "</section>\n<section id=\"others\" aria-labelledby=\"others-h\"><h2 id=\"others-h\">Beside every other destination</h2>\n"
                );
                TradePage.Figure(html, chart);
                Others(html, scan);
                html.Write("</section>\n");
            }
        );
    }

    private static void Lead(HtmlWriter html, string sentence, RouteVerdict verdict)
    {
        html.Write($"<section id=\"summary\"><blockquote>{sentence}</blockquote>\n<p>{RouteWords.Read(verdict)}</p>\n");
        html.Write($"<p class=\"lead\"><strong>{RouteWords.Verdict(verdict)}</strong></p>\n");
        html.Write($"<p>{RouteWords.Meaning}</p>\n");
        if (verdict.Outcome == RouteOutcome.Unknown)
            RouteCard.Needs(html, verdict);
        html.Write("</section>\n");
    }

    private static void Specifications(HtmlWriter html, RouteWay way, RouteVerdict verdict)
    {
        var whole = verdict.Ways.Count == 1 ? "The destination" : CountryLabels.Name(way.Through);
        var unit = ScanWords.Unit(verdict.Scans[0].Report);
        TradePage.Table(
            html,
            $"{whole} as a whole; place among all destinations by floor; amounts in {unit}",
            RouteWords.SpecificationHead,
            RouteWords.Specifications(way, Amounts.Whole),
            false
        );
    }

    private static void Products(HtmlWriter html, RouteWay way, ScanReport report)
    {
        var products = RouteWords.Products(way, MostProducts, Amounts.Whole);
        if (products.Count == 0)
            html.Write("<p class=\"unknown\">The bloc reports no restricted trade with this destination.</p>\n");
        else
            TradePage.Table(
                html,
                $"Found ones first, by floor, at most {MostProducts}; {report.Method}; amounts in {ScanWords.Unit(report)}",
                RouteWords.ProductHead,
                products,
                true
            );
    }

    private static void Others(HtmlWriter html, RouteScan scan) =>
        TradePage.Table(
            html,
            $"Every destination, highest floor first; {scan.Report.Method}; amounts in {ScanWords.Unit(scan.Report)}",
            ScanPage.DestinationHead,
            ScanPage.Destinations(scan.ByFloor, int.MaxValue),
            true
        );

    // The scan's summary says why a counterfactual was fallen back on; here each is tried on purpose, so the reason in brackets is left
    // out.
    private static string Tried(ScanReport report)
    {
        var words = ScanWords.Method(report.Method);
        return ScanWords.Summary(report).Replace(words, words.Split(" (", 2)[0], StringComparison.Ordinal);
    }
}
