using Assay.Cases.Report;
using Assay.Cases.UseCases;
using Assay.Dossier;
using Assay.Ground.Outcomes;
using Assay.Markdown;
using Assay.Terminal;

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
    /// <param name="console">Where to print.</param>
    /// <exception cref="IOException">The output takes no more.</exception>
    public static Error? Write(AuditReply reply, string format, DossierPlace? folder, bool all, CommandConsole console)
    {
        var writing = folder is null
            ? null
            : Task.Run(() => DossierFolder.Write(folder, reply.Report, reply.Originals, reply.Routes, reply.Title));
        try
        {
            Print(reply, format, all, console, () => writing?.Result is { Succeeded: true } page ? Shown(folder!, page.Value) : null);
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

    private static void Print(AuditReply reply, string format, bool all, CommandConsole console, Func<string?> page)
    {
        var report = reply.Report;
        switch (format)
        {
            case "json":
                console.Print(
                    (Stream stream) =>
                    {
                        AuditJson.Write(stream, report);
                        stream.WriteByte((byte)'\n');
                    }
                );
                break;
            case "md":
                console.Print((TextWriter text) => MarkdownReport.Write(text, report));
                break;
            case "html":
                console.Print((TextWriter text) => DossierPage.Write(text, report, reply.Routes, reply.Title));
                break;
            default:
                TerminalSummary.Write(console.Terminal, report, page, all);
                break;
        }
    }

    private static string Shown(DossierPlace place, string page) =>
        Path.IsPathRooted(place.Folder) ? page : Path.GetRelativePath(Directory.GetCurrentDirectory(), page);
}
