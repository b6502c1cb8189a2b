using System.Globalization;
using Assay.Trade.Codes;

namespace Assay.Trade.Formats.ComextSdmx;

/// <summary>When the database of Eurostat was last changed, as its SDMX-CSV says it in every row (<c>13/01/23 11:00:00</c>).</summary>
internal static class LastUpdate
{
    private static readonly string[] Forms = ["dd/MM/yy", "dd/MM/yyyy", "yyyy-MM-dd"];

    /// <summary>The date under LAST UPDATE in the first row, or null.</summary>
    /// <param name="header">The headings.</param>
    /// <param name="lines">The first lines of the file, its heading the first of them.</param>
    public static DateOnly? Of(IReadOnlyList<string> header, IReadOnlyList<string> lines)
    {
        var at = header.ToList().FindIndex(h => h.Equals("LAST UPDATE", StringComparison.OrdinalIgnoreCase));
        if (at < 0 || lines.Count < 2)
            return null;
        var fields = DataText.SplitCsv(lines[1]);
        var text = at < fields.Length ? fields[at].Split(' ')[0] : "";
        return DateOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }
}
