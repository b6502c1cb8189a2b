using Assay.Chronology.Solving;
using Google.OrTools.Sat;

namespace Assay.Cases.Clocks;

/// <summary>Decides what exceeds the temporal solver's own budget with OR-Tools CP-SAT.</summary>
/// <remarks>Thread-safe: each call builds a model of its own.</remarks>
/// <param name="seconds">Time that one problem may take, in seconds; the answer is then unknown.</param>
/// <param name="workers">Threads to use; one gives the same solution every time.</param>
public sealed class CpSatComponentSolver(double seconds = 30, int workers = 1) : IComponentSolver
{
    /// <inheritdoc/>
    public ComponentAnswer Solve(ComponentProblem problem, CancellationToken cancellation)
    {
        if (problem.Clauses.Any(c => c.Length == 0))
            return ComponentAnswer.Unsatisfiable;

        var model = new CpModel();
        var points = Enumerable.Range(0, problem.Points).Select(p => model.NewIntVar(0, problem.Ceiling - problem.Floor, "")).ToArray();
        var booleans = Enumerable.Range(0, problem.Booleans).Select(b => model.NewBoolVar("")).ToArray();
        Constrain(model, problem, points, booleans);
        var solver = new CpSolver
        {
            StringParameters = FormattableString.Invariant($"max_time_in_seconds:{seconds},num_workers:{workers}"),
        };
        using var stop = cancellation.Register(solver.StopSearch);
        return solver.Solve(model) switch
        {
            CpSolverStatus.Optimal or CpSolverStatus.Feasible => new ComponentAnswer(
                ComponentStatus.Satisfiable,
                [.. booleans.Select(b => solver.Value(b) != 0)],
                [.. points.Select(p => solver.Value(p) + problem.Floor)]
            ),
            CpSolverStatus.Infeasible => ComponentAnswer.Unsatisfiable,
            CpSolverStatus.Unknown => ComponentAnswer.Unknown,
            var other => throw new InvalidOperationException($"CP-SAT refused the model it was given: {other}."),
        };
    }

    private static void Constrain(CpModel model, ComponentProblem problem, IntVar[] points, BoolVar[] booleans)
    {
        ILiteral Literal(int l) => (l & 1) == 0 ? booleans[l >> 1] : booleans[l >> 1].Not();
        foreach (var clause in problem.Clauses)
            model.AddBoolOr(clause.Select(Literal));

        foreach (var d in problem.Differences)
            model.Add(points[d.To] - points[d.From] >= d.Weight);

        foreach (var w in problem.Windows)
        {
            var within = model.AddLinearConstraint(points[w.Point], w.Low - problem.Floor, w.High - problem.Floor);
            if (w.Literal >= 0)
                within.OnlyEnforceIf(Literal(w.Literal));
        }
    }
}
