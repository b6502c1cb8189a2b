using Assay.Commands.Trade;
using Assay.Trade.Findings;

namespace Assay.TradePages;

/// <summary>A tested claim as a page: the sentence, the verdict, each specification, its products, every other destination beside it.</summary>
internal static class ClaimPage
{
    private const int MostProducts = 50;

    /// <summary>Writes the page.</summary>
    /// <param name="output">Where to; not closed.</param>
    /// <param name="test">The claim and its scans.</param>
    public static void Write(TextWriter output, ClaimTest test)
    {
        var report = test.Reports[0];
        var chart = ScanPage.Overview(report, test.Unit);
        TradePage.Write(output, $"{FindingCharts.Name(test.Claim.Destination)} and trade with {FindingCharts.Name(test.Claim.Target)}: a claim tested", "Assay · trade claim", [chart], html =>
        {
            html.Write($"<section id=\"summary\"><blockquote>{test.Sentence}</blockquote>\n<p>{test.Read}</p>\n<p class=\"lead\"><strong>{test.Verdict}</strong></p>\n");
            html.Write($"<p>Supported means: at least one product is consistent with re-routing. That is never proof of it. Not supported is no proof that nothing was diverted: amounts below the noise cannot be seen.</p>\n");
            html.Write("</section>\n<section id=\"specifications\" aria-labelledby=\"specifications-h\"><h2 id=\"specifications-h\">Under each specification</h2>\n");
            foreach (var tried in test.Reports) html.Write($"<p><strong>{$"{tried.Method}"}</strong>: {Tried(tried)}</p>\n");
            TradePage.Table(html, $"The destination as a whole; place among all destinations by floor; amounts in {test.Unit}", ClaimTest.SpecificationHead, test.Specifications(ScanOptions.Amount), false);
            html.Write("</section>\n<section id=\"products\" aria-labelledby=\"products-h\"><h2 id=\"products-h\">Product by product</h2>\n");
            var products = test.Products(MostProducts, ScanOptions.Amount);
            if (products.Count == 0) html.Write("<p class=\"unknown\">The bloc reports no restricted trade with this destination.</p>\n");
            else TradePage.Table(html, $"Found ones first, by floor, at most {MostProducts}; {report.Method}; amounts in {test.Unit}", ClaimTest.ProductHead, products, true);
            html.Write("</section>\n<section id=\"others\" aria-labelledby=\"others-h\"><h2 id=\"others-h\">Beside every other destination</h2>\n");
            TradePage.Figure(html, chart);
            TradePage.Table(html, $"Every destination, highest floor first; {report.Method}; amounts in {test.Unit}", ScanPage.DestinationHead, ScanPage.Destinations(report.ByDestination(), int.MaxValue), true);
            html.Write("</section>\n");
        });
    }

    // The scan's summary says why a counterfactual was fallen back on; here each is tried on purpose, so the reason in brackets is left out.
    private static string Tried(ScanReport report)
    {
        var words = ScanCommand.Words(report.Method);
        return ScanCommand.Summary(report).Replace(words, words.Split(" (", 2)[0], StringComparison.Ordinal);
    }
}
