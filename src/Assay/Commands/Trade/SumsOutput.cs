using System.Text.Json;
using System.Text.Json.Nodes;

namespace Assay.Commands.Trade;

/// <summary>Sums as they are asked for: JSON, CSV, or a table with its words.</summary>
/// <param name="Json">The JSON.</param>
/// <param name="CsvHead">Column names of the CSV.</param>
/// <param name="Csv">Its rows.</param>
/// <param name="Table">Writes the table and the words around it.</param>
/// <param name="Page">Writes the page.</param>
internal sealed record SumsOutput(
    Func<JsonObject> Json,
    string CsvHead,
    IEnumerable<string[]> Csv,
    Action<TextWriter> Table,
    Action<TextWriter> Page
)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Writes them to a file, or to the terminal where none is named.</summary>
    /// <param name="format">json, csv, html or table.</param>
    /// <param name="path">The file; null for the terminal.</param>
    /// <param name="output">The terminal.</param>
    /// <param name="error">Where it is told that a file cannot be written.</param>
    public int Write(string format, string? path, TextWriter output, TextWriter error)
    {
        if (path is not null)
            return TradeCommand.Written(path, "--output", file => Write(format, file)) is { } refused
                ? TradeCommand.Refuse(refused, error)
                : ExitCodes.Done;
        Write(format, output);
        return ExitCodes.Done;
    }

    /// <summary>Writes them.</summary>
    /// <param name="format">json, csv, html or table.</param>
    /// <param name="output">Where to.</param>
    public void Write(string format, TextWriter output)
    {
        switch (format)
        {
            case "json":
                output.WriteLine(Json().ToJsonString(Indented));
                break;
            case "csv":
                output.WriteLine(CsvHead);
                foreach (var row in Csv)
                    output.WriteLine(string.Join(',', row));
                break;
            case "html":
                Page(output);
                break;
            default:
                Table(output);
                break;
        }
    }
}
