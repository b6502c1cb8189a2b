namespace Assay.Chronology.Solving;

/// <summary>Clauses with two watched literals, and what is learned from conflicts.</summary>
internal sealed partial class Search
{
    private readonly List<int[]?> clauses = [];
    private readonly List<int> tainted = [];
    private readonly List<int> learned = [];
    private readonly Stack<int> toExpand = new();
    private List<int>?[] watches = [];
    private bool[] seen = [];
    private bool usesAsked;
    private int openSteps;

    private bool AddBaseClauses()
    {
        foreach (var clause in net.Clauses)
        {
            if (clause.Length == 0)
                return false;

            if (clause.Length > 1)
            {
                // Watching reorders a clause, and networks may be shared.
                Attach([.. clause]);
            }
            else if (ValueOf(clause[0]) < 0)
                return false;
            else
                AssignIfOpen(clause[0]);
        }

        return true;
    }

    private int Attach(int[] clause)
    {
        clauses.Add(clause);
        (watches[clause[0] ^ 1] ??= []).Add(clauses.Count - 1);
        (watches[clause[1] ^ 1] ??= []).Add(clauses.Count - 1);
        return clauses.Count - 1;
    }

    /// <summary>Visits the clauses that watch the negation of a literal that became true.</summary>
    private bool Watch(int literal)
    {
        if (watches[literal] is not { } watching)
            return true;

        var kept = 0;
        for (var i = 0; i < watching.Count; i++)
        {
            var c = watching[i];
            if (clauses[c] is not { } clause)
                continue;

            if (clause[0] == (literal ^ 1))
                (clause[0], clause[1]) = (clause[1], clause[0]);

            if (ValueOf(clause[0]) <= 0 && MoveWatch(clause, c))
                continue;

            watching[kept++] = c;
            if (ValueOf(clause[0]) > 0)
                continue;

            if (ValueOf(clause[0]) < 0)
            {
                foreach (var l in clause)
                    conflictSteps.Add(literalAt[l >> 1]);

                watching.RemoveRange(kept, i + 1 - kept);
                return false;
            }

            Assign(clause[0], Why.Clause, c);
        }

        watching.RemoveRange(kept, watching.Count - kept);
        return true;
    }

    private bool MoveWatch(int[] clause, int c)
    {
        for (var k = 2; k < clause.Length; k++)
        {
            if (ValueOf(clause[k]) >= 0)
            {
                (clause[1], clause[k]) = (clause[k], clause[1]);
                (watches[clause[1] ^ 1] ??= []).Add(c);
                return true;
            }
        }

        return false;
    }

    /// <summary>Learns a clause from a conflict and goes back to where it has an effect. False where nothing can be satisfied.</summary>
    private bool Learn(List<int> conflict)
    {
        if (seen.Length < trail.Length)
            seen = new bool[trail.Length];

        usesAsked = false;
        // A conflict found later than it arose does not depend on the last decision: it is analysed at the level where it arose.
        while (!Analyse(conflict))
        {
            conflict = learned.ConvertAll(l => literalAt[l >> 1]);
            if (conflict.Count == 0)
                return false;

            Backtrack(conflict.Max(c => trail[c].Level));
        }

        return Assert();
    }

    /// <summary>
    /// Fills the learned clause, the literal of the last level first. False where nothing of the last level takes part; the clause then
    /// holds the literals of the levels before.
    /// </summary>
    private bool Analyse(List<int> conflict)
    {
        learned.Clear();
        openSteps = 0;
        var touched = new List<int>();
        foreach (var step in conflict)
            Mark(step, touched);

        var at = count;
        var isFound = false;
        while (!isFound)
        {
            ExpandEarlier(touched);
            do
            {
                at--;
            } while (at >= 0 && !(seen[at] && trail[at].Level == Level));

            if (at < 0)
                break;

            isFound = trail[at].Kind == Kind.Literal && openSteps == 1;
            if (isFound)
                learned.Insert(0, trail[at].Ref ^ 1);
            else
            {
                openSteps--;
                Expand(at, touched);
            }
        }

        foreach (var t in touched)
            seen[t] = false;

        return isFound;
    }

    private bool Assert()
    {
        if (learned.Count == 0)
            return false;

        var back = 1;
        for (var i = 1; i < learned.Count; i++)
        {
            var level = trail[literalAt[learned[i] >> 1]].Level;
            if (level > back)
                (back, learned[1], learned[i]) = (level, learned[i], learned[1]);
        }

        foreach (var l in learned)
            Bump(variableOf[l >> 1]);

        step *= 1.05;
        if (learned.Count == 1)
        {
            Backtrack(1);
            if (!usesAsked)
                pendingUnits.Add(learned[0]);

            // At this level the literal counts as a consequence of the question, which is safe.
            Assign(learned[0], Why.Decision, -1);
            return true;
        }

        Backtrack(back);
        var clause = Attach([.. learned]);
        if (usesAsked)
            tainted.Add(clause);

        Assign(learned[0], Why.Clause, clause);
        return true;
    }

    private void Mark(int at, List<int> touched)
    {
        if (at < 0 || seen[at] || trail[at].Level == 0)
            return;

        if (trail[at].Level == 1)
        {
            usesAsked = true;
            return;
        }

        seen[at] = true;
        touched.Add(at);
        if (trail[at].Level == Level)
            openSteps++;
        else if (trail[at].Kind == Kind.Literal)
            learned.Add(trail[at].Ref ^ 1);
        else
            toExpand.Push(at);
    }

    /// <summary>Bounds of earlier levels are no literals: they are replaced by what they follow from.</summary>
    private void ExpandEarlier(List<int> touched)
    {
        while (toExpand.TryPop(out var at))
            Expand(at, touched);
    }

    private void Expand(int at, List<int> touched)
    {
        ref var e = ref trail[at];
        switch (e.Why)
        {
            case Why.Clause:
                foreach (var l in clauses[e.Cause]!)
                {
                    if (l != e.Ref)
                        Mark(literalAt[l >> 1], touched);
                }

                break;
            case Why.Group:
                ExpandGroup(at, touched);
                break;
            default:
                usesAsked |= e.Why == Why.AskedEdge;
                Mark(e.Source, touched);
                break;
        }
    }

    private void ExpandGroup(int at, List<int> touched)
    {
        var isLower = trail[at].Kind == Kind.Lower;
        var bound = BoundAt(at);
        foreach (ref readonly var a in net.Groups[trail[at].Cause].Alternatives.AsSpan())
        {
            if (a.Literal >= 0 && (isLower ? a.Low < bound : a.High > bound))
                Mark(literalAt[a.Literal >> 1], touched);
        }
    }

    /// <summary>The bound that a step of a group set: that of the best alternative not yet dropped then.</summary>
    private long BoundAt(int at)
    {
        var isLower = trail[at].Kind == Kind.Lower;
        var bound = isLower ? long.MaxValue : long.MinValue;
        foreach (ref readonly var a in net.Groups[trail[at].Cause].Alternatives.AsSpan())
        {
            if (a.Literal < 0 || value[a.Literal >> 1] >= 0 || literalAt[a.Literal >> 1] > at)
                bound = isLower ? Math.Min(bound, a.Low) : Math.Max(bound, a.High);
        }

        return bound;
    }

    private void ForgetTainted()
    {
        foreach (var c in tainted)
            clauses[c] = null;

        tainted.Clear();
    }
}
