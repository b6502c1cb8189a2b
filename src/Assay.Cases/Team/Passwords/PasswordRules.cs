using Assay.Ground.Outcomes;

namespace Assay.Cases.Team.Passwords;

/// <summary>Which passwords are taken: long ones that are not easily guessed. What they are made of is free.</summary>
public static class PasswordRules
{
    /// <summary>Characters at least.</summary>
    public const int Shortest = 12;

    /// <summary>Characters at most.</summary>
    public const int Longest = 128;

    // Of 0 to 4; 3 takes more than 10^8 tries.
    private const int Strong = 3;

    // The estimate takes long for long texts, and what is beyond this only makes it harder.
    private const int Looked = 60;

    /// <summary>Why a password is not taken; null where it is.</summary>
    /// <param name="password">The password.</param>
    /// <param name="name">Whose it is.</param>
    public static Error? Wrong(string password, string name)
    {
        if (password.Length is < Shortest or > Longest)
            return new Error(
                ErrorKind.Usage,
                $"A password has {Shortest} to {Longest} characters.",
                "A few words that do not belong together are easy to remember."
            );
        var looked = password.Length > Looked ? password[..Looked] : password;
        return Zxcvbn.Zxcvbn.MatchPassword(looked, [name, "assay"]).Score >= Strong
            ? null
            : new Error(
                ErrorKind.Usage,
                "That password is easily guessed: it is common, repeats itself, or is made of your name, a date or keys side by side.",
                "Take a few words that do not belong together."
            );
    }
}
