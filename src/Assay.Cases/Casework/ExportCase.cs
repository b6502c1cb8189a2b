using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Assay.Cases.Store;
using Assay.Ground.Outcomes;

namespace Assay.Cases.Casework;

/// <summary>
/// Writes a whole case as one file: a zip archive, not compressed, of a manifest, the journal, sources, readings, drafts and decisions,
/// in an order and with dates that never change, so that one case is one sequence of bytes. A case that does not hold is not exported.
/// </summary>
public sealed class ExportCase
{
    /// <summary>The files beside the sources, in their order; the manifest comes last, as it names the hashes of the others.</summary>
    internal const string Journal = "journal.jsonl";
    internal const string Sources = "sources.jsonl";
    internal const string Stamps = "stamps.jsonl";
    internal const string Runs = "readings.jsonl";
    internal const string Drafts = "drafts.jsonl";
    internal const string Decisions = "decisions.jsonl";
    internal const string Manifest = "manifest.json";
    internal const string SourceFolder = "sources/";

    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly ZipArchive archive;
    private readonly SortedDictionary<string, string> hashes = new(StringComparer.Ordinal);

    private ExportCase(ZipArchive archive) => this.archive = archive;

    /// <summary>Writes the case.</summary>
    /// <param name="opened">The case.</param>
    /// <param name="output">Where to; it has to be seekable, and is left open.</param>
    /// <param name="progress">Told how many sources are written, of how many; may be null.</param>
    /// <param name="cancellation">Stops the work; the output is no export then.</param>
    /// <returns>The head of the journal that was written; or why the case is not exported.</returns>
    /// <exception cref="IOException">The output takes no more.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static Result<CaseHead> Run(
        OpenedCase opened,
        Stream output,
        Action<int, int>? progress = null,
        CancellationToken cancellation = default
    ) =>
        opened.Store.Read<CaseHead>(reader =>
        {
            var verified = VerifyCase.Run(reader, opened.Store.Damage(reader), null);
            if (verified.Succeeded && verified.Value.Faults is [var first, ..])
                return new Error(
                    ErrorKind.Input,
                    $"The case does not hold, so it is not exported: {first.Where}: {first.What}",
                    "'assay case verify' names every place.",
                    new Location(opened.Store.Place)
                );
            using var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
            new ExportCase(archive).Write(reader, verified.Value.Head, progress, cancellation);
            return verified.Value.Head;
        });

    private void Write(CaseReader reader, CaseHead head, Action<int, int>? progress, CancellationToken cancellation)
    {
        var form = ExportRows.Readable;
        Put(Journal, write => reader.EachEntry(e => write(e.Content)));
        var sources = reader.Sources();
        Put(Sources, write => Each(sources, s => write(Line(s, form.StoredSource))));
        foreach (var (done, source) in sources.Index())
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Invoke(done, sources.Count);
            Put(SourceFolder + source.Sha256, reader.Bytes(source.Sha256)!);
        }

        if (reader.Stamps() is { Count: > 0 } stamps) // a case without any is the file that it always was
            Put(Stamps, write => Each(stamps, s => write(Line(s, form.StoredStamp))));
        Put(Runs, write => reader.EachRun(r => write(Line(new RunRow(r.Sequence, r.Drafter, r.Frame), form.RunRow))));
        Put(Drafts, write => Each(reader.Drafts(), d => write(Line(DraftRow.Of(d), form.DraftRow))));
        Put(Decisions, write => reader.EachDecision(d => write(Line(DecisionRow.Of(d), form.DecisionRow))));
        var manifest = new ExportManifest(ExportManifest.Version, head.Sequence, head.Hash, hashes);
        Put(Manifest, Encoding.UTF8.GetBytes(Line(manifest, form.ExportManifest) + "\n"));
    }

    private static void Each<T>(IEnumerable<T> rows, Action<T> write)
    {
        foreach (var row in rows)
            write(row);
    }

    private static string Line<T>(T row, JsonTypeInfo<T> form) => JsonSerializer.Serialize(row, form);

    private void Put(string name, byte[] bytes)
    {
        hashes[name] = Convert.ToHexStringLower(SHA256.HashData(bytes));
        using var stream = Entry(name).Open();
        stream.Write(bytes);
    }

    private void Put(string name, Action<Action<string>> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using (var stream = Entry(name).Open())
        {
            rows(line =>
            {
                var bytes = Encoding.UTF8.GetBytes(line + "\n");
                hash.AppendData(bytes);
                stream.Write(bytes);
            });
        }

        hashes[name] = Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private ZipArchiveEntry Entry(string name)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = Always;
        entry.ExternalAttributes = 0;
        return entry;
    }
}
