using System.Text.Json.Nodes;
using Assay.Cases.Books;
using Assay.Trade.Findings;
using Assay.Wording.Trade;

namespace Assay.TradePages;

/// <summary>A scan as JSON; the schema is <c>docs/trade-scan.schema.json</c>. Unknown amounts are null, never zero.</summary>
internal static class ScanJson
{
    /// <summary>Its first <paramref name="top"/> cells with what was compared, or the destinations in the order asked for.</summary>
    public static JsonNode Of(ScanReply scan, int top) =>
        scan.Destinations is { } destinations ? Destinations(destinations) : Cells(scan.Report, scan.List, top);

    private static JsonObject Cells(ScanReport report, string list, int top) =>
        new()
        {
            ["origin"] = report.Request.Origin is { } o ? new JsonArray([.. o.Select(c => JsonValue.Create(c))]) : null,
            ["target"] = report.Request.Target,
            ["side"] = SideWords.Name(report.Request.Side),
            ["targetReports"] = report.TargetReports,
            ["silent"] = new JsonArray([.. report.Silent.Select(c => JsonValue.Create(c))]),
            ["list"] = list,
            ["period"] = new JsonObject { ["before"] = Span(report, report.Window.Before), ["after"] = Span(report, report.Window.After) },
            ["unit"] = ScanWords.Unit(report),
            ["rates"] = new JsonArray([
                .. report.Rates.Select(r => new JsonObject
                {
                    ["currency"] = r.Currency,
                    ["period"] = r.Period,
                    ["rate"] = r.Factor,
                }),
            ]),
            ["ratesFrom"] = report.Request.Rates.Source,
            ["counterfactual"] = report.Method.ToString(),
            ["placeboCells"] = report.PlaceboCells,
            ["placeboYear"] = report.PlaceboYear is { } year ? Span(report, year.After) : null,
            ["power"] = ScanWords.Power(report.Power),
            ["heldOut"] = report.Panel.HeldOut,
            ["coverage"] = report.Coverage,
            ["leftOut"] = new JsonObject
            {
                ["reporters"] = new JsonArray([.. report.Panel.LeftOut.Members.Select(m => (JsonNode)m)]),
                ["share"] = report.Panel.LeftOut.Share,
                ["periods"] = new JsonArray([.. report.Panel.LeftOut.Periods.Select(t => (JsonNode)t)]),
            },
            ["lacking"] = new JsonArray([
                .. report.Panel.Gaps.Select(g => new JsonObject
                {
                    ["reporter"] = g.Member,
                    ["periods"] = new JsonArray([.. g.Periods.Select(t => (JsonNode)t)]),
                    ["worth"] = g.Worth,
                }),
            ]),
            ["findings"] = new JsonArray([.. report.Findings.Take(top).Select(f => Finding(f, report.Request.Digits))]),
        };

    private static JsonArray Destinations(IReadOnlyList<DestinationTotal> totals) =>
        new([
            .. totals.Select(d => new JsonObject
            {
                ["destination"] = d.Destination,
                ["before"] = Number(d.Before),
                ["after"] = Number(d.After),
                ["counterfactual"] = Number(d.Counterfactual),
                ["excessLow"] = Number(d.ExcessLow),
                ["floor"] = Number(d.Floor),
                ["found"] = d.Found,
                ["cells"] = d.Cells,
                ["onwardKnown"] = d.OnwardKnown,
                ["growthRatio"] = Number(d.GrowthRatio),
                ["growthAgainstRest"] = Number(d.GrowthAgainstRest),
            }),
        ]);

    private static string Span(ScanReport report, int[] periods) =>
        $"{report.Panel.Periods[periods.Min()]}-{report.Panel.Periods[periods.Max()]}";

    private static JsonObject Finding(Finding f, int digits) =>
        new()
        {
            ["rank"] = f.Rank,
            ["destination"] = f.Destination,
            ["product"] = f.Product,
            ["level"] = digits == 8 ? "CN8" : $"HS{digits}",
            ["before"] = Number(f.Before),
            ["after"] = Number(f.After),
            ["counterfactual"] = Number(f.Counterfactual),
            ["excess"] = Number(f.Excess),
            ["excessLow"] = Number(f.ExcessLow),
            ["loss"] = Number(f.Loss),
            ["onward"] = Number(f.Onward),
            ["onwardKnown"] = f.OnwardKnown,
            ["outcomeAbsent"] = new JsonArray([.. f.OutcomeLeg.Absent.Select(p => JsonValue.Create(p))]),
            ["onwardLeg"] = Leg(f.OnwardLeg),
            ["mirrorLeg"] = Leg(f.MirrorLeg),
            ["lag"] = f.Lag,
            ["missing"] = Number(f.Missing),
            ["gapChange"] = Number(f.GapChange),
            ["unitValueZ"] = Number(f.UnitValueZ),
            ["floor"] = Number(f.Floor),
            ["floorAlone"] = Number(f.FloorAlone),
            ["growthRatio"] = Number(f.GrowthRatio),
            ["p"] = Number(f.P),
            ["q"] = Number(f.Q),
            ["pExcess"] = Number(f.PExcess),
            ["pSecond"] = Number(f.PSecond),
            ["standing"] = Standing(f.Standing),
            ["pDestinations"] = Number(f.PDestinations),
            ["pProducts"] = Number(f.PProducts),
            ["since"] = f.Since,
            ["newRoute"] = f.NewRoute,
            ["found"] = f.Found,
            ["verdict"] = f.Found ? "found" : ScanWords.Note(f),
            ["explanations"] = new JsonArray([
                .. f.Explanations.Select(e => new JsonObject
                {
                    ["name"] = e.Name,
                    ["state"] = ScanWords.State(e.State),
                    ["why"] = e.Why,
                }),
            ]),
        };

    private static JsonObject Standing(Standing standing) =>
        new()
        {
            ["t"] = Number(standing.T),
            ["periods"] = standing.Periods,
            ["periodsBefore"] = standing.PeriodsBefore,
            ["effectivePeriodsBefore"] = Number(standing.EffectivePeriods),
            ["placebo"] = new JsonArray([
                .. standing.Witnesses.Select(w => new JsonObject
                {
                    ["cells"] = w.Cells,
                    ["atLeast"] = w.AtLeast,
                    ["prolonged"] = w.Prolonged,
                }),
            ]),
        };

    private static JsonObject Leg(Leg leg) =>
        new()
        {
            ["state"] = MoneyWords.State(leg.State),
            ["currency"] = leg.Currency.Length == 0 ? null : leg.Currency,
            ["absent"] = new JsonArray([.. leg.Absent.Select(p => JsonValue.Create(p))]),
        };

    private static JsonValue? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;
}
