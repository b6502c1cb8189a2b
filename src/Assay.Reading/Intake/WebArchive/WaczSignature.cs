using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Assay.Reading.Intake.WebArchive;

/// <summary>
/// Says in words who signed an archive: nobody, somebody whose key names nobody, or a domain whose certificate and time stamp hold up.
/// Nothing
/// is fetched: what cannot be verified on this machine is said, and never called trusted.
/// </summary>
internal static class WaczSignature
{
    /// <summary>The words for an archive that nobody signed.</summary>
    public const string None = "no signature";

    /// <summary>Who signed, in words.</summary>
    /// <param name="digest">What <c>datapackage-digest.json</c> holds.</param>
    /// <param name="hash">The digest of the description, as given there; it holds.</param>
    public static string InWords(JsonElement digest, string hash)
    {
        if (!digest.TryGetProperty("signedData", out var signed) || signed.ValueKind != JsonValueKind.Object)
            return None;
        if (WaczPackage.Text(signed, "hash") != hash)
            return "not valid: what is signed is another digest than that of this archive";
        if (Decoded(WaczPackage.Text(signed, "signature")) is not { } signature)
            return "not valid: there is no signature in it that can be read";
        var data = Encoding.UTF8.GetBytes(hash);
        if (WaczPackage.Text(signed, "domainCert") is { } chain)
            return WaczDomain.InWords(signed, chain, data, signature);
        if (Decoded(WaczPackage.Text(signed, "publicKey")) is not { } key)
            return "not valid: there is a signature without a key to check it";
        return Verifies(key, data, signature)
            ? $"anonymous: signed with a key that names nobody (SHA-256 {Convert.ToHexStringLower(SHA256.HashData(key))[..16]}…); the signature holds"
            : "not valid: the signature does not belong to this archive and its key";
    }

    /// <summary>Bytes in base 64, or null.</summary>
    public static byte[]? Decoded(string? value)
    {
        var bytes = new byte[(value ?? "").Length];
        return value is { Length: > 0 } && Convert.TryFromBase64String(value, bytes, out var length) ? bytes[..length] : null;
    }

    // Elliptic keys, in the two forms that tools write.
    private static bool Verifies(byte[] key, byte[] data, byte[] signature)
    {
        try
        {
            using var ec = ECDsa.Create();
            ec.ImportSubjectPublicKeyInfo(key, out _);
            return Verifies(ec, data, signature);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>True where a signature is that of a key.</summary>
    public static bool Verifies(ECDsa key, byte[] data, byte[] signature)
    {
        foreach (var hash in new[] { HashAlgorithmName.SHA256, HashAlgorithmName.SHA384 })
        foreach (var form in new[] { DSASignatureFormat.IeeeP1363FixedFieldConcatenation, DSASignatureFormat.Rfc3279DerSequence })
            if (key.VerifyData(data, signature, hash, form))
                return true;
        return false;
    }
}
