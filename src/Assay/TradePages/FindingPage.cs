using System.Globalization;
using Assay.Commands.Trade;
using Assay.Dossier;
using Assay.Html;
using Assay.Trade.Findings;
using Assay.Trade.Lake;

namespace Assay.TradePages;

/// <summary>The finding card as a page: what was found and how sure, the charts, every number with its formula, what would make it innocent, the files it rests on.</summary>
internal static class FindingPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="output">Where to; not closed.</param>
    /// <param name="report">The scan.</param>
    /// <param name="finding">One of its findings.</param>
    /// <param name="files">The files of the lake.</param>
    public static void Write(TextWriter output, ScanReport report, Finding finding, IReadOnlyList<FileProvenance> files)
    {
        var card = new FindingCard(report, finding);
        var charts = new FindingCharts(report, finding).All();
        TradePage.Write(output, card.Title, "Assay · finding card", charts, html =>
        {
            Lead(html, report, finding, files);
            html.Write("<section id=\"charts\" aria-labelledby=\"charts-h\"><h2 id=\"charts-h\">What the statistics show</h2>\n");
            foreach (var chart in charts) TradePage.Figure(html, chart);
            html.Write("</section>\n<section id=\"numbers\" aria-labelledby=\"numbers-h\"><h2 id=\"numbers-h\">Every number, and how it was made</h2>\n");
            TradePage.Table(html, $"Amounts in {card.Unit}, sums over the periods after the effective date", ["Measure", card.Unit, "How"], [.. card.Numbers().Select(n => new[] { n.Name, n.Value, n.How })], false);
            html.Write("<p class=\"formula\">E[X] = exp(a(destination, product) + l(product, month) + d(destination, month)); excess E = Σ (X − X₀) over the periods after; floor D = min(E⁻, L, max(F⁻, missing)).</p>\n");
            html.Write("</section>\n<section id=\"innocent\" aria-labelledby=\"innocent-h\"><h2 id=\"innocent-h\">Innocent explanations</h2>\n");
            html.Write($"<p class=\"lead\">{card.Innocent()}</p>\n");
            TradePage.Table(html, "Each was tested against the data", ["Explanation", "State", "Why"], [.. finding.Explanations.Select(e => new[] { e.Name, ScanJson.State(e.State), e.Why })], false);
            html.Write("</section>\n");
            Files(html, files);
        });
    }

    private static void Lead(HtmlWriter html, ScanReport report, Finding finding, IReadOnlyList<FileProvenance> files)
    {
        var (after, before) = (report.Window.After, report.Window.Before);
        var periods = report.Panel.Periods;
        var synthetic = files.Any(f => f.Synthetic);
        html.Write("<section id=\"summary\">");
        if (synthetic) html.Write("<p class=\"note\"><strong>Synthetic data.</strong> These numbers were simulated. They say nothing about any country.</p>\n");
        html.Write($"<p class=\"lead\">Exports of {finding.Product} from the bloc to {FindingCharts.Name(finding.Destination)}, {FindingCharts.Period(periods[after.Min()])} to {FindingCharts.Period(periods[after.Max()])}, against the same months from {FindingCharts.Period(periods[before.Min()])}, as direct trade with {FindingCharts.Name(report.Request.Target)} fell. A finding is consistent with re-routing; it is never proof of it, and names no firm.</p>\n<ul class=\"facts\">");
        Fact(html, ScanOptions.Amount(finding.Floor), $"floor of diverted value, {(report.Request.Mass ? "kg" : report.Request.Currency)}");
        Fact(html, double.IsFinite(finding.GrowthRatio) ? finding.GrowthRatio.ToString("0.00", CultureInfo.InvariantCulture) + "×" : "new", "after over before");
        Fact(html, ScanOptions.Amount(finding.Excess), $"above expectation; at least {ScanOptions.Amount(finding.ExcessLow)}");
        Fact(html, finding.Q.ToString("0.000", CultureInfo.InvariantCulture), $"q-value against {report.PlaceboCells} placebo cells");
        Fact(html, finding.OnwardKnown ? ScanOptions.Amount(finding.Onward) : "unknown", "rise of onward trade");
        html.Write("</ul></section>\n");
    }

    private static void Fact(HtmlWriter html, string value, string what) => html.Write($"<li><strong>{value}</strong><span>{what}</span></li>");

    private static void Files(HtmlWriter html, IReadOnlyList<FileProvenance> files)
    {
        html.Write("<section id=\"files\" aria-labelledby=\"files-h\"><h2 id=\"files-h\">The files it rests on</h2>\n");
        TradePage.Table(html, "Files of the lake, with what was read of them", ["File", "Publisher", "Extract", "Rows kept", "Rows refused", "SHA-256"],
            [.. files.Select(f => new[] { f.OriginalName, f.Publisher, f.ExtractDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ScanOptions.Amount(f.RowsKept), ScanOptions.Amount(f.RowsRefused), f.Sha256 })], false);
        html.Write("</section>\n");
    }
}
