using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Konscious.Security.Cryptography;

namespace Assay.Cases.Team.Passwords;

/// <summary>Hashes passwords with Argon2id, in the usual form <c>$argon2id$v=19$m=19456,t=2,p=1$salt$hash</c>. As many are hashed at once
/// as there are processors, so that a flood of sign-ins takes no more memory than that.</summary>
/// <param name="settings">What new hashes are made with.</param>
public sealed partial class PasswordHasher(Argon2Settings settings) : IDisposable
{
    private const int SaltBytes = 16;
    private const int HashBytes = 32;
    private const int MostMemory = 1 << 20;
    private const int MostWaiting = 64;
    private readonly SemaphoreSlim atOnce = new(Math.Max(1, Environment.ProcessorCount));
    private readonly Lazy<string> nobody = new(() => HashOf(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltBytes)), settings));
    private int waiting;

    /// <summary>False where so many wait to have a password hashed that the next had better come later.</summary>
    public bool HasRoom => Volatile.Read(ref waiting) < MostWaiting;

    /// <summary>Makes what the first guess at a name that nobody has would have to wait for longer than others.</summary>
    public void Prepare() => _ = nobody.Value;

    /// <summary>The hash of a password, with a salt of its own.</summary>
    public string Hash(string password)
    {
        Interlocked.Increment(ref waiting);
        atOnce.Wait();
        try
        {
            return HashOf(password, settings);
        }
        finally
        {
            atOnce.Release();
            Interlocked.Decrement(ref waiting);
        }
    }

    /// <summary>True where a password is the one that was hashed.</summary>
    /// <param name="password">What was given.</param>
    /// <param name="hash">What is kept; null where there is no such person, which takes as long and is never true.</param>
    public bool Matches(string password, string? hash)
    {
        var form = Form().Match(hash ?? nobody.Value);
        if (!form.Success || Settings(form) is not { Memory: <= MostMemory } made)
            return false;
        var known = Bytes(form.Groups[5].Value);
        Interlocked.Increment(ref waiting);
        atOnce.Wait();
        try
        {
            var given = Derive(password, Bytes(form.Groups[4].Value), made, known.Length);
            return CryptographicOperations.FixedTimeEquals(given, known) && hash is not null && password.Length > 0;
        }
        finally
        {
            atOnce.Release();
            Interlocked.Decrement(ref waiting);
        }
    }

    /// <summary>True where a hash was made with other settings than new ones are.</summary>
    public bool IsOld(string hash) => Form().Match(hash) is not { Success: true } form || Settings(form) != settings;

    /// <summary>Gives back what waits for its turn.</summary>
    public void Dispose() => atOnce.Dispose();

    private static string HashOf(string password, Argon2Settings with)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return $"$argon2id$v=19${with}${Text(salt)}${Text(Derive(password, salt, with, HashBytes))}";
    }

    // Nothing cannot be hashed; it takes as long as something, and is never right.
    private static byte[] Derive(string password, byte[] salt, Argon2Settings with, int length)
    {
        using var argon2 = new Argon2id(Encoding.UTF8.GetBytes(password.Length == 0 ? "\0" : password))
        {
            Salt = salt,
            MemorySize = with.Memory,
            Iterations = with.Passes,
            DegreeOfParallelism = with.Lanes,
        };
        return argon2.GetBytes(length);
    }

    private static Argon2Settings Settings(Match form) => new(Number(form, 1), Number(form, 2), Number(form, 3));

    private static int Number(Match form, int group) => int.Parse(form.Groups[group].Value, CultureInfo.InvariantCulture);

    // Base 64 without its padding, as is the custom for these.
    private static string Text(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=');

    private static byte[] Bytes(string text) => Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));

    [GeneratedRegex(@"^\$argon2id\$v=19\$m=([0-9]{1,8}),t=([0-9]{1,4}),p=([0-9]{1,3})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$")]
    private static partial Regex Form();
}
