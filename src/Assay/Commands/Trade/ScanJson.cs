using System.Text.Json.Nodes;
using Assay.Trade.Findings;

namespace Assay.Commands.Trade;

/// <summary>A scan as JSON; the schema is <c>docs/trade-scan.schema.json</c>. Unknown amounts are null, never zero.</summary>
internal static class ScanJson
{
    /// <summary>The whole report, its first <paramref name="top"/> findings.</summary>
    public static JsonObject Of(ScanReport report, string list, int top) => new()
    {
        ["origin"] = report.Request.Origin is { } o ? new JsonArray([.. o.Select(c => JsonValue.Create(c))]) : null,
        ["target"] = report.Request.Target,
        ["list"] = list,
        ["period"] = new JsonObject
        {
            ["before"] = Span(report, report.Window.Before),
            ["after"] = Span(report, report.Window.After),
        },
        ["unit"] = report.Request.Mass ? "kg" : report.Request.Currency,
        ["counterfactual"] = report.Method.ToString(),
        ["placeboCells"] = report.PlaceboCells,
        ["coverage"] = report.Coverage,
        ["findings"] = new JsonArray([.. report.Findings.Take(top).Select(f => Finding(f, report.Request.Digits))]),
    };

    /// <summary>The report per destination, in the order given.</summary>
    public static JsonArray Destinations(IReadOnlyList<DestinationTotal> totals) => new([.. totals.Select(d => new JsonObject
    {
        ["destination"] = d.Destination, ["before"] = d.Before, ["after"] = d.After, ["counterfactual"] = d.Counterfactual,
        ["excessLow"] = d.ExcessLow, ["floor"] = d.Floor, ["found"] = d.Found, ["cells"] = d.Cells,
        ["onwardKnown"] = d.OnwardKnown, ["growthRatio"] = Number(d.GrowthRatio), ["growthAgainstRest"] = Number(d.GrowthAgainstRest),
    })]);

    private static string Span(ScanReport report, int[] periods) => $"{report.Panel.Periods[periods.Min()]}-{report.Panel.Periods[periods.Max()]}";

    private static JsonObject Finding(Finding f, int digits) => new()
    {
        ["rank"] = f.Rank, ["destination"] = f.Destination, ["product"] = f.Product, ["level"] = digits == 8 ? "CN8" : $"HS{digits}",
        ["before"] = f.Before, ["after"] = f.After, ["counterfactual"] = f.Counterfactual, ["excess"] = f.Excess, ["excessLow"] = f.ExcessLow,
        ["loss"] = f.Loss, ["onward"] = Number(f.Onward), ["onwardKnown"] = f.OnwardKnown, ["lag"] = f.Lag, ["missing"] = Number(f.Missing),
        ["gapChange"] = Number(f.GapChange), ["unitValueZ"] = Number(f.UnitValueZ), ["floor"] = f.Floor, ["floorAlone"] = f.FloorAlone,
        ["growthRatio"] = Number(f.GrowthRatio), ["p"] = f.P, ["q"] = f.Q, ["pDestinations"] = f.PDestinations, ["pProducts"] = f.PProducts, ["since"] = f.Since, ["newRoute"] = f.NewRoute, ["found"] = f.Found,
        ["explanations"] = new JsonArray([.. f.Explanations.Select(e => new JsonObject { ["name"] = e.Name, ["state"] = State(e.State), ["why"] = e.Why })]),
    };

    /// <summary>A state in words.</summary>
    public static string State(ExplanationState state) => state switch
    {
        ExplanationState.RuledOut => "ruled out",
        ExplanationState.Possible => "possible",
        _ => "unknown",
    };

    private static JsonValue? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;
}
