using Assay.Trade.Codes;
using Assay.Trade.Findings;
using Assay.Trade.Scanning;
using Assay.Trade.Simulation;
using Assay.Trade.Validation;

namespace Assay.Trade.Tests.Findings;

public sealed class InvestigationTests
{
    private static readonly SyntheticOptions Small = new()
    {
        Destinations = 24,
        Products = 120,
        Restricted = 30,
        Diversions = 8,
        Sizes = [2, 5],
        Misdeclared = 0,
        MedianCell = 60_000,
    };

    [Fact]
    public void Large_planted_diversions_are_found_and_ranked_before_what_is_not()
    {
        var trial = WorldTrial.Run(Small);
        Assert.Equal(CounterfactualMethod.ThreeWay, trial.Report.Method);
        Assert.True(trial.Ours.Recall(2) >= 0.75, $"recall {trial.Ours.Recall(2)}");
        Assert.True(trial.Ours.Recall(2) > trial.Naive.Recall(2));
        Assert.Equal(trial.Report.Findings.Count(f => f.Found), trial.Report.Findings.TakeWhile(f => f.Found).Count());
    }

    [Fact]
    public void World_without_events_gives_next_to_no_findings()
    {
        var trial = WorldTrial.Run(Small with { Effective = 0 }, 202203);
        Assert.True(trial.Ours.Flagged <= 0.05 * trial.Ours.Cells, $"{trial.Ours.Flagged} of {trial.Ours.Cells}");
    }

    [Fact]
    public void One_loss_is_not_counted_twice_over_several_destinations()
    {
        foreach (var product in WorldTrial.Run(Small).Report.Findings.GroupBy(f => f.Product))
            Assert.True(product.Sum(f => f.Floor) <= Math.Max(0, product.First().Loss) * (1 + 1e-9));
    }

    [Fact]
    public void Witnessed_cell_is_found_though_no_amount_is_sure()
    {
        var cell = new Finding
        {
            Destination = "KZ",
            Product = "854231",
            Before = 100,
            After = 140,
            Counterfactual = 110,
            Method = CounterfactualMethod.ThreeWay,
            ExcessLow = -10,
            Loss = 500,
            Onward = 60,
            OnwardLow = 40,
            Missing = double.NaN,
            PExcess = 0.1,
            PSecond = 1e-6,
            Q = 0.001,
        };
        Assert.True(cell.Found);
        Assert.Equal(0, cell.FloorAlone);
        Assert.False((cell with { OnwardLow = -5 }).Found);
        Assert.False((cell with { After = 105 }).Found);
        Assert.False((cell with { Q = 0.2 }).Found);
    }

    [Fact]
    public void Codes_that_a_revision_renumbered_are_one_product_where_families_are_asked_for()
    {
        var families = CodeFamilies.Build([new CodeLink("851713", 2022, "851712", 2017)]);
        var request = new PanelRequest(["DE"], "RU", ["851713"]) { Families = families };
        Assert.Equal(request.FamilyOf("851713"), request.FamilyOf("851712"));
        Assert.True(request.RestrictsFamily("851712"));
        Assert.False(request.RestrictsFamily("851762"));
        Assert.False((request with { Families = null }).RestrictsFamily("851712"));
    }

    [Fact]
    public void Destinations_are_ordered_by_growth_against_the_rest_and_those_with_little_before_come_last()
    {
        using var columns = MemoryColumns.From([
            .. new[] { ("KZ", 100, 300), ("KG", 100, 500), ("GE", 1, 90), ("RU", 500, 10) }.SelectMany(d =>
                new[]
                {
                    Row("DE", d.Item1, 2021, d.Item2),
                    Row("DE", d.Item1, 2022, d.Item3),
                    Row("DE", d.Item1, 2021, 50) with
                    {
                        Product = "010121",
                    },
                    Row("DE", d.Item1, 2022, d.Item1 == "KG" ? 250 : 50) with
                    {
                        Product = "010121",
                    },
                }
            ),
        ]);
        var report = Investigation.Run(columns, new PanelRequest(["DE"], "RU", ["8542"]) { Frequency = 'A' }, 202200).Value;
        Assert.Equal(["KG", "KZ", "GE"], report.ByGrowth(50).Select(d => d.Destination));
        Assert.Equal(["KZ", "KG", "GE"], report.ByGrowth(50, againstRest: true).Select(d => d.Destination));
        Assert.Equal(1, report.ByGrowth(50)[0].GrowthAgainstRest, 1e-9);
    }

    [Fact]
    public void Missing_report_is_unknown_and_not_zero()
    {
        var finding = Year(onward: null);
        Assert.False(finding.OnwardKnown);
        Assert.True(double.IsNaN(finding.Onward));
        Assert.Equal(ExplanationState.Unknown, finding.Explanations.Single(e => e.Name == "own demand").State);
    }

    [Fact]
    public void Onward_trade_is_the_rise_of_what_the_destination_reports()
    {
        Assert.Equal(70, Year(onward: [10, 10, 80]).Onward);
    }

    [Fact]
    public void Too_short_data_are_refused_with_the_periods_in_the_message()
    {
        using var columns = MemoryColumns.From([Row("DE", "RU", 2021, 1), Row("DE", "KZ", 2021, 1)]);
        var error = Investigation.Run(columns, new PanelRequest(["DE"], "RU", ["8542"]) { Frequency = 'A' }, 202100).Error;
        Assert.StartsWith("The data run from 202100 to 202100", error!.Message);
    }

    [Theory]
    [InlineData("890190", true)]
    [InlineData("880730", false)]
    public void Whole_craft_are_explained_by_registers_and_parts_are_not(string product, bool explained)
    {
        Assert.Equal(explained, Year(null, product).Explained);
    }

    private static Finding Year(double[]? onward, string product = "854231")
    {
        List<TradeRow> rows = [];
        foreach (var (year, ru, kz) in new[] { (2020, 900, 10), (2021, 1000, 10), (2022, 100, 500) })
        {
            rows.Add(Row("DE", "RU", year, 1000 * ru, product));
            rows.Add(Row("DE", "KZ", year, 1000 * kz, product));
        }

        if (onward is not null)
            for (var i = 0; i < 3; i++)
                rows.Add(Row("KZ", "RU", 2020 + i, onward[i], product));
        using var columns = MemoryColumns.From(rows);
        return Investigation
            .Run(columns, new PanelRequest(["DE"], "RU", [product]) { Frequency = 'A' }, 202200)
            .Value.Findings.Single(f => f.Destination == "KZ");
    }

    private static TradeRow Row(string reporter, string partner, int year, double value, string product = "854231") =>
        new(reporter, partner, 'X', product, "HS6", 'A', year * 100, "EUR", value, 0);
}
