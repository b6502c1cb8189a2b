using System.Security.Cryptography;
using System.Text;
using Assay.Cases.Report;
using Assay.Cases.Routes;
using Assay.Ground.Outcomes;

namespace Assay.Dossier;

/// <summary>
/// The dossier as a folder: <c>index.html</c>, <c>audit.json</c>, and the originals under <c>sources/</c>, named by their hash. It is
/// written whole or
/// not at all: the files are made in a folder of their own inside it and moved into place, the page last and only after the old page has
/// gone, so
/// that whatever lies beside a page is of the same run, whenever a run is killed. Runs into one folder on one machine wait for each
/// other.
/// </summary>
public static class DossierFolder
{
    /// <summary>Name of the page.</summary>
    public const string Page = "index.html";

    /// <summary>Name of the report as JSON.</summary>
    public const string Data = "audit.json";

    private const string Originals = "sources";
    private const string Unfinished = ".assay-unfinished-";

    /// <summary>Writes the folder. Files of an earlier dossier are replaced; other files in the folder are left alone.</summary>
    /// <param name="folder">The folder; made where it is missing.</param>
    /// <param name="report">What to show.</param>
    /// <param name="originals">Bytes as received, keyed by SHA-256 in lower-case hexadecimal; only those that a source of the report
    /// names
    /// are written.</param>
    /// <param name="routes">What customs books say of route claims, by their ids.</param>
    /// <param name="title">What the case is about; null where there is no case.</param>
    /// <returns>The full path of the page, or an error of kind <see cref="ErrorKind.Output"/>.</returns>
    public static Result<string> Write(
        string folder,
        AuditReport report,
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>>? originals = null,
        IReadOnlyDictionary<string, RouteVerdict>? routes = null,
        string? title = null
    ) => Write(new DossierPlace(folder, MayGiveWay: false), report, originals, routes, title);

    /// <summary>Writes the folder, or the one beside it where the place gives way.</summary>
    /// <param name="place">Where to.</param>
    /// <param name="report">What to show.</param>
    /// <param name="originals">Bytes as received, keyed by SHA-256 in lower-case hexadecimal; only those that a source of the report
    /// names
    /// are written.</param>
    /// <param name="routes">What customs books say of route claims, by their ids.</param>
    /// <param name="title">What the case is about; null where there is no case.</param>
    /// <returns>The full path of the page, or an error of kind <see cref="ErrorKind.Output"/>.</returns>
    public static Result<string> Write(
        DossierPlace place,
        AuditReport report,
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>>? originals = null,
        IReadOnlyDictionary<string, RouteVerdict>? routes = null,
        string? title = null
    )
    {
        try
        {
            using var turn = Turn.Of(place.Folder);
            var folder = place.For(report.Sources.Select(s => s.File).ToHashSet());
            Directory.CreateDirectory(folder);
            foreach (var left in Directory.EnumerateDirectories(folder, Unfinished + "*"))
                Directory.Delete(left, recursive: true);
            var made = Directory.CreateDirectory(Path.Combine(folder, Unfinished + Guid.NewGuid().ToString("N"))).FullName;
            try
            {
                Make(made, report, originals, routes, title);
                MoveIn(made, folder);
            }
            finally
            {
                Directory.Delete(made, recursive: true);
            }

            return Path.GetFullPath(Path.Combine(folder, Page));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Error(
                ErrorKind.Output,
                $"The dossier could not be written: {e.Message}",
                "Choose another folder with --out, or make this one writable.",
                new Location(place.Folder)
            );
        }
    }

    private static void Make(
        string folder,
        AuditReport report,
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>>? originals,
        IReadOnlyDictionary<string, RouteVerdict>? routes,
        string? title
    )
    {
        using (var writer = new StreamWriter(Path.Combine(folder, Page), false, new UTF8Encoding(false)))
        {
            writer.NewLine = "\n";
            DossierPage.Write(writer, report, routes, title);
        }

        using (var json = File.Create(Path.Combine(folder, Data)))
        {
            AuditJson.Write(json, report);
        }

        var sources = Directory.CreateDirectory(Path.Combine(folder, Originals)).FullName;
        var hashes = report
            .Sources.Select(s => s.Sha256)
            .Concat(report.Sources.Select(s => s.Origin?.FileSha256).OfType<string>())
            .Concat(report.Sources.SelectMany(s => s.Stamps ?? []).Select(s => s.Sha256));
        foreach (var hash in hashes.Distinct())
        {
            // The name is the hash alone: a source's own file name may hold anything.
            if (originals is null || !originals.TryGetValue(hash, out var bytes) || !hash.All(char.IsAsciiHexDigit))
                continue;
            using var file = File.Create(Path.Combine(sources, hash));
            file.Write(bytes.Span);
        }
    }

    // Moving puts a file in the place of a symbolic link and never follows one; a folder that is a link would be followed.
    private static void MoveIn(string made, string folder)
    {
        var sources = Path.Combine(folder, Originals);
        var originals = Directory.GetFiles(Path.Combine(made, Originals));
        if (originals.Length > 0)
        {
            if (new DirectoryInfo(sources).LinkTarget is not null)
                throw new IOException($"\"{sources}\" is a symbolic link, which is not followed.");
            Directory.CreateDirectory(sources);
        }

        foreach (var original in originals)
            File.Move(original, Path.Combine(sources, Path.GetFileName(original)), overwrite: true);
        File.Delete(Path.Combine(folder, Page));
        File.Move(Path.Combine(made, Data), Path.Combine(folder, Data), overwrite: true);
        File.Move(Path.Combine(made, Page), Path.Combine(folder, Page));
    }

    /// <summary>The turn of this run at a folder: one run at a time, over all processes of the machine.</summary>
    private sealed class Turn : IDisposable
    {
        private readonly Mutex gate;

        private Turn(Mutex gate) => this.gate = gate;

        public static Turn Of(string folder)
        {
            var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(folder))));
            var gate = new Mutex(initiallyOwned: false, $"Global\\assay-dossier-{name[..32]}");
            try
            {
                gate.WaitOne();
            }
            catch (AbandonedMutexException)
            {
                // The run before was killed; its turn is ours, and what it left unfinished is cleared away.
            }

            return new Turn(gate);
        }

        public void Dispose()
        {
            gate.ReleaseMutex();
            gate.Dispose();
        }
    }
}
