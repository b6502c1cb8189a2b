using Assay.Ground.Anchors;

namespace Assay.Reading.Syntax.Attributions;

/// <summary>The quotations of a paragraph: from an opening double mark to its closing one, or to the end where it is not closed.</summary>
internal static class Quotations
{
    private const string Doubled = "''";

    /// <summary>The quotations in order, marks included.</summary>
    /// <param name="text">The text.</param>
    /// <param name="paragraph">The paragraph.</param>
    public static IReadOnlyList<TextSpan> Of(string text, TextSpan paragraph)
    {
        var (found, open) = (new List<TextSpan>(), -1);
        for (var at = paragraph.Start; at < paragraph.End; at++)
        {
            if (open >= 0 && Closes(text, paragraph, open, at))
            {
                at += IsDoubled(text, at) ? 1 : 0;
                found.Add(new TextSpan(open, at + 1));
                open = -1;
            }
            else if (open < 0 && Opens(text, paragraph, at))
            {
                open = at;
                at += IsDoubled(text, at) ? 1 : 0;
            }
        }
        if (open >= 0 && text[open] != '‘')
            found.Add(new TextSpan(open, paragraph.End));
        return found;
    }

    private static bool Opens(string text, TextSpan paragraph, int at) =>
        text[at] is '“' or '"' or '«' or '„'
        || IsDoubled(text, at)
        || text[at] == '‘' && at + 1 < paragraph.End && char.IsLetterOrDigit(text[at + 1]);

    private static bool Closes(string text, TextSpan paragraph, int open, int at) =>
        text[open] switch
        {
            '"' => text[at] == '"',
            '«' => text[at] == '»',
            '„' => text[at] is '“' or '”',
            '\'' => IsDoubled(text, at),
            '‘' => text[at] == '’' && IsSingleEnd(text, paragraph, at),
            _ => text[at] == '”',
        };

    private static bool IsDoubled(string text, int at) => string.CompareOrdinal(text, at, Doubled, 0, Doubled.Length) == 0;

    // "The workers’ demand" does not end a quotation.
    private static bool IsSingleEnd(string text, TextSpan paragraph, int at) =>
        char.IsPunctuation(text[at - 1])
        || at + 1 >= paragraph.End
        || char.IsPunctuation(text[at + 1])
        || char.IsWhiteSpace(text[at + 1]) && !(text[at - 1] == 's' && text.IndexOf('’', at + 1, paragraph.End - at - 1) >= 0);
}
