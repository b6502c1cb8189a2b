using System.Text;

namespace Assay.Reading.Intake.Pdf;

/// <summary>
/// Puts lines together. A word parted at a line's end is made whole; a hyphen that belongs to the word stays: between digits, before a
/// capital, and
/// where the text has the word with a hyphen elsewhere and never without.
/// </summary>
internal sealed class PdfHyphens
{
    private const char Soft = '\u00AD';
    private const int WholeWord = 4;
    private const char Typeset = '\u2010';
    private readonly HashSet<string> words = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool isTypeset;

    /// <summary>Learns the words of a text.</summary>
    /// <param name="rows">Its lines.</param>
    public PdfHyphens(IEnumerable<PdfRow> rows)
    {
        foreach (var row in rows)
        {
            isTypeset |= row.Text[^1] is Typeset or Soft;
            foreach (var word in row.Text.Split(' ').SkipLast(1))
                words.Add(Trimmed(word));
        }
    }

    /// <summary>Adds a line to the text before it; the place where its words begin.</summary>
    public int Join(StringBuilder text, string line)
    {
        var plain = line.Replace($"{Soft}", "", StringComparison.Ordinal);
        if (text.Length > 0 && plain.Length > 0)
            Seam(text, plain);
        var start = text.Length;
        text.Append(line.EndsWith(Soft) ? plain + Soft : plain);
        return start;
    }

    /// <summary>Ends a text: a soft hyphen at its end is none.</summary>
    public static void End(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] == Soft)
            text[^1] = '-';
    }

    private void Seam(StringBuilder text, string next)
    {
        if (text[^1] == Soft)
        {
            text.Length--;
            return;
        }

        if (text[^1] is not ('-' or Typeset) || text.Length < 2 || !char.IsLetterOrDigit(text[^2]))
        {
            // A dash between letters joins them wherever the line ends.
            if (text[^1] is not ('—' or '/') || !char.IsLetterOrDigit(next[0]))
                text.Append(' ');
            return;
        }

        if (!char.IsLetterOrDigit(next[0]))
            text.Append(' ');
        else if (char.IsLetter(text[^2]) && char.IsLower(next[0]) && !KeepsHyphen(LastWord(text), Trimmed(next.Split(' ')[0]), text[^1]))
            text.Length--;
        else
            text[^1] = '-';
    }

    // Where the lines are parted with a sign of their own, that of the keyboard belongs to the word.
    private bool KeepsHyphen(string first, string second, char sign)
    {
        var head = first[..^1];
        if (words.Contains(head + second))
            return false;
        if (isTypeset && sign == '-')
            return true;
        return words.Contains($"{head}-{second}")
            || Math.Min(head.Length, second.Length) >= WholeWord && words.Contains(head) && words.Contains(second)
            || head.Contains('-', StringComparison.Ordinal)
            || head.Length > 1 && head.All(char.IsUpper);
    }

    private static string LastWord(StringBuilder text)
    {
        var from = text.Length;
        while (from > 0 && !char.IsWhiteSpace(text[from - 1]))
            from--;
        return Trimmed(text.ToString(from, text.Length - from - 1)) + "-";
    }

    private static string Trimmed(string word) =>
        word.Trim('.', ',', ';', ':', '!', '?', '"', '\'', '“', '”', '‘', '’', '(', ')').Replace('\u2010', '-');
}
