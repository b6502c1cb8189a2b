using Spectre.Console;

namespace Assay.Terminal;

/// <summary>An item of a section.</summary>
/// <param name="Full">Writes it whole.</param>
/// <param name="Brief">Writes it in a line or two.</param>
internal sealed record Item(Action<Lines> Full, Action<Lines> Brief)
{
    /// <summary>An item that has one form.</summary>
    public Item(Action<Lines> write)
        : this(write, write) { }
}

/// <summary>
/// Paragraphs with a hanging indent, wrapped here rather than by the console so that a file and a screen get the same lines, and kept until
/// they are
/// written, so that a section can be held to a number of lines. Text of sources is never read as markup, and control characters in it are
/// dropped, so
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

    /// <summary>A section: a heading and its items, as many as fit, and a line that counts the rest. Nothing where there is no
    /// item.</summary>
    /// <param name="heading">The heading; empty for none.</param>
    /// <param name="items">What writes each item, the most telling first. Where not all of them fit, all that follow the first are written
    /// briefly; where it does not fit either, it too.</param>
    /// <param name="most">Lines that the section may take, heading included.</param>
    /// <param name="rest">Says that so many are left: "and 3 more, --all shows them".</param>
    /// <param name="further">How many more there are that are not among the items.</param>
    public void Section(string heading, IReadOnlyList<Item> items, int most, Func<int, string> rest, int further = 0)
    {
        if (items.Count == 0)
            return;

        var start = Count;
        if (heading.Length > 0)
            Heading(heading);

        most -= Count - start;

        var (page, left) = Fill(items.Select(i => i.Full), most, further);
        if (left > further)
        {
            var first = Blank();
            items[0].Full(first);
            (page, left) = Fill(items.Select((item, i) => i == 0 && first.Count < most ? item.Full : item.Brief), most, further);
        }

        Add(page);
        if (left > 0)
            Line("dim", rest(left), 2, 2);
    }

    /// <summary>Adds what another page holds.</summary>
    public void Add(Lines other) => rows.AddRange(other.rows);

    // The items that fit, and how many are left. The first is cut rather than left out: a heading over nothing helps nobody.
    private (Lines Page, int Left) Fill(IEnumerable<Action<Lines>> items, int most, int further)
    {
        var (page, left) = (Blank(), items.Count() + further);
        foreach (var write in items)
        {
            var item = Blank();
            write(item);
            var room = most - page.Count - (left > 1 ? 1 : 0);
            if (item.Count > room && page.Count > 0)
                break;

            page.rows.AddRange(item.Count <= room ? item.rows : item.rows.Take(Math.Max(1, room - 1)).Append(("dim", "    …")));
            left--;
        }

        return (page, left);
    }

    /// <summary>Writes the lines, and forgets them.</summary>
    public void WriteTo(IAnsiConsole console)
    {
        foreach (var (style, text) in rows)
            console.WriteLine(text, style.Length == 0 ? Style.Plain : Style.Parse(style));

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
            yield return line;
    }

    private static string Clean(string words) =>
        string.Concat(
            words.Select(c =>
                c switch
                {
                    _ when char.IsWhiteSpace(c) => ' ',
                    _ when char.IsControl(c) || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' => '\uFFFD',
                    _ => c,
                }
            )
        );
}
