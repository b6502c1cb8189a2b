using System.Text;

namespace Assay.Reading.Intake.Pdf;

/// <summary>Puts the letters of a page together to words and the words of a place to lines.</summary>
internal static class PdfWords
{
    private const double Gap = 0.17;
    private const double Overlap = 0.35;
    private const double Shift = 0.4;
    private const double SameLine = 0.45;

    /// <summary>The words of a page, in the order of the file.</summary>
    public static List<PdfWord> Of(PdfPage page)
    {
        var words = new List<PdfWord>();
        var letters = new List<PdfLetter>();
        foreach (var letter in page.Letters)
        {
            if (letters.Count > 0 && IsTwice(letters[^1], letter))
                continue;
            var isSpace = string.IsNullOrWhiteSpace(letter.Text);
            if (letters.Count > 0 && (isSpace || !Follows(letters[^1], letter)))
                Close(letters, words);
            if (!isSpace)
                letters.Add(letter);
        }

        Close(letters, words);
        return words;
    }

    /// <summary>The lines of words that stand in one column, from the top.</summary>
    public static List<PdfRow> Rows(int page, IEnumerable<PdfWord> words)
    {
        var rows = new List<PdfRow>();
        var row = new List<PdfWord>();
        var at = 0.0;
        foreach (var word in words.OrderByDescending(w => w.Base).ThenBy(w => w.Left))
        {
            if (row.Count > 0 && at - word.Base > SameLine * Math.Max(word.Size, row.Max(w => w.Size)))
            {
                rows.Add(new PdfRow(page, [.. row.OrderBy(w => w.Left)]));
                row.Clear();
            }

            if (row.Count == 0)
                at = word.Base;
            row.Add(word);
        }

        if (row.Count > 0)
            rows.Add(new PdfRow(page, [.. row.OrderBy(w => w.Left)]));
        return rows;
    }

    private static bool Follows(PdfLetter last, PdfLetter next)
    {
        var size = Math.Max(last.Size, next.Size);
        var gap = next.Left - last.Right;
        return Math.Abs(next.Base - last.Base) <= Shift * size && gap <= Gap * Math.Min(last.Size, next.Size) && gap >= -Overlap * size;
    }

    // The same letter set twice, a hair aside, to look bold.
    private static bool IsTwice(PdfLetter last, PdfLetter next) =>
        last.Text == next.Text && Math.Abs(last.Left - next.Left) < 0.1 * last.Size && Math.Abs(last.Base - next.Base) < 0.1 * last.Size;

    private static void Close(List<PdfLetter> letters, List<PdfWord> words)
    {
        if (letters.Count == 0)
            return;
        var text = new StringBuilder();
        foreach (var letter in letters)
            text.Append(letter.Text);
        var main = letters.MaxBy(l => l.Size);
        words.Add(
            new PdfWord(text.ToString(), letters[0].Left, letters[^1].Right, main.Base, main.Size, letters.TrueForAll(l => l.IsBold))
        );
        letters.Clear();
    }
}
