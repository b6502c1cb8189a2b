using Assay.Html;

namespace Assay.TradePages;

/// <summary>
/// The chart library that the build put into the program: Vega, Vega-Lite, the interpreter that spares them <c>eval</c>, and the outlines
/// of
/// countries (Natural Earth). Absent where the program was built without npm; pages then show their tables and say so.
/// </summary>
internal static class ChartScripts
{
    /// <summary>The names of the scripts, in the order they have to run.</summary>
    public static IReadOnlyList<string> Files { get; } = ["vega.js", "vega-interpreter.js", "vega-lite.js"];

    /// <summary>True where the library is there.</summary>
    public static bool Present => Names.Contains("Assay.Charts.vega.js");

    /// <summary>The scripts in the order they have to run.</summary>
    public static IReadOnlyList<Asset> Load() => [.. Files.Select(f => Read("Assay.Charts." + f))];

    /// <summary>One of <see cref="Files"/>.</summary>
    public static Asset One(string file) => Read("Assay.Charts." + file);

    /// <summary>The outlines of the countries as TopoJSON, by ISO 3166 number.</summary>
    public static Asset World() => Read("Assay.Charts.world.json");

    /// <summary>A chart of the Assets folder.</summary>
    public static string Spec(string name) => Asset.Load($"charts.{name}.vl.json").Text;

    private static HashSet<string> Names => [.. typeof(ChartScripts).Assembly.GetManifestResourceNames()];

    // A script in a page must not hold the end of the script element.
    private static Asset Read(string name)
    {
        using var stream = typeof(ChartScripts).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return new Asset(
            reader
                .ReadToEnd()
                .Replace("\r\n", "\n", StringComparison.Ordinal)
                .Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase)
        );
    }
}
