using Assay.Trade.Findings;

namespace Assay.Trade.Tests.Findings;

/// <summary>What follows from the measures of a cell.</summary>
public sealed class FindingTests
{
    private static readonly Finding Cell = new()
    {
        Destination = "KZ",
        Product = "854231",
        Before = 100,
        After = 400,
        Counterfactual = 200,
        Method = CounterfactualMethod.ThreeWay,
        ExcessLow = 100,
        Loss = 300,
        Onward = 50,
        OnwardLow = 9,
        Missing = double.NaN,
        PExcess = 0.001,
        PSecond = double.NaN,
        Q = 0.01,
        Floor = 9,
    };

    [Theory]
    [InlineData(50, 9, double.NaN, 300, true)]
    [InlineData(50, 10, double.NaN, 300, false)]
    [InlineData(50, 9, 20, 300, false)]
    [InlineData(50, 9, double.NaN, 80, false)]
    [InlineData(double.NaN, double.NaN, double.NaN, 300, false)]
    public void Goods_stay_there_when_less_than_a_tenth_of_what_can_be_diverted_is_seen_to_go_on(
        double onward,
        double low,
        double missing,
        double loss,
        bool stays
    )
    {
        var cell = Cell with { Onward = onward, OnwardLow = low, Missing = missing, Loss = loss };
        Assert.Equal(stays, cell.StaysThere);
        Assert.Equal(!stays, cell.Found);
    }

    [Theory]
    [InlineData(0.2, ExplanationState.RuledOut)]
    [InlineData(0.21, ExplanationState.Possible)]
    [InlineData(double.NaN, ExplanationState.Unknown)]
    public void An_entrepot_explains_when_more_than_a_fifth_of_other_destinations_rose_alike(double share, ExplanationState state)
    {
        var facts = new ExplanationFacts(Cell, 1, 1, true, share, 1, OutcomeSide.Exports, false);
        Assert.Equal(state, ExplanationTests.Run(facts).Single(e => e.Name == "entrepot").State);
    }

    [Theory]
    [InlineData(2, 6, 0.05, 0.2)]
    [InlineData(2, 6, 0.051, 0.4)]
    [InlineData(1, 6, 0.01, 0)]
    [InlineData(5, 5, 0.01, double.NaN)]
    public void Others_that_rose_are_counted_without_the_cell_itself_when_there_are_enough(int up, int all, double p, double share) =>
        Assert.Equal(share, Scan.OthersUp((up, all), Cell with { P = p }));
}
