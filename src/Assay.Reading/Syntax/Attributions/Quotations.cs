using Assay.Ground.Anchors;

namespace Assay.Reading.Syntax.Attributions;

/// <summary>The quotations of a paragraph: from an opening double mark to its closing one, or to the end where it is not closed.</summary>
internal static class Quotations
{
    /// <summary>The quotations in order, marks included.</summary>
    /// <param name="text">The text.</param>
    /// <param name="paragraph">The paragraph.</param>
    public static IReadOnlyList<TextSpan> Of(string text, TextSpan paragraph)
    {
        var (found, open) = (new List<TextSpan>(), -1);
        for (var at = paragraph.Start; at < paragraph.End; at++)
        {
            if (open >= 0 && Closes(text[open], text[at]))
            {
                found.Add(new TextSpan(open, at + 1));
                open = -1;
            }
            else if (open < 0 && text[at] is ('“' or '"' or '«' or '„'))
                open = at;
        }
        if (open >= 0)
            found.Add(new TextSpan(open, paragraph.End));
        return found;
    }

    private static bool Closes(char open, char mark) =>
        open switch
        {
            '"' => mark == '"',
            '«' => mark == '»',
            '„' => mark is '“' or '”',
            _ => mark == '”',
        };
}
