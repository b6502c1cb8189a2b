using Assay.Trade.Lake;
using Assay.Trade.Sql;

namespace Assay.Trade.Formats;

/// <summary>Writes the <c>read_csv</c> call that reads a text file with known columns and keeps a list of the lines it cannot
/// read.</summary>
internal static class CsvScan
{
    /// <summary>The table function.</summary>
    /// <param name="input">The file.</param>
    /// <param name="numbers">Columns to read as numbers; all others are text.</param>
    /// <param name="integers">Columns to read as whole numbers.</param>
    public static string Of(FormatInput input, IReadOnlyCollection<string>? numbers = null, IReadOnlyCollection<string>? integers = null) =>
        Of(input.Path, input.Header, input.Delimiter, numbers, integers);

    /// <summary>The table function over a file with this header and delimiter.</summary>
    public static string Of(
        string path,
        IReadOnlyList<string> header,
        char delimiter,
        IReadOnlyCollection<string>? numbers = null,
        IReadOnlyCollection<string>? integers = null
    )
    {
        var columns = Unique(header)
            .Select(h =>
                $"{SqlText.Quote(h)}: '{(numbers?.Contains(h) == true ? "DOUBLE" : integers?.Contains(h) == true ? "INTEGER" : "VARCHAR")}'"
            );
        return $"read_csv({SqlText.File(path)}, hive_partitioning=false, compression='none', delim={SqlText.Quote(delimiter.ToString())}, header=true, quote='\"', escape='\"', auto_detect=false, "
            + $"columns={{{string.Join(", ", columns)}}}, store_rejects=true, rejects_table='reject_errors', rejects_scan='reject_scans', max_line_size=4194304)";
    }

    private static IEnumerable<string> Unique(IReadOnlyList<string> header)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < header.Count; i++)
            yield return seen.Add(header[i]) && header[i].Length > 0 ? header[i] : $"{header[i]}_{i}";
    }
}
