using Assay.Trade.Findings;
using Assay.Wording.Trade;

namespace Assay.Tests.Wording;

/// <summary>What is said of a cell in a few words.</summary>
public sealed class ScanWordsTests
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
        Onward = 90,
        OnwardLow = 80,
        Missing = double.NaN,
        PExcess = 0.001,
        PSecond = double.NaN,
        Q = 0.01,
        Floor = 80,
    };

    private static readonly Explanation Register = new("ship or aircraft registration", ExplanationState.Possible, "");

    [Fact]
    public void Nothing_is_added_when_a_cell_is_found_with_an_amount_and_onward_trade() => Assert.Equal("", ScanWords.Note(Cell));

    [Fact]
    public void The_amount_is_unsure_when_a_cell_is_found_without_a_floor() =>
        Assert.Equal("amount unsure", ScanWords.Note(Cell with { Floor = 0 }));

    [Fact]
    public void Onward_trade_is_unknown_when_a_found_cell_has_none_reported() =>
        Assert.Equal("onward unknown", ScanWords.Note(Cell with { Onward = double.NaN, OnwardLow = double.NaN }));

    [Fact]
    public void A_register_is_named_before_all_else_when_it_explains_a_cell() =>
        Assert.Equal("explained: registration", ScanWords.Note(Cell with { Explanations = [Register], Q = 0.5 }));

    [Fact]
    public void A_cell_is_within_the_range_of_placebos_when_its_q_is_above_a_tenth()
    {
        Assert.Equal("within placebo range", ScanWords.Note(Cell with { Q = 0.11, OnwardLow = 1 }));
        Assert.Equal("", ScanWords.Note(Cell with { Q = 0.1 }));
        Assert.NotEqual("within placebo range", ScanWords.Note(Cell with { Q = 0.1, OnwardLow = 1 }));
    }

    [Fact]
    public void There_are_too_few_cells_to_tell_when_none_of_so_few_could_stand_out()
    {
        var few = Cell with { Q = 0.11, Power = ScanPower.TooFewCells };
        Assert.Equal("too few cells to tell", ScanWords.Note(few));
        Assert.Equal("", ScanWords.Note(few with { Q = 0.1 }));
        Assert.Equal("no controls: cannot tell", ScanWords.Note(few with { Power = ScanPower.NoControls }));
    }

    [Fact]
    public void Goods_stay_there_when_hardly_any_are_seen_to_go_on() =>
        Assert.Equal("stays there", ScanWords.Note(Cell with { OnwardLow = 1 }));

    [Fact]
    public void There_is_no_floor_when_nothing_else_is_wrong_with_a_cell() =>
        Assert.Equal("no floor", ScanWords.Note(Cell with { ExcessLow = -10, Floor = 0, OnwardLow = -5 }));
}
