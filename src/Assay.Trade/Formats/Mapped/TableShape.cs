using Assay.Trade.Codes;

namespace Assay.Trade.Formats.Mapped;

/// <summary>Whether a table has a column per period, which its header alone decides.</summary>
internal static class TableShape
{
    private const int LeastPeriods = 2;
    private const int LinesLooked = 40;
    private const int SheetsLooked = 6;

    /// <summary>Whether a table, or a sheet of a workbook, has periods for headings.</summary>
    public static bool IsWide(FormatInput input) =>
        input.Kind == "xlsx"
            ? XlsxRows.Sheets(input.Path).Take(SheetsLooked).Any(s => IsWide([.. XlsxRows.Read(input.Path, s).Take(LinesLooked)]))
            : IsWide([.. input.Head.Select(l => (IReadOnlyList<string>)[.. l.Split(input.Delimiter).Select(c => c.Trim('"'))])]);

    // The header is the first row that is as long as the table is wide; what stands above it is shorter. Where every row but the header
    // ends with a separator, the header is one shorter.
    private static bool IsWide(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var width = rows.Count == 0 ? 0 : rows.Max(Filled);
        var header = rows.FirstOrDefault(r => Filled(r) >= width - 1);
        return header is not null && header.Count(c => PeriodText.Read(c) is not null) >= LeastPeriods;
    }

    private static int Filled(IReadOnlyList<string> row)
    {
        var last = row.Count;
        while (last > 0 && row[last - 1].Length == 0)
            last--;
        return last;
    }
}
