using System.Reflection;

namespace Assay.Trade.Codes;

/// <summary>Reads the data tables that ship inside the assembly.</summary>
internal static class DataText
{
    /// <summary>The lines of an embedded text file, such as <c>Codes.Data.countries.csv</c>, without blank lines and lines that start with #.</summary>
    public static IEnumerable<string> Lines(string name) => All(name).Where(l => l.Length > 0 && l[0] != '#');

    /// <summary>Every line of an embedded text file.</summary>
    public static IEnumerable<string> All(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Assay.Trade.{name}")
            ?? throw new InvalidOperationException($"There is no embedded data file named {name}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    /// <summary>The rows of an embedded CSV file without its header.</summary>
    public static IEnumerable<string[]> Rows(string name) => Lines(name).Skip(1).Select(SplitCsv);

    /// <summary>Names of embedded files that start so.</summary>
    public static IEnumerable<string> Names(string prefix) =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(n => n.StartsWith("Assay.Trade." + prefix, StringComparison.Ordinal))
            .Select(n => n["Assay.Trade.".Length..]).Order(StringComparer.Ordinal);

    /// <summary>The fields of one CSV line: comma, optional double quotes, doubled inside.</summary>
    public static string[] SplitCsv(string line)
    {
        var fields = new List<string>();
        var field = new System.Text.StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (quoted && c == '"' && i + 1 < line.Length && line[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }

        fields.Add(field.ToString());
        return [.. fields];
    }
}
