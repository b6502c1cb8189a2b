using System.Globalization;
using Assay.Cases.Accounts;
using Assay.Cases.Report;
using Assay.Html;
using Assay.Reading.Figures;
using Assay.Wording;

namespace Assay.Dossier;

/// <summary>Who says what, how firmly: conflicts first, then figures, then every statement by voice and stance.</summary>
internal static class LedgerSection
{
    /// <summary>Writes the section.</summary>
    public static void Write(HtmlWriter html, ReportIndex index)
    {
        html.Write("<section id=\"ledger\" aria-labelledby=\"ledger-h\"><h2 id=\"ledger-h\">Ledger</h2>\n");
        var report = index.Report;
        if (report.Conflicts.Count + report.Figures.Count + report.Statements.Count == 0)
            html.Write("<p class=\"none\">No statement with a voice or a figure was found.</p>");

        Folds.Write(
            html,
            [.. report.Conflicts.OrderBy(c => c.Kind == ConflictKind.Conflict ? 0 : 1)],
            8,
            "subject with several figures",
            "subjects with several figures",
            conflict => Conflict(html, index, conflict)
        );

        Figures(html, index);
        Statements(html, index);
        html.Write("</section>\n");
    }

    /// <summary>The value of a figure with its bounds and unit.</summary>
    public static string Value(FigureEntry f)
    {
        static string N(double v) => v.ToString(Math.Abs(v) >= 10000 ? "#,0.##" : "0.##", CultureInfo.InvariantCulture);
        var value = (f.Value, f.Min, f.Max) switch
        {
            ({ } v, { } a, { } b) when a == v && b == v => N(v),
            ({ } v, null, null) => N(v),
            ({ } v, { } a, null) when a == v => $"at least {N(v)}",
            ({ } v, null, { } b) when b == v => $"at most {N(v)}",
            ({ } v, _, _) => $"{N(v)} ({Bounds(f)})",
            _ => Bounds(f),
        };
        return f.Unit is null ? value : $"{value} {f.Unit}";

        static string Bounds(FigureEntry f) =>
            (f.Min, f.Max) switch
            {
                ({ } a, { } b) when a == b => N(a),
                ({ } a, { } b) => $"{N(a)} to {N(b)}",
                ({ } a, null) => $"{N(a)} or more",
                (null, { } b) => $"{N(b)} or fewer",
                _ => "a number not stated",
            };
    }

    private static void Conflict(HtmlWriter html, ReportIndex index, ConflictEntry conflict)
    {
        var clash = conflict.Kind == ConflictKind.Conflict;
        html.Write(
            $"<div class=\"conflict\"><h3><span class=\"sym {(clash ? "v-clash" : "v-holds")}\" aria-hidden=\"true\">{(clash ? "≠" : "≈")}</span> <bdi>{conflict.Subject}</bdi>: figures {(clash ? "in conflict" : "that agree")}</h3><p>{conflict.Sentence}</p>"
        );
        if (conflict.Told is { } told)
            html.Write($"<p class=\"faint\"><bdi>{told.Sentence}</bdi></p>");
        html.Write("<div class=\"sides-by\">");
        foreach (var figure in conflict.Figures.Select(index.Figure).OfType<FigureEntry>())
        {
            html.Write(
                $"<div><p class=\"figure\"><a href=\"#{figure.Id}\">{Value(figure)}</a></p><p class=\"faint\">{Verdicts.Chain(figure.Voice)}, {figure.Stance}</p>"
            );
            QuoteLinks.Block(html, index, figure.Quote, figure.Id);
            html.Write("</div>");
        }

        html.Write("</div></div>\n");
    }

    private static void Figures(HtmlWriter html, ReportIndex index)
    {
        if (index.Report.Figures.Count == 0)
            return;

        html.Write(
            $"<details class=\"more\"><summary>{Verdicts.Count(index.Report.Figures.Count, "figure")}</summary><div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Figures\"><table><thead><tr><th scope=\"col\">Figure</th><th scope=\"col\">Of what</th><th scope=\"col\">Voice and stance</th><th scope=\"col\">Words</th></tr></thead><tbody>\n"
        );
        foreach (var f in index.Report.Figures)
        {
            html.Write(
                $"<tr id=\"{f.Id}\"><th scope=\"row\" class=\"num\">{Value(f)}</th><td><bdi>{f.Subject}</bdi></td><td>{Verdicts.Chain(f.Voice)}<br><span class=\"stance s-{f.Stance}\">{f.Stance}</span></td><td><bdi>“{QuoteLinks.Clean(f.Quote.Exact)}”</bdi>"
            );
            QuoteLinks.Write(html, index, f.Quote, f.Id);
            html.Write("</td></tr>\n");
        }

        html.Write("</tbody></table></div></details>\n");
    }

    private static void Statements(HtmlWriter html, ReportIndex index)
    {
        var statements = index.Report.Statements;
        if (statements.Count == 0)
            return;

        html.Write(
            $"<details class=\"more\"><summary>{Verdicts.Count(statements.Count, "statement")} by voice and stance</summary>\n<form class=\"filter\" id=\"filter\" hidden><label>Voice <select id=\"filter-voice\"><option value=\"\">all</option>"
        );
        foreach (var voice in statements.Select(s => Verdicts.Chain(s.Voice)).Distinct().Order(StringComparer.Ordinal))
            html.Write($"<option>{voice}</option>");

        html.Write("</select></label> <label>Stance <select id=\"filter-stance\"><option value=\"\">all</option>");
        foreach (var stance in statements.Select(s => s.Stance).Distinct().Order())
            html.Write($"<option>{stance}</option>");

        html.Write(
            "</select></label> <span id=\"filter-said\" role=\"status\" aria-live=\"polite\"></span></form>\n<ol class=\"statements\" id=\"statements\">\n"
        );
        foreach (var s in statements)
        {
            html.Write(
                $"<li id=\"{s.Id}\" data-voice=\"{Verdicts.Chain(s.Voice)}\" data-stance=\"{s.Stance}\"><p class=\"who\">{Verdicts.Chain(s.Voice)} <span class=\"stance s-{s.Stance}\">{s.Stance}</span>{(s.Cue is { } c ? $" on “{c}”" : "")}</p>"
            );
            QuoteLinks.Block(html, index, s.Quote, s.Id);
            html.Write("</li>\n");
        }

        html.Write("</ol></details>\n");
    }
}
