using Assay.Cases.Books;
using Assay.Cases.Routes;
using Assay.Html;
using Assay.Wording.Trade;

namespace Assay.TradePages;

/// <summary>
/// A tested route claim as a part of any page: the verdict, each country under each specification, the chart, and what data would settle
/// it. The
/// page has to carry <see cref="Chart"/> with <see cref="ChartFeed"/>, or else only the table of the chart is seen.
/// </summary>
internal sealed class RouteCard(RouteVerdict verdict, string id)
{
    private const int MostProducts = 10;

    /// <summary>The destinations with the highest floors; null where no scan could be made.</summary>
    public TradeChart? Chart { get; } =
        verdict.Scans is [var first, ..] ? ScanPage.Overview(first.Report, first.ByFloor) with { Id = $"{id}-overview" } : null;

    /// <summary>Writes the card. Its headings are of the third level and below; every id in it begins with the card's own.</summary>
    public void Write(HtmlWriter html)
    {
        html.Write($"<article class=\"route\" id=\"{id}\">\n<p>{RouteWords.Read(verdict)}</p>\n");
        html.Write($"<p class=\"lead\"><strong>{RouteWords.Verdict(verdict)}</strong></p>\n");
        if (verdict.Claim.Forecast)
            html.Write("<p>The claim is a forecast. What is tested is whether trade has moved so since.</p>\n");
        if (RouteWords.Assumed(verdict) is { Length: > 0 } assumed)
            html.Write($"<p>{assumed}</p>\n");
        if (verdict.Scans.Count > 0)
            Tested(html);
        if (verdict.Outcome == RouteOutcome.Unknown)
            Needs(html, verdict);
        html.Write("</article>\n");
    }

    /// <summary>What data would settle a claim, and why those there are do not.</summary>
    public static void Needs(HtmlWriter html, RouteVerdict verdict)
    {
        if (verdict.Cause is { } cause)
            html.Write($"<p class=\"unknown\">{cause.Message}</p>\n");
        TradePage.Table(html, "What data would settle it", RouteWords.NeedHead, RouteWords.Needs(verdict), false);
    }

    private void Tested(HtmlWriter html)
    {
        var unit = ScanWords.Unit(verdict.Scans[0].Report);
        foreach (var way in verdict.Ways.Where(w => w.Known))
        {
            var name = CountryLabels.Name(way.Through);
            TradePage.Table(
                html,
                $"{name} as a whole; place among all destinations by floor; amounts in {unit}",
                RouteWords.SpecificationHead,
                RouteWords.Specifications(way, Amounts.Whole),
                false
            );
            var products = RouteWords.Products(way, MostProducts, Amounts.Whole);
            if (products.Count == 0)
                continue;
            TradePage.Table(
                html,
                $"{name}, product by product: found ones first, by floor, at most {MostProducts}; amounts in {unit}",
                RouteWords.ProductHead,
                products,
                false
            );
        }

        TradePage.Figure(html, Chart!);
        html.Write($"<p>{RouteWords.Meaning}</p>\n");
    }
}
