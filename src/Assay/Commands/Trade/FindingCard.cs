using System.Globalization;
using System.Net;
using System.Text;
using Assay.Trade.Findings;

namespace Assay.Commands.Trade;

/// <summary>A finding with its numbers, as text and as a self-contained page.</summary>
internal sealed class FindingCard(ScanReport report, Finding finding)
{
    private readonly int destination = Array.IndexOf(report.Panel.Destinations, finding.Destination);
    private readonly int product = Array.IndexOf(report.Panel.Products, finding.Product, 0, report.Panel.RestrictedCount);

    private string Title => $"{finding.Product} to {finding.Destination}: "
        + (finding.Found ? "consistent with re-routing" : finding.Explained ? "explained by registration" : "not distinguishable from innocent trade")
        + (finding.OnwardKnown ? "" : " (onward trade unknown)");

    private string Unit => report.Request.Mass ? "kg" : report.Request.Currency;

    /// <summary>For the terminal.</summary>
    public string Text()
    {
        var text = new StringBuilder().AppendLine(Title).AppendLine();
        foreach (var (name, value, how) in Numbers()) text.AppendLine(CultureInfo.InvariantCulture, $"  {name,-28} {value,18}  {how}");
        text.AppendLine().AppendLine("Innocent explanations");
        foreach (var e in finding.Explanations) text.AppendLine(CultureInfo.InvariantCulture, $"  {e.Name,-28} {ScanJson.State(e.State),-10} {e.Why}");
        return text.AppendLine().AppendLine(Innocent()).ToString();
    }

    /// <summary>As a page that needs nothing else: a chart drawn in the page and a table for it.</summary>
    public string Html()
    {
        var page = new StringBuilder();
        page.Append("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>").Append(Safe(Title)).Append("</title><style>")
            .Append("""
                :root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:1rem auto;padding:0 1rem}
                table{border-collapse:collapse;display:block;overflow-x:auto}th,td{padding:.2rem .7rem;text-align:left;border-bottom:1px solid #8884}
                td.n{text-align:right;font-variant-numeric:tabular-nums}svg{width:100%;height:auto}.x{stroke:#8a8a8a;stroke-dasharray:5 4}.o{stroke:#c2410c}
                .x,.o{fill:none;stroke-width:2}text{fill:currentColor;font-size:12px}
                """).Append("</style><main><h1>").Append(Safe(Title)).Append("</h1>").Append(Chart())
            .Append("<h2>Numbers</h2><table><tr><th scope=\"col\">Measure<th scope=\"col\">").Append(Safe(Unit)).Append("<th scope=\"col\">How</tr>");
        foreach (var (name, value, how) in Numbers()) page.Append("<tr><th scope=\"row\">").Append(Safe(name)).Append("<td class=\"n\">").Append(Safe(value)).Append("<td>").Append(Safe(how)).Append("</tr>");
        page.Append("</table><h2>Innocent explanations</h2><table><tr><th scope=\"col\">Explanation<th scope=\"col\">State<th scope=\"col\">Why</tr>");
        foreach (var e in finding.Explanations) page.Append("<tr><th scope=\"row\">").Append(Safe(e.Name)).Append("<td>").Append(ScanJson.State(e.State)).Append("<td>").Append(Safe(e.Why)).Append("</tr>");
        return page.Append("</table><p>").Append(Safe(Innocent())).Append("</p><h2>Series</h2>").Append(Series()).Append("</main></html>").ToString();
    }

