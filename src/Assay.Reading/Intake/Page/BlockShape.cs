using Assay.Reading.Intake.PlainText;

namespace Assay.Reading.Intake.Page;

/// <summary>The shape of a block, measured once: its length and end, its letters, figures and marks.</summary>
/// <param name="Length">Its number of words, in steps.</param>
/// <param name="End">What it ends with.</param>
/// <param name="Capitals">Share of its words that begin with a capital, in steps.</param>
/// <param name="Digits">Share of figures among its characters, in steps.</param>
/// <param name="Marks">Number of marks that part the entries of menus and lines of facts: bars, dots, arrows.</param>
/// <param name="Function">Share of short words in small letters, in steps.</param>
/// <param name="Signs">Signs it holds, each named once.</param>
internal sealed record BlockShape(string Length, string End, string Capitals, string Digits, int Marks, string Function, List<string> Signs)
{
    private static readonly int[] Lengths = [1, 2, 4, 7, 12, 20, 40, 80];

    /// <summary>Measures a block.</summary>
    /// <param name="text">The text of the page.</param>
    /// <param name="block">The block.</param>
    public static BlockShape Of(string text, PageBlock block)
    {
        var words = text.AsSpan(block.Inner.Start, block.Inner.Length);
        var (capitals, small, count, allCapitals) = (0, 0, 0, 0);
        foreach (var range in words.Split(' '))
        {
            var word = words[range];
            if (word.IsEmpty || !char.IsLetter(word[0]))
                continue;
            count++;
            capitals += char.IsUpper(word[0]) ? 1 : 0;
            allCapitals += word.Length > 1 && !word.ContainsAnyInRange('a', 'z') ? 1 : 0;
            small += word.Length <= 4 && char.IsLower(word[0]) ? 1 : 0;
        }

        var (digits, marks) = (0, 0);
        foreach (var c in words)
        {
            digits += char.IsDigit(c) ? 1 : 0;
            marks += c is '|' or '•' or '·' or '»' or '›' or '→' or '▸' or '>' or '/' or '\t' ? 1 : 0;
        }

        marks += Gaps(words);
        var signs = SignsOf(words);
        if (count > 0 && allCapitals == count)
            signs.Add("all capitals");
        return new BlockShape(
            LengthOf(block.Words),
            EndOf(block),
            Share(capitals, count),
            Share(digits, words.Length),
            marks,
            Share(small, count),
            signs
        );
    }

    /// <summary>Adds the traits.</summary>
    /// <param name="traits">The list they go into.</param>
    public void AddTo(List<string> traits)
    {
        traits.Add($"length {Length}");
        traits.Add($"end {End}");
        traits.Add($"length {Length} end {End}");
        traits.Add($"capitals {Capitals}");
        traits.Add($"digits {Digits}");
        traits.Add($"short words {Function}");
        traits.Add($"short words {Function} length {Length}");
        if (Marks > 0)
            traits.Add(Marks > 2 ? "marks many" : $"marks {Marks}");
        traits.AddRange(Signs);
    }

    // Wide gaps part the entries of a menu as marks do.
    private static int Gaps(ReadOnlySpan<char> words)
    {
        var count = 0;
        for (var i = 2; i < words.Length; i++)
            count += words[i - 1] == ' ' && words[i - 2] == ' ' && words[i] != ' ' ? 1 : 0;
        return count;
    }

    private static string LengthOf(int words)
    {
        var step = Array.FindIndex(Lengths, l => words <= l);
        return step < 0 ? "more" : Lengths[step].ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string EndOf(PageBlock block) =>
        block.EndMark switch
        {
            '.' or '…' => "stop",
            '?' => "question",
            '!' => "cry",
            ':' => "colon",
            ';' or ',' => "comma",
            _ => "none",
        };

    private static string Share(int part, int whole) =>
        whole == 0 ? "of none"
        : part == 0 ? "none"
        : (part * 10 / whole) switch
        {
            0 => "under 10",
            1 or 2 => "under 30",
            3 or 4 => "under 50",
            5 or 6 or 7 => "under 80",
            _ => "nearly all",
        };

    private static List<string> SignsOf(ReadOnlySpan<char> words)
    {
        var signs = new List<string>();
        if (words.ContainsAny('©', '®', '™'))
            signs.Add("sign of rights");
        if (words.Contains("http", StringComparison.OrdinalIgnoreCase) || words.Contains("www.", StringComparison.OrdinalIgnoreCase))
            signs.Add("address");
        if (words.Contains('@'))
            signs.Add("at sign");
        if (words.ContainsAny("$€£¥"))
            signs.Add("money");
        if (words.ContainsAny("\"“”«»"))
            signs.Add("quotation marks");
        if (BeginsWithClock(words))
            signs.Add("begins with a clock");
        else if (words.Length > 0 && char.IsDigit(words[0]))
            signs.Add("begins with a figure");
        else if (words.Length > 0 && char.IsLower(words[0]))
            signs.Add("begins small");
        if (ListMarks.MarkLength(words) > 0)
            signs.Add("list mark");
        return signs;
    }

    private static bool BeginsWithClock(ReadOnlySpan<char> words)
    {
        var at = 0;
        while (at < words.Length && at < 2 && char.IsAsciiDigit(words[at]))
            at++;
        return at > 0
            && at + 2 < words.Length
            && words[at] is ':' or '.' or 'h'
            && char.IsAsciiDigit(words[at + 1])
            && char.IsAsciiDigit(words[at + 2])
            && (at + 3 == words.Length || !char.IsAsciiDigit(words[at + 3]));
    }
}
