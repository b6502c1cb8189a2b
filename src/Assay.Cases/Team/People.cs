using Assay.Ground.Outcomes;
using NodaTime;

namespace Assay.Cases.Team;

/// <summary>Somebody who has an account on a server.</summary>
/// <param name="Id">Number of the account.</param>
/// <param name="Name">What one signs in by, and what the journal says. No two differ in capitals alone.</param>
/// <param name="IsOwner">True for owners of the server, who see its audit and bar people.</param>
/// <param name="IsBarred">True where the account is closed.</param>
/// <param name="Created">When it was made.</param>
public sealed record Person(long Id, string Name, bool IsOwner, bool IsBarred, Instant Created)
{
    private const int Longest = 60;

    /// <summary>Why a name is none; null where it is one. A name all in letters of another script is one, whatever it looks like.</summary>
    public static Error? Wrong(string name) =>
        name.Length is > 0 and <= Longest && name.All(IsOfNames) && name.Trim() == name && !IsMixed(name)
            ? null
            : new Error(
                ErrorKind.Usage,
                $"“{Printable.Of(name)}” is no name for an account.",
                $"Take 1 to {Longest} letters of one script, digits, blanks, and . - _ @ '"
            );

    /// <summary>A name without its capitals.</summary>
    internal static string Key(string name) => name.ToLowerInvariant();

    // Letters of two scripts in one name are there to pass for another name: the first of “Аda” is Cyrillic.
    private static bool IsMixed(string name) =>
        name.Any(c => char.IsLetter(c) && c < '\u0370') && name.Any(c => c is >= '\u0370' and <= '\u052F');

    private static bool IsOfNames(char c) => char.IsLetterOrDigit(c) || c is ' ' or '.' or '-' or '_' or '@' or '\'';
}

/// <summary>A member of a case.</summary>
/// <param name="Name">Who it is.</param>
/// <param name="Role">What they may do.</param>
public sealed record Member(string Name, CaseRole Role);

/// <summary>A session of a person.</summary>
/// <param name="Id">The beginning of its hash, to name it by.</param>
/// <param name="Created">When it began.</param>
/// <param name="Seen">When it was last used.</param>
/// <param name="Agent">What the browser calls itself.</param>
/// <param name="IsThis">True for the one that asks.</param>
public sealed record SessionEntry(string Id, Instant Created, Instant Seen, string Agent, bool IsThis);

/// <summary>A token of the HTTP API, without its secret.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Label">What its person calls it.</param>
/// <param name="Scope">What it is good for.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Expires">When it ends.</param>
/// <param name="IsRevoked">True where it was taken back.</param>
public sealed record TokenEntry(long Id, string Label, TokenScope Scope, Instant Created, Instant Expires, bool IsRevoked);

/// <summary>A line of the audit log.</summary>
/// <param name="Id">Its number.</param>
/// <param name="At">When.</param>
/// <param name="Act">What happened.</param>
/// <param name="Who">Who did it, or tried to; null where nobody is known.</param>
/// <param name="About">Whom or what it is about, or null.</param>
/// <param name="Case">Name of the case, or null.</param>
/// <param name="Address">The address it came from, or null.</param>
public sealed record AuditEntry(long Id, Instant At, string Act, string? Who, string? About, string? Case, string? Address);