    private IEnumerable<(string Name, string Value, string How)> Numbers() =>
    [
        ("before", ScanOptions.Amount(finding.Before), "observed in the same months before"),
        ("after", ScanOptions.Amount(finding.After), "observed"),
        ("counterfactual", ScanOptions.Amount(finding.Counterfactual), ScanCommand.Words(finding.Method)),
        ("excess E", ScanOptions.Amount(finding.Excess), "after - counterfactual"),
        ("excess, lower bound E-", ScanOptions.Amount(finding.ExcessLow), "5 %, from placebo cells of like size"),
        ("loss L", ScanOptions.Amount(finding.Loss), "fall of direct trade with the target in this product"),
        ("onward F", ScanOptions.Amount(finding.Onward), finding.OnwardKnown ? $"rise of the destination's exports to the target; best lag {finding.Lag} months" : "the destination does not report"),
        ("never arrived", ScanOptions.Amount(finding.Missing), "sent less received, beyond the gap before, lower bound"),
        ("floor D", ScanOptions.Amount(finding.Floor), "min(E-, L, max(F-, missing)), one loss shared between destinations"),
        ("p, q", $"{finding.P.ToString("0.0000", CultureInfo.InvariantCulture)}, {finding.Q.ToString("0.000", CultureInfo.InvariantCulture)}", $"against {report.PlaceboCells} placebo cells; Benjamini-Hochberg over {report.Findings.Count}"),
        ("unit value z", double.IsNaN(finding.UnitValueZ) ? "unknown" : finding.UnitValueZ.ToString("0.0", CultureInfo.InvariantCulture), "robust, against other destinations"),
        ("largest break", finding.Since.ToString(CultureInfo.InvariantCulture), $"sup-F; effective date {report.Panel.Periods[report.Window.Tau]}"),
        ("coverage", report.Coverage.ToString("P0", CultureInfo.InvariantCulture), "reporters of the bloc in the worst month"),
    ];

    private string Innocent()
    {
        var open = finding.Explanations.Where(e => e.State != ExplanationState.RuledOut).Select(e => e.Name).ToList();
        return open.Count == 0 ? "No innocent explanation tested here remains; others may exist." : $"Would be innocent if explained by: {string.Join(", ", open)}.";
    }

    private double[] Observed() => [.. Enumerable.Range(0, report.Panel.Periods.Length).Select(t => report.Panel.Value(destination, product, t))];

    private double[] Expected() => report.Paths.Paths[(destination * report.Panel.RestrictedCount) + product] ?? new double[report.Panel.Periods.Length];

    private string Chart()
    {
        var (observed, expected) = (Observed(), Expected());
        var most = Math.Max(1, observed.Concat(expected).Max());
        string Points(double[] values) => string.Join(' ', values.Select((v, t) => FormattableString.Invariant($"{10 + (t * 680.0 / Math.Max(1, values.Length - 1)):0.#},{190 - (170 * v / most):0.#}")));
        var tau = FormattableString.Invariant($"{10 + (report.Window.Tau * 680.0 / Math.Max(1, observed.Length - 1)):0.#}");
        return $"<figure><svg viewBox=\"0 0 700 210\" role=\"img\" aria-label=\"Observed and counterfactual by period; the table under Series has the numbers\">"
            + $"<line x1=\"{tau}\" x2=\"{tau}\" y1=\"10\" y2=\"190\" stroke=\"currentColor\" opacity=\".4\"/><polyline class=\"x\" points=\"{Points(expected)}\"/><polyline class=\"o\" points=\"{Points(observed)}\"/>"
            + $"<text x=\"10\" y=\"206\">{report.Panel.Periods[0]}</text><text x=\"690\" y=\"206\" text-anchor=\"end\">{report.Panel.Periods[^1]}</text></svg>"
            + "<figcaption>Solid: observed. Dashed: counterfactual. Upright line: effective date.</figcaption></figure>";
    }

    private string Series()
    {
        var (observed, expected) = (Observed(), Expected());
        var rows = report.Panel.Periods.Select((p, t) => $"<tr><th scope=\"row\">{p}<td class=\"n\">{ScanOptions.Amount(observed[t])}<td class=\"n\">{ScanOptions.Amount(expected[t])}</tr>");
        return $"<table><tr><th scope=\"col\">Period<th scope=\"col\">Observed<th scope=\"col\">Counterfactual</tr>{string.Concat(rows)}</table>";
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
