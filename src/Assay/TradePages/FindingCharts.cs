using System.Text.Json.Nodes;
using Assay.Cases.Books;
using Assay.Trade.Findings;
using Assay.Wording.Trade;

namespace Assay.TradePages;

/// <summary>The charts of one finding.</summary>
internal sealed class FindingCharts(CellReply cell)
{
    private const int MostCompared = 15;
    private const double MostRatio = 1000;
    private readonly ScanReport report = cell.Report;
    private readonly Finding finding = cell.Finding;
    private readonly CellFigures figures = cell.Figures;
    private readonly int[] periods = cell.Report.Panel.Periods;

    private string Unit => ScanWords.Unit(report);

    /// <summary>All of them, in the order of the argument.</summary>
    public IReadOnlyList<TradeChart> All() => [Series(), Waterfall(), Mirror(), Onward(), UnitValues(), Prices(), Comparison(), Map()];

    private static string Date(int period) => $"{period / 100}-{Math.Max(1, period % 100):00}-01";

    private TradeChart Series()
    {
        var path = figures.Expected;
        // The bound is that of the sum after the effective date; here it is spread over its months in proportion.
        var share = finding.Counterfactual > 0 ? Math.Max(0, (finding.Excess - finding.ExcessLow) / finding.Counterfactual) : 0;
        var rows = new JsonArray([
            .. periods.Select(
                (p, t) =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["period"] = Date(p),
                            ["observed"] = double.IsFinite(Observed(t)) ? Observed(t) : null,
                            ["expected"] = path[t],
                            ["low"] = path[t] / (1 + share),
                            ["high"] = path[t] * (1 + share),
                            ["first"] = t == report.Window.Tau,
                        }
            ),
        ]);
        var table = periods
            .Select((p, t) => new[] { Amounts.Period(p), Whole(Observed(t)), Whole(path[t]), Whole(path[t] * (1 + share)) })
            .ToList();
        return new TradeChart(
            "series",
            "Observed and expected",
            $"Solid: {SideWords.Observed(report)}. Dashed: what would have been ({ScanWords.Method(finding.Method)}). Band: what "
                + $"95 % of placebo cells of this size stay below, spread over the months. Upright line: {Amounts.Period(periods[report.Window.Tau])}, the first period after the effective date.",
            "series",
            Unit,
            rows,
            ["Period", $"Observed, {Unit}", "Expected", "Upper bound"],
            table
        );
    }

    private TradeChart Waterfall()
    {
        var own = figures.OwnGrowth;
        var price = figures.PriceElsewhere;
        var demand = finding.Before * (own - 1);
        var priced = finding.Before * own * (price - 1);
        var rest = finding.Counterfactual - finding.Before - demand - priced;
        (string Step, double Amount, string How)[] steps =
        [
            ("same months before", finding.Before, "what the season alone gives"),
            ("own demand", demand, $"growth of the destination's unrestricted trade, {Amounts.Two(own)}-fold"),
            ("price", priced, $"value per kg of the product in other destinations, {Amounts.Two(price)}-fold"),
            ("the product elsewhere", rest, "what else the counterfactual holds: quantities in other destinations"),
            ("excess", finding.Excess, "observed less all of these"),
        ];
        var (rows, at) = (
            new JsonArray(
                new JsonObject
                {
                    ["step"] = "observed",
                    ["from"] = 0,
                    ["to"] = finding.After,
                    ["kind"] = "observed",
                }
            ),
            0.0
        );
        foreach (var (step, amount, _) in steps)
        {
            rows.Add(
                new JsonObject
                {
                    ["step"] = step,
                    ["from"] = at,
                    ["to"] = at + amount,
                    ["kind"] =
                        step == "excess" ? "excess"
                        : amount < 0 ? "more"
                        : "less",
                }
            );
            at += amount;
        }

        List<string[]> table =
        [
            ["observed", Whole(finding.After), "as reported"],
            .. steps.Select(s => new[] { s.Step, Whole(s.Amount), s.How }),
        ];
        return new TradeChart(
            "waterfall",
            "From what was observed to the excess",
            "What explains part of the trade, step by step; the last bar is what is left.",
            "waterfall",
            Unit,
            rows,
            ["Step", Unit, "How"],
            table
        );
    }

    private TradeChart Mirror() =>
        figures.Sent is not { } sent || figures.Arrived is not { } arrived || sent.All(Nothing) || arrived.All(Nothing)
            ? TradeChart.Unknown(
                "mirror",
                "Sent and received",
                $"{(figures.Sent is { } known && !known.All(Nothing) ? $"{CountryLabels.Name(finding.Destination)} reports no imports of these goods from the bloc" : $"The bloc reports no exports of these goods to {CountryLabels.Name(finding.Destination)}")} for these periods in this lake: whether the goods arrived is unknown, not zero."
            )
            : Lines(
                "mirror",
                "Sent and received",
                $"Goods that the bloc reports as sent and {CountryLabels.Name(finding.Destination)} does not report as received may have gone elsewhere. Statistics of "
                    + "two countries never agree fully (freight, timing, origin), so the change of the gap is what counts.",
                "sent, as the bloc reports",
                t => sent[t],
                $"received, as {CountryLabels.Name(finding.Destination)} reports",
                t => arrived[t],
                Unit
            );

    private TradeChart Onward() =>
        figures.SentOn is not { } onward
            ? TradeChart.Unknown(
                "onward",
                "Received and sent on",
                $"{CountryLabels.Name(finding.Destination)} reports no exports to {CountryLabels.Name(report.Request.Target)} for these periods in this lake: onward trade is unknown, not zero."
            )
            : Lines(
                "onward",
                "Received and sent on",
                $"Exports of the same goods from {CountryLabels.Name(finding.Destination)} to {CountryLabels.Name(report.Request.Target)}, as {CountryLabels.Name(report.TargetReports ? report.Request.Target : finding.Destination)} reports them; best lag {ScanWords.Months(finding.Lag)}.",
                $"bloc to {CountryLabels.Name(finding.Destination)}",
                Observed,
                $"{CountryLabels.Name(finding.Destination)} to {CountryLabels.Name(report.Request.Target)}",
                t => onward[t],
                Unit
            );

    private TradeChart UnitValues()
    {
        double Own(int t) => figures.UnitValue[t];
        return report.Request.Mass || !figures.UnitValue.Any(double.IsFinite)
            ? TradeChart.Unknown(
                "unit-values",
                "Unit values",
                "The data hold no weights beside the values, so prices per kilogram are unknown."
            )
            : Lines(
                "unit-values",
                "Unit values",
                $"A jump against other destinations points to other goods under the same code, or to prices for a risk. Robust z of the change: {ScanWords.Z(finding.UnitValueZ)}.",
                $"to {CountryLabels.Name(finding.Destination)}",
                Own,
                "median of other destinations",
                t => figures.UnitValueElsewhere[t],
                $"{Unit} per kg"
            );
    }

    private TradeChart Prices()
    {
        var same = figures
            .UnitValues.Take(MostCompared)
            .Concat(figures.UnitValues.Where(u => u.Destination == finding.Destination))
            .DistinctBy(u => u.Destination)
            .OrderByDescending(u => u.After / u.Before)
            .ToList();
        if (same.Count < 2)
            return TradeChart.Unknown(
                "prices",
                "Unit values by destination",
                "Fewer than two destinations have values and weights before and after, so what a kilogram cost cannot be compared."
            );
        return new TradeChart(
            "prices",
            "Unit values by destination",
            $"What a kilogram cost after over what it cost before, to the {same.Count} largest destinations with weights. The upright line is no change; one bar far from the others points to other goods under the same code.",
            "comparison",
            Unit,
            new JsonArray([
                .. same.Select(u =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["name"] = CountryLabels.Name(u.Destination),
                            ["ratio"] = Math.Min(u.After / u.Before, MostRatio),
                            ["this"] = u.Destination == finding.Destination,
                        }
                ),
            ]),
            ["Destination", $"Before, {Unit} per kg", $"After, {Unit} per kg", "After / before"],
            [
                .. same.Select(u =>
                    new[]
                    {
                        CountryLabels.Name(u.Destination),
                        Amounts.Two(u.Before),
                        Amounts.Two(u.After),
                        Amounts.Two(u.After / u.Before),
                    }
                ),
            ]
        );
    }

    private TradeChart Comparison()
    {
        var same = report
            .Findings.Where(f => f.Product == finding.Product && f.Before > 0)
            .OrderByDescending(f => f.After)
            .Take(MostCompared)
            .Append(finding)
            .DistinctBy(f => f.Destination)
            .Where(f => double.IsFinite(f.GrowthRatio))
            .OrderByDescending(f => f.GrowthRatio)
            .ToList();
        var rows = new JsonArray([
            .. same.Select(f =>
                (JsonNode)
                    new JsonObject
                    {
                        ["name"] = CountryLabels.Name(f.Destination),
                        ["ratio"] = Math.Min(f.GrowthRatio, MostRatio),
                        ["this"] = f.Destination == finding.Destination,
                    }
            ),
        ]);
        return new TradeChart(
            "comparison",
            "Other destinations",
            $"The same goods to the {same.Count} largest destinations: trade after over trade in the same months before. The upright line is no change.",
            "comparison",
            Unit,
            rows,
            ["Destination", $"Before, {Unit}", $"After, {Unit}", "After / before"],
            [.. same.Select(f => new[] { CountryLabels.Name(f.Destination), Whole(f.Before), Whole(f.After), Amounts.Two(f.GrowthRatio) })]
        );
    }

    private TradeChart Map()
    {
        var cells = report.Findings.Where(f => f.Product == finding.Product).OrderByDescending(f => f.Excess).ToList();
        var rows = new JsonArray([
            .. cells
                .Where(f => CountryLabels.Number(f.Destination) is not null)
                .Select(f => (JsonNode)new JsonObject { ["id"] = CountryLabels.Number(f.Destination), ["excess"] = Math.Max(0, f.Excess) }),
        ]);
        return new TradeChart(
            "map",
            "Where trade rose above expectation",
            "The same goods to every destination with trade: observed less expected; nothing is shown below zero. Outlines: Natural Earth.",
            "map",
            Unit,
            rows,
            ["Destination", $"Observed, {Unit}", "Expected", "Excess", "q"],
            [
                .. cells.Select(f =>
                    new[]
                    {
                        CountryLabels.Name(f.Destination),
                        Whole(f.After),
                        Whole(f.Counterfactual),
                        Whole(f.Excess),
                        Amounts.Chance(f.Q),
                    }
                ),
            ]
        );
    }

    private TradeChart Lines(
        string id,
        string title,
        string caption,
        string one,
        Func<int, double> first,
        string two,
        Func<int, double> second,
        string unit
    )
    {
        var rows = new JsonArray();
        foreach (var (name, amount) in new[] { (one, first), (two, second) })
            for (var t = 0; t < periods.Length; t++)
                if (double.IsFinite(amount(t)))
                    rows.Add(
                        new JsonObject
                        {
                            ["period"] = Date(periods[t]),
                            ["who"] = name,
                            ["amount"] = amount(t),
                        }
                    );
        var table = periods.Select((p, t) => new[] { Amounts.Period(p), Amount(first(t), unit), Amount(second(t), unit) }).ToList();
        return new TradeChart(
            id,
            title,
            caption,
            "lines",
            unit,
            rows,
            ["Period", $"{char.ToUpperInvariant(one[0])}{one[1..]}, {unit}", char.ToUpperInvariant(two[0]) + two[1..]],
            table
        );
    }

    private static bool Nothing(double value) => !(value > 0);

    private double Observed(int t) => figures.Observed[t];

    private static string Whole(double value) => Amounts.Whole(value);

    private static string Amount(double value, string unit) =>
        unit.EndsWith("per kg", StringComparison.Ordinal) && double.IsFinite(value) ? Amounts.Two(value) : Whole(value);
}
