using System.Buffers.Binary;
using System.IO.Compression;
using SharpCompress.Archives.SevenZip;

namespace Assay.Trade.Import;

/// <summary>Unpacks gzip, zip and 7z whole or not at all: what comes out must have the checksum that the archive states.</summary>
internal static class Packed
{
    private const int GzipTrailer = 8;

    /// <summary>Unpacks a gzip file.</summary>
    /// <exception cref="InvalidDataException">It is cut, damaged or unfolds too far.</exception>
    public static void Gzip(string path, string target)
    {
        using var file = File.OpenRead(path);
        var trailer = new byte[GzipTrailer];
        file.Seek(-Math.Min(GzipTrailer, file.Length), SeekOrigin.End);
        file.ReadExactly(trailer, 0, (int)Math.Min(GzipTrailer, file.Length));
        file.Position = 0;
        using var gzip = new GZipStream(file, CompressionMode.Decompress);
        using var to = File.Create(target);
        var (bytes, crc) = Expansion.Copy(gzip, to, Expansion.Limit(file.Length));
        if (
            crc != BinaryPrimitives.ReadUInt32LittleEndian(trailer)
            || (uint)bytes != BinaryPrimitives.ReadUInt32LittleEndian(trailer.AsSpan(4))
        )
            throw new InvalidDataException("the gzip file is cut or damaged (its checksum differs), or made of several parts");
    }

    /// <summary>Unpacks one entry of a zip file.</summary>
    /// <exception cref="InvalidDataException">It is damaged or unfolds too far.</exception>
    public static void Entry(ZipArchiveEntry entry, string target, long limit)
    {
        using var to = File.Create(target);
        Check(entry, to, limit);
    }

    /// <summary>Reads every entry of a zip file through and checks it.</summary>
    /// <exception cref="InvalidDataException">One is damaged, or together they unfold too far.</exception>
    public static void Check(ZipArchive archive, long limit)
    {
        var left = limit;
        foreach (var entry in archive.Entries)
            left -= Check(entry, null, left);
    }

    /// <summary>Unpacks the only file of a 7z archive.</summary>
    /// <returns>How many files it holds; nothing is unpacked unless it is one.</returns>
    /// <exception cref="InvalidDataException">It is damaged or unfolds too far.</exception>
    public static int SevenZip(string path, string target)
    {
        using var archive = SevenZipArchive.OpenArchive(path);
        var entries = archive.Entries.Where(e => !e.IsDirectory).ToList();
        if (entries.Count != 1)
            return entries.Count;
        using var from = entries[0].OpenEntryStream();
        using var to = File.Create(target);
        var (bytes, crc) = Expansion.Copy(from, to, Expansion.Limit(new FileInfo(path).Length));
        if (bytes != entries[0].Size || crc != (uint)entries[0].Crc)
            throw new InvalidDataException("the 7z file is cut or damaged (its checksum differs)");
        return 1;
    }

    private static long Check(ZipArchiveEntry entry, Stream? to, long limit)
    {
        using var from = entry.Open();
        var (bytes, crc) = Expansion.Copy(from, to, limit);
        return bytes == entry.Length && crc == entry.Crc32
            ? bytes
            : throw new InvalidDataException($"'{entry.FullName}' in it is damaged (its checksum differs)");
    }
}
