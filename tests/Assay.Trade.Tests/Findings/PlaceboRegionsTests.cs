using Assay.Trade.Findings;

namespace Assay.Trade.Tests.Findings;

public sealed class PlaceboRegionsTests
{
    private const int Rounds = 12;
    private const int Cells = 2400;

    /// <summary>Cells to which the same happened as to the placebo cells, whose scatter differs by size and steadiness: a share of a must
    /// be at
    /// most a, within what so many draws scatter.</summary>
    [Theory]
    [InlineData(0.05, 0.0440, 0.0530)]
    [InlineData(0.01, 0.0075, 0.0115)]
    [InlineData(0.001, 0.0003, 0.0016)]
    public void Cells_like_the_placebo_cells_stand_out_as_often_as_they_should(double level, double least, double most)
    {
        var (low, all) = (0, 0);
        for (var draw = 0; draw < Rounds; draw++)
        {
            var regions = new PlaceboRegions([.. Drawn(draw, 0)]);
            foreach (var cell in Drawn(draw, 1))
            {
                all++;
                if (regions.P(cell) <= level)
                    low++;
            }
        }

        Assert.InRange(low / (double)all, least, most);
    }

    [Fact]
    public void A_cell_is_measured_by_cells_as_steady_as_itself()
    {
        var regions = new PlaceboRegions([.. Drawn(0, 0)]);
        var (steady, fitful) = (new Placed(1e5, 0.95, 2), new Placed(1e5, 0.05, 2));
        Assert.True(regions.P(steady) < regions.P(fitful) / 10, $"{regions.P(steady)} {regions.P(fitful)}");
    }

    [Fact]
    public void A_cell_is_measured_by_cells_of_its_own_size()
    {
        var regions = new PlaceboRegions([.. Drawn(0, 0)]);
        Assert.True(regions.P(new Placed(1e7, 0.5, 2)) < regions.P(new Placed(1e4, 0.5, 2)) / 10);
    }

    [Fact]
    public void Cells_all_of_one_size_and_steadiness_are_one_region()
    {
        var regions = new PlaceboRegions([.. Enumerable.Range(0, 3000).Select(i => new Placed(0, 1, i / 3000.0))]);
        Assert.Equal(0.1, regions.P(new Placed(0, 1, 0.9)), 0.01);
    }

    [Fact]
    public void A_few_placebo_cells_give_no_p_finer_than_their_number()
    {
        var regions = new PlaceboRegions([.. Enumerable.Range(0, 90).Select(i => new Placed(1e5, 0.5, i / 90.0))]);
        Assert.Equal(1 / 91.0, regions.P(new Placed(1e5, 0.5, 50)), 1e-9);
    }

    [Fact]
    public void Placebo_cells_wider_than_what_is_scanned_are_narrowed()
    {
        var regions = new PlaceboRegions([.. Drawn(0, 0)]);
        var before = regions.P(new Placed(1e5, 0.5, 1.2));
        regions.FitSpread([.. Drawn(0, 1).Select(c => c with { Rise = c.Rise * 0.6 })]);
        Assert.True(regions.P(new Placed(1e5, 0.5, 1.2)) < before);
    }

    [Fact]
    public void The_counts_that_are_shown_give_the_p_value()
    {
        var regions = new PlaceboRegions([.. Drawn(0, 0)]);
        var cell = new Placed(1e5, 0.5, 0.4);
        var counts = regions.Witnessing(cell);
        Assert.All(counts, c => Assert.True(c is { Prolonged: false, Cells: >= 1200, AtLeast: >= 10 }));
        var shares = counts.Select(c => (1.0 + c.AtLeast) / (1 + c.Cells)).ToArray();
        Assert.Equal(0.5 - (Math.Atan(shares.Average(s => Math.Tan((0.5 - s) * Math.PI))) / Math.PI), regions.P(cell), 1e-12);
        Assert.True(regions.Witnessing(cell with { Rise = 50 }).All(c => c.Prolonged && c.AtLeast < 10));
    }

    [Fact]
    public void A_rise_that_lasts_stands_out_more_than_one_delivery_of_as_much()
    {
        double[] lasting = [.. Enumerable.Repeat(100_000.0, 9)];
        double[] once = [900_000, 0, 0, 0, 0, 0, 0, 0, 0];
        Assert.True(Growth.Rise(lasting, 90_000) > 2 * Growth.Rise(once, 90_000));
    }

    [Theory]
    [InlineData(50_000, 90_000)]
    [InlineData(90_000, 90_000)]
    public void What_did_not_rise_scores_nothing(double observed, double counterfactual) =>
        Assert.Equal(0, Growth.Rise([observed], counterfactual));

    // Small cells jump more than large ones, and fitful ones more than steady ones.
    private static IEnumerable<Placed> Drawn(int draw, int kind) =>
        Enumerable
            .Range(0, Cells)
            .Select(i =>
                (
                    Size: Assay.Trade.Simulation.Draws.Normal(Assay.Trade.Simulation.Draws.Hash(7, 50, draw, i, kind)),
                    Steady: (Assay.Trade.Simulation.Draws.Hash(7, 51, draw, i, kind) % 1000) / 1000.0,
                    Luck: Assay.Trade.Simulation.Draws.Normal(Assay.Trade.Simulation.Draws.Hash(7, 52, draw, i, kind))
                )
            )
            .Select(c => new Placed(Math.Exp(12 + c.Size), c.Steady, Math.Exp((-0.3 * c.Size) - c.Steady) * c.Luck * 0.8));
}
