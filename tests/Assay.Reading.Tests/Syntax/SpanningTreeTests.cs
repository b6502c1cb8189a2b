using Assay.Reading.Syntax.Trees;
using CsCheck;

namespace Assay.Reading.Tests.Syntax;

public sealed class SpanningTreeTests
{
    [Fact]
    public void No_tree_with_one_root_has_a_greater_sum() =>
        Gen.Int[2, 6]
            .SelectMany(count => Gen.Float[-10, 10].Array[count * count].Select(scores => (count, scores)))
            .Sample(
                graph =>
                {
                    var heads = SpanningTree.Of(graph.scores, graph.count);
                    Assert.True(IsTree(heads));
                    Assert.True(Sum(graph.scores, heads) >= Trees(graph.count).Max(t => Sum(graph.scores, t)) - 1e-3);
                },
                iter: 2_000
            );

    [Fact]
    public void A_single_token_is_the_root() => Assert.Equal([0, 0], SpanningTree.Of([0, 0, -5, 9], 2));

    [Fact]
    public void Two_roots_become_one()
    {
        // Both tokens like the root best; the second loses less below the first.
        Assert.Equal([0, 0, 1], SpanningTree.Of([0, 0, 0, 9, 0, 1, 9, 8, 0], 3));
    }

    private static double Sum(float[] scores, int[] heads) =>
        Enumerable.Range(1, heads.Length - 1).Sum(d => (double)scores[d * heads.Length + heads[d]]);

    private static IEnumerable<int[]> Trees(int count)
    {
        var total = (int)Math.Pow(count, count - 1);
        for (var code = 0; code < total; code++)
        {
            var heads = new int[count];
            for (int d = 1, rest = code; d < count; d++, rest /= count)
                heads[d] = rest % count;
            if (IsTree(heads))
                yield return heads;
        }
    }

    private static bool IsTree(int[] heads)
    {
        if (heads.Skip(1).Count(h => h == 0) != 1)
            return false;
        for (var d = 1; d < heads.Length; d++)
        {
            var (at, steps) = (d, 0);
            while (at != 0 && steps++ <= heads.Length)
                at = heads[at];
            if (at != 0)
                return false;
        }
        return true;
    }
}
