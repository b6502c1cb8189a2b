using Assay.Cases.Report;
using Assay.Wording;
using Spectre.Console;

namespace Assay.Terminal;

/// <summary>
/// The summary of a report for a person in a terminal: what differs between voices, then what fails or depends, then the rest. It keeps to
/// a screen and a
/// half for a source of any length, and counts what it leaves out. Piped, it is plain text that wraps at the console's width, without
/// colours and boxes.
/// </summary>
public static class TerminalSummary
{
    /// <summary>The most lines of a summary that does not show all.</summary>
    public const int MostLines = 66;

    private const int FootLines = 5;
    private const int SpareLines = 8;

    /// <summary>Writes the summary.</summary>
    /// <param name="console">Where to; its profile decides on colour and width.</param>
    /// <param name="report">What to tell.</param>
    /// <param name="dossier">Asked last: where the dossier was written, or null where none was. It may still be writing until then.</param>
    /// <param name="all">True to show everything, however long.</param>
    public static void Write(IAnsiConsole console, AuditReport report, Func<string?>? dossier = null, bool all = false)
    {
        var index = new ReportIndex(report);
        var page = new Lines(console.Profile.Width);
        var (head, tail) = (page.Blank(), page.Blank());
        HeadLines.Write(head, report, all);
        var spare =
            all ? int.MaxValue - MostLines
            : index.Digest.Found.Count + report.Disagreements.Count == 0 ? SpareLines
            : 0;
        OpenLines.Holding(tail, index, all, spare);
        OpenLines.NotTested(tail, index, all, spare);
        ChronologyLines.Write(tail, index, all);
        LedgerLines.Write(tail, index, all);
        page.Add(head);
        // What was found gets the lines that nothing else needs.
        FoundLines.Write(page, index, all ? null : MostLines - FootLines - head.Count - tail.Count);
        page.Add(tail);
        page.WriteTo(console);
        HeadLines.Foot(page, report, dossier?.Invoke());
        page.WriteTo(console);
    }
}
