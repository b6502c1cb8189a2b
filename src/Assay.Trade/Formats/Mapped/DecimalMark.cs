using System.Text.RegularExpressions;

namespace Assay.Trade.Formats.Mapped;

/// <summary>Tells from a table's own figures that commas part their decimals. Where fields are parted by commas it is not asked: a comma in
/// quotation marks may be a slip there, and its row is refused.</summary>
internal static partial class DecimalMark
{
    private const int RowsLooked = 20_000;

    /// <summary>What is said of the table, with the comma where its figures show it; the first figure that does.</summary>
    /// <param name="table">The table.</param>
    /// <param name="mapping">What is said of it so far.</param>
    /// <param name="input">The file.</param>
    public static (TradeMapping Mapping, string? Seen) Over(FoundTable table, TradeMapping mapping, FormatInput input)
    {
        if (mapping.DecimalSaid || (input.Kind == "text" && input.Delimiter == ','))
            return (mapping, null);
        List<int> amounts = [.. Enumerable.Range(0, table.Columns.Count).Where(i => table.Columns[i] is { IsAmount: true })];
        string? seen = null;
        foreach (var row in table.Rows.Skip(table.First).Take(RowsLooked))
        foreach (var cell in amounts.Where(i => i < row.Count).Select(i => row[i].Trim()))
        {
            if (Point().IsMatch(cell))
                return (mapping, null);
            if (seen is null && Comma().IsMatch(cell))
                seen = cell;
        }

        return seen is null ? (mapping, null) : (mapping with { Decimal = ",", DecimalSaid = true }, seen);
    }

    // "12,5", "1234,567", "1.234,50": a comma behind which no thousand begins.
    [GeneratedRegex(@"^-?(?:[\d \u00A0\u202F]*,(?:\d{1,2}|\d{4,})|\d{4,},\d{3}|\d{1,3}(?:\.\d{3})+,\d+)$")]
    private static partial Regex Comma();

    // "12.5", "1,234.50", "1,234,567"
    [GeneratedRegex(@"^-?(?:[\d \u00A0\u202F,]*\.(?:\d{1,2}|\d{4,})|\d{4,}\.\d{3}|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,})$")]
    private static partial Regex Point();
}
