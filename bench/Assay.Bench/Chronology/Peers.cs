using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Assay.Chronology.Model;
using Assay.Chronology.Solving;
using Google.OrTools.Sat;

namespace Assay.Bench.Chronology;

/// <summary>A compiled problem and its claims, as all three solvers get it.</summary>
internal sealed record Instance(ComponentProblem Problem, List<(List<Difference> Holds, List<Difference> Breaks)> Questions);

/// <summary>Z3 through its C interface. Text is parsed before the clock starts; only the checks are timed.</summary>
internal sealed class Z3Peer
{
    private const string Library = "libz3.so.4";

    public static bool IsPresent => NativeLibrary.TryLoad(Library, out _);

    public static (double Milliseconds, List<Verdict> Verdicts) Run(Instance instance, double limitMilliseconds)
    {
        var context = Z3_mk_context(Z3_mk_config());
        try
        {
            Evaluate(context, Premises(instance.Problem));
            var start = CpuClock.Milliseconds;
            var consistent = Evaluate(context, "(check-sat)") == "sat";
            var verdicts = new List<Verdict>();
            foreach (var q in instance.Questions)
            {
                if (CpuClock.Milliseconds - start > limitMilliseconds)
                    break;

                var some =
                    consistent
                    && Evaluate(context, $"(push)(assert (and true {string.Join(' ', q.Holds.Select(Text))}))(check-sat)(pop)") == "sat";
                var not =
                    consistent
                    && Evaluate(context, $"(push)(assert (or false {string.Join(' ', q.Breaks.Select(Text))}))(check-sat)(pop)") == "sat";
                verdicts.Add(SolverBench.VerdictOf(consistent, some, not));
            }

            return (CpuClock.Milliseconds - start, verdicts);
        }
        finally
        {
            Z3_del_context(context);
        }
    }

    private static string Evaluate(nint context, string text) => Marshal.PtrToStringUTF8(Z3_eval_smtlib2_string(context, text))!.Trim();

    private static string Premises(ComponentProblem problem)
    {
        var text = new StringBuilder("(set-logic QF_IDL)(declare-const o Int)");
        for (var p = 0; p < problem.Points; p++)
            text.Append(CultureInfo.InvariantCulture, $"(declare-const t{p} Int)");

        for (var b = 0; b < problem.Booleans; b++)
            text.Append(CultureInfo.InvariantCulture, $"(declare-const b{b} Bool)");

        foreach (var c in problem.Clauses)
            text.Append(CultureInfo.InvariantCulture, $"(assert (or false {string.Join(' ', c.Select(Literal))}))");

        foreach (var d in problem.Differences)
            text.Append(CultureInfo.InvariantCulture, $"(assert {Text(d)})");

        foreach (var w in problem.Windows)
        {
            var condition = w.Literal < 0 ? "true" : Literal(w.Literal);
            var (low, high) = (w.Low - problem.Floor, w.High - problem.Floor);
            text.Append(
                CultureInfo.InvariantCulture,
                $"(assert (=> {condition} (and (>= (- t{w.Point} o) {low}) (<= (- t{w.Point} o) {high}))))"
            );
        }

        return text.ToString();
    }

    private static string Literal(int l) => (l & 1) == 0 ? $"b{l >> 1}" : $"(not b{l >> 1})";

    private static string Text(Difference d) =>
        d.Weight < 0
            ? string.Create(CultureInfo.InvariantCulture, $"(>= (- t{d.To} t{d.From}) (- {-d.Weight}))")
            : string.Create(CultureInfo.InvariantCulture, $"(>= (- t{d.To} t{d.From}) {d.Weight})");

    [DllImport(Library)]
    private static extern nint Z3_mk_config();

    [DllImport(Library)]
    private static extern nint Z3_mk_context(nint config);

    [DllImport(Library)]
    private static extern void Z3_del_context(nint context);

    [DllImport(Library)]
    private static extern nint Z3_eval_smtlib2_string(nint context, [MarshalAs(UnmanagedType.LPUTF8Str)] string text);
}

/// <summary>CP-SAT from NuGet. Models are built before the clock starts; only the solves are timed.</summary>
internal static class CpSatPeer
{
    public static (double Milliseconds, List<Verdict> Verdicts) Run(Instance instance, double limitMilliseconds)
    {
        var spent = 0.0;
        var verdicts = new List<Verdict>();
        var consistent = Solve(instance.Problem, [], limitMilliseconds, ref spent);
        foreach (var q in instance.Questions)
        {
            if (spent > limitMilliseconds)
                break;

            var some = consistent && Solve(instance.Problem, q.Holds, limitMilliseconds, ref spent);
            var not = false;
            foreach (var b in q.Breaks)
                not = not || (consistent && Solve(instance.Problem, [b], limitMilliseconds, ref spent));

            if (spent > limitMilliseconds)
            {
                // Some question may have been cut short.
                break;
            }

            verdicts.Add(SolverBench.VerdictOf(consistent, some, not));
        }

        return (spent, verdicts);
    }

    private static bool Solve(ComponentProblem problem, IReadOnlyList<Difference> extra, double limit, ref double spent)
    {
        var model = new CpModel();
        var points = Enumerable.Range(0, problem.Points).Select(p => model.NewIntVar(0, problem.Ceiling - problem.Floor, "")).ToArray();
        var booleans = Enumerable.Range(0, problem.Booleans).Select(b => model.NewBoolVar("")).ToArray();
        ILiteral Literal(int l) => (l & 1) == 0 ? booleans[l >> 1] : booleans[l >> 1].Not();
        foreach (var c in problem.Clauses)
            model.AddBoolOr(c.Select(Literal));

        foreach (var d in problem.Differences.Concat(extra))
            model.Add(points[d.To] - points[d.From] >= d.Weight);

        foreach (var w in problem.Windows)
        {
            var within = model.AddLinearConstraint(points[w.Point], w.Low - problem.Floor, w.High - problem.Floor);
            if (w.Literal >= 0)
                within.OnlyEnforceIf(Literal(w.Literal));
        }

        var solver = new CpSolver
        {
            StringParameters = FormattableString.Invariant($"num_workers:1,max_deterministic_time:{limit / 1000}"),
        };
        var start = CpuClock.Milliseconds;
        var status = solver.Solve(model);
        spent += CpuClock.Milliseconds - start + (status == CpSolverStatus.Unknown ? limit : 0);
        return status is CpSolverStatus.Optimal or CpSolverStatus.Feasible;
    }
}
