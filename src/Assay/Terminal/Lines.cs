using Spectre.Console;

namespace Assay.Terminal;

/// <summary>
/// Paragraphs with a hanging indent, wrapped here rather than by the console so that a file and a screen get the same lines, and kept until they are
/// written, so that a section can be held to a number of lines. Text of sources is never read as markup, and control characters in it are dropped, so
/// that a document cannot steer the terminal.
/// </summary>
/// <param name="width">Columns of the console; lines keep within 40 and 120 of them.</param>
internal sealed class Lines(int width)
{
    private readonly List<(string Style, string Text)> rows = [];

    /// <summary>The number of lines so far.</summary>
    public int Count => rows.Count;

    /// <summary>A page of the same width, empty.</summary>
    public Lines Blank() => new(width);

    /// <summary>An empty line.</summary>
    public void Gap() => rows.Add(("", ""));

    /// <summary>A heading with an empty line before it.</summary>
    public void Heading(string words)
    {
        Gap();
        Line("bold", words.ToUpperInvariant());
    }

    /// <summary>A paragraph.</summary>
    /// <param name="style">A Spectre.Console style such as <c>bold</c>; empty for none.</param>
    /// <param name="words">The words.</param>
    /// <param name="indent">Columns before the first line.</param>
    /// <param name="hang">Further columns before the other lines.</param>
    public void Line(string style, string words, int indent = 0, int hang = 0)
    {
        var before = indent;
        foreach (var line in Wrap(Clean(words), Math.Clamp(width, 40, 120) - indent - hang - 1))
        {
            rows.Add((style, new string(' ', before) + line));
            before = indent + hang;
        }
    }

    /// <summary>A term and its explanation, the explanation wrapped beside it.</summary>
    public void Fact(string term, string words, int indent = 4) => Line("", $"{term}: {words}", indent, 2);

    /// <summary>A section: a heading and its items, as many as fit, and a line that counts the rest. Nothing where there is no item.</summary>
    /// <param name="heading">The heading; empty for none.</param>
    /// <param name="items">What writes each item, the most telling first.</param>
    /// <param name="most">Lines that the section may take, heading included.</param>
    /// <param name="rest">Says that so many are left: "and 3 more, --all shows them".</param>
    /// <param name="further">How many more there are that are not among the items.</param>
    public void Section(string heading, IReadOnlyList<Action<Lines>> items, int most, Func<int, string> rest, int further = 0)
    {
        if (items.Count == 0)
        {
            return;
        }

        var start = Count;
        if (heading.Length > 0)
        {
            Heading(heading);
        }

        for (var i = 0; i < items.Count; i++)
        {
            var item = Blank();
            items[i](item);
            var left = most - (Count - start) - (i + 1 < items.Count || further > 0 ? 1 : 0);
            if (item.Count > left && i > 0)
            {
                further += items.Count - i;
                break;
            }

            // The first item is cut rather than left out: a heading over nothing helps nobody.
            rows.AddRange(item.Count <= left ? item.rows : item.rows.Take(Math.Max(1, left - 1)).Append(("dim", "    …")));
        }

        if (further > 0)
        {
            Line("dim", rest(further), 2, 2);
        }
    }

    /// <summary>Adds what another page holds.</summary>
    public void Add(Lines other) => rows.AddRange(other.rows);

    /// <summary>Writes the lines, and forgets them.</summary>
    public void WriteTo(IAnsiConsole console)
    {
        foreach (var (style, text) in rows)
        {
            console.WriteLine(text, style.Length == 0 ? Style.Plain : Style.Parse(style));
        }

        rows.Clear();
    }

    private static IEnumerable<string> Wrap(string words, int width)
    {
        var line = "";
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
            while (line.Length > width) // a word longer than the line is cut, not run over the edge
            {
                yield return line[..width];
                line = line[width..];
            }
        }

        if (line.Length > 0)
        {
            yield return line;
        }
    }

    private static string Clean(string words) => string.Concat(words.Select(c => c switch
    {
        _ when char.IsWhiteSpace(c) => ' ',
        _ when char.IsControl(c) || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' => '\uFFFD',
        _ => c,
    }));
}
