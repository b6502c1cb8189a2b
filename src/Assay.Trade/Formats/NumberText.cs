using System.Globalization;

namespace Assay.Trade.Formats;

/// <summary>SQL for numbers as publishers write them.</summary>
internal static class NumberText
{
    /// <summary>The number in a text that SQL can read: "1 234.5 p" without the blanks between thousands and the flag behind; a decimal
    /// comma
    /// only where the mapping says so.</summary>
    /// <param name="column">SQL that gives the text.</param>
    /// <param name="point">The file's decimal separator.</param>
    public static string Clean(string column, char point)
    {
        var bare = $"regexp_replace(replace(regexp_replace(trim({column}), ' +[a-z]+$', ''), ' ', ''), '^$', '0x')";
        return point == ',' ? $"replace(replace({bare}, '.', ''), ',', '.')" : bare;
    }

    /// <summary>A number of the file times a factor, written as the file writes numbers.</summary>
    /// <inheritdoc cref="Clean"/>
    /// <param name="column">SQL that gives the text.</param>
    /// <param name="point">The file's decimal separator.</param>
    /// <param name="factor">The factor.</param>
    public static string Times(string column, char point, double factor)
    {
        if (factor == 1)
            return column;
        var product = $"(TRY_CAST({Clean(column, point)} AS DOUBLE) * {factor.ToString("R", CultureInfo.InvariantCulture)})::VARCHAR";
        return point == ',' ? $"replace({product}, '.', ',')" : product;
    }
}
