namespace Assay.Chronology.Solving;

/// <summary>Puts questions to a search, and to the fallback where the search runs out of budget.</summary>
internal sealed class Asker(SolverOptions options, IComponentSolver? fallback, CancellationToken cancellation)
{
    /// <summary>The budgets.</summary>
    public SolverOptions Options => options;

    /// <summary>Decides whether premises, differences and literals can hold together.</summary>
    public ComponentStatus Ask(Search search, IReadOnlyList<Difference> extra, IReadOnlyList<int> assumptions, bool capture = false)
    {
        cancellation.ThrowIfCancellationRequested();
        var status = search.Solve(extra, assumptions, options.MaxConflicts, capture, cancellation);
        if (status != ComponentStatus.Unknown || fallback is null)
            return status;

        var answer = fallback.Solve(Problem(search.Net, extra, assumptions), cancellation);
        if (answer.Status == ComponentStatus.Satisfiable)
            search.Adopt(answer);

        return answer.Status;
    }

    /// <summary>The question as a problem for a general solver.</summary>
    internal static ComponentProblem Problem(Network net, IReadOnlyList<Difference> extra, IReadOnlyList<int> assumptions)
    {
        var windows = new List<ConditionalWindow>();
        foreach (var g in net.Groups)
        {
            foreach (var a in g.Alternatives)
                windows.Add(new ConditionalWindow(g.Point, a.Literal, Math.Max(a.Low, net.Floor), a.High));
        }

        var rivals = net.Exclusions.SelectMany(s => s.SelectMany((a, i) => s.Take(i).Select(b => new[] { a ^ 1, b ^ 1 })));
        return new ComponentProblem(
            net.Points,
            net.Floor,
            net.Ceiling,
            net.Booleans,
            [.. net.Clauses, .. rivals, .. assumptions.Select(l => new[] { l })],
            [.. net.Edges, .. extra],
            windows
        );
    }
}
