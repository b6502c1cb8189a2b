namespace Assay.Reading.Syntax.Trees;

/// <summary>A graph whose cycle has become one node, its last.</summary>
internal sealed class Contraction
{
    private readonly float[,] before;
    private readonly int[] heads;
    private readonly List<int> cycle;
    private readonly List<int> rest;
    private readonly int[] entered;
    private readonly int[] left;

    /// <summary>Contracts a cycle.</summary>
    /// <param name="before">Scores by dependent and head.</param>
    /// <param name="heads">The best head of each node.</param>
    /// <param name="cycle">The nodes of the cycle.</param>
    public Contraction(float[,] before, int[] heads, List<int> cycle)
    {
        (this.before, this.heads, this.cycle) = (before, heads, cycle);
        rest = [.. Enumerable.Range(0, heads.Length).Except(cycle)];
        (entered, left) = (new int[rest.Count], new int[rest.Count]);
        Table = new float[rest.Count + 1, rest.Count + 1];
        for (var i = 0; i < rest.Count; i++)
        {
            for (var j = 0; j < rest.Count; j++)
                Table[i, j] = before[rest[i], rest[j]];
            Join(i);
        }
        Table[rest.Count, rest.Count] = float.NegativeInfinity;
    }

    /// <summary>The scores of the smaller graph.</summary>
    public float[,] Table { get; }

    /// <summary>The heads in the graph before, out of those of the smaller graph.</summary>
    public int[] Expand(int[] smaller)
    {
        var expanded = (int[])heads.Clone();
        for (var i = 1; i < rest.Count; i++)
            expanded[rest[i]] = smaller[i] == rest.Count ? left[i] : rest[smaller[i]];
        var head = smaller[rest.Count];
        expanded[entered[head]] = rest[head];
        return expanded;
    }

    // The best arc from a node into the cycle, less the arc that it breaks, and the best arc out of the cycle to the node.
    private void Join(int i)
    {
        var (into, from) = (float.NegativeInfinity, float.NegativeInfinity);
        foreach (var node in cycle)
        {
            var gain = before[node, rest[i]] - before[node, heads[node]];
            if (gain > into)
                (into, entered[i]) = (gain, node);
            if (before[rest[i], node] > from)
                (from, left[i]) = (before[rest[i], node], node);
        }
        (Table[rest.Count, i], Table[i, rest.Count]) = (into, from);
    }
}
