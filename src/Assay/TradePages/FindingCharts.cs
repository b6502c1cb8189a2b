using System.Globalization;
using System.Text.Json.Nodes;
using Assay.Commands.Trade;
using Assay.Ground.Countries;
using Assay.Trade.Codes;
using Assay.Trade.Findings;

namespace Assay.TradePages;

/// <summary>The charts of one finding.</summary>
internal sealed class FindingCharts(ScanReport report, Finding finding)
{
    private const int MostCompared = 15;
    private readonly TradePanel panel = report.Panel;
    private readonly int destination = report.DestinationAt(finding);
    private readonly int product = report.ProductAt(finding);

    private string Unit => report.Request.Mass ? "kg" : report.Request.Currency;

    /// <summary>All of them, in the order of the argument.</summary>
    public IReadOnlyList<TradeChart> All() => [Series(), Waterfall(), Mirror(), Onward(), UnitValues(), Comparison(), Map()];

    /// <summary>Name of a country, or its code.</summary>
    public static string Name(string code) => CountryTable.Shipped.FindCode(code)?.Name ?? code;

    /// <summary>A period as ISO month or year.</summary>
    public static string Period(int period) => period % 100 == 0 ? $"{period / 100}" : $"{period / 100}-{period % 100:00}";

    private static string Date(int period) => $"{period / 100}-{Math.Max(1, period % 100):00}-01";

    private TradeChart Series()
    {
        var path = report.PathOf(finding);
        // The bound is that of the sum after the effective date; here it is spread over its months in proportion.
        var share = finding.Counterfactual > 0 ? Math.Max(0, (finding.Excess - finding.ExcessLow) / finding.Counterfactual) : 0;
        var rows = new JsonArray([.. panel.Periods.Select((p, t) => (JsonNode)new JsonObject
        {
            ["period"] = Date(p), ["observed"] = Observed(t), ["expected"] = path[t], ["low"] = path[t] / (1 + share), ["high"] = path[t] * (1 + share),
            ["first"] = t == report.Window.Tau,
        })]);
        var table = panel.Periods.Select((p, t) => new[] { Period(p), Whole(Observed(t)), Whole(path[t]), Whole(path[t] * (1 + share)) }).ToList();
        return new TradeChart("series", "Observed and expected", $"Solid: exports as reported. Dashed: what would have been ({ScanCommand.Words(finding.Method)}). Band: what "
            + $"95 % of placebo cells of this size stay below, spread over the months. Upright line: {Period(panel.Periods[report.Window.Tau])}, the first period after the effective date.",
            "series", Unit, rows, ["Period", $"Observed, {Unit}", "Expected", "Upper bound"], table);
    }

    private TradeChart Waterfall()
    {
        var own = OwnGrowth();
        var price = PriceElsewhere();
        var demand = finding.Before * (own - 1);
        var priced = finding.Before * own * (price - 1);
        var rest = finding.Counterfactual - finding.Before - demand - priced;
        (string Step, double Amount, string How)[] steps =
        [
            ("same months before", finding.Before, "what the season alone gives"),
            ("own demand", demand, $"growth of the destination's unrestricted trade, {own.ToString("0.00", CultureInfo.InvariantCulture)}-fold"),
            ("price", priced, $"value per kg of the product in other destinations, {price.ToString("0.00", CultureInfo.InvariantCulture)}-fold"),
            ("the product elsewhere", rest, "what else the counterfactual holds: quantities in other destinations"),
            ("excess", finding.Excess, "observed less all of these"),
        ];
        var (rows, at) = (new JsonArray(new JsonObject { ["step"] = "observed", ["from"] = 0, ["to"] = finding.After, ["kind"] = "observed" }), 0.0);
        foreach (var (step, amount, _) in steps)
        {
            rows.Add(new JsonObject { ["step"] = step, ["from"] = at, ["to"] = at + amount, ["kind"] = step == "excess" ? "excess" : amount < 0 ? "more" : "less" });
            at += amount;
        }

        List<string[]> table = [["observed", Whole(finding.After), "as reported"], .. steps.Select(s => new[] { s.Step, Whole(s.Amount), s.How })];
        return new TradeChart("waterfall", "From what was observed to the excess", "What explains part of the trade, step by step; the last bar is what is left.", "waterfall", Unit, rows,
            ["Step", Unit, "How"], table);
    }

