using Assay.Reading.Time;
using Assay.Reading.Time.Reader;

namespace Assay.Cases.Proposals;

/// <summary>Whether words are enough to point with: three or more, or a number or a time.</summary>
internal static class QuoteLength
{
    /// <summary>True where the words are enough.</summary>
    /// <param name="pieces">The words.</param>
    /// <param name="fewest">Least number of words that need not be a number or a time.</param>
    public static bool IsEnough(IReadOnlyList<string> pieces, int fewest) =>
        pieces.Sum(Count) >= fewest || pieces.All(p => HasDigit(p) || IsTime(p));

    /// <summary>True where the words hold an ellipsis.</summary>
    public static bool HasEllipsis(string words) =>
        words.Contains('…', StringComparison.Ordinal) || words.Contains("...", StringComparison.Ordinal);

    private static int Count(string words) =>
        words
            .Split([' ', '\t', '\n', '\r', '\u00A0', '\u202F', '\u2009'], StringSplitOptions.RemoveEmptyEntries)
            .Count(w => w.Any(char.IsLetterOrDigit));

    private static bool HasDigit(string words) => words.Any(char.IsDigit);

    private static bool IsTime(string words) => TimeReader.For("en").Read(words, TimeContext.Unknown).Count > 0;
}
