using System.Globalization;
using MiniExcelLibs;

namespace Assay.Trade.Formats;

/// <summary>Reads the rows of a workbook's sheets as text, one row at a time.</summary>
internal static class XlsxRows
{
    /// <summary>Names of the sheets in order.</summary>
    public static IReadOnlyList<string> Sheets(string path) => MiniExcel.GetSheetNames(path);

    /// <summary>The rows of one sheet.</summary>
    public static IEnumerable<IReadOnlyList<string>> Read(string path, string sheet)
    {
        foreach (
            IDictionary<string, object?> row in MiniExcel.Query(path, useHeaderRow: false, sheetName: sheet, excelType: ExcelType.XLSX)
        )
        {
            yield return [.. row.Values.Select(Text)];
        }
    }

    private static string Text(object? cell) =>
        cell switch
        {
            null => "",
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            DateTime date => date.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => cell.ToString() ?? "",
        };
}
