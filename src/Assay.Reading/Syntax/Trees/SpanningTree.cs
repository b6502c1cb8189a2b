namespace Assay.Reading.Syntax.Trees;

/// <summary>
/// The tree of the greatest sum of scores with exactly one token below the root (Chu and Liu 1965, Edmonds 1967): the root's arcs but one
/// are shut out in turn where the tree without that rule has several.
/// </summary>
internal static class SpanningTree
{
    private const float Shut = -1e9f;

    /// <summary>The head of each node; that of node 0, the root, is 0.</summary>
    /// <param name="scores">Scores by dependent and head, a row for each dependent.</param>
    /// <param name="count">Nodes, the root among them.</param>
    public static int[] Of(ReadOnlySpan<float> scores, int count)
    {
        var table = new float[count, count];
        for (var d = 0; d < count; d++)
        for (var h = 0; h < count; h++)
            table[d, h] = d == h || d == 0 ? Shut : scores[d * count + h];
        var heads = Greedy(table);
        if (IsTree(heads))
            return heads;
        heads = Best(table);
        return Roots(heads) == 1 ? heads : OneRoot(table);
    }

    // The root's best child by the sum of the tree below it: with one arc of the root left, any tree has it.
    private static int[] OneRoot(float[,] table)
    {
        var count = table.GetLength(0);
        var (best, sum) = (Array.Empty<int>(), double.NegativeInfinity);
        foreach (var only in Candidates(table))
        {
            var shut = (float[,])table.Clone();
            for (var d = 1; d < count; d++)
                if (d != only)
                    shut[d, 0] = Shut;
            var heads = Best(shut);
            var total = Enumerable.Range(1, count - 1).Sum(d => (double)shut[d, heads[d]]);
            if (total > sum)
                (best, sum) = (heads, total);
        }
        return best;
    }

    // The few tokens that the root likes best; one of them is the child in all but made-up cases.
    private static IEnumerable<int> Candidates(float[,] table) =>
        Enumerable.Range(1, table.GetLength(0) - 1).OrderByDescending(d => table[d, 0] - BestOther(table, d)).Take(8);

    private static float BestOther(float[,] table, int dependent)
    {
        var best = Shut;
        for (var h = 1; h < table.GetLength(0); h++)
            best = Math.Max(best, table[dependent, h]);
        return best;
    }

    private static int Roots(int[] heads) => heads.Skip(1).Count(h => h == 0);

    private static bool IsTree(int[] heads) => Roots(heads) == 1 && Cycle(heads) is null;

    private static int[] Greedy(float[,] table)
    {
        var count = table.GetLength(0);
        var heads = new int[count];
        for (var d = 1; d < count; d++)
        {
            var best = 0;
            for (var h = 1; h < count; h++)
                if (table[d, h] > table[d, best])
                    best = h;
            heads[d] = best;
        }
        return heads;
    }

    private static List<int>? Cycle(int[] heads)
    {
        var seen = new int[heads.Length];
        for (var start = 1; start < heads.Length; start++)
        {
            var at = start;
            while (at != 0 && seen[at] == 0)
                (seen[at], at) = (start, heads[at]);
            if (at == 0 || seen[at] != start)
                continue;
            var cycle = new List<int> { at };
            for (var next = heads[at]; next != at; next = heads[next])
                cycle.Add(next);
            return cycle;
        }
        return null;
    }

    // Each cycle becomes one node; the tree of the smaller graph says where the cycle is broken.
    private static int[] Best(float[,] table)
    {
        var heads = Greedy(table);
        if (Cycle(heads) is not { } cycle)
            return heads;
        var smaller = new Contraction(table, heads, cycle);
        return smaller.Expand(Best(smaller.Table));
    }
}
