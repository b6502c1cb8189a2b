using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Assay.Cases.Team;

/// <summary>Secrets that are handed out once and kept only as their hash.</summary>
public static class Secret
{
    private const int Bytes = 32;

    /// <summary>A new secret of 256 random bits, 43 letters that an address can hold.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is kept of a secret: its SHA-256, lower-case hexadecimal. The secret is random, so that a slow hash gains
    /// nothing.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>A key that follows from a secret and tells nothing of it.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="purpose">What the key is for.</param>
    public static string Derive(string secret, string purpose) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(purpose)));

    /// <summary>True where two are the same, in a time that tells nothing.</summary>
    public static bool Same(string given, string known) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(known));
}
