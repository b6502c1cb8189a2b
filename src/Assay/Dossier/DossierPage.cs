using Assay.Cases.Report;
using Assay.Cases.Routes;
using Assay.Html;
using Assay.Wording;

namespace Assay.Dossier;

/// <summary>
/// The dossier as one self-contained HTML page: no network, no dependence on scripts, readable on screen and on paper. Its content
/// security
/// policy
/// admits its own style sheet and script, by hash, and nothing else.
/// </summary>
public static class DossierPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="output">Where to; written as it stands, so choose UTF-8. Not closed.</param>
    /// <param name="report">What to show. Nothing in it is trusted: all text is escaped.</param>
    /// <param name="routes">What customs books say of route claims, by their ids.</param>
    /// <param name="title">What the case is about; null where there is no case.</param>
    public static void Write(
        TextWriter output,
        AuditReport report,
        IReadOnlyDictionary<string, RouteVerdict>? routes = null,
        string? title = null
    )
    {
        var cards = new RouteCards(routes);
        var index = new ReportIndex(report);
        var html = new HtmlWriter(output);
        var (style, script) = (Asset.Load("dossier.css"), Asset.Load("dossier.js"));
        html.Write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Write(
            $"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src {cards.Styles(style)}; script-src '{script.Hash}'{cards.Scripts}; base-uri 'none'; form-action 'none'\">\n"
        );
        html.Write(
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<link rel=\"icon\" href=\"data:,\">\n"
        );
        html.Write($"<title>{SummarySection.Title(index, title)} · Assay dossier</title>\n<style>");
        html.WriteAsset(style);
        cards.WriteStyle(html);
        html.Write("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">To the content</a>\n");
        SummarySection.Header(html, index, title);
        html.Write("<main id=\"main\">\n");
        var panels = Chart.Panels(index);
        SummarySection.Write(html, index);
        VerdictSection.Write(html, index, cards);
        ChronologySection.Write(html, index, panels);
        LedgerSection.Write(html, index);
        OpenSection.Write(html, index);
        PeopleSection.Write(html, index);
        SourceSection.Write(html, index);
        MethodSection.Write(html, index);
        html.Write("</main>\n<script type=\"application/json\" id=\"data\">");
        html.WriteAsset(new Asset(SwitchData.Json(index, panels)));
        html.Write("</script>\n<script>");
        html.WriteAsset(script);
        html.Write("</script>\n");
        cards.WriteScripts(html);
        html.Write("</body>\n</html>\n");
    }
}
