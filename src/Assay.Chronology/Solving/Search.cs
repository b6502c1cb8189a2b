namespace Assay.Chronology.Solving;

/// <summary>Decides questions about one network: bounds are propagated to their fixpoint, and where the least solution violates a choice
/// the
/// search branches on it, learning a clause from each conflict.</summary>
/// <remarks>Keeps what it learned from the premises for later questions. Not thread-safe.</remarks>
internal sealed partial class Search
{
    private readonly Network net;
    private readonly bool lowerOnly;
    private readonly List<Difference> asked = [];
    private readonly List<int> pendingUnits = [];
    private bool refuted;

    /// <summary>Prepares the search and propagates the premises.</summary>
    /// <param name="net">The network.</param>
    /// <param name="upperBounds">True where upper bounds will be read; without them networks closed under minimum take half the
    /// work.</param>
    public Search(Network net, bool upperBounds)
    {
        this.net = net;
        lowerOnly = net.ClosedUnderMinimum && !upperBounds;
        Prepare();
        refuted = net.Impossible || !AddBaseClauses() || !StartBounds() || Propagate() is not null;
    }

    /// <summary>The network.</summary>
    public Network Net => net;

    /// <summary>Conflicts that the last question cost.</summary>
    public int Conflicts { get; private set; }

    /// <summary>Lower bounds of the last solution: where satisfiable, they satisfy everything.</summary>
    public long[] Lower => solutionLower;

    /// <summary>Upper bounds beside <see cref="Lower"/>.</summary>
    public long[] Upper => solutionUpper;

    /// <summary>The literals that hold in the last solution, one per group of choices.</summary>
    public List<int> Chosen { get; } = [];

    /// <summary>Decides whether the premises, some more differences and some literals can hold together.</summary>
    /// <param name="extra">More differences.</param>
    /// <param name="assumptions">Literals assumed.</param>
    /// <param name="maxConflicts">Conflicts allowed.</param>
    /// <param name="capture">Whether the solution will be read.</param>
    /// <param name="cancellation">Stops the search with an exception.</param>
    public ComponentStatus Solve(
        IReadOnlyList<Difference> extra,
        IReadOnlyList<int> assumptions,
        int maxConflicts,
        bool capture,
        CancellationToken cancellation
    )
    {
        Conflicts = 0;
        if (refuted || !AddPendingUnits())
            return ComponentStatus.Unsatisfiable;

        try
        {
            NewLevel();
            return Ask(extra) ? Run(assumptions, maxConflicts, capture, cancellation) : ComponentStatus.Unsatisfiable;
        }
        finally
        {
            Backtrack(0);
            Withdraw();
        }
    }

    private ComponentStatus Run(IReadOnlyList<int> assumptions, int maxConflicts, bool capture, CancellationToken cancellation)
    {
        var untilRestart = 64;
        var restartAfter = 64;
        while (true)
        {
            if (Propagate() is { } conflict)
            {
                if (Level <= 1 || ++Conflicts > maxConflicts)
                    return Level <= 1 ? ComponentStatus.Unsatisfiable : ComponentStatus.Unknown;

                if (!Learn(conflict))
                    return ComponentStatus.Unsatisfiable;

                untilRestart--;
                continue;
            }

            if (untilRestart <= 0)
            {
                cancellation.ThrowIfCancellationRequested();
                restartAfter += restartAfter / 4;
                untilRestart = restartAfter;
                Backtrack(Math.Min(Level, 1));
                continue;
            }

            if (Level - 1 < assumptions.Count)
            {
                var literal = assumptions[Level - 1];
                if (ValueOf(literal) < 0)
                    return ComponentStatus.Unsatisfiable;

                NewLevel();
                AssignIfOpen(literal);
                continue;
            }

            var decision = PickViolated();
            if (decision < 0)
            {
                Capture(capture);
                return ComponentStatus.Satisfiable;
            }

            NewLevel();
            Assign(decision, Why.Decision, -1);
        }
    }

    private void AssignIfOpen(int literal)
    {
        if (ValueOf(literal) == 0)
            Assign(literal, Why.Decision, -1);
    }

    private bool AddPendingUnits()
    {
        foreach (var unit in pendingUnits)
        {
            if (ValueOf(unit) < 0 || (ValueOf(unit) == 0 && !AssignRoot(unit)))
            {
                refuted = true;
                return false;
            }
        }

        pendingUnits.Clear();
        return true;
    }

    private bool AssignRoot(int literal)
    {
        Assign(literal, Why.Decision, -1);
        return Propagate() is null;
    }
}
