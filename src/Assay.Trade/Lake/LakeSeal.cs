using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Assay.Ground.Outcomes;

namespace Assay.Trade.Lake;

/// <summary>Checks that the files of a lake are those that the import put there.</summary>
internal static class LakeSeal
{
    private const int Chunk = 1 << 20;
    private const string Again = "Delete this file and its provenance, and import the original file again.";

    /// <summary>SHA-256 of a file, lower-case hexadecimal.</summary>
    public static string Of(string path)
    {
        // The library's own hash of a stream asks for 4 kB at a time; a call for a megabyte costs as much.
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(Chunk);
        try
        {
            for (int read; (read = file.Read(buffer)) > 0; )
                hash.AppendData(buffer, 0, read);
            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>A provenance with its checksum.</summary>
    public static FileProvenance Sealed(FileProvenance file) =>
        file with
        {
            Seal = Mark(JsonSerializer.Serialize(file with { Seal = "" }, LakeJson.Default.FileProvenance)),
        };

    /// <summary>Whether a provenance is as it was written, to the letter.</summary>
    /// <param name="file">The provenance.</param>
    /// <param name="text">Its text, out of which it was read.</param>
    public static bool Holds(FileProvenance file, string text) =>
        file is { Stored: not null, Seal.Length: > 0 } && Mark(text.Replace(file.Seal, "", StringComparison.Ordinal)) == file.Seal;

    /// <summary>The first damage among the Parquet files of a lake, or null.</summary>
    public static Error? Damage(LakeFolders folders, IEnumerable<FileProvenance> files, CancellationToken stop)
    {
        foreach (var file in files)
        {
            stop.ThrowIfCancellationRequested();
            var stored = file.Stored!;
            if (Differs(folders.TradeFile(file.Sha256), stored.Trade, file) is { } trade)
                return trade;
            if (Differs(folders.CoverageFile(file.Sha256), stored.Coverage, file) is { } coverage)
                return coverage;
        }

        return null;
    }

    private static Error? Differs(string path, string expected, FileProvenance file)
    {
        if (!File.Exists(path))
            return new Error(ErrorKind.Input, $"The data of '{file.OriginalName}' are missing from the lake.", Again, new Location(path));
        return Of(path) == expected
            ? null
            : new Error(
                ErrorKind.Input,
                $"The data of '{file.OriginalName}' in the lake are not those that were imported (checksum).",
                Again,
                new Location(path)
            );
    }

    private static string Mark(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
