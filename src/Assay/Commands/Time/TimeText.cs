using System.Globalization;
using Assay.Reading.Time;
using Spectre.Console;

namespace Assay.Commands.Time;

/// <summary>
/// <c>--format text</c>: a table where a person reads it; where the output is piped, lines of tab-separated file, start, end, type, value,
/// modifier
/// and words (tabs and line ends in the words become spaces), and no header.
/// </summary>
internal static class TimeText
{
    /// <summary>Writes all texts to the console as a table, or to anything else as lines.</summary>
    public static void Write(IReadOnlyList<TimeDocument> documents, TextWriter output)
    {
        if (ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected)
            Tables(documents, AnsiConsole.Console);
        else
            Lines(documents, output);
    }

    /// <summary>One table a text. Colours follow the terminal and <c>NO_COLOR</c>.</summary>
    public static void Tables(IReadOnlyList<TimeDocument> documents, IAnsiConsole console)
    {
        foreach (var document in documents)
        {
            var title = document.Written.Timex is { } dct
                ? $"{document.Name}, written {dct}"
                : $"{document.Name}, date of writing not given";
            console.MarkupLineInterpolated($"[bold]{title}[/] ({document.Language})");
            if (document.Expressions.Count == 0)
            {
                console.WriteLine("No time expressions.");
                continue;
            }
            console.Write(Table(document));
        }
    }

    /// <summary>Tab-separated lines.</summary>
    public static void Lines(IReadOnlyList<TimeDocument> documents, TextWriter output)
    {
        foreach (var document in documents)
        foreach (var found in document.Expressions)
            output.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{document.Name}\t{found.Span.Start}\t{found.Span.End}\t{TimexNames.Of(found.Type)}\t{found.Value}\t{found.Mod}\t{OneLine(found.Text)}\n"
                )
            );
    }

    private static Table Table(TimeDocument document)
    {
        var table = new Table().Border(TableBorder.Rounded);
        table
            .AddColumn("Line", c => c.RightAligned())
            .AddColumn("Words")
            .AddColumn("Type")
            .AddColumn("Value")
            .AddColumn("Mod")
            .AddColumn("Why");
        var (line, at) = (1, 0);
        foreach (var found in document.Expressions)
        {
            line += document.Text.AsSpan(at, found.Span.Start - at).Count('\n');
            at = found.Span.Start;
            table.AddRow(
                new Text(line.ToString(CultureInfo.InvariantCulture)),
                new Text(OneLine(found.Text), new Style(decoration: Decoration.Bold)),
                new Text(TimexNames.Of(found.Type)),
                new Text(found.Value, new Style(Color.Green)),
                new Text(found.Mod ?? ""),
                new Text(Why(found))
            );
        }
        return table;
    }

    private static string Why(TimeExpression found)
    {
        if (found.Alternatives.Count == 0)
            return found.Reason;
        var others = string.Join("; ", found.Alternatives.Select(a => $"{a.Value} ({a.Reason})"));
        return found.Reason.Length == 0 ? $"or {others}" : $"{found.Reason}; or {others}";
    }

    private static string OneLine(string words) => words.Replace('\t', ' ').Replace('\r', ' ').Replace('\n', ' ');
}
