using Assay.Chronology.Model;
using Assay.Chronology.Solving;

namespace Assay.Chronology.Tests.Solving;

/// <summary>The solver against plain enumeration and against general solvers, on random claims.</summary>
public class DifferentialTests
{
    private const int ClaimsPerModel = 10;

    [Fact]
    public void Agrees_with_plain_enumeration_on_twenty_thousand_claims()
    {
        var (random, compared, seen) = (new Random(20220105), 0, new Dictionary<Verdict, int>());
        var solver = new TemporalSolver();
        while (compared < 20_000)
        {
            var (model, claims) = RandomModels.Draw(random, ClaimsPerModel);
            var oracle = new Enumeration(model);
            if (!oracle.Consistent)
            {
                AssertContradictory(solver, model, claims);
                continue;
            }

            var verdicts = solver.Judge(model, claims, TestContext.Current.CancellationToken);
            for (var c = 0; c < claims.Count; c++)
            {
                var expected = oracle.Judge(claims[c]);
                Assert.True(expected == verdicts[c], $"claim {compared + c}: {verdicts[c]} where enumeration says {expected}");
                seen[expected] = seen.GetValueOrDefault(expected) + 1;
            }

            compared += claims.Count;
        }

        Assert.True(seen[Verdict.Always] > 1_000 && seen[Verdict.Sometimes] > 1_000 && seen[Verdict.Never] > 1_000, string.Join(' ', seen));
    }

    [Fact]
    public void Agrees_with_Z3_on_random_claims()
    {
        Assert.SkipUnless(Z3.IsPresent, "skipped: libz3.so.4 is absent; install libz3-4");
        using var z3 = new Z3();
        var (random, compared) = (new Random(20220106), 0);
        while (compared < 4_000)
        {
            var (model, claims) = RandomModels.Draw(random, ClaimsPerModel);
            if (z3.Judge(model, claims) is not { } expected)
                continue;

            Assert.Equal(expected, new TemporalSolver().Judge(model, claims, TestContext.Current.CancellationToken));
            compared += claims.Count;
        }
    }

    [Fact]
    public void Agrees_with_itself_when_the_fallback_does_all_the_search()
    {
        var (random, asked) = (new Random(20220107), new CpSatFallback());
        var handing = new TemporalSolver(new SolverOptions { MaxConflicts = 0 }, asked);
        var own = new TemporalSolver();
        for (var compared = 0; compared < 2_000; compared += ClaimsPerModel)
        {
            var (model, claims) = RandomModels.Draw(random, ClaimsPerModel);
            Assert.Equal(
                own.Judge(model, claims, TestContext.Current.CancellationToken),
                handing.Judge(model, claims, TestContext.Current.CancellationToken)
            );
        }
    }

    [Fact]
    public void Agrees_with_CP_SAT_on_random_claims()
    {
        var (random, general, compared) = (new Random(20220108), new CpSatFallback(), 0);
        while (compared < 500)
        {
            var (model, claims) = RandomModels.Draw(random, ClaimsPerModel);
            var compiled = new CompiledModel(model, claims);
            var premises = Enumerable.Repeat(true, compiled.Premises).ToArray();
            var problems = World
                .AllModes(compiled)
                .Select(g => NetworkBuilder.Build(compiled, Mode.Domain(compiled, g), premises, false))
                .ToList();
            bool Some(params List<Difference> extra) =>
                problems.Exists(n =>
                    !n.Impossible && general.Solve(Asker.Problem(n, extra, []), default).Status == ComponentStatus.Satisfiable
                );
            if (!Some())
                continue;

            var verdicts = new TemporalSolver().Judge(model, claims, TestContext.Current.CancellationToken);
            for (var c = 0; c < claims.Count; c++)
            {
                var question = Question.Of(compiled, claims[c]);
                var expected = (Some([.. question.Holds]), question.Breaks.Exists(b => Some(b))) switch
                {
                    (true, true) => Verdict.Sometimes,
                    (true, false) => Verdict.Always,
                    _ => Verdict.Never,
                };
                Assert.Equal(expected, verdicts[c]);
            }

            compared += claims.Count;
        }
    }

    private static void AssertContradictory(TemporalSolver solver, TemporalModel model, List<TimeClaim> claims)
    {
        // No world at all: some component contradicts itself, and claims on it say so.
        var touchAll = model.Events.Zip(model.Events.Skip(1)).Select((p, i) => Sketch.Before($"touch{i}", p.First, p.Second)).ToList();
        Assert.Contains(Verdict.Contradictory, solver.Judge(model, [.. claims, .. touchAll]));
    }
}
