using System.Security.Cryptography;

namespace Assay.Reading.Intake.WebArchive;

/// <summary>Holds bytes against the digest that an archive gives of them.</summary>
internal static class Digests
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>True where the bytes have the digest, false where they have another; null where the digest cannot be read.</summary>
    /// <param name="digest">As given: <c>sha1:</c> or <c>sha256:</c> and the value in base 32 or in hexadecimal.</param>
    /// <param name="bytes">The bytes.</param>
    public static bool? Holds(string digest, ReadOnlySpan<byte> bytes)
    {
        var colon = digest.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
            return null;
        var hash = digest[..colon].Trim().ToLowerInvariant() switch
        {
#pragma warning disable CA5350, CA5351 // These are what archives carry; they find what broke, and nobody relies on them for more.
            "sha1" or "sha-1" => SHA1.HashData(bytes),
            "md5" => MD5.HashData(bytes),
#pragma warning restore CA5350, CA5351
            "sha256" or "sha-256" => SHA256.HashData(bytes),
            "sha512" or "sha-512" => SHA512.HashData(bytes),
            _ => null,
        };
        var value = digest[(colon + 1)..].Trim();
        if (hash is null)
            return null;
        return value.Length == hash.Length * 2
            ? value.Equals(Convert.ToHexString(hash), StringComparison.OrdinalIgnoreCase)
            : value.TrimEnd('=').Equals(InBase32(hash), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Bytes in base 32 (RFC 4648), without padding.</summary>
    public static string InBase32(ReadOnlySpan<byte> bytes)
    {
        var text = new System.Text.StringBuilder();
        var (bits, count) = (0, 0);
        foreach (var b in bytes)
        {
            (bits, count) = ((bits << 8 | b) & 0xFFFF, count + 8);
            for (; count >= 5; count -= 5)
                text.Append(Base32[bits >> (count - 5) & 31]);
        }

        if (count > 0)
            text.Append(Base32[bits << (5 - count) & 31]);
        return text.ToString();
    }
}
