using System.Text.RegularExpressions;
using Assay.Ground.Anchors;
using Assay.Reading.Places;

namespace Assay.Cases.Drafting;

/// <summary>
/// The words between a name and a place that put the one at the other: ", which flies out of", " is based in", ", whose desk is in". Words:
/// <c>Places/Data/en.referring.txt</c>.
/// </summary>
internal static class SeatPhrases
{
    private const string Word = @"[\w'’-]+";

    private static readonly Regex Between = new(
        @"^(?:\s\p{Lu}"
            + Word
            + @"){0,4}(?:,?\s(?:which|who|whose(?:\s"
            + Word
            + @"){1,3})|,)?\s(?:(?:is|are|was|were)\s)?(?:"
            + string.Join('|', ReferringWords.English.Sitting.Select(Sitting))
            + @")\s(?:(?:\p{Lu}"
            + Word
            + @"\s?){1,3},\s)?$",
        RegexOptions.CultureInvariant
    );

    /// <summary>True where the words put what stands before them at what stands behind.</summary>
    public static bool Sits(ReadOnlySpan<char> between) => Between.IsMatch(between);

    // "Enlace Switch, in Caracas".
    private static readonly Regex Named = new(@"\p{Lu}" + Word + @",\s(?:in|of|at)\s$", RegexOptions.CultureInvariant);

    /// <summary>True where the words end with a name and the comma and preposition that put it at what stands behind.</summary>
    public static bool IsNamedAt(ReadOnlySpan<char> before) => Named.IsMatch(before);

    // "the Venezuelan firm ", "an Uzbek news agency ".
    private static readonly Regex Nation = new(
        @"\b(?:[Tt]he|[Aa]n?)\s(\p{Lu}[\p{L}-]+)(?:\s\p{Ll}[\p{L}-]*){1,3}\s$",
        RegexOptions.CultureInvariant
    );

    /// <summary>Where the word stands that may say of which country what follows is: "the Venezuelan firm" before a name; empty where none
    /// does.</summary>
    public static TextSpan NationOf(ReadOnlySpan<char> before)
    {
        var found = Nation.Match(before.ToString());
        return found.Success ? new TextSpan(found.Groups[1].Index, found.Groups[1].Index + found.Groups[1].Length) : default;
    }

    private static readonly Regex Sent = new(
        @"^(?:In|By)\s(?:an?|the|its|his|her|their)\s(?:"
            + string.Join('|', ReferringWords.English.Messages.Select(Regex.Escape))
            + @")\sfrom\s$",
        RegexOptions.CultureInvariant
    );

    /// <summary>True where a sentence begins with a message and the word that says where it came from.</summary>
    public static bool IsSentFrom(ReadOnlySpan<char> before) => Sent.IsMatch(before);

    private static readonly Regex Town = new(@"\s(?:in|at|from)(?:\s\p{Lu}" + Word + @"){1,3},\s$", RegexOptions.CultureInvariant);

    /// <summary>"in Blanding, Utah": whether a place is the land of a town that something is in.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">Where the place stands.</param>
    public static bool IsWithin(string text, int place) => Town.IsMatch(text.AsSpan(Math.Max(0, place - 60)..place));

    // "is in" ends with its preposition; "answers" goes on, "its night calls from".
    private static string Sitting(string entry) =>
        Regex.Escape(entry)
        + (
            entry.EndsWith(" in", StringComparison.Ordinal) || entry.EndsWith(" at", StringComparison.Ordinal)
                ? ""
                : @"(?:\s" + Word + @"){0,3}?\s(?:out of|in|at|from)"
        );
}