    private TradeChart Mirror() => report.Mirror(finding) is not { } arrived || arrived.All(v => v <= 0)
        ? TradeChart.Unknown("mirror", "Sent and received", $"{Name(finding.Destination)} reports no imports of these goods from the bloc for these periods in this lake: whether the goods arrived is unknown, not zero.")
        : Lines("mirror", "Sent and received", $"Goods that the bloc reports as sent and {Name(finding.Destination)} does not report as received may have gone elsewhere. Statistics of "
            + "two countries never agree fully (freight, timing, origin), so the change of the gap is what counts.", "sent, as the bloc reports", Observed,
            $"received, as {Name(finding.Destination)} reports", t => arrived[t], Unit);

    private TradeChart Onward() => report.Onward(finding) is not { } onward
        ? TradeChart.Unknown("onward", "Received and sent on", $"{Name(finding.Destination)} reports no exports to {Name(report.Request.Target)} for these periods in this lake: onward trade is unknown, not zero.")
        : Lines("onward", "Received and sent on", $"Exports of the same goods from {Name(finding.Destination)} to {Name(report.Request.Target)}, as {Name(finding.Destination)} reports them; best lag {finding.Lag} months.",
            $"bloc to {Name(finding.Destination)}", Observed, $"{Name(finding.Destination)} to {Name(report.Request.Target)}", t => onward[t], Unit);

    private TradeChart UnitValues()
    {
        double Own(int t) => Ratio(panel.Value(destination, product, t), panel.Masses[panel.At(destination, product, t)]);
        var others = Enumerable.Range(0, panel.Periods.Length).Select(t => Median(Enumerable.Range(0, panel.Destinations.Length).Where(j => j != destination)
            .Select(j => Ratio(panel.Value(j, product, t), panel.Masses[panel.At(j, product, t)])).Where(double.IsFinite).ToList())).ToArray();
        return report.Request.Mass || !Enumerable.Range(0, panel.Periods.Length).Any(t => double.IsFinite(Own(t)))
            ? TradeChart.Unknown("unit-values", "Unit values", "The data hold no weights beside the values, so prices per kilogram are unknown.")
            : Lines("unit-values", "Unit values", $"A jump against other destinations points to other goods under the same code, or to prices for a risk. Robust z of the change: {(double.IsNaN(finding.UnitValueZ) ? "unknown" : finding.UnitValueZ.ToString("0.0", CultureInfo.InvariantCulture))}.",
                $"to {Name(finding.Destination)}", Own, "median of other destinations", t => others[t], $"{Unit} per kg");
    }

    private TradeChart Comparison()
    {
        var same = report.Findings.Where(f => f.Product == finding.Product && f.Before > 0).OrderByDescending(f => f.After).Take(MostCompared)
            .Append(finding).DistinctBy(f => f.Destination).Where(f => double.IsFinite(f.GrowthRatio)).OrderByDescending(f => f.GrowthRatio).ToList();
        var rows = new JsonArray([.. same.Select(f => (JsonNode)new JsonObject { ["name"] = Name(f.Destination), ["ratio"] = Math.Min(f.GrowthRatio, 1000), ["this"] = f.Destination == finding.Destination })]);
        return new TradeChart("comparison", "Other destinations", $"The same goods to the {same.Count} largest destinations: trade after over trade in the same months before. The upright line is no change.", "comparison", Unit, rows,
            ["Destination", $"Before, {Unit}", $"After, {Unit}", "After / before"],
            [.. same.Select(f => new[] { Name(f.Destination), Whole(f.Before), Whole(f.After), f.GrowthRatio.ToString("0.00", CultureInfo.InvariantCulture) })]);
    }

