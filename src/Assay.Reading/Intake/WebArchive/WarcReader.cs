using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Assay.Reading.Intake.WebArchive;

/// <summary>Thrown where an archive breaks; what came before it stands.</summary>
/// <param name="message">What is wrong, as a sentence.</param>
internal sealed class BrokenArchiveException(string message) : Exception(message);

/// <summary>
/// Reads the records of a web archive (WARC 1.0 and 1.1) one after the other, packed record by record or not. Blocks that are not asked for
/// are passed over and never kept.
/// </summary>
internal sealed class WarcReader : IDisposable
{
    private const int MostFields = 200;
    private const int LongestLine = 16 * 1024;
    private const int MostRecords = 500_000;
    private readonly Stream stream;
    private readonly long most;
    private readonly byte[] buffer = new byte[65536];
    private int at;
    private int end;
    private long passed;
    private int records;

    /// <summary>Opens an archive.</summary>
    /// <param name="bytes">Its bytes, packed or not.</param>
    /// <param name="most">Most bytes that may be unpacked from it, kept or not.</param>
    public WarcReader(byte[] bytes, long most)
    {
        var raw = new MemoryStream(bytes, writable: false);
        (stream, this.most) = (IsPacked(bytes) ? new GZipStream(raw, CompressionMode.Decompress) : raw, most);
    }

    /// <summary>True for bytes packed with gzip.</summary>
    public static bool IsPacked(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]);

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    /// <summary>The next record, or null at the end.</summary>
    /// <param name="keep">Tells by its fields and its length whether its block is kept.</param>
    /// <exception cref="BrokenArchiveException">The archive breaks here.</exception>
    public WarcRecord? Next(Func<WarcRecord, long, bool> keep)
    {
        try
        {
            return Read(keep);
        }
        catch (InvalidDataException)
        {
            throw new BrokenArchiveException($"The packed data break after {records} records.");
        }
    }

    private WarcRecord? Read(Func<WarcRecord, long, bool> keep)
    {
        string? version;
        do version = Line();
        while (version is { Length: 0 });
        if (version is null)
            return null;
        if (!version.StartsWith("WARC/1.", StringComparison.Ordinal) && !version.StartsWith("WARC/0.", StringComparison.Ordinal))
            throw new BrokenArchiveException($"After {records} records no further record begins where one should.");
        if (++records > MostRecords)
            throw new BrokenArchiveException($"It holds more than {MostRecords} records.");
        var fields = Fields();
        var length = fields.GetValueOrDefault("Content-Length");
        if (!long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes))
            throw new BrokenArchiveException($"Record {records} does not give its length.");
        var record = new WarcRecord(fields, []);
        return keep(record, bytes) ? record with { Block = Block(bytes, true) } : record with { Block = Block(bytes, false) };
    }

    private Dictionary<string, string> Fields()
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string? last = null;
        while (true)
        {
            var line = Line() ?? throw new BrokenArchiveException($"The archive ends in the head of record {records}.");
            if (line.Length == 0)
                return fields;
            if (line[0] is ' ' or '\t' && last is not null)
            {
                fields[last] += " " + line.Trim();
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || fields.Count >= MostFields)
                throw new BrokenArchiveException($"The head of record {records} is broken.");
            last = line[..colon].Trim();
            fields[last] = line[(colon + 1)..].Trim();
        }
    }

    private byte[] Block(long length, bool isKept)
    {
        var kept = isKept ? new MemoryStream() : null;
        for (var left = length; left > 0; )
        {
            if (at == end && !Fill())
                throw new BrokenArchiveException($"The archive ends in the middle of record {records}.");
            var take = (int)Math.Min(left, end - at);
            kept?.Write(buffer, at, take);
            at += take;
            left -= take;
        }

        return kept?.ToArray() ?? [];
    }

    private string? Line()
    {
        var line = new List<byte>();
        while (true)
        {
            if (at == end && !Fill())
                return line.Count == 0 ? null : throw new BrokenArchiveException($"The archive ends in the head of record {records}.");
            var found = buffer.AsSpan(at, end - at).IndexOf((byte)'\n');
            var take = found < 0 ? end - at : found;
            if (line.Count + take > LongestLine)
                throw new BrokenArchiveException($"Behind record {records} stands a line longer than {LongestLine} bytes.");
            line.AddRange(buffer.AsSpan(at, take));
            at += take;
            if (found < 0)
                continue;
            at++;
            if (line.Count > 0 && line[^1] == '\r')
                line.RemoveAt(line.Count - 1);
            return Encoding.UTF8.GetString([.. line]);
        }
    }

    private bool Fill()
    {
        (at, end) = (0, stream.Read(buffer));
        passed += end;
        return passed > most ? throw new TooMuchUnpackedException() : end > 0;
    }
}
