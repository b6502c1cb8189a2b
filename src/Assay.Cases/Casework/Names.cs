using Assay.Ground.Outcomes;

namespace Assay.Cases.Casework;

/// <summary>Names of people and drafters, and ids of items.</summary>
internal static class Names
{
    private const int Longest = 200;

    /// <summary>True for what can be an id: 1 to 200 letters on one line, each of them whole.</summary>
    public static bool IsId(string id) => id.Length is > 0 and <= Longest && !id.Any(c => char.IsControl(c) || char.IsSurrogate(c));

    /// <summary>What is wrong with a name, or null.</summary>
    public static Error? Wrong(string name) =>
        string.IsNullOrWhiteSpace(name) || !IsId(name)
            ? new Error(
                ErrorKind.Usage,
                $"“{Printable.Of(name)}” is no name.",
                $"Give one of 1 to {Longest} letters on one line, with --as or in ASSAY_USER."
            )
            : null;
}
