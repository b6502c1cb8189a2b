using Assay.Ground.Outcomes;

namespace Assay.Trade.Formats.Mapped;

/// <summary>Writes a wide CSV or workbook, or a long workbook, as a long CSV in the workspace, row by row.</summary>
internal static class WideTable
{
    private const string Indicators = "indicators";
    private const string Unused = "unused";
    private static readonly int IndicatorAt = WideGrid.Dimensions.ToList().IndexOf("indicator");

    /// <summary>The columns of the long CSV.</summary>
    private static readonly IReadOnlyList<string> Header =
    [
        .. WideGrid.Dimensions.Select(d => d == "indicator" ? Indicators : d),
        "period",
        "value",
    ];

    /// <summary>The long CSV made from a wide table.</summary>
    /// <param name="Csv">Path in the workspace.</param>
    /// <param name="Missing">Cells that were not reported.</param>
    /// <param name="Extracted">Date of extraction the sheet states, or null.</param>
    /// <param name="Header">Its columns; without that of indicators where the table names none.</param>
    public sealed record Converted(string Csv, long Missing, DateOnly? Extracted, IReadOnlyList<string> Header);

    /// <summary>Converts every sheet that has months as columns.</summary>
    public static Result<Converted> Convert(FormatInput input, TradeMapping mapping)
    {
        var csv = Path.Combine(input.Workspace, "long.csv");
        var (missing, extracted, rows, indicated) = (0L, (DateOnly?)null, 0L, false);
        using (var writer = new StreamWriter(csv))
        {
            writer.WriteLine(string.Join(',', Header));
            foreach (var sheet in Tables(input))
            {
                var grid = new WideGrid(label => Dimension(label, mapping));
                foreach (var row in grid.Read(sheet))
                {
                    writer.WriteLine(string.Join(',', row.Select(Quote)));
                    indicated |= row[IndicatorAt] is not null;
                    rows++;
                }

                missing += grid.Missing;
                extracted ??= grid.Extracted;
            }
        }

        return rows > 0
            ? new Converted(csv, missing, extracted, indicated ? Header : [.. Header.Select(h => h == Indicators ? Unused : h)])
            : new Error(
                ErrorKind.Input,
                "The table has months as columns but no row with a value under a heading such as REPORTER or PARTNER.",
                "Name the columns with --mapping FILE (see docs/trade-formats.md).",
                new Location(input.OriginalName)
            );
    }

    /// <summary>The first sheet of a long workbook as CSV.</summary>
    public static string LongWorkbook(FormatInput input)
    {
        var csv = Path.Combine(input.Workspace, "long.csv");
        using var writer = new StreamWriter(csv);
        foreach (var row in XlsxRows.Read(input.Path, XlsxRows.Sheets(input.Path)[0]).Where(r => r.Any(c => c.Length > 0)))
            writer.WriteLine(string.Join(',', row.Select(Quote)));

        return csv;
    }

    private static IEnumerable<IEnumerable<IReadOnlyList<string>>> Tables(FormatInput input)
    {
        if (input.Kind == "xlsx")
            return XlsxRows.Sheets(input.Path).Select(s => XlsxRows.Read(input.Path, s));

        return
        [
            TextFile
                .Lines(input.Path)
                .Select(l =>
                    (IReadOnlyList<string>)(
                        input.Delimiter == ',' ? Codes.DataText.SplitCsv(l) : [.. l.Split(input.Delimiter).Select(f => f.Trim('"'))]
                    )
                ),
        ];
    }

    private static string? Dimension(string label, TradeMapping mapping) =>
        mapping.Columns.FirstOrDefault(c => c.Value == label).Key ?? Headings.Find(label)?.Field;

    private static string Quote(string? value) =>
        value is null ? ""
        : value.AsSpan().IndexOfAny(",\"\n\r") < 0 ? value
        : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
