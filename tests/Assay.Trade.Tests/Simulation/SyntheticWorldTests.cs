using Assay.Trade.Codes;
using Assay.Trade.Simulation;

namespace Assay.Trade.Tests.Simulation;

public sealed class SyntheticWorldTests
{
    private static readonly SyntheticWorld World = new(new SyntheticOptions { Seed = 7 });

    [Fact]
    public void Gives_the_same_figures_when_drawn_twice()
    {
        var again = new SyntheticWorld(World.Options);

        Assert.Equal(World.Planted, again.Planted);
        Assert.Equal(World.Exports(5, 17, 20), again.Exports(5, 17, 20));
        Assert.Equal(World.Destinations, again.Destinations);
    }

    [Fact]
    public void Plants_as_many_diversions_as_asked_for()
    {
        Assert.Equal(World.Options.Diversions, World.Planted.Count(d => d.IsDiversion));
        Assert.All(World.Planted.Where(d => d.IsDiversion), d => Assert.True(d.Diverted > 0 && d.Size > 0, d.ToString()));
        Assert.Contains(World.Planted, d => d is { IsDiversion: true, Onward: false });
        Assert.Contains(World.Planted, d => d is { IsDiversion: true, Onward: true });
    }

    [Fact]
    public void Raises_the_declared_cell_by_about_the_size_planted()
    {
        foreach (var d in World.Planted.Where(d => d is { IsDiversion: true, Misdeclared: false, Size: >= 1 }))
        {
            var (j, p) = (Index(World.Destinations, d.Destination), World.Products.ToList().FindIndex(x => x.Code == d.Product));
            var calm = new SyntheticWorld(World.Options with { Diversions = 0 });
            var from = Index(World.MonthList, d.From);
            var sum = Enumerable.Range(from, World.Options.Months - from).Sum(t => World.Exports(j, p, t));
            var without = Enumerable.Range(from, World.Options.Months - from).Sum(t => calm.Exports(j, p, t));
            Assert.InRange((sum - without) / d.Diverted, 0.7, 1.4);
        }
    }

    [Fact]
    public void Cuts_exports_of_restricted_goods_to_the_target_when_effective()
    {
        double Sum(int from, int to) =>
            Enumerable.Range(0, World.Options.Restricted).Sum(p => Enumerable.Range(from, to - from).Sum(t => World.Exports(0, p, t)));

        Assert.InRange(Sum(26, 36) / Sum(14, 24), 0.05, 0.4);
    }

    [Fact]
    public void Says_nothing_of_onward_trade_where_the_destination_is_silent()
    {
        var silent = World.Planted.First(d => d is { IsDiversion: true, Onward: false });

        Assert.True(double.IsNaN(World.Onward(Index(World.Destinations, silent.Destination), 0, 30)));
    }

    [Fact]
    public void Plants_nothing_when_there_is_no_effective_date() =>
        Assert.Empty(new SyntheticWorld(new SyntheticOptions { Effective = 0 }).Planted);

    private static int Index<T>(IReadOnlyList<T> list, T item) => list.ToList().IndexOf(item);
}
