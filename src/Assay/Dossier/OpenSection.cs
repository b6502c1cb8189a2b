using Assay.Cases.Accounts;
using Assay.Cases.Report;
using Assay.Html;
using Assay.Wording;

namespace Assay.Dossier;

/// <summary>What is left open: the questions the text asks and the forecasts it makes. Neither is turned into an assertion.</summary>
internal static class OpenSection
{
    private const int Most = 8;

    /// <summary>Writes the section; nothing where there is neither.</summary>
    public static void Write(HtmlWriter html, ReportIndex index)
    {
        html.Write("<section id=\"open\" aria-labelledby=\"open-h\"><h2 id=\"open-h\">Questions and forecasts</h2>\n");
        if (index.Report.Questions.Count + index.Report.Forecasts.Count == 0)
            html.Write("<p class=\"none\">The text asks no question and makes no forecast.</p>");

        Folds.Write(html, index.Report.Questions, Most, "question", "questions", q => Question(html, index, q));
        Folds.Write(html, index.Report.Forecasts, Most, "forecast", "forecasts", f => Forecast(html, index, f));
        html.Write("</section>\n");
    }

    private static void Question(HtmlWriter html, ReportIndex index, QuestionEntry q)
    {
        html.Write(
            $"<div class=\"item\" id=\"{q.Id}\"><p class=\"who\">{Verdicts.Chain(q.Voice)} <span class=\"stance s-asked\">{(q.Rhetorical ? "asked, rhetorically" : "asked")}</span></p>"
        );
        QuoteLinks.Block(html, index, q.Quote, q.Id);
        if (q.Alternatives.Count > 0)
            html.Write($"<p class=\"faint\">It offers: {string.Join(" / ", q.Alternatives.Select(a => $"“{a}”"))}</p>");

        html.Write("</div>\n");
    }

    private static void Forecast(HtmlWriter html, ReportIndex index, ForecastEntry f)
    {
        html.Write(
            $"<div class=\"item\" id=\"{f.Id}\"><p class=\"who\">{Verdicts.Chain(f.Voice)} <span class=\"stance s-forecast\">forecast</span> on “{f.Hedge}”{(f.Uttered is { } u ? $", uttered {Moments.Day(u)}" : "")}{(f.Horizon is { } h ? $", by {h}" : "")}</p>"
        );
        QuoteLinks.Block(html, index, f.Quote, f.Id);
        html.Write("</div>\n");
    }
}
