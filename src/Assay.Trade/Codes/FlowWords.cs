namespace Assay.Trade.Codes;

/// <summary>The words and codes that offices write for a flow, from <c>Formats/Data/flows.csv</c>.</summary>
internal static class FlowWords
{
    /// <summary>Words as the file has them, in small letters, with the flow each means.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } =
        DataText.Rows("Formats.Data.flows.csv").ToDictionary(r => r[0], r => r[1], StringComparer.Ordinal);
}
