using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Assay.Fuzzer;

/// <summary>Breaks what lies in a packed file and packs it again, with its check sums and its hashes right: what is behind them is
/// reached.</summary>
internal static class Packed
{
    /// <summary>True for a file whose inside can be broken.</summary>
    public static bool Is(byte[] bytes) => IsZip(bytes) || IsGzip(bytes);

    /// <summary>The file with something in it broken; null where it cannot be unpacked.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="broken">Breaks.</param>
    public static byte[]? Broken(byte[] bytes, Random random, Func<byte[], byte[]> broken)
    {
        try
        {
            return IsGzip(bytes) ? Gzip(broken(Gunzip(bytes))) : Zip(Changed(Unzip(bytes), random, broken));
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            return null; // it was broken before
        }
    }

    private static bool IsZip(byte[] bytes) => bytes.AsSpan().StartsWith("PK\x03\x04"u8);

    private static bool IsGzip(byte[] bytes) => bytes is [0x1f, 0x8b, ..];

    private static List<(string Name, byte[] Bytes)> Changed(
        List<(string Name, byte[] Bytes)> members,
        Random random,
        Func<byte[], byte[]> broken
    )
    {
        if (members.Count == 0)
            return members;
        var at = random.Next(members.Count);
        if (random.Next(20) == 0)
            return [.. members, members[at]];
        var inner = members[at].Bytes;
        Put(members, at, Is(inner) ? Broken(inner, random, broken) ?? broken(inner) : broken(inner));
        return members;
    }

    // The hash of what was changed stands in others, and theirs in others again.
    private static void Put(List<(string Name, byte[] Bytes)> members, int at, byte[] bytes)
    {
        var (was, now) = (Hash(members[at].Bytes), Hash(bytes));
        members[at] = (members[at].Name, bytes);
        for (var i = 0; i < members.Count; i++)
        {
            if (i != at && members[i].Bytes.AsSpan().IndexOf(was) >= 0)
                Put(members, i, Replaced(members[i].Bytes, was, now));
        }
    }

    private static byte[] Replaced(byte[] bytes, byte[] was, byte[] now)
    {
        var copy = (byte[])bytes.Clone();
        for (int at, from = 0; (at = copy.AsSpan(from).IndexOf(was)) >= 0; from += at + now.Length)
            now.CopyTo(copy, from + at);
        return copy;
    }

    private static byte[] Hash(byte[] bytes) => Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(bytes)));

    private static List<(string, byte[])> Unzip(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        return [.. zip.Entries.Take(64).Select(e => (e.FullName, Bytes(e.Open())))];
    }

    private static byte[] Zip(List<(string Name, byte[] Bytes)> members)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in members)
            {
                using var stream = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                stream.Write(content);
            }

        return bytes.ToArray();
    }

    private static byte[] Gunzip(byte[] bytes) => Bytes(new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress));

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Bytes(Stream stream)
    {
        using (stream)
        using (var all = new MemoryStream())
        {
            stream.CopyTo(all);
            return all.ToArray();
        }
    }
}
