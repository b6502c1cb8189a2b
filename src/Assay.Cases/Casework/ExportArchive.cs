using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Assay.Cases.Journal;
using Assay.Cases.Store;
using Assay.Ground.Outcomes;

namespace Assay.Cases.Casework;

/// <summary>
/// An export as a file that somebody sent. It is hostile input: only the files that an export has are read, none is written by its name,
/// and none may be compressed, so that nothing in it is larger than the file itself.
/// </summary>
internal sealed partial class ExportArchive : IDisposable
{
    private const long LongestFile = 1L << 30;
    private const long LongestRows = 1L << 29;
    private static readonly string[] Rows =
    [
        ExportCase.Journal,
        ExportCase.Sources,
        ExportCase.Runs,
        ExportCase.Drafts,
        ExportCase.Decisions,
    ];

    private readonly string name;
    private readonly ZipArchive? archive;
    private readonly ExportManifest? manifest;

    private ExportArchive(string name, ZipArchive? archive, ExportManifest? manifest, Error? wrong) =>
        (this.name, this.archive, this.manifest, Wrong) = (name, archive, manifest, wrong);

    /// <summary>Why the archive is no export; null where it looks like one.</summary>
    public Error? Wrong { get; }

    /// <summary>Where the journal ends by the manifest.</summary>
    public CaseHead Head => new(manifest!.Sequence, manifest.Head);

    /// <summary>Opens an archive and holds its list of files and their hashes against its manifest.</summary>
    /// <param name="file">The file, seekable.</param>
    /// <param name="name">Its name, for messages.</param>
    public static ExportArchive Open(Stream file, string name)
    {
        ZipArchive? archive = null;
        try
        {
            archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var wrong = Listing(archive, file.Length);
            if (wrong is not null)
                return new ExportArchive(name, archive, null, Refused(name, wrong));
            var manifest = JsonSerializer.Deserialize(Bytes(archive.GetEntry(ExportCase.Manifest)!), ExportRows.Readable.ExportManifest)!;
            wrong =
                manifest.Form == ExportManifest.Version
                    ? Hashes(archive, manifest)
                    : $"It is of the form {manifest.Form}, and this program reads {ExportManifest.Version}.";
            return new ExportArchive(name, archive, manifest, wrong is null ? null : Refused(name, wrong));
        }
        catch (Exception e) when (IsBroken(e))
        {
            return new ExportArchive(name, archive, null, Refused(name, $"It is no export of a case: {Plain(e)}"));
        }
    }

    /// <summary>Puts everything into a store that is empty; tells why where that cannot be.</summary>
    public Error? Fill(CaseWriter writer)
    {
        var form = ExportRows.Readable;
        return Lines(ExportCase.Journal, writer.PutAll, Entry)
            ?? Lines(ExportCase.Sources, s => Sources(writer, s), Json(form.StoredSource))
            ?? (archive!.GetEntry(ExportCase.Stamps) is null ? null : Lines(ExportCase.Stamps, writer.PutAll, Json(form.StoredStamp)))
            ?? Lines(ExportCase.Runs, r => writer.PutAll(r.Select(x => new StoredRun(x.Sequence, x.Drafter, x.Frame))), Json(form.RunRow))
            ?? Lines(ExportCase.Drafts, d => writer.Put(d.Select(x => x.Draft)), Json(form.DraftRow))
            ?? Lines(ExportCase.Decisions, d => writer.PutAll(d.Select(x => x.Raw)), Json(form.DecisionRow));
    }

    /// <summary>Closes the archive.</summary>
    public void Dispose() => archive?.Dispose();

    private static string? Listing(ZipArchive archive, long length)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var total = 0L;
        foreach (var entry in archive.Entries)
        {
            var shown = Printable.Of(entry.FullName);
            var isRows = Rows.Contains(entry.FullName) || entry.FullName is ExportCase.Manifest or ExportCase.Stamps;
            if (!isRows && !SourceFile().IsMatch(entry.FullName))
                return $"It has a file “{shown}” in it, which no export has.";
            if (!seen.Add(entry.FullName))
                return $"It has two files “{shown}” in it.";
            if (entry.CompressedLength != entry.Length)
                return $"“{shown}” in it is compressed, which no export is.";
            if (entry.Length > (isRows ? LongestRows : LongestFile))
                return $"“{shown}” in it has {entry.Length} bytes, more than is taken in.";
            total += entry.Length;
        }

        if (Rows.Append(ExportCase.Manifest).FirstOrDefault(f => !seen.Contains(f)) is { } missing)
            return $"It has no “{missing}” in it.";
        return total <= length ? null : "Its files are larger than itself.";
    }

    private static string? Hashes(ZipArchive archive, ExportManifest manifest)
    {
        var here = archive.Entries.Select(e => e.FullName).Where(n => n != ExportCase.Manifest).ToHashSet(StringComparer.Ordinal);
        if (manifest.Files.Keys.FirstOrDefault(f => !here.Contains(f)) is { } missing)
            return $"It has no “{Printable.Of(missing)}” in it, which its manifest names.";
        foreach (var file in here.Order(StringComparer.Ordinal))
        {
            if (!manifest.Files.TryGetValue(file, out var hash))
                return $"Its manifest does not name “{file}”.";
            using var stream = archive.GetEntry(file)!.Open();
            if (Convert.ToHexStringLower(SHA256.HashData(stream)) != hash)
                return $"“{file}” in it is not what was exported: the hash is another.";
        }

        return null;
    }

    private void Sources(CaseWriter writer, IEnumerable<StoredSource> sources)
    {
        foreach (var source in sources)
        {
            var entry =
                archive!.GetEntry(ExportCase.SourceFolder + source.Sha256)
                ?? throw new InvalidDataException($"The bytes of {source.Id} are not in it.");
            writer.Put(source, Bytes(entry));
        }
    }

    private Error? Lines<T>(string file, Action<IEnumerable<T>> put, Func<string, T> read)
    {
        var line = 0;
        try
        {
            put(Each());
            return null;
        }
        catch (Exception e) when (IsBroken(e))
        {
            return Refused(name, $"Line {line} of {file} in it cannot be read: {Plain(e)}");
        }

        IEnumerable<T> Each()
        {
            using var reader = new StreamReader(archive!.GetEntry(file)!.Open(), Encoding.UTF8);
            while (reader.ReadLine() is { } text)
            {
                line++;
                yield return read(text);
            }
        }
    }

    private static RawEntry Entry(string line) =>
        EntryContent.Read(line) is { } entry
            ? new RawEntry(entry.Sequence, entry.Note.Item, line, entry.Hash)
            : throw new InvalidDataException("It is no entry of a journal.");

    private static Func<string, T> Json<T>(JsonTypeInfo<T> form) =>
        line => JsonSerializer.Deserialize(line, form) ?? throw new InvalidDataException("There is nothing in it.");

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var kept = new MemoryStream((int)entry.Length);
        stream.CopyTo(kept);
        return kept.Capacity == kept.Length ? kept.GetBuffer() : kept.ToArray();
    }

    private static bool IsBroken(Exception e) =>
        e is InvalidDataException or JsonException or NotSupportedException or ArgumentException or IOException or OverflowException;

    private static string Plain(Exception e) => Printable.Of(e.Message.ReplaceLineEndings(" ")).TrimEnd('.') + ".";

    private static Error Refused(string name, string what) =>
        new(ErrorKind.Input, what, "No case was made. Ask for the export anew.", new Location(name));

    [GeneratedRegex("^sources/[0-9a-f]{64}$")]
    private static partial Regex SourceFile();
}