    private TradeChart Map()
    {
        var numbers = CountryTable.Shipped.AllCodes().Where(c => int.TryParse(c.Code, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .GroupBy(c => c.Country.Code).ToDictionary(g => g.Key, g => g.First().Code.PadLeft(3, '0'), StringComparer.Ordinal);
        var cells = report.Findings.Where(f => f.Product == finding.Product).OrderByDescending(f => f.Excess).ToList();
        var rows = new JsonArray([.. cells.Where(f => numbers.ContainsKey(f.Destination)).Select(f => (JsonNode)new JsonObject { ["id"] = numbers[f.Destination], ["excess"] = Math.Max(0, f.Excess) })]);
        return new TradeChart("map", "Where trade rose above expectation", "The same goods to every destination with trade: observed less expected; nothing is shown below zero. Outlines: Natural Earth.", "map", Unit, rows,
            ["Destination", $"Observed, {Unit}", "Expected", "Excess", "q"],
            [.. cells.Select(f => new[] { Name(f.Destination), Whole(f.After), Whole(f.Counterfactual), Whole(f.Excess), f.Q.ToString("0.000", CultureInfo.InvariantCulture) })]);
    }

    private TradeChart Lines(string id, string title, string caption, string one, Func<int, double> first, string two, Func<int, double> second, string unit)
    {
        var rows = new JsonArray();
        foreach (var (name, amount) in new[] { (one, first), (two, second) })
            for (var t = 0; t < panel.Periods.Length; t++)
                if (double.IsFinite(amount(t))) rows.Add(new JsonObject { ["period"] = Date(panel.Periods[t]), ["who"] = name, ["amount"] = amount(t) });
        var table = panel.Periods.Select((p, t) => new[] { Period(p), Amount(first(t), unit), Amount(second(t), unit) }).ToList();
        return new TradeChart(id, title, caption, "lines", unit, rows, ["Period", $"{char.ToUpperInvariant(one[0])}{one[1..]}, {unit}", char.ToUpperInvariant(two[0]) + two[1..]], table);
    }

    private double Observed(int t) => panel.Value(destination, product, t);

    private double OwnGrowth()
    {
        var (before, after) = (report.Window.Before.Sum(t => panel.Unrestricted(destination, t)), report.Window.After.Sum(t => panel.Unrestricted(destination, t)));
        return before > 0 && finding.Method != CounterfactualMethod.SameAsBefore ? after / before : 1;
    }

    // Median change of value per kg of the product in the other destinations.
    private double PriceElsewhere()
    {
        if (report.Request.Mass || finding.Method == CounterfactualMethod.SameAsBefore) return 1;
        double Change(int j) => Ratio(panel.Sum(panel.Values, j, product, report.Window.After), panel.Sum(panel.Masses, j, product, report.Window.After))
            / Ratio(panel.Sum(panel.Values, j, product, report.Window.Before), panel.Sum(panel.Masses, j, product, report.Window.Before));
        var middle = Median(Enumerable.Range(0, panel.Destinations.Length).Where(j => j != destination).Select(Change).Where(c => double.IsFinite(c) && c > 0).ToList());
        return double.IsFinite(middle) ? middle : 1;
    }

    private static double Ratio(double value, double mass) => value > 0 && mass > 0 ? value / mass : double.NaN;

    private static double Median(List<double> values)
    {
        values.Sort();
        return values.Count == 0 ? double.NaN : values.Count % 2 == 1 ? values[values.Count / 2] : (values[(values.Count / 2) - 1] + values[values.Count / 2]) / 2;
    }

    private static string Whole(double value) => ScanOptions.Amount(value);

    private static string Amount(double value, string unit) => unit.EndsWith("per kg", StringComparison.Ordinal) && double.IsFinite(value) ? value.ToString("0.00", CultureInfo.InvariantCulture) : Whole(value);
}
