using Assay.Chronology.Solving;
using Google.OrTools.Sat;

namespace Assay.Chronology.Tests.Solving;

/// <summary>CP-SAT as a component solver. The product's own lives in Assay.Cases, which these tests may not refer to.</summary>
internal sealed class CpSatFallback : IComponentSolver
{
    public ComponentAnswer Solve(ComponentProblem problem, CancellationToken cancellation)
    {
        if (problem.Clauses.Any(c => c.Length == 0))
            return ComponentAnswer.Unsatisfiable;

        var model = new CpModel();
        var points = Enumerable.Range(0, problem.Points).Select(p => model.NewIntVar(problem.Floor, problem.Ceiling, "")).ToArray();
        var booleans = Enumerable.Range(0, problem.Booleans).Select(b => model.NewBoolVar("")).ToArray();
        ILiteral Literal(int l) => (l & 1) == 0 ? booleans[l >> 1] : booleans[l >> 1].Not();
        foreach (var clause in problem.Clauses)
            model.AddBoolOr(clause.Select(Literal));

        foreach (var d in problem.Differences)
            model.Add(points[d.To] - points[d.From] >= d.Weight);

        foreach (var w in problem.Windows)
        {
            var within = model.AddLinearConstraint(points[w.Point], w.Low, w.High);
            if (w.Literal >= 0)
                within.OnlyEnforceIf(Literal(w.Literal));
        }

        var solver = new CpSolver { StringParameters = "num_workers:1" };
        return solver.Solve(model) switch
        {
            CpSolverStatus.Optimal or CpSolverStatus.Feasible => new ComponentAnswer(
                ComponentStatus.Satisfiable,
                [.. booleans.Select(b => solver.Value(b) != 0)],
                [.. points.Select(p => solver.Value(p))]
            ),
            CpSolverStatus.Infeasible => ComponentAnswer.Unsatisfiable,
            _ => ComponentAnswer.Unknown,
        };
    }
}
