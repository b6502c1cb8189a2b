using System.Security.Cryptography;

namespace Assay.Reading.Intake.Stamps;

/// <summary>The hash algorithms of time stamps.</summary>
internal static class StampHashes
{
    private static readonly Dictionary<string, HashAlgorithmName> Known = new(StringComparer.Ordinal)
    {
        ["1.3.14.3.2.26"] = HashAlgorithmName.SHA1,
        ["2.16.840.1.101.3.4.2.1"] = HashAlgorithmName.SHA256,
        ["2.16.840.1.101.3.4.2.2"] = HashAlgorithmName.SHA384,
        ["2.16.840.1.101.3.4.2.3"] = HashAlgorithmName.SHA512,
    };

    /// <summary>The name of an algorithm for people, "SHA-256"; its object identifier where it is none of those known.</summary>
    public static string NameOf(Oid algorithm) =>
        Known.TryGetValue(algorithm.Value ?? "", out var name)
            ? name.Name!.Replace("SHA", "SHA-", StringComparison.Ordinal)
            : algorithm.Value ?? "an unnamed algorithm";

    /// <summary>Why a hash is not that of bytes, as the end of a sentence; null where it is.</summary>
    public static string? Wrong(Oid algorithm, ReadOnlySpan<byte> hash, ReadOnlySpan<byte> bytes)
    {
        if (!Known.TryGetValue(algorithm.Value ?? "", out var name))
            return $"its hash is by an algorithm that is not compared here ({algorithm.Value})";
        return CryptographicOperations.HashData(name, bytes).AsSpan().SequenceEqual(hash)
            ? null
            : "its hash is another than that of the source";
    }
}
