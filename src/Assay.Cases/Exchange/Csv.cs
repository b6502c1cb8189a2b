using System.Globalization;

namespace Assay.Cases.Exchange;

/// <summary>Cells of CSV by RFC 4180. A cell that a spreadsheet would take for a formula, or that begins with an apostrophe, gets an
/// apostrophe before
/// it; taking one leading apostrophe off every cell gives the words back. A plain number stays as it is.</summary>
internal static class Csv
{
    private const string Risky = "=+-@\t\r\n'＝＋－＠";

    /// <summary>A row, with its end.</summary>
    public static string Row(params IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(string words)
    {
        var safe = IsRisky(words) ? "'" + words : words;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static bool IsRisky(string words) => words.Length > 0 && Risky.Contains(words[0]) && !IsNumber(words);

    private static bool IsNumber(string words) =>
        double.TryParse(words, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}
