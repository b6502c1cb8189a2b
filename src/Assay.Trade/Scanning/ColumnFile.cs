using System.Buffers.Binary;
using System.Text.Json;

namespace Assay.Trade.Scanning;

/// <summary>The file form of a column store: mark, length of the head, head (JSON), then the columns on page boundaries.</summary>
internal static class ColumnFile
{
    private static ReadOnlySpan<byte> Mark => "ASSAYCL1"u8;

    /// <summary>Makes a file with its head and room for the columns; returns the memory to write them to.</summary>
    public static ColumnMemory Create(string path, ColumnHeader header)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(header, ColumnJson.Default.ColumnHeader);
        var head = Mark.Length + 4 + json.Length;
        using (var stream = new FileStream(path, FileMode.Create, FileAccess.Write))
        {
            Span<byte> length = stackalloc byte[4];
            BinaryPrimitives.WriteInt32LittleEndian(length, json.Length);
            stream.Write(Mark);
            stream.Write(length);
            stream.Write(json);
            stream.SetLength(ColumnMemory.RoundUp(head) + ColumnMemory.Size(header.Rows, header.Wide));
        }

        return ColumnMemory.Map(path, head, header.Rows, header.Wide, write: true);
    }

    /// <summary>Opens a file made from <paramref name="key"/>; null where it is absent, broken, or made from something else.</summary>
    public static TradeColumns? Open(string path, string key)
    {
        if (!File.Exists(path))
            return null;
        using var stream = File.OpenRead(path);
        Span<byte> start = stackalloc byte[12];
        if (stream.ReadAtLeast(start, 12, throwOnEndOfStream: false) < 12 || !start[..8].SequenceEqual(Mark))
            return null;
        var length = BinaryPrimitives.ReadInt32LittleEndian(start[8..]);
        if (length <= 0 || length > stream.Length)
            return null;
        var json = new byte[length];
        stream.ReadExactly(json);
        var header = JsonSerializer.Deserialize(json, ColumnJson.Default.ColumnHeader);
        if (header is null || header.Key != key)
            return null;
        var expected = ColumnMemory.RoundUp(12 + length) + ColumnMemory.Size(header.Rows, header.Wide);
        return stream.Length == expected
            ? new TradeColumns(header, ColumnMemory.Map(path, 12 + length, header.Rows, header.Wide, write: false))
            : null;
    }
}
