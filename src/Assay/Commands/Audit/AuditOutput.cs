using System.Text;
using Assay.Cases.Audit;
using Assay.Cases.Audit.Report;
using Assay.Chronology.Outcomes;
using Assay.Dossier;
using Assay.Markdown;
using Assay.Terminal;
using Spectre.Console;

namespace Assay.Commands.Audit;

/// <summary>Where the result of an audit goes: standard output in the format asked for, and the dossier folder.</summary>
internal static class AuditOutput
{
    /// <summary>Writes the dossier where one is wanted, and prints meanwhile. Returns the error that kept the dossier from being written, or null.</summary>
    public static Error? Write(AuditReply reply, string format, string? folder, bool all)
    {
        var writing = folder is null ? null : Task.Run(() => DossierFolder.Write(folder, reply.Report, Originals(reply)));
        Print(reply.Report, format, all, () => writing?.Result is { Succeeded: true } page ? Shown(folder!, page.Value) : null);
        return writing?.Result.Error;
    }

    /// <summary>The folder of the dossier: the one asked for; for the summary a default of its own; none for the other formats.</summary>
    public static string? Folder(string? asked, bool none, string format, string input)
    {
        if (none || asked is not null || format != "text")
        {
            return none ? null : asked;
        }

        var name = Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(input));
        return Path.Combine("dossier", name.Length == 0 || name.All(c => c == '.') ? "account" : name);
    }

    private static void Print(AuditReport report, string format, bool all, Func<string?> page)
    {
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
                DossierPage.Write(text, report);
                break;
            default:
                TerminalSummary.Write(AnsiConsole.Console, report, page, all);
                break;
        }
    }

    private static string Shown(string folder, string page) => Path.IsPathRooted(folder) ? page : Path.Combine(folder, "index.html");

    private static Dictionary<string, byte[]> Originals(AuditReply reply)
    {
        var bytes = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (hash, file) in reply.Originals)
        {
            // A file that changed or went since it was audited is not the source that the report names.
            if (File.Exists(file) && File.ReadAllBytes(file) is var read && Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(read)) == hash)
            {
                bytes[hash] = read;
            }
        }

        return bytes;
    }
}
