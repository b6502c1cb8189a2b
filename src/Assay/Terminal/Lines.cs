using Spectre.Console;

namespace Assay.Terminal;

/// <summary>
/// Paragraphs with a hanging indent, wrapped here rather than by the console so that a file and a screen get the same lines. Text of sources is never
/// read as markup, and control characters in it are dropped, so that a document cannot steer the terminal.
/// </summary>
internal sealed class Lines(IAnsiConsole console)
{
    private int Width => Math.Clamp(console.Profile.Width, 40, 120);

    /// <summary>An empty line.</summary>
    public void Gap() => console.WriteLine();

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
        var first = true;
        foreach (var line in Wrap(Clean(words), Width - indent - hang - 1))
        {
            console.Write(new string(' ', first ? indent : indent + hang));
            console.WriteLine(line, style.Length == 0 ? Style.Plain : Style.Parse(style));
            first = false;
        }
    }

    /// <summary>A term and its explanation, the explanation wrapped beside it.</summary>
    public void Fact(string term, string words, int indent = 4) => Line("", $"{term}: {words}", indent, 2);

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
