using Assay.Cases.Casework;
using Assay.Cases.Exchange;
using Assay.Cases.UseCases;
using Assay.Html;
using Assay.Wording;

namespace Assay.Workbench;

/// <summary>The dossier: preview and download.</summary>
internal static class PublishPage
{
    /// <summary>Writes what is inside <c>main</c>.</summary>
    public static void Write(HtmlWriter html, Seat seat, AuditReply reply)
    {
        var report = reply.Report;
        html.Write(
            $"<h1>Publish</h1>\n<p class=\"lead\">The dossier of this case: {Verdicts.Count(report.Sources.Count, "source")}, {Verdicts.Count(report.Claims.Count, "claim")} put to the test, {Verdicts.Count(report.Events.Count, "event")}. It opens anywhere, needs no network, and prints.</p>\n"
        );
        foreach (var error in reply.Errors)
            html.Write($"<p class=\"refused\">{error.ToString()}</p>\n");
        html.Write(
            $"<ul class=\"tiles\"><li class=\"tile\"><h2>Look first</h2><p>The page as its readers will see it.</p><p><a class=\"button\" href=\"{seat.Root}/dossier/preview\" target=\"_blank\" rel=\"noopener\">Preview <small>(opens a new tab)</small></a></p></li>\n"
        );
        html.Write(
            $"<li class=\"tile\"><h2>One page</h2><p>A single HTML file, the texts of the sources in it.</p><p><a class=\"button\" id=\"page\" href=\"{seat.Root}/dossier/page\" download>Download the page</a></p></li>\n"
        );
        html.Write(
            $"<li class=\"tile\"><h2>Folder</h2><p>The page, the report as JSON, and the sources as received, in a zip archive.</p><p><a class=\"button\" id=\"folder\" href=\"{seat.Root}/dossier/folder\" download>Download the folder</a></p></li>\n"
        );
        html.Write(
            "<li class=\"tile\"><h2>Whole case</h2><p>Journal, sources, drafts and decisions in one archive, to be imported elsewhere.</p>"
        );
        html.Write($"<form method=\"post\" action=\"{seat.Root}/export\">");
        Frame.Key(html, seat.All);
        html.Write("<p><button class=\"main\" id=\"archive\">Make the archive</button></p></form></li></ul>\n");
        Formats(html, seat);
    }

    private static void Formats(HtmlWriter html, Seat seat)
    {
        html.Write(
            "<section aria-labelledby=\"formats-h\"><h2 id=\"formats-h\">For other programs</h2>\n<p>What a format cannot hold (zones, readings, what was left out) is in the file beside it. Take both.</p>\n<ul class=\"formats\">"
        );
        foreach (var format in ExchangeFormats.All)
        {
            html.Write($"<li><p><strong>{format.Name}</strong> {format.About}</p><p class=\"inline\">");
            html.Write(
                $"<a class=\"plain\" href=\"{seat.Root}/exchange/{format.Name}\" download>{seat.Name}{format.Ending}</a> <a class=\"plain\" href=\"{seat.Root}/exchange/{format.Name}/sidecar\" download>{seat.Name}{format.Ending}.sidecar.json</a></p></li>\n"
            );
        }

        html.Write("</ul></section>\n");
    }
}
