using System.Text.Json.Nodes;
using Assay.Cases.Books;
using Assay.Trade.Findings;
using Assay.TradePages;
using Assay.Wording.Trade;

namespace Assay.Tests.Trade;

/// <summary>The steps from what was observed to the excess.</summary>
public sealed class WaterfallTests
{
    [Fact]
    public void Steps_go_back_when_demand_fell_and_add_up_to_what_was_observed()
    {
        var steps = Steps(new Cell(Before: 100, After: 150, Expected: 90, Demand: 0.8, Price: 1.25));
        Assert.Equal(["observed", "less", "more", "less", "more", "excess"], steps.Select(s => s.Kind));
        Assert.Equal([150, 100, -20, 20, -10, 60], steps.Select(s => Math.Round(s.To - s.From, 9)));
        Assert.All(steps.Skip(2), (step, i) => Assert.Equal(steps[i + 1].To, step.From, 1e-9));
        Assert.Equal(150, steps[^1].To, 1e-9);
    }

    [Fact]
    public void The_last_step_is_the_excess_when_less_was_traded_than_expected()
    {
        var last = Steps(new Cell(Before: 100, After: 70, Expected: 110, Demand: 1.1, Price: 1))[^1];
        Assert.Equal(("excess", -40), (last.Kind, Math.Round(last.To - last.From, 9)));
    }

    [Fact]
    public void Prices_per_kilogram_stand_by_destination_the_steepest_rise_first()
    {
        var cell = new Cell(Before: 100, After: 150, Expected: 90, Demand: 1, Price: 1);
        TradeChart Prices(params UnitPrice[] known) => new FindingCharts(Reply(cell, known)).All().Single(c => c.Id == "prices");
        var chart = Prices(new("AM", 10, 10), new("KZ", 10, 30), new("UZ", 8, 4));
        Assert.Equal(["Kazakhstan", "Armenia", "Uzbekistan"], chart.Table.Select(r => r[0]));
        Assert.Equal(["10.00", "30.00", "3.00"], chart.Table[0].Skip(1));
        Assert.Empty(Prices(new UnitPrice("KZ", 10, 30)).Table);
    }

    [Theory]
    [InlineData(CounterfactualMethod.ThreeWay, "X₀ = exp(a(destination, product) + l(product, month) + d(destination, month))")]
    [InlineData(CounterfactualMethod.OwnGrowth, "X₀ = X before × U after / U before, with U the destination's unrestricted trade")]
    [InlineData(CounterfactualMethod.SameAsBefore, "X₀ = X before")]
    public void The_formula_is_that_of_the_method_used(CounterfactualMethod method, string formula) =>
        Assert.Equal(formula, ScanWords.Formula(method));

    private static List<(double From, double To, string Kind)> Steps(Cell cell) =>
        [
            .. new FindingCharts(Reply(cell))
                .All()
                .Single(c => c.Id == "waterfall")
                .Rows.Select(r => (Number(r, "from"), Number(r, "to"), (string)r!["kind"]!)),
        ];

    private static double Number(JsonNode? row, string name) =>
        Convert.ToDouble(row![name]!.ToString(), System.Globalization.CultureInfo.InvariantCulture);

    private static CellReply Reply(Cell cell, IReadOnlyList<UnitPrice>? prices = null)
    {
        var finding = new Finding
        {
            Destination = "KZ",
            Product = "854231",
            Before = cell.Before,
            After = cell.After,
            Counterfactual = cell.Expected,
            Method = CounterfactualMethod.OwnGrowth,
            ExcessLow = 0,
            Loss = 0,
            Onward = double.NaN,
            OnwardLow = double.NaN,
            Missing = double.NaN,
            PExcess = 1,
            PSecond = double.NaN,
        };
        var panel = new TradePanel(["KZ"], ["854231"], 1, [202100, 202200], [1, 1], [cell.Before, cell.After], [0, 0]);
        var window = new Window(1, [1], [0]);
        var paths = new Counterfactual(
            finding.Method,
            window,
            [
                [cell.Before, cell.Expected],
            ]
        );
        var report = new ScanReport(new PanelRequest(["DE"], "RU", ["854231"]), panel, window, finding.Method, 0, 1, [finding], paths);
        var figures = new CellFigures
        {
            Observed = [cell.Before, cell.After],
            Expected = [cell.Before, cell.Expected],
            Sent = null,
            Arrived = null,
            SentOn = null,
            UnitValue = [double.NaN, double.NaN],
            UnitValueElsewhere = [double.NaN, double.NaN],
            UnitValues = prices ?? [],
            OwnGrowth = cell.Demand,
            PriceElsewhere = cell.Price,
        };
        return new CellReply(report, finding, figures, []);
    }

    private sealed record Cell(double Before, double After, double Expected, double Demand, double Price);
}
