using System.Security.Cryptography;
using NodaTime;
using OtpNet;

namespace Assay.Cases.Team.Passwords;

/// <summary>Codes of a second factor: six digits that follow from a secret and the time (RFC 6238), and codes written down for the day on
/// which the secret is lost.</summary>
internal static class OneTimeCodes
{
    /// <summary>How many recovery codes there are.</summary>
    public const int Recoveries = 10;

    private const int SecretBytes = 20; // as long as what SHA-1 gives, as RFC 4226 asks
    private const int RecoveryLetters = 16; // 80 bits
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"; // none that passes for another

    // A clock may be a step behind or before.
    private static readonly VerificationWindow Skew = new(previous: 1, future: 1);

    /// <summary>A new secret, in base 32.</summary>
    public static string NewSecret() => Base32Encoding.ToString(RandomNumberGenerator.GetBytes(SecretBytes)).TrimEnd('=');

    /// <summary>The address that a program for codes reads a secret from.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="name">Whose it is.</param>
    /// <param name="server">What the server is called.</param>
    public static string Address(string secret, string name, string server) =>
        $"otpauth://totp/{Uri.EscapeDataString(server)}:{Uri.EscapeDataString(name)}?secret={secret}&issuer={Uri.EscapeDataString(server)}&algorithm=SHA1&digits=6&period=30";

    /// <summary>The step of time that a code is of, now or a step away; null where it is no code of the secret.</summary>
    public static long? Step(string secret, string code, Instant now)
    {
        var digits = code.Replace(" ", "", StringComparison.Ordinal);
        if (digits.Length != 6 || !digits.All(char.IsAsciiDigit))
            return null;
        var totp = new Totp(Base32Encoding.ToBytes(secret));
        return totp.VerifyTotp(now.ToDateTimeUtc(), digits, out var step, Skew) ? step : null;
    }

    /// <summary>New recovery codes, as they are shown once: four groups of four letters.</summary>
    public static IReadOnlyList<string> NewRecovery() =>
        [
            .. Enumerable
                .Range(0, Recoveries)
                .Select(_ =>
                    string.Join('-', RandomNumberGenerator.GetItems<char>(Letters, RecoveryLetters).Chunk(4).Select(c => new string(c)))
                ),
        ];

    /// <summary>What is kept of a recovery code, however its groups and capitals are typed. The code is random, so that a slow hash gains
    /// nothing.</summary>
    public static string HashOf(string recovery) =>
        Secret.Hash(new string([.. recovery.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]));
}
