using System.Globalization;

namespace Assay.Cases.Team.Passwords;

/// <summary>How dear it is to try a password. Kept beside each hash, so that it can be raised later.</summary>
/// <param name="Memory">KiB of memory.</param>
/// <param name="Passes">Passes over it.</param>
/// <param name="Lanes">Lanes that are filled side by side.</param>
public sealed record Argon2Settings(int Memory, int Passes, int Lanes)
{
    /// <summary>19 MiB, two passes, one lane: the least that OWASP's cheat sheet on passwords names for Argon2id.</summary>
    public static Argon2Settings Default { get; } = new(19 * 1024, 2, 1);

    /// <summary>The settings as they stand in a hash: <c>m=19456,t=2,p=1</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"m={Memory},t={Passes},p={Lanes}");
}
