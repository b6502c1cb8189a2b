using System.Globalization;
using MiniExcelLibs;

namespace Assay.Trade.Formats;

/// <summary>Reads the rows of a workbook's sheets as text, one row at a time.</summary>
internal static class XlsxRows
{
    /// <summary>Names of the sheets in order.</summary>
    /// <exception cref="InvalidDataException">The workbook is damaged.</exception>
    public static IReadOnlyList<string> Sheets(string path) => Guarded(() => MiniExcel.GetSheetNames(path));

    /// <summary>The rows of one sheet.</summary>
    /// <exception cref="InvalidDataException">The workbook is damaged.</exception>
    public static IEnumerable<IReadOnlyList<string>> Read(string path, string sheet)
    {
        using var rows = Guarded(() =>
            MiniExcel.Query(path, useHeaderRow: false, sheetName: sheet, excelType: ExcelType.XLSX).GetEnumerator()
        );
        while (Guarded(rows.MoveNext))
            yield return [.. ((IDictionary<string, object?>)rows.Current).Values.Select(Text)];
    }

    // The library answers damage with exceptions of every kind; all mean that this workbook cannot be read.
    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new InvalidDataException($"the workbook is damaged: {e.Message.Split('\n')[0]}", e);
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
