using System.Text.Json.Nodes;

namespace Assay.TradePages;

/// <summary>A chart with the table that says the same.</summary>
/// <param name="Id">Id in the page.</param>
/// <param name="Title">Heading.</param>
/// <param name="Caption">What it shows and how to read it, one or two sentences.</param>
/// <param name="Spec">Name of its Vega-Lite specification, or null where there is nothing to draw.</param>
/// <param name="Unit">Unit of its amounts.</param>
/// <param name="Rows">Data of the chart.</param>
/// <param name="Head">Column heads of the table.</param>
/// <param name="Table">Rows of the table.</param>
internal sealed record TradeChart(
    string Id,
    string Title,
    string Caption,
    string? Spec,
    string Unit,
    JsonArray Rows,
    IReadOnlyList<string> Head,
    IReadOnlyList<string[]> Table
)
{
    /// <summary>A chart whose data are not there: the caption says why. Unknown, not zero.</summary>
    public static TradeChart Unknown(string id, string title, string why) => new(id, title, why, null, "", [], [], []);

    /// <summary>What the page's script draws from.</summary>
    public string Json =>
        new JsonObject
        {
            ["unit"] = Unit,
            ["spec"] = JsonNode.Parse(ChartScripts.Spec(Spec!)),
            ["rows"] = Rows.DeepClone(),
        }
            .ToJsonString()
            .Replace("<", "\\u003c", StringComparison.Ordinal);
}
