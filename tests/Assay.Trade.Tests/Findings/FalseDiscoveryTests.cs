using Assay.Trade.Findings;

namespace Assay.Trade.Tests.Findings;

/// <summary>q-values, with weights and without.</summary>
public sealed class FalseDiscoveryTests
{
    private const double Accepted = 0.1;

    [Fact]
    public void Equals_the_published_procedure_when_all_weigh_the_same()
    {
        double[] p = [0.01, 0.04, 0.03, 0.5];
        double[] q = [0.04, 0.16 / 3, 0.16 / 3, 0.5];
        Assert.All(FalseDiscovery.Q(p, [1, 1, 1, 1]).Zip(q), pair => Assert.Equal(pair.Second, pair.First, 12));
    }

    [Fact]
    public void Weights_by_rank_have_mean_one_reach_to_two_and_are_alike_for_like_amounts()
    {
        var weights = FalseDiscovery.ByRank([5, 1, 5, 100]);
        Assert.Equal([1, 0.25, 1, 1.75], weights);
        Assert.Equal(1, weights.Average(), 12);
        Assert.Equal([1, 1, 1], FalseDiscovery.ByRank([7, 7, 7]));
        Assert.Empty(FalseDiscovery.Q([], FalseDiscovery.ByRank([])));
    }

    /// <summary>Among 1,000 cells that chance alone made, whatever they weigh, one or more stand out in a tenth of the worlds at
    /// most.</summary>
    [Fact]
    public void Lets_no_more_through_by_weights_when_nothing_happens()
    {
        var (random, worlds) = (new Random(14), 0);
        for (var world = 0; world < 1000; world++)
        {
            var p = Enumerable.Range(0, 1000).Select(_ => random.NextDouble()).ToArray();
            var weights = FalseDiscovery.ByRank([.. p.Select(_ => Math.Exp(8 * random.NextDouble()))]);
            worlds += FalseDiscovery.Q(p, weights).Any(q => q <= Accepted) ? 1 : 0;
        }

        Assert.InRange(worlds, 70, 125);
    }

    /// <summary>Where what happens happens among the large amounts, more of it is found than by like weights, at the same rate of false
    /// ones.</summary>
    [Fact]
    public void Finds_more_of_what_lies_among_large_amounts()
    {
        var random = new Random(15);
        var (plain, weighted, wrong) = (0, 0, 0);
        for (var world = 0; world < 200; world++)
        {
            var p = Enumerable.Range(0, 1000).Select(i => i < 50 ? Math.Pow(random.NextDouble(), 8) : random.NextDouble()).ToArray();
            double[] amounts = [.. p.Select((_, i) => i < 50 ? 500 + 500 * random.NextDouble() : 1000 * random.NextDouble())];
            plain += FalseDiscovery.Q(p, [.. p.Select(_ => 1.0)]).Take(50).Count(q => q <= Accepted);
            var q = FalseDiscovery.Q(p, FalseDiscovery.ByRank(amounts));
            (weighted, wrong) = (weighted + q.Take(50).Count(v => v <= Accepted), wrong + q.Skip(50).Count(v => v <= Accepted));
        }

        Assert.True(weighted > 1.05 * plain, $"{weighted} against {plain}");
        Assert.InRange((double)wrong / (wrong + weighted), 0, 0.12);
    }
}
