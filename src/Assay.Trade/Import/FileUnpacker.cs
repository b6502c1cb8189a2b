using Assay.Ground.Outcomes;
using Assay.Trade.Formats;
using SharpCompress.Archives;
using SharpCompress.Archives.SevenZip;

namespace Assay.Trade.Import;

/// <summary>Finds out what a file is by its first bytes and unpacks 7z and zip into the workspace.</summary>
internal static class FileUnpacker
{
    private const int HeadLines = 40;

    /// <summary>The input behind a path.</summary>
    public static Result<FormatInput> Open(string path, string workspace)
    {
        var name = Path.GetFileName(path);
        try
        {
            var magic = Magic(path);
            if (magic is [0x37, 0x7A, 0xBC, 0xAF, ..])
            {
                var unpacked = SevenZip(path, workspace);
                return unpacked.Succeeded ? Text(unpacked.Value, name, workspace) : unpacked.Error;
            }

            if (magic is [0x50, 0x4B, 0x03, 0x04, ..])
            {
                return Zip(path, name, workspace);
            }

            return magic.Length == 0
                ? new Error(ErrorKind.Input, "The file is empty.", "Download it again.", new Location(name))
                : Text(path, name, workspace);
        }
        catch (Exception e)
            when (e is IOException or InvalidDataException or SharpCompress.Common.SharpCompressException or UnauthorizedAccessException)
        {
            return new Error(
                ErrorKind.Input,
                $"The file cannot be read: {e.Message}",
                "Check that it is there and complete; nothing was imported.",
                new Location(name)
            );
        }
    }

    private static byte[] Magic(string path)
    {
        using var file = File.OpenRead(path);
        var bytes = new byte[6];
        return bytes[..file.ReadAtLeast(bytes, 6, throwOnEndOfStream: false)];
    }

    private static Result<string> SevenZip(string path, string workspace)
    {
        using var archive = SevenZipArchive.OpenArchive(path);
        var entries = archive.Entries.Where(e => !e.IsDirectory).ToList();
        return entries.Count == 1 ? Extract(entries[0], workspace) : Several(path, entries.Count);
    }

    private static Result<FormatInput> Zip(string path, string name, string workspace)
    {
        using var archive = System.IO.Compression.ZipFile.OpenRead(path);
        if (archive.GetEntry("xl/workbook.xml") is not null)
        {
            return new FormatInput(path, name, "xlsx", [], workspace);
        }

        if (archive.Entries.Count != 1)
        {
            return Several(path, archive.Entries.Count);
        }

        var target = Path.Combine(workspace, "unpacked");
        using (var from = archive.Entries[0].Open())
        using (var to = File.Create(target))
        {
            from.CopyTo(to);
        }

        return Text(target, name, workspace);
    }

    private static string Extract(IArchiveEntry entry, string workspace)
    {
        var target = Path.Combine(workspace, "unpacked");
        using var from = entry.OpenEntryStream();
        using var to = File.Create(target);
        from.CopyTo(to);
        return target;
    }

    private static Error Several(string path, int count) =>
        new(
            ErrorKind.Input,
            $"The archive holds {count} files where one was expected.",
            "Unpack it and import the files one by one.",
            new Location(Path.GetFileName(path))
        );

    private static FormatInput Text(string path, string name, string workspace)
    {
        var head = TextFile.Lines(path).Take(HeadLines).Select(l => l.Length > 65536 ? l[..65536] : l).ToArray();
        var first = head.Length == 0 ? "" : head[0].TrimStart('\uFEFF', ' ');
        return new FormatInput(path, name, first.StartsWith('{') || first.StartsWith('[') ? "json" : "text", head, workspace);
    }
}
