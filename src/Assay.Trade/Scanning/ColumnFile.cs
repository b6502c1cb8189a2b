using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text.Json;

namespace Assay.Trade.Scanning;

/// <summary>The file form of a column store: mark, length of the head, head (JSON), then the columns on page boundaries, then a checksum
/// of all of it.</summary>
internal static class ColumnFile
{
    private const int SumLength = 16;

    private static ReadOnlySpan<byte> Mark => "ASSAYCL2"u8;

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

    /// <summary>Puts the checksum at the end of a file whose columns are filled.</summary>
    public static void Seal(string path)
    {
        Span<byte> sum = stackalloc byte[SumLength];
        using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        Sum(stream, stream.Length, sum);
        stream.Position = stream.Length;
        stream.Write(sum);
    }

    /// <summary>Opens a file made from <paramref name="key"/>; null where it is absent, damaged, or made from something else.</summary>
    public static TradeColumns? Open(string path, string key)
    {
        if (!File.Exists(path))
            return null;
        using var stream = File.OpenRead(path);
        Span<byte> start = stackalloc byte[12];
        if (stream.ReadAtLeast(start, 12, throwOnEndOfStream: false) < 12 || !start[..8].SequenceEqual(Mark))
            return null;
        var length = BinaryPrimitives.ReadInt32LittleEndian(start[8..]);
        if (length <= 0 || length > stream.Length || !Holds(stream))
            return null;
        stream.Position = start.Length;
        var json = new byte[length];
        stream.ReadExactly(json);
        var header = JsonSerializer.Deserialize(json, ColumnJson.Default.ColumnHeader);
        if (header is null || header.Key != key)
            return null;
        var expected = ColumnMemory.RoundUp(12 + length) + ColumnMemory.Size(header.Rows, header.Wide);
        return stream.Length == expected + SumLength
            ? new TradeColumns(header, ColumnMemory.Map(path, 12 + length, header.Rows, header.Wide, write: false))
            : null;
    }

    private static bool Holds(FileStream stream)
    {
        Span<byte> sum = stackalloc byte[SumLength];
        Span<byte> said = stackalloc byte[SumLength];
        Sum(stream, stream.Length - SumLength, sum);
        stream.ReadExactly(said);
        return sum.SequenceEqual(said);
    }

    private static void Sum(FileStream stream, long length, Span<byte> sum)
    {
        var (hash, buffer) = (new XxHash128(), new byte[1 << 20]);
        stream.Position = 0;
        for (var left = length; left > 0; )
        {
            var read = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, left));
            if (read == 0)
                break;
            hash.Append(buffer.AsSpan(0, read));
            left -= read;
        }

        hash.GetCurrentHash(sum);
    }
}
