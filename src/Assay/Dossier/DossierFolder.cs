using System.Text;
using Assay.Cases.Audit.Report;
using Assay.Chronology.Outcomes;

namespace Assay.Dossier;

/// <summary>The dossier as a folder: <c>index.html</c>, <c>audit.json</c>, and the originals under <c>sources/</c>, named by their hash.</summary>
public static class DossierFolder
{
    /// <summary>Writes the folder. Files of an earlier dossier are replaced; other files in the folder are left alone.</summary>
    /// <param name="folder">The folder; made where it is missing.</param>
    /// <param name="report">What to show.</param>
    /// <param name="originals">Bytes as received, keyed by SHA-256 in lower-case hexadecimal; only those that a source of the report names are written.</param>
    /// <returns>The full path of the page, or an error of kind <see cref="ErrorKind.Output"/>.</returns>
    public static Result<string> Write(string folder, AuditReport report, IReadOnlyDictionary<string, byte[]>? originals = null)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var page = Path.Combine(folder, "index.html");
            using (var writer = new StreamWriter(page, false, new UTF8Encoding(false)))
            {
                writer.NewLine = "\n";
                DossierPage.Write(writer, report);
            }

            using (var json = File.Create(Path.Combine(folder, "audit.json")))
            {
                AuditJson.Write(json, report);
            }

            foreach (var source in report.Sources)
            {
                Original(folder, source, originals);
            }

            return Path.GetFullPath(page);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Error(ErrorKind.Output, $"The dossier could not be written: {e.Message}", "Choose another folder with --out, or make this one writable.",
                new Location(folder));
        }
    }

    private static void Original(string folder, SourceEntry source, IReadOnlyDictionary<string, byte[]>? originals)
    {
        // The name is the hash alone: a source's own file name may hold anything.
        if (originals is null || !originals.TryGetValue(source.Sha256, out var bytes) || !source.Sha256.All(char.IsAsciiHexDigit))
        {
            return;
        }

        var sources = Directory.CreateDirectory(Path.Combine(folder, "sources"));
        File.WriteAllBytes(Path.Combine(sources.FullName, source.Sha256), bytes);
    }
}
