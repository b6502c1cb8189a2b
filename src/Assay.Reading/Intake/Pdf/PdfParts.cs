namespace Assay.Reading.Intake.Pdf;

/// <summary>A letter, or several that are one sign, on a page. Lengths are points, upwards and to the right.</summary>
/// <param name="Text">The letters.</param>
/// <param name="Left">Left end.</param>
/// <param name="Right">Right end.</param>
/// <param name="Base">The line it stands on.</param>
/// <param name="Size">Size of the font.</param>
/// <param name="IsBold">True for bold letters.</param>
internal readonly record struct PdfLetter(string Text, double Left, double Right, double Base, double Size, bool IsBold);

/// <summary>A page.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Height">Height in points.</param>
/// <param name="Letters">The upright letters in the order of the file.</param>
internal sealed record PdfPage(int Number, double Height, IReadOnlyList<PdfLetter> Letters)
{
    /// <summary>Number of letters that stand upright on no line.</summary>
    public int Turned { get; init; }

    /// <summary>Number of signs whose letter is not known.</summary>
    public int Unknown { get; init; }

    /// <summary>True where there are pictures on it.</summary>
    public bool HasPictures { get; init; }

    /// <summary>True where none of its letters is drawn.</summary>
    public bool IsInvisible { get; init; }
}

/// <summary>A word on a page.</summary>
/// <param name="Text">The letters.</param>
/// <param name="Left">Left end.</param>
/// <param name="Right">Right end.</param>
/// <param name="Base">The line it stands on.</param>
/// <param name="Size">Size of the font.</param>
/// <param name="IsBold">True where all of it is bold.</param>
internal sealed record PdfWord(string Text, double Left, double Right, double Base, double Size, bool IsBold)
{
    /// <summary>Its upper end.</summary>
    public double Top => Base + Size * 0.75;

    /// <summary>Its lower end.</summary>
    public double Bottom => Base - Size * 0.25;
}

/// <summary>A line of words in one column of one page.</summary>
/// <param name="Page">Number of the page.</param>
/// <param name="Words">The words from left to right.</param>
internal sealed record PdfRow(int Page, IReadOnlyList<PdfWord> Words)
{
    private const double Joined = 0.12;
    private const double Apart = 1.4;

    /// <summary>Left end.</summary>
    public double Left => Words[0].Left;

    /// <summary>Right end.</summary>
    public double Right => Words[^1].Right;

    /// <summary>Size of the font of most of its letters.</summary>
    public double Size { get; } = Words.GroupBy(w => Math.Round(w.Size, 1)).MaxBy(g => g.Sum(w => w.Text.Length))!.Key;

    /// <summary>The line it stands on: that of its first word of the usual size.</summary>
    public double Base { get; } = BaseOf(Words);

    /// <summary>True where all of it is bold.</summary>
    public bool IsBold { get; } = Words.All(w => w.IsBold);

    /// <summary>The words; those that touch are one.</summary>
    public string Text { get; } = TextOf(Words);

    /// <summary>The cells of a row of a table: words set far apart begin a new one.</summary>
    public IReadOnlyList<(string Text, double Left)> Cells { get; } = CellsOf(Words);

    private static double BaseOf(IReadOnlyList<PdfWord> words)
    {
        var size = words.Max(w => w.Size);
        return words.First(w => w.Size > size * 0.85).Base;
    }

    private static string TextOf(IEnumerable<PdfWord> words)
    {
        var text = new System.Text.StringBuilder();
        PdfWord? last = null;
        foreach (var word in words)
        {
            if (last is not null && word.Left - last.Right > Joined * Math.Min(word.Size, last.Size))
                text.Append(' ');
            text.Append(word.Text);
            last = word;
        }

        return text.ToString();
    }

    private static List<(string, double)> CellsOf(IReadOnlyList<PdfWord> words)
    {
        var cells = new List<(string, double)>();
        for (var from = 0; from < words.Count; )
        {
            var to = from + 1;
            while (to < words.Count && words[to].Left - words[to - 1].Right <= Apart * words[to].Size)
                to++;
            cells.Add((TextOf(words.Skip(from).Take(to - from)), words[from].Left));
            from = to;
        }

        return cells;
    }
}
