using System.IO.Compression;

namespace Assay.Trade.Formats;

/// <summary>Reads text files line by line, gzip or plain.</summary>
internal static class TextFile
{
    /// <summary>The lines, without a byte order mark.</summary>
    public static IEnumerable<string> Lines(string path)
    {
        using var file = File.OpenRead(path);
        var gzip = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        using Stream plain = gzip ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(plain);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
