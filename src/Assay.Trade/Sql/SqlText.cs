using System.Globalization;
using Assay.Ground.DataFiles;

namespace Assay.Trade.Sql;

/// <summary>Loads the <c>.sql</c> files that lie beside the classes that run them, and quotes what goes into their braces.</summary>
internal static class SqlText
{
    private static readonly EmbeddedFiles Files = new(typeof(SqlText).Assembly, "Assay.Trade");

    /// <summary>Text of an embedded SQL file, such as <c>Lake.views.sql</c>, with each <c>{key}</c> replaced.</summary>
    public static string Load(string name, params ReadOnlySpan<(string Key, string Value)> values)
    {
        var text = Files.Text(name);
        foreach (var (key, value) in values)
        {
            text = text.Replace("{" + key + "}", value, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>A string literal.</summary>
    public static string Quote(string value) => "'" + value.Replace("'", "''", StringComparison.Ordinal) + "'";

    /// <summary>A list literal of strings.</summary>
    public static string List(IEnumerable<string> values) => "[" + string.Join(", ", values.Select(Quote)) + "]";

    /// <summary>A whole number.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
