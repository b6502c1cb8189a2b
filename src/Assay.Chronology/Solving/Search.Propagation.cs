namespace Assay.Chronology.Solving;

/// <summary>Propagation of bounds along differences and windows, and of literals along clauses.</summary>
internal sealed partial class Search
{
    private int[] updates = [],
        stamps = [];
    private int stamp;
    private readonly List<int> conflictSteps = [];

    /// <summary>Propagates to the fixpoint. Returns the steps that clash, or null. No steps: the differences alone clash.</summary>
    private List<int>? Propagate()
    {
        stamp++;
        conflictSteps.Clear();
        while (head < count)
        {
            var at = head++;
            var entry = trail[at];
            var sound = entry.Kind switch
            {
                Kind.Literal => Watch(entry.Ref) && Exclude(entry.Ref, at) && Narrow(entry),
                Kind.Lower => lowerAt[entry.Ref] != at || SpreadLower(entry.Ref, at),
                _ => upperAt[entry.Ref] != at || SpreadUpper(entry.Ref, at),
            };
            if (!sound)
            {
                head = count;
                return conflictSteps;
            }
        }

        return null;
    }

    private bool StartBounds()
    {
        for (var g = 0; g < net.Groups.Length; g++)
        {
            if (!Hull(g))
                return false;
        }

        // Points bounded by nothing but the floor can still be in a circle of differences.
        foreach (var edge in net.Edges)
        {
            if (!RaiseLower(edge.To, lower[edge.From] + edge.Weight, Why.Edge, 0, lowerAt[edge.From]))
                return false;
        }

        return true;
    }

    private bool Ask(IReadOnlyList<Difference> extra)
    {
        asked.Clear();
        foreach (var edge in extra)
        {
            asked.Add(edge);
            hasAsked[edge.From] = hasAsked[edge.To] = true;
        }

        stamp++;
        for (var e = 0; e < asked.Count; e++)
        {
            var edge = asked[e];
            if (
                !RaiseLower(edge.To, lower[edge.From] + edge.Weight, Why.AskedEdge, e, lowerAt[edge.From])
                || !CutUpper(edge.From, upper[edge.To], edge.Weight, Why.AskedEdge, e, upperAt[edge.To])
            )
                return false;
        }

        return true;
    }

    private void Withdraw()
    {
        foreach (var edge in asked)
            hasAsked[edge.From] = hasAsked[edge.To] = false;

        asked.Clear();
        ForgetTainted();
    }

    private bool SpreadLower(int point, int at)
    {
        var bound = lower[point];
        for (var i = outStart[point]; i < outStart[point + 1]; i++)
        {
            ref var edge = ref net.Edges[outEdges[i]];
            if (bound + edge.Weight > lower[edge.To] && !RaiseLower(edge.To, bound + edge.Weight, Why.Edge, outEdges[i], at))
                return false;
        }

        for (var e = 0; hasAsked[point] && e < asked.Count; e++)
        {
            if (asked[e].From == point && !RaiseLower(asked[e].To, bound + asked[e].Weight, Why.AskedEdge, e, at))
                return false;
        }

        return Eliminate(point, at, true);
    }

    private bool SpreadUpper(int point, int at)
    {
        var bound = upper[point];
        for (var i = inStart[point]; i < inStart[point + 1]; i++)
        {
            ref var edge = ref net.Edges[inEdges[i]];
            if (bound - edge.Weight < upper[edge.From] && !CutUpper(edge.From, bound, edge.Weight, Why.Edge, inEdges[i], at))
                return false;
        }

        for (var e = 0; hasAsked[point] && e < asked.Count; e++)
        {
            if (asked[e].To == point && !CutUpper(asked[e].From, bound, asked[e].Weight, Why.AskedEdge, e, at))
                return false;
        }

        return Eliminate(point, at, false);
    }

    private bool RaiseLower(int point, long bound, Why why, int cause, int source)
    {
        if (bound <= lower[point])
            return true;

        Push(new Entry(Kind.Lower, why, point, cause, source, lower[point], lowerAt[point], Level));
        (lower[point], lowerAt[point]) = (bound, count - 1);
        return bound > upper[point] ? Clash(lowerAt[point], upperAt[point]) : !Circles(point);
    }

    private bool CutUpper(int point, long bound, long weight, Why why, int cause, int source)
    {
        if (lowerOnly && why != Why.Group)
            return true;

        if (bound >= net.Ceiling || bound - weight >= upper[point])
            return true;

        Push(new Entry(Kind.Upper, why, point, cause, source, upper[point], upperAt[point], Level));
        (upper[point], upperAt[point]) = (bound - weight, count - 1);
        return upper[point] < lower[point] ? Clash(lowerAt[point], upperAt[point]) : !Circles(point);
    }

    private bool Clash(int first, int second)
    {
        conflictSteps.Add(first);
        conflictSteps.Add(second);
        return false;
    }

    /// <summary>A point that keeps moving may be on a circle of differences that pushes it for ever: the steps then lead back to
    /// it.</summary>
    private bool Circles(int point)
    {
        if (stamps[point] != stamp)
            (stamps[point], updates[point]) = (stamp, 0);

        var times = ++updates[point];
        if (times < 4 || (times & (times - 1)) != 0)
            return false;

        var at = count - 1;
        var kind = trail[at].Kind;
        while (trail[at].Why is Why.Edge or Why.AskedEdge && trail[at].Source >= 0)
        {
            at = trail[at].Source;
            if (trail[at].Ref == point && trail[at].Kind == kind)
            {
                conflictSteps.Clear();
                return true;
            }
        }

        return false;
    }

    /// <summary>Drops alternatives that end before the lower bound of their point or start after its upper bound.</summary>
    private bool Eliminate(int point, int at, bool byLower)
    {
        for (var i = groupsAtStart[point]; i < groupsAtStart[point + 1]; i++)
        {
            foreach (ref readonly var a in net.Groups[groupsAt[i]].Alternatives.AsSpan())
            {
                if (byLower ? a.High >= lower[point] : a.Low <= upper[point])
                    continue;

                if (a.Literal < 0)
                {
                    // Unconditional windows are bounds already, so the clash is found there.
                    continue;
                }

                var v = value[a.Literal >> 1];
                if (v > 0)
                    return Clash(at, literalAt[a.Literal >> 1]);

                if (v == 0)
                    AssignFalse(a.Literal, byLower ? Why.BoundLower : Why.BoundUpper, at);
            }
        }

        return true;
    }

    /// <summary>A literal became false, or its rivals did: groups that had it may bound their points more tightly.</summary>
    private bool Narrow(in Entry entry)
    {
        if (entry.Why == Why.Rival)
            return true;

        var boolean = entry.Ref >> 1;
        for (var i = groupsOfBooleanStart[boolean]; i < groupsOfBooleanStart[boolean + 1]; i++)
        {
            if (!Hull(groupsOfBoolean[i]))
                return false;
        }

        return true;
    }

    private bool Hull(int g)
    {
        var (low, high) = (long.MaxValue, long.MinValue);
        var group = net.Groups[g];
        foreach (ref readonly var a in group.Alternatives.AsSpan())
        {
            if (a.Literal < 0 || value[a.Literal >> 1] >= 0)
            {
                low = Math.Min(low, a.Low);
                high = Math.Max(high, a.High);
            }
        }

        if (low == long.MaxValue)
        {
            // The clauses find out that no alternative is left.
            return true;
        }

        return RaiseLower(group.Point, low, Why.Group, g, -1) && CutUpper(group.Point, high, 0, Why.Group, g, -1);
    }
}
