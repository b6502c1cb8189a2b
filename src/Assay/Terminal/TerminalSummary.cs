using Assay.Cases.Audit.Report;
using Assay.Wording;
using Spectre.Console;

namespace Assay.Terminal;

/// <summary>
/// The summary of a report for a person in a terminal: the weak joints first. Piped, it is plain text that wraps at the console's width, without
/// colours and without boxes.
/// </summary>
public static class TerminalSummary
{
    /// <summary>Writes the summary.</summary>
    /// <param name="console">Where to; its profile decides on colour and width.</param>
    /// <param name="report">What to tell.</param>
    /// <param name="dossier">Asked last: where the dossier was written, or null where none was. It may still be writing until then.</param>
    public static void Write(IAnsiConsole console, AuditReport report, Func<string?>? dossier = null)
    {
        var index = new ReportIndex(report);
        var page = new Lines(console);
        Head(page, report);
        ClaimLines.Write(page, index);
        ChronologyLines.Write(page, index);
        LedgerLines.Write(page, index);
        Foot(page, report, dossier?.Invoke());
    }

    private static void Head(Lines page, AuditReport report)
    {
        foreach (var s in report.Sources)
        {
            page.Line("bold", s.Title ?? s.File);
            var facts = new[] { string.Join(", ", s.Authors), s.Site, s.Section, s.Published, s.File }.Where(f => !string.IsNullOrEmpty(f));
            page.Line("dim", $"{s.Id}  {string.Join(" · ", facts)}");
        }

        foreach (var refused in report.Refused)
        {
            page.Line("red", $"✕ {refused.File} was not read. {refused.Message}");
        }

        foreach (var note in report.Notes)
        {
            page.Line("yellow", $"! {note}");
        }
    }

    private static void Foot(Lines page, AuditReport report, string? dossier)
    {
        var aside = report.Sources.Sum(s => s.Furniture.Count);
        if (aside > 0)
        {
            page.Gap();
            page.Line("dim", $"{Verdicts.Count(aside, "block")} of the page set aside as not part of the article (--show furniture lists them).");
        }

        if (dossier is not null)
        {
            page.Gap();
            page.Line("bold", $"Dossier: {dossier}");
        }
    }
}
