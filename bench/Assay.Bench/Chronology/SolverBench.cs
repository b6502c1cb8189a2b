using System.Globalization;
using System.Text;
using Assay.Cases.Clocks;
using Assay.Chronology.Model;
using Assay.Chronology.Solving;

namespace Assay.Bench.Chronology;

/// <summary>The temporal solver beside Z3 and CP-SAT on the same problems; writes its table into <c>docs/benchmarks.md</c>.</summary>
internal static class SolverBench
{
    private const int Instances = 3;
    private const int Runs = 15;
    private const double Limit = 2_000;

    private static readonly Family[] Families =
    [
        new("zones only", 7, 2, 1, false),
        new("zones only", 100, 10, 1, false),
        new("zones only", 500, 20, 1, false),
        new("zones only", 2000, 40, 1, false),
        new("ambiguous days, clock changes", 7, 2, 1, true),
        new("ambiguous days, clock changes", 100, 10, 1, true),
        new("ambiguous days, clock changes", 500, 20, 1, true),
        new("ambiguous days, clock changes", 2000, 40, 1, true),
        new("dense", 200, 10, 40, false),
        new("dense", 1000, 40, 40, false),
        new("phase transition", 40, 40, 0, false, Phase: true),
    ];

    public static int Run(string[] args)
    {
        var only = args.Length > 0 ? args[0] : "";
        var table = new StringBuilder();
        table.AppendLine("| family | events | sources | Assay ms | Z3 ms | CP-SAT ms | Z3 / Assay | CP-SAT / Assay | compile ms |");
        table.AppendLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var family in Families.Where(f => f.Name.Contains(only, StringComparison.Ordinal)))
        {
            table.AppendLine(Row(family));
            Console.Error.WriteLine(table.ToString().Split('\n')[^2]);
        }

        Console.WriteLine(table);
        if (only.Length == 0)
            BenchFiles.Write("solver", table.ToString().ReplaceLineEndings("\n").TrimEnd());

        return 0;
    }

    internal static Verdict VerdictOf(bool consistent, bool some, bool not) =>
        !consistent ? Verdict.Contradictory
        : some && not ? Verdict.Sometimes
        : some ? Verdict.Always
        : Verdict.Never;

    private static string Row(Family family)
    {
        var (own, z3, cpSat, compile, consistent) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), 0);
        for (var seed = 1; seed <= (family.Phase ? 3 : 1) * Instances; seed++)
        {
            var (model, claims) = family.Draw(seed);
            Own(Compile(model, claims), 3);
            var start = CpuClock.Milliseconds;
            var compiled = Compile(model, claims);
            compile.Add(CpuClock.Milliseconds - start);
            var (milliseconds, verdicts) = Own(compiled, Runs);
            own.Add(milliseconds);
            consistent += verdicts[0] == Verdict.Contradictory ? 0 : 1;
            var instance = InstanceOf(compiled, claims);
            z3.Add(Compare("Z3", Z3Peer.IsPresent ? Z3Peer.Run(instance, Limit) : (double.NaN, []), verdicts, family, seed));
            cpSat.Add(Compare("CP-SAT", CpSatPeer.Run(instance, Limit), verdicts, family, seed));
        }

        Console.Error.WriteLine($"{family.Name}: {consistent} of {own.Count} instances consistent");
        var (a, z, c) = (Median(own), Median(z3), Median(cpSat));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {family.Name} | {family.Events} | {family.Sources} | {a:0.00} | {Over(z)}{z:0} | {Over(c)}{c:0} | {Over(z)}{z / a:0} | {Over(c)}{c / a:0} | {Median(compile):0.0} |"
        );
    }

    /// <summary>A peer that was stopped would have taken longer.</summary>
    private static string Over(double milliseconds) => milliseconds > Limit ? "> " : "";

    private static CompiledModel Compile(TemporalModel model, List<TimeClaim> claims)
    {
        var compiled = new CompiledModel(model, claims);
        Mode.Build(compiled, null, [.. Enumerable.Repeat(true, compiled.Premises)], false);
        return compiled;
    }

    private static (double Milliseconds, IReadOnlyList<Verdict> Verdicts) Own(CompiledModel compiled, int runs)
    {
        var solver = new TemporalSolver(fallback: new CpSatComponentSolver());
        var times = new List<double>();
        IReadOnlyList<Verdict> verdicts = [];
        for (var r = 0; r < runs; r++)
        {
            var start = CpuClock.Milliseconds;
            verdicts = solver.Judge(compiled, compiled.Claims, default);
            times.Add(CpuClock.Milliseconds - start);
        }

        return (Median(times), verdicts);
    }

    /// <summary>The peers get the numbers as small as exactness allows: four parts a minute, for no chain here has more than three strict
    /// bounds; CP-SAT in particular is slow on wide ranges.</summary>
    private static Instance InstanceOf(CompiledModel compiled, IReadOnlyList<TimeClaim> claims)
    {
        var second = 2 * compiled.Scale.HalfTick;
        long Small(long value)
        {
            var ticks = (value + second / 2 - (((value + second / 2) % second) + second) % second) / second;
            return ticks % 60 == 0
                ? 4 * (ticks / 60) + (value - ticks * second)
                : throw new InvalidOperationException("A time of the bench is not on a minute.");
        }

        Difference Less(Difference d) => d with { Weight = Small(d.Weight) };
        var premises = Enumerable.Repeat(true, compiled.Premises).ToArray();
        var problem = Asker.Problem(NetworkBuilder.Build(compiled, Mode.Domain(compiled, null), premises, false), [], []);
        var small = problem with
        {
            Floor = Small(problem.Windows.Min(w => w.Low)),
            Ceiling = Small(problem.Windows.Max(w => w.High)),
            Differences = [.. problem.Differences.Select(Less)],
            Windows = [.. problem.Windows.Select(w => w with { Low = Small(w.Low), High = Small(w.High) })],
        };
        return new Instance(
            small,
            [.. claims.Select(c => Question.Of(compiled, c)).Select(q => (q.Holds.ConvertAll(Less), q.Breaks.ConvertAll(Less)))]
        );
    }

    private static double Compare(
        string peer,
        (double Milliseconds, List<Verdict> Verdicts) run,
        IReadOnlyList<Verdict> own,
        Family family,
        int seed
    )
    {
        for (var c = 0; c < run.Verdicts.Count; c++)
        {
            // A contradiction in one component leaves the others their verdicts here; the peers see one problem.
            if (run.Verdicts[c] != own[c] && run.Verdicts[c] != Verdict.Contradictory)
            {
                throw new InvalidOperationException(
                    $"{family.Name} {family.Events} seed {seed} claim {c}: {own[c]} here, {run.Verdicts[c]} by {peer}."
                );
            }
        }

        return run.Milliseconds;
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
