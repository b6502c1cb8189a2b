using Assay.Trade.Findings;
using Assay.Trade.Simulation;

namespace Assay.Trade.Tests.Findings;

public sealed class PlaceboPoolTests
{
    private const int Pools = 60;
    private const int Cells = 480;

    /// <summary>Cells to which the same happened as to the placebo cells: a share of a must be at most a, within what
    /// so many draws scatter.</summary>
    [Theory]
    [InlineData(0.05, 0.0460, 0.0540)]
    [InlineData(0.02, 0.0165, 0.0205)]
    public void Cells_like_the_placebo_cells_stand_out_as_often_as_they_should(double level, double least, double most)
    {
        var (low, all) = (0, 0);
        for (var pool = 0; pool < Pools; pool++)
        {
            var placebo = new PlaceboPool(Drawn(pool, 0));
            foreach (var (size, score) in Drawn(pool, 1))
            {
                all++;
                if (placebo.P(size, score) <= level)
                    low++;
            }
        }

        Assert.InRange(low / (double)all, least, most);
    }

    [Fact]
    public void Single_placebo_cell_gives_no_p_below_a_half()
    {
        Assert.True(new PlaceboPool([(1e5, 0.1)]).P(1e5, 5) >= 0.5);
    }

    // Small cells jump more than large ones.
    private static IEnumerable<(double, double)> Drawn(int pool, int kind) =>
        Enumerable
            .Range(0, Cells)
            .Select(i =>
                Draws.Normal(Draws.Hash(7, 40, pool, i, kind)) is var size
                    ? (size, Draws.Normal(Draws.Hash(7, 41, pool, i, kind)))
                    : default
            )
            .Select(c => (Math.Exp(12 + c.size), Math.Exp(-0.3 * c.size) * c.Item2 * 0.4));
}
