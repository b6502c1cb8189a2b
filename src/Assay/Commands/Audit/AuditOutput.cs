using System.Text;
using Assay.Cases.Report;
using Assay.Cases.UseCases;
using Assay.Dossier;
using Assay.Ground.Outcomes;
using Assay.Markdown;
using Assay.Terminal;
using Spectre.Console;

namespace Assay.Commands.Audit;

/// <summary>Where the result of an audit goes: standard output in the format asked for, and the dossier folder.</summary>
internal static class AuditOutput
{
    /// <summary>Writes the dossier where one is wanted, and prints meanwhile. Returns the error that kept the dossier from being written,
    /// or null.</summary>
    /// <param name="reply">What the audit found.</param>
    /// <param name="format">text, json, md or html.</param>
    /// <param name="folder">Folder for the dossier; null for none.</param>
    /// <param name="all">True for the whole summary.</param>
    /// <exception cref="IOException">Standard output takes no more.</exception>
    public static Error? Write(AuditReply reply, string format, DossierPlace? folder, bool all)
    {
        var writing = folder is null ? null : Task.Run(() => DossierFolder.Write(folder, reply.Report, reply.Originals, reply.Routes));
        try
        {
            Print(reply, format, all, () => writing?.Result is { Succeeded: true } page ? Shown(folder!, page.Value) : null);
        }
        finally
        {
            writing?.Wait();
        }

        return writing?.Result.Error;
    }

    /// <summary>The folder of the dossier: the one asked for; for the summary a default of its own; none for the other formats.</summary>
    public static DossierPlace? Folder(string? asked, bool none, string format, string input)
    {
        if (none || asked is not null || format != "text")
            return none || asked is null ? null : new DossierPlace(asked, MayGiveWay: false);
        var name = Printable.Of(Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(input)));
        return new DossierPlace(Path.Combine("dossier", name.Length == 0 || name.All(c => c == '.') ? "account" : name), MayGiveWay: true);
    }

    private static void Print(AuditReply reply, string format, bool all, Func<string?> page)
    {
        var report = reply.Report;
        using var stream = Console.OpenStandardOutput();
        using var text = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\n" };
        switch (format)
        {
            case "json":
                AuditJson.Write(stream, report);
                text.Write('\n');
                break;
            case "md":
                MarkdownReport.Write(text, report);
                break;
            case "html":
                DossierPage.Write(text, report, reply.Routes);
                break;
            default:
                TerminalSummary.Write(AnsiConsole.Console, report, page, all);
                break;
        }
    }

    private static string Shown(DossierPlace place, string page) =>
        Path.IsPathRooted(place.Folder) ? page : Path.GetRelativePath(Directory.GetCurrentDirectory(), page);
}
