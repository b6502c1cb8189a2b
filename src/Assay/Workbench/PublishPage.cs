using Assay.Cases.Casework;
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
            $"<li class=\"tile\"><h2>Folder</h2><p>The page, the report as JSON, and the sources as received, in a zip archive.</p><p><a class=\"button\" id=\"folder\" href=\"{seat.Root}/dossier/folder\" download>Download the folder</a></p></li></ul>\n"
        );
    }
}
