using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Assay.Trade.Formats.Mapped;

namespace Assay.Trade.Import;

/// <summary>Tells in which encoding a text file is, and brings it to UTF-8.</summary>
internal static class TextEncoding
{
    private const int Chunk = 1 << 20;
    private const int Western = 1252;
    private const int LongestRune = 4;
    private const int HeadBytes = 1 << 16;
    private const int HeadLines = 40;

    private static readonly string[] Eastern =
    [
        "gb18030",
        "shift_jis",
        "euc-kr",
        "big5",
        "windows-1251",
        "koi8-r",
        "windows-1250",
        "windows-1254",
    ];

    /// <summary>The file in UTF-8: itself, or a copy in the workspace; what it was brought from, or null.</summary>
    /// <exception cref="InvalidDataException">It is UTF-8 with damaged characters.</exception>
    public static (string Path, string? From) Utf8(string path, string workspace, Encoding? said = null)
    {
        if ((said ?? Of(path)) is not { } encoding)
            return (path, null);
        var target = Path.Combine(workspace, "utf8.txt");
        using var reader = new StreamReader(path, encoding, detectEncodingFromByteOrderMarks: true);
        using var writer = new StreamWriter(target, append: false, new UTF8Encoding(false));
        var buffer = new char[Chunk];
        for (int read; (read = reader.Read(buffer)) > 0; )
            writer.Write(buffer, 0, read);
        return (target, encoding.WebName);
    }

    private static Encoding? Of(string path)
    {
        using var file = File.OpenRead(path);
        var buffer = new byte[Chunk + LongestRune];
        var start = file.ReadAtLeast(buffer.AsSpan(0, 3), 3, throwOnEndOfStream: false);
        if (start >= 2 && buffer[0] == 0xFF && buffer[1] == 0xFE)
            return Encoding.Unicode;
        if (start >= 2 && buffer[0] == 0xFE && buffer[1] == 0xFF)
            return Encoding.BigEndianUnicode;
        file.Position = 0;
        var (kept, before) = (0, 0L);
        for (int read; (read = file.Read(buffer, kept, Chunk)) > 0; )
        {
            var whole = Whole(buffer.AsSpan(0, kept + read));
            if (!System.Text.Unicode.Utf8.IsValid(buffer.AsSpan(0, whole)))
                return Broken(file, before);
            buffer.AsSpan(whole, kept + read - whole).CopyTo(buffer);
            (kept, before) = (kept + read - whole, before + whole);
        }

        return kept == 0 ? null : Broken(file, before);
    }

    // Without the beginning of a character that the next chunk ends.
    private static int Whole(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back < LongestRune && back <= bytes.Length; back++)
        {
            var b = bytes[^back];
            if (b < 0x80)
                break;
            if (b >= 0xC0)
                return Rune.DecodeFromUtf8(bytes[^back..], out _, out _) == OperationStatus.NeedMoreData
                    ? bytes.Length - back
                    : bytes.Length;
        }

        return bytes.Length;
    }

    // Bytes that are no UTF-8: either the text is of another encoding, and then hardly anything in it happens to be UTF-8, or it is
    // damaged.
    private static Encoding Broken(Stream file, long from)
    {
        file.Position = 0;
        using var memory = new MemoryStream();
        var bytes = new byte[Chunk];
        file.Position = Math.Max(0, from - Chunk);
        var count = file.ReadAtLeast(bytes, Chunk, throwOnEndOfStream: false);
        file.Position = from;
        var more = new byte[Chunk];
        var rest = file.ReadAtLeast(more, Chunk, throwOnEndOfStream: false);
        var (valid, invalid) = Count(bytes.AsSpan(0, from == 0 ? 0 : count));
        var (validMore, invalidMore) = Count(more.AsSpan(0, rest));
        if (valid + validMore > invalid + invalidMore)
            throw new InvalidDataException($"it is UTF-8 with damaged characters, the first after byte {from}");
        return ByHeadings(file) ?? CodePagesEncodingProvider.Instance.GetEncoding(Western)!;
    }

    // The encoding under which the headings of a table are words that are known, more of them than read as Western.
    private static Encoding? ByHeadings(Stream file)
    {
        file.Position = 0;
        var bytes = new byte[HeadBytes];
        var head = bytes.AsSpan(0, file.ReadAtLeast(bytes, HeadBytes, throwOnEndOfStream: false));
        if (head.LastIndexOf((byte)'\n') is > 0 and var end)
            head = head[..end];
        var (best, most) = ((Encoding?)null, Known(head, CodePagesEncodingProvider.Instance.GetEncoding(Western)!));
        foreach (var name in Eastern)
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(
                name,
                EncoderFallback.ExceptionFallback,
                DecoderFallback.ExceptionFallback
            )!;
            if (Known(head, encoding) is var known && known > most)
                (best, most) = (CodePagesEncodingProvider.Instance.GetEncoding(name), known);
        }

        return best;
    }

    private static int Known(ReadOnlySpan<byte> head, Encoding encoding)
    {
        try
        {
            return encoding
                .GetString(head)
                .Split('\n')
                .Take(HeadLines)
                .Max(l => l.Split(',', ';', '\t', '|').Count(c => Headings.Find(c.Trim().Trim('"', '\r')) is not null));
        }
        catch (DecoderFallbackException)
        {
            return 0;
        }
    }

    private static (int Valid, int Invalid) Count(ReadOnlySpan<byte> bytes)
    {
        var (valid, invalid) = (0, 0);
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out var rune, out var used);
            valid += status == OperationStatus.Done && rune.Value >= 0x80 ? 1 : 0;
            invalid += status == OperationStatus.Done ? 0 : 1;
            bytes = bytes[Math.Max(1, used)..];
        }

        return (valid, invalid);
    }
}
