using System.Globalization;
using Assay.Cases.Books;
using Assay.Html;
using Assay.Trade.Findings;
using Assay.Trade.Lake;
using Assay.Wording.Trade;

namespace Assay.TradePages;

/// <summary>The finding card as a page: what was found and how sure, the charts, every number with its formula, what would make it
/// innocent, the files it rests on.</summary>
internal static class FindingPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="output">Where to; not closed.</param>
    /// <param name="cell">The cell.</param>
    public static void Write(TextWriter output, CellReply cell)
    {
        var card = new FindingCard(cell.Report, cell.Finding);
        var charts = new FindingCharts(cell).All();
        TradePage.Write(output, card.Title, "Assay · finding card", charts, html => Body(html, cell, charts));
    }

    /// <summary>Writes what is in the page, for any page that carries the charts.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="charts">Those of <see cref="FindingCharts"/>.</param>
    public static void Body(HtmlWriter html, CellReply cell, IReadOnlyList<TradeChart> charts)
    {
        var (report, finding, files) = (cell.Report, cell.Finding, cell.Files);
        var card = new FindingCard(report, finding);
        Lead(html, report, finding, files);
        html.Write("<section id=\"answers\" aria-labelledby=\"answers-h\"><h2 id=\"answers-h\">In short</h2>\n<dl class=\"answers\">\n");
        foreach (var (question, answer) in CellAnswers.Of(cell))
            html.Write($"<dt>{question}</dt><dd>{answer}</dd>\n");
        html.Write("</dl></section>\n");
        html.Write("<section id=\"charts\" aria-labelledby=\"charts-h\"><h2 id=\"charts-h\">What the statistics show</h2>\n");
        foreach (var chart in charts)
            TradePage.Figure(html, chart);
        html.Write(
            "</section>\n<section id=\"numbers\" aria-labelledby=\"numbers-h\"><h2 id=\"numbers-h\">Every number, and how it was made</h2>\n"
        );
        TradePage.Table(
            html,
            $"Amounts in {card.Unit}, sums over the periods after the effective date",
            ["Measure", card.Unit, "How"],
            [.. card.Numbers().Select(n => new[] { n.Name, n.Value, n.How })],
            false
        );
        html.Write(
            $"<p class=\"formula\">{ScanWords.Formula(finding.Method)}; excess E = Σ (X − X₀) over the periods after; floor D = min(E⁻, L, max(F⁻, missing)).</p>\n"
        );
        html.Write(
            "</section>\n<section id=\"innocent\" aria-labelledby=\"innocent-h\"><h2 id=\"innocent-h\">Innocent explanations</h2>\n"
        );
        html.Write($"<p class=\"lead\">{card.Innocent()}</p>\n");
        TradePage.Table(
            html,
            "Each was tested against the data",
            ["Explanation", "State", "Why"],
            [.. finding.Explanations.Select(e => new[] { e.Name, ScanWords.State(e.State), e.Why })],
            false
        );
        html.Write("</section>\n");
        Origins(html, cell);
        Law(html, cell.Law);
        Files(html, files);
    }

    private static void Lead(HtmlWriter html, ScanReport report, Finding finding, IReadOnlyList<FileProvenance> files)
    {
        var (after, before) = (report.Window.After, report.Window.Before);
        var periods = report.Panel.Periods;
        var synthetic = files.Any(f => f.Synthetic);
        html.Write("<section id=\"summary\">");
        if (synthetic)
            html.Write(
                "<p class=\"note\"><strong>Synthetic data.</strong> These numbers were simulated. They say nothing about any country.</p>\n"
            );
        html.Write(
            $"<p class=\"lead\">{SideWords.Trade(report, finding)}, {ScanWords.After(report)}, against the same months from {Amounts.Period(periods[before.Min()])}, as direct trade with {CountryLabels.Name(report.Request.Target)} fell. A finding is consistent with re-routing; it is never proof of it, and names no firm.</p>\n<ul class=\"facts\">"
        );
        Fact(html, Amounts.Whole(finding.Floor), $"floor of diverted value, {ScanWords.Unit(report)}");
        Fact(html, double.IsFinite(finding.GrowthRatio) ? Amounts.Two(finding.GrowthRatio) + "×" : "new", "after over before");
        Fact(html, Amounts.Whole(finding.Excess), $"above expectation; at least {Amounts.Whole(finding.ExcessLow)}");
        Fact(html, Amounts.Chance(finding.Q), $"q-value against {report.PlaceboCells} placebo cells");
        Fact(html, finding.OnwardKnown ? Amounts.Whole(finding.Onward) : "unknown", "rise of onward trade");
        html.Write("</ul></section>\n");
    }

    private static void Origins(HtmlWriter html, CellReply cell)
    {
        if (cell.SentBy is not { Count: > 0 } sent)
            return;
        var all = sent.Sum(s => s.Trade.After);
        html.Write("<section id=\"origins\" aria-labelledby=\"origins-h\"><h2 id=\"origins-h\">Who sent it</h2>\n");
        TradePage.Table(
            html,
            $"Members of the bloc that report it, in {ScanWords.Unit(cell.Report)}",
            ["Member", "Before", "After", "Share after"],
            [
                .. sent.Select(s =>
                    new[]
                    {
                        CountryLabels.Name(s.Member),
                        Amounts.Whole(s.Trade.Before),
                        Amounts.Whole(s.Trade.After),
                        Amounts.Percent(s.Trade.After / all) + " %",
                    }
                ),
            ],
            true
        );
        html.Write("</section>\n");
    }

    private static void Law(HtmlWriter html, IReadOnlyList<CellLaw> law)
    {
        html.Write("<section id=\"law\" aria-labelledby=\"law-h\"><h2 id=\"law-h\">Under which law</h2>\n");
        TradePage.Table(html, "What the lists held here say of the product", LawWords.Head, LawWords.Rows(law), false);
        html.Write(
            "<p class=\"note\">A list is a help to find the law, not the law: exceptions, thresholds and licences are in its text.</p></section>\n"
        );
    }

    private static void Fact(HtmlWriter html, string value, string what) =>
        html.Write($"<li><strong>{value}</strong><span>{what}</span></li>");

    private static void Files(HtmlWriter html, IReadOnlyList<FileProvenance> files)
    {
        html.Write("<section id=\"files\" aria-labelledby=\"files-h\"><h2 id=\"files-h\">The files it rests on</h2>\n");
        TradePage.Table(
            html,
            "Files of the lake, with what was read of them",
            ["File", "Publisher", "Extract", "Rows kept", "Rows refused", "SHA-256"],
            [
                .. files.Select(f =>
                    new[]
                    {
                        f.OriginalName,
                        f.Publisher,
                        f.ExtractDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                        Amounts.Whole(f.RowsKept),
                        Amounts.Whole(f.RowsRefused),
                        f.Sha256,
                    }
                ),
            ],
            false
        );
        html.Write("</section>\n");
    }
}
