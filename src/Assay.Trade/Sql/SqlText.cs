using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Assay.Ground.DataFiles;

namespace Assay.Trade.Sql;

/// <summary>Loads the <c>.sql</c> files that lie beside the classes that run them, and quotes what goes into their braces.</summary>
internal static partial class SqlText
{
    private static readonly EmbeddedFiles Files = new(typeof(SqlText).Assembly, "Assay.Trade");

    /// <summary>
    /// Text of an embedded SQL file, such as <c>Lake.views.sql</c>, with each <c>{key}</c> replaced. What is put in is not looked at
    /// again: a
    /// file or a
    /// column may be called <c>{columns}</c>.
    /// </summary>
    public static string Load(string name, params ReadOnlySpan<(string Key, string Value)> values)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in values)
            given[key] = value;
        return Slot().Replace(Files.Text(name), m => given.GetValueOrDefault(m.Groups[1].Value) ?? m.Value);
    }

    /// <summary>A string literal.</summary>
    public static string Quote(string value) => "'" + value.Replace("'", "''", StringComparison.Ordinal) + "'";

    /// <summary>A whole number.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A string literal of a file to read: its name is a name and no pattern.</summary>
    public static string File(string path)
    {
        var name = new StringBuilder(path.Length + 8);
        foreach (var c in path)
            _ = c is '*' or '?' or '[' ? name.Append('[').Append(c).Append(']') : name.Append(c);
        return Quote(name.ToString());
    }

    /// <summary>The table function over a Parquet file; its folders are no columns.</summary>
    public static string Parquet(string path) => $"read_parquet({File(path)}, hive_partitioning = false)";

    /// <summary>The table function over Parquet files.</summary>
    public static string Parquet(IEnumerable<string> paths) =>
        $"read_parquet([{string.Join(", ", paths.Select(File))}], hive_partitioning = false)";

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Slot();
}
