namespace Assay.Reading.Intake.Page;

/// <summary>Paragraphs in bold alone, as a page without headings has them: the questions of an interview, the parts of a report.</summary>
internal static class StrongHeads
{
    /// <summary>Fewest of them that are headings: one or two are a byline, a warning, a standfirst.</summary>
    public const int Fewest = 3;

    private const int LongestHead = 200;

    /// <summary>True for words that may be such a heading.</summary>
    /// <param name="words">The words of the paragraph.</param>
    public static bool May(string words) =>
        words.Length is > 0 and <= LongestHead && !words.StartsWith("By ", StringComparison.OrdinalIgnoreCase);
}
