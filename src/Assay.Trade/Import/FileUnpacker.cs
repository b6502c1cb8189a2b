using System.IO.Compression;
using System.Text;
using Assay.Ground.Outcomes;
using Assay.Trade.Formats;
using Assay.Trade.Formats.Mapped;
using DuckDB.NET.Data;
using SharpCompress.Common;

namespace Assay.Trade.Import;

/// <summary>Finds out what a file is by its first bytes and unpacks gzip, zip and 7z into the workspace.</summary>
internal static class FileUnpacker
{
    private const int HeadLines = 40;
    private const int LongestHead = 65536;

    /// <summary>The input behind a path.</summary>
    public static Result<FormatInput> Open(string path, string workspace, string? encoding = null)
    {
        var name = Path.GetFileName(path);
        try
        {
            return Open(path, name, workspace, encoding is null ? null : TextEncodings.Find(encoding));
        }
        // A damaged archive makes the library that unpacks it fail in ways of every kind.
        catch (Exception e)
            when (e
                    is IOException
                        or InvalidDataException
                        or SharpCompressException
                        or UnauthorizedAccessException
                        or InvalidOperationException
                        or ArgumentException
                        or NotSupportedException
                        or DuckDBException
                        or NullReferenceException
                        or IndexOutOfRangeException
                        or OverflowException
            )
        {
            return new Error(
                ErrorKind.Input,
                $"The file cannot be read: {e.Message.Split('\n')[0]}",
                "Check that it is there and complete; nothing was imported.",
                new Location(name)
            );
        }
    }

    private static Result<FormatInput> Open(string path, string name, string workspace, Encoding? said)
    {
        var target = Path.Combine(workspace, "unpacked");
        switch (Magic(path))
        {
            case []:
                return new Error(ErrorKind.Input, "The file is empty.", "Download it again.", new Location(name));
            case [0x37, 0x7A, 0xBC, 0xAF, ..]:
                return Packed.SevenZip(path, target) is var count && count == 1
                    ? Plain(target, name, workspace, said)
                    : Several(name, count);
            case [0x50, 0x4B, 0x03, 0x04, ..]:
                return Zip(path, name, target, workspace, said);
            case [0x1F, 0x8B, ..]:
                Packed.Gzip(path, target);
                return Plain(target, name, workspace, said);
            case [0xD0, 0xCF, 0x11, 0xE0, ..]:
                return Unreadable("a workbook of the old kind (.xls)", "Save it as .xlsx or CSV", name);
            case [0x25, 0x50, 0x44, 0x46, ..]:
                return Unreadable("a PDF", "Ask the publisher for a table", name);
            default:
                return Plain(path, name, workspace, said);
        }
    }

    private static byte[] Magic(string path)
    {
        using var file = File.OpenRead(path);
        var bytes = new byte[6];
        return bytes[..file.ReadAtLeast(bytes, 6, throwOnEndOfStream: false)];
    }

    private static Result<FormatInput> Zip(string path, string name, string target, string workspace, Encoding? said)
    {
        using var archive = ZipFile.OpenRead(path);
        var limit = Expansion.Limit(new FileInfo(path).Length);
        if (archive.Entries.Any(e => e.FullName == "xl/workbook.xml"))
        {
            Packed.Check(archive, limit);
            return new FormatInput(path, name, "xlsx", [], workspace);
        }

        if (archive.Entries.Count != 1)
            return Several(name, archive.Entries.Count);
        Packed.Entry(archive.Entries[0], target, limit);
        return Plain(target, name, workspace, said);
    }

    private static Error Unreadable(string what, string then, string name) =>
        new(ErrorKind.Input, $"The file is {what}, which is not read.", $"{then}; nothing was imported.", new Location(name));

    // A web page begins with "<" as well.
    private static bool IsXml(IReadOnlyList<string> head)
    {
        var start = string.Concat(head.Take(3)).TrimStart('\uFEFF', ' ');
        return start.StartsWith('<')
            && !start.Contains("<html", StringComparison.OrdinalIgnoreCase)
            && !start.Contains("<!doctype", StringComparison.OrdinalIgnoreCase)
            && !start.Contains("<table", StringComparison.OrdinalIgnoreCase);
    }

    private static Error Several(string name, int count) =>
        new(
            ErrorKind.Input,
            $"The archive holds {count} files where one was expected.",
            "Unpack it and import the files one by one.",
            new Location(name)
        );

    private static FormatInput Plain(string path, string name, string workspace, Encoding? said)
    {
        if (Magic(path) is [0x50, 0x41, 0x52, 0x31, ..])
            path = ParquetText.Csv(path, workspace);
        var (text, from) = TextEncoding.Utf8(path, workspace, said);
        var head = TextFile.Head(text, HeadLines, LongestHead);
        var first = head.Count == 0 ? "" : head[0].TrimStart('\uFEFF', ' ');
        var kind =
            first.StartsWith('{') || first.StartsWith('[') ? "json"
            : IsXml(head) ? "xml"
            : "text";
        return new FormatInput(text, name, kind, head, workspace) { Encoding = from };
    }
}
