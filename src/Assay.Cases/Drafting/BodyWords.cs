using Assay.Reading.Places;

namespace Assay.Cases.Drafting;

/// <summary>The words of a name, whatever their order: "the Batam harbour office" is "the harbour office at Batam".</summary>
internal static class BodyWords
{
    private static readonly char[] Between = [' ', ',', '\n'];

    /// <summary>The words in small letters and in order, without articles and prepositions.</summary>
    public static string Of(string name) =>
        string.Join(
            ' ',
            name.ToLowerInvariant()
                .Split(Between, StringSplitOptions.RemoveEmptyEntries)
                .Where(w => !ReferringWords.English.Joining.Contains(w))
                .Order(StringComparer.Ordinal)
        );
}
