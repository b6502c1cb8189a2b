namespace Assay.Chronology.Solving;

/// <summary>The state of the search: bounds, literals and the trail that undoes them.</summary>
internal sealed partial class Search
{
    private long[] lower = [],
        upper = [];
    private long[] solutionLower = [],
        solutionUpper = [];
    private int[] lowerAt = [],
        upperAt = [],
        literalAt = [];
    private sbyte[] value = [];
    private Entry[] trail = new Entry[256];
    private int count,
        head;
    private readonly List<int> levels = [];
    private int[] outStart = [],
        outEdges = [],
        inStart = [],
        inEdges = [],
        groupsAtStart = [],
        groupsAt = [];
    private int[] groupsOfBooleanStart = [],
        groupsOfBoolean = [];
    private List<WindowGroup>[] groupsOfVariable = [];
    private int[] openVariables = [];
    private bool[] hasAsked = [];

    private enum Kind : byte
    {
        Literal,
        Lower,
        Upper,
    }

    private enum Why : byte
    {
        Decision,
        Clause,
        Edge,
        AskedEdge,
        Group,
        BoundLower,
        BoundUpper,
        Rival,
    }

    private int Level => levels.Count;

    private void Prepare()
    {
        var n = net.Points;
        (lower, upper, lowerAt, upperAt) = (new long[n], new long[n], new int[n], new int[n]);
        (solutionLower, solutionUpper, updates, stamps) = (new long[n], new long[n], new int[n], new int[n]);
        Array.Fill(lower, net.Floor);
        Array.Fill(upper, net.Ceiling);
        Array.Fill(lowerAt, -1);
        Array.Fill(upperAt, -1);
        hasAsked = new bool[n];
        value = new sbyte[net.Booleans];
        literalAt = new int[net.Booleans];
        savedPhase = new bool[net.Booleans];
        variableOf = new int[net.Booleans];
        watches = new List<int>[2 * net.Booleans];
        (outStart, outEdges) = Index(n, net.Edges.Length, e => net.Edges[e].From);
        (inStart, inEdges) = Index(n, net.Edges.Length, e => net.Edges[e].To);
        (groupsAtStart, groupsAt) = Index(n, net.Groups.Length, g => net.Groups[g].Point);
        IndexGroups();
        IndexExclusions();
    }

    private void IndexGroups()
    {
        var uses = new List<(int Boolean, int Group)>();
        groupsOfVariable = new List<WindowGroup>[net.Zones.Length];
        activity = new double[net.Zones.Length];
        for (var g = 0; g < net.Groups.Length; g++)
        {
            var group = net.Groups[g];
            (groupsOfVariable[group.Variable] ??= []).Add(group);
            foreach (var a in group.Alternatives)
            {
                if (a.Literal >= 0)
                {
                    variableOf[a.Literal >> 1] = group.Variable;
                    if (uses.Count == 0 || uses[^1] != (a.Literal >> 1, g))
                        uses.Add((a.Literal >> 1, g));
                }
            }
        }

        (groupsOfBooleanStart, groupsOfBoolean) = Index(net.Booleans, uses.Count, u => uses[u].Boolean);
        for (var i = 0; i < groupsOfBoolean.Length; i++)
            groupsOfBoolean[i] = uses[groupsOfBoolean[i]].Group;

        var open = new List<int>();
        for (var v = 0; v < net.Zones.Length; v++)
        {
            foreach (var literal in net.Zones[v].Literals)
                variableOf[literal >> 1] = v;

            if (groupsOfVariable[v] is { } all && (net.Zones[v].Literals.Length > 0 || all.Exists(g => g.Alternatives.Length > 1)))
                open.Add(v);
        }

        openVariables = [.. open];
    }

    private static (int[] Start, int[] Items) Index(int keys, int items, Func<int, int> keyOf)
    {
        var start = new int[keys + 1];
        for (var i = 0; i < items; i++)
            start[keyOf(i) + 1]++;

        for (var k = 0; k < keys; k++)
            start[k + 1] += start[k];

        var (next, list) = ((int[])start.Clone(), new int[items]);
        for (var i = 0; i < items; i++)
            list[next[keyOf(i)]++] = i;

        return (start, list);
    }

    private int ValueOf(int literal) => (literal & 1) == 0 ? value[literal >> 1] : -value[literal >> 1];

    private void NewLevel() => levels.Add(count);

    private void Push(in Entry entry)
    {
        if (count == trail.Length)
            Array.Resize(ref trail, 2 * count);

        trail[count++] = entry;
    }

    private void Assign(int literal, Why why, int cause)
    {
        value[literal >> 1] = (sbyte)((literal & 1) == 0 ? 1 : -1);
        literalAt[literal >> 1] = count;
        Push(new Entry(Kind.Literal, why, literal, cause, -1, 0, -1, Level));
    }

    private void Backtrack(int level)
    {
        if (Level <= level)
            return;

        var until = levels[level];
        while (count > until)
        {
            ref var e = ref trail[--count];
            switch (e.Kind)
            {
                case Kind.Literal:
                    savedPhase[e.Ref >> 1] = (e.Ref & 1) == 0;
                    value[e.Ref >> 1] = 0;
                    break;
                case Kind.Lower:
                    (lower[e.Ref], lowerAt[e.Ref]) = (e.Old, e.Previous);
                    break;
                default:
                    (upper[e.Ref], upperAt[e.Ref]) = (e.Old, e.Previous);
                    break;
            }
        }

        levels.RemoveRange(level, Level - level);
        head = count;
    }

    /// <summary>Keeps the bounds and picks the literals of a solution.</summary>
    private void Capture(bool capture)
    {
        if (!capture)
            return;

        lower.CopyTo(solutionLower, 0);
        upper.CopyTo(solutionUpper, 0);
        Chosen.Clear();
        foreach (var v in openVariables)
        {
            var zoneClass = SatisfiedClass(v);
            if (net.Zones[v].Literals.Length > 0)
                Chosen.Add(net.Zones[v].Literals[zoneClass]);

            var groups = groupsOfVariable[v];
            for (var g = 0; g < groups.Count; g += net.Width)
            {
                var literal = groups[g].Alternatives[SatisfiedWindow(groups, g, zoneClass)].Literal;
                if (literal >= 0)
                    Chosen.Add(literal);
            }
        }
    }

    /// <summary>Takes over the solution of another solver.</summary>
    public void Adopt(ComponentAnswer answer)
    {
        Chosen.Clear();
        for (var p = 0; p < net.Points; p++)
            solutionLower[p] = answer.Points[p];

        for (var b = 0; b < net.Booleans; b++)
        {
            if (answer.Booleans[b])
                Chosen.Add(2 * b);
        }
    }

    /// <summary>One step of the search: what changed, what it was before, and why.</summary>
    /// <param name="Kind">What changed.</param>
    /// <param name="Why">What made it change.</param>
    /// <param name="Ref">The literal or the point.</param>
    /// <param name="Cause">Clause, edge or group.</param>
    /// <param name="Source">Position of the step it followed from, or -1.</param>
    /// <param name="Old">Bound before.</param>
    /// <param name="Previous">Position of the step before of the same bound, or -1.</param>
    /// <param name="Level">Level of the search.</param>
    private readonly record struct Entry(Kind Kind, Why Why, int Ref, int Cause, int Source, long Old, int Previous, int Level);
}
