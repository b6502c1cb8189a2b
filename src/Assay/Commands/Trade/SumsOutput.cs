using System.Text.Json;
using System.Text.Json.Nodes;

namespace Assay.Commands.Trade;

/// <summary>Sums as they are asked for: JSON, CSV, or a table with its words.</summary>
/// <param name="Json">The JSON.</param>
/// <param name="CsvHead">Column names of the CSV.</param>
/// <param name="Csv">Its rows.</param>
/// <param name="Table">Writes the table and the words around it.</param>
internal sealed record SumsOutput(Func<JsonObject> Json, string CsvHead, IEnumerable<string[]> Csv, Action<TextWriter> Table)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Writes them.</summary>
    /// <param name="format">json, csv or table.</param>
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
            default:
                Table(output);
                break;
        }
    }
}
