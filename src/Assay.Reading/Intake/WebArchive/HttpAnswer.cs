using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Assay.Reading.Intake.WebArchive;

/// <summary>An answer of a web server as it stands in an archive.</summary>
/// <param name="Status">Its number.</param>
/// <param name="Fields">Its fields, by their names in any letters.</param>
/// <param name="Raw">What follows its head, as sent.</param>
internal sealed record HttpAnswer(int Status, IReadOnlyDictionary<string, string> Fields, ReadOnlyMemory<byte> Raw)
{
    private const int MostFields = 500;

    /// <summary>The kind of content in small letters, such as <c>text/html</c>.</summary>
    public string Kind => Field("Content-Type").Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>The character encoding, or null.</summary>
    public string? Charset
    {
        get
        {
            var parts = Field("Content-Type").Split(';').Skip(1).Select(p => p.Trim().Split('=', 2));
            var found = parts.FirstOrDefault(p => p.Length == 2 && p[0].Trim().Equals("charset", StringComparison.OrdinalIgnoreCase));
            return found?[1].Trim(' ', '"', '\'') is { Length: > 0 } name ? name : null;
        }
    }

    /// <summary>A field; empty where it is missing.</summary>
    public string Field(string name) => Fields.GetValueOrDefault(name, "");

    /// <summary>Parses an answer; null where the bytes are none.</summary>
    public static HttpAnswer? Parse(byte[] block)
    {
        var head = EndOfHead(block);
        if (head is not { } cut)
            return null;
        var lines = Encoding.Latin1.GetString(block, 0, cut.Length).Split('\n');
        var first = lines[0].Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (
            first.Length < 2
            || !first[0].StartsWith("HTTP/", StringComparison.OrdinalIgnoreCase)
            || !int.TryParse(first[1], NumberStyles.None, CultureInfo.InvariantCulture, out var status)
        )
            return null;
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Skip(1).Take(MostFields))
            if (line.IndexOf(':', StringComparison.Ordinal) is var colon and > 0)
                fields.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim());
        return new HttpAnswer(status, fields, block.AsMemory(cut.Next));
    }

    /// <summary>What was sent, with the parts it was sent in put together; the bytes themselves where it was sent in none.</summary>
    public ReadOnlyMemory<byte> Joined()
    {
        if (!Field("Transfer-Encoding").Contains("chunked", StringComparison.OrdinalIgnoreCase))
            return Raw;
        var raw = Raw.Span;
        var joined = new MemoryStream();
        while (raw.IndexOf((byte)'\n') is var end and >= 0)
        {
            var size = Encoding.Latin1.GetString(raw[..end]).Split(';')[0].Trim();
            if (!int.TryParse(size, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var length) || length < 0)
                return Raw; // an archive that has put them together already
            raw = raw[(end + 1)..];
            if (length == 0)
                return joined.ToArray();
            if (length > raw.Length)
                return Raw;
            joined.Write(raw[..length]);
            raw = raw[length..];
            if (raw.StartsWith("\r\n"u8))
                raw = raw[2..];
        }

        return joined.Length > 0 ? joined.ToArray() : Raw;
    }

    /// <summary>The content, unpacked; null where it is more than may be.</summary>
    /// <exception cref="InvalidDataException">It is broken.</exception>
    public byte[]? Content(IntakeBudget budget)
    {
        var joined = Joined();
        var bytes = new MemoryStream(joined.ToArray(), writable: false);
        using Stream stream = Field("Content-Encoding").Trim().ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" when WarcReader.IsPacked(joined.Span) => new GZipStream(bytes, CompressionMode.Decompress),
            "deflate" => new ZLibStream(bytes, CompressionMode.Decompress),
            "br" => new BrotliStream(bytes, CompressionMode.Decompress),
            _ => bytes,
        };
        return budget.Unpack(stream);
    }

    private static (int Length, int Next)? EndOfHead(ReadOnlySpan<byte> block)
    {
        var wide = block.IndexOf("\r\n\r\n"u8);
        var narrow = block.IndexOf("\n\n"u8);
        if (wide >= 0 && (narrow < 0 || wide < narrow))
            return (wide, wide + 4);
        return narrow >= 0 ? (narrow, narrow + 2) : null;
    }
}
