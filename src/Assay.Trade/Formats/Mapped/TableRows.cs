namespace Assay.Trade.Formats.Mapped;

/// <summary>A table as it stands in a file.</summary>
/// <param name="Head">Its first rows.</param>
/// <param name="Rows">All its rows, read anew each time.</param>
internal sealed record Sheet(IReadOnlyList<IReadOnlyList<string>> Head, IEnumerable<IReadOnlyList<string>> Rows);

/// <summary>The tables of a file as rows of text: every sheet of a workbook, or the one table of a text.</summary>
internal static class TableRows
{
    private const int LinesLooked = 40;

    /// <summary>The tables.</summary>
    public static IEnumerable<Sheet> Of(FormatInput input) =>
        input.Kind == "xlsx" ? XlsxRows.Sheets(input.Path).Select(s => Looked(XlsxRows.Read(input.Path, s))) : [Looked(Text(input))];

    private static Sheet Looked(IEnumerable<IReadOnlyList<string>> rows) => new([.. rows.Take(LinesLooked)], rows);

    /// <summary>A field as CSV writes it.</summary>
    public static string Quote(string? value) =>
        value is null ? ""
        : value.AsSpan().IndexOfAny(",\"\n\r") < 0 ? value
        : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Rows of another format as a CSV in the workspace, which is read in its place.</summary>
    /// <param name="input">The file they come from.</param>
    /// <param name="name">Name of the CSV.</param>
    /// <param name="rows">The rows, the heading first.</param>
    public static FormatInput AsCsv(FormatInput input, string name, IEnumerable<IEnumerable<string?>> rows)
    {
        var target = Path.Combine(input.Workspace, name);
        using (var writer = new StreamWriter(target))
            foreach (var row in rows)
                writer.WriteLine(string.Join(',', row.Select(Quote)));
        return new FormatInput(target, input.OriginalName, "text", [.. File.ReadLines(target).Take(LinesLooked)], input.Workspace);
    }

    // Where the first heading is several with a backslash before the columns' own ("freq,partner\TIME_PERIOD"), so is the first field of a row.
    private static IEnumerable<IReadOnlyList<string>> Text(FormatInput input)
    {
        var compound = input.Delimiter != ',' && input.Header is [var first, ..] && first.Contains('\\', StringComparison.Ordinal);
        foreach (var line in TextFile.Lines(input.Path))
        {
            string[] fields =
                input.Delimiter == ',' ? Codes.DataText.SplitCsv(line) : [.. line.Split(input.Delimiter).Select(f => f.Trim().Trim('"'))];
            yield return compound ? [.. fields[0].Split('\\')[0].Split(','), .. fields.Skip(1)] : fields;
        }
    }
}
