using System.IO.Hashing;

namespace Assay.Trade.Import;

/// <summary>Copies what comes out of an archive, no further than its size warrants, and reckons its checksum on the way.</summary>
internal static class Expansion
{
    // Tables of numbers shrink to a tenth or a thirtieth; what unfolds further than this is no table.
    private const long Least = 256L << 20;
    private const long Times = 100;
    private const int Buffer = 1 << 20;

    /// <summary>The most that a packed file of so many bytes may unfold to.</summary>
    public static long Limit(long packed) => Least + (Times * packed);

    /// <summary>Copies a stream.</summary>
    /// <param name="from">What is unpacked.</param>
    /// <param name="to">Where it goes; null to reckon alone.</param>
    /// <param name="limit">Most bytes.</param>
    /// <returns>Bytes copied and their CRC-32.</returns>
    /// <exception cref="InvalidDataException">There are more bytes than the limit.</exception>
    public static (long Bytes, uint Crc) Copy(Stream from, Stream? to, long limit)
    {
        var (crc, buffer, total) = (new Crc32(), new byte[Buffer], 0L);
        for (int read; (read = from.Read(buffer)) > 0; )
        {
            total += read;
            if (total > limit)
                throw new InvalidDataException($"what is packed in it unfolds to more than {limit >> 20} MB");
            crc.Append(buffer.AsSpan(0, read));
            to?.Write(buffer, 0, read);
        }

        return (total, crc.GetCurrentHashAsUInt32());
    }
}
