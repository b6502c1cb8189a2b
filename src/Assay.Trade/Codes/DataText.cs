using Assay.Ground.DataFiles;

namespace Assay.Trade.Codes;

/// <summary>The data tables that ship inside this assembly.</summary>
internal static class DataText
{
    private static readonly EmbeddedFiles Files = new(typeof(DataText).Assembly, "Assay.Trade");

    /// <summary>Every line of an embedded text file.</summary>
    public static IEnumerable<string> All(string name) => Files.AllLines(name);

    /// <summary>The rows of an embedded CSV file without its header.</summary>
    public static IEnumerable<string[]> Rows(string name) => Files.Rows(name);

    /// <summary>Names of embedded files that start so.</summary>
    public static IEnumerable<string> Names(string prefix) => Files.Names(prefix, "");

    /// <inheritdoc cref="Csv.Split"/>
    public static string[] SplitCsv(string line) => Csv.Split(line);
}
