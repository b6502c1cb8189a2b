using Assay.Chronology.Model;
using Assay.Chronology.Solving;
using NodaTime;

namespace Assay.Cases.Clocks;

/// <summary>
/// Puts the claims of a case to the solver, group by group: events that no clock, relation or claim connects are tested apart, side by side
/// on all processors. A group's verdicts do not depend on the others, so the result is that of one large model.
/// </summary>
internal sealed class ClaimTests
{
    // Where nothing tells the day nothing tells the year: the rules of a generation.
    private static readonly DateInterval AnyDay = new(new LocalDate(2000, 1, 1), new LocalDate(2025, 12, 31));
    private const int MostClashes = 16;
    private readonly ClockBook clocks;
    private readonly IReadOnlyList<CaseClaim> claims;
    private readonly Dictionary<string, string> parent = new(StringComparer.Ordinal);
    private readonly ILookup<string, CaseClock> clocksOf;
    private readonly ILookup<string, CaseClaim> claimsOf;
    private readonly Dictionary<string, string> passageOf;
    private readonly ILookup<string, CaseZone> zonesOf;

    private ClaimTests(ClockBook clocks, IReadOnlyList<CaseClaim> claims)
    {
        (this.clocks, this.claims) = (clocks, claims);
        foreach (var clock in clocks.Clocks)
            Join(clock.Event.Id, clock.Variable);
        foreach (var claim in claims)
            Join(claim.Earlier.Id, claim.Later.Id);
        foreach (var id in parent.Keys.ToList())
            parent[id] = Root(id);
        (clocksOf, claimsOf) = (clocks.Clocks.ToLookup(c => Root(c.Event.Id)), claims.ToLookup(c => Root(c.Earlier.Id)));
        passageOf = clocks
            .Clocks.Where(c => c.Passage is not null)
            .GroupBy(c => c.Event.Id)
            .ToDictionary(g => g.Key, g => g.First().Passage!, StringComparer.Ordinal);
        zonesOf = clocks.Zones.ToLookup(z => Root(z.Variable.Id));
    }

    /// <summary>A verdict per claim, in their order; null for a claim that rests on a guess.</summary>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static IReadOnlyList<ClaimVerdict?> Run(ClockBook clocks, IReadOnlyList<CaseClaim> claims, CancellationToken cancellation)
    {
        var tests = new ClaimTests(clocks, claims);
        var verdicts = new ClaimVerdict?[claims.Count];
        var groups = claims
            .Select((c, i) => (Claim: c, Index: i))
            .Where(c => c.Claim.Ground.NotTested is null)
            .GroupBy(c => (Root: tests.Root(c.Claim.Earlier.Id), Passage: tests.PassageOf(c.Claim), Block: tests.BlockOf(c.Claim)))
            .SelectMany(g => g.Chunk(Share(g.Count())))
            .ToList();
        Parallel.ForEach(
            groups,
            new ParallelOptions { CancellationToken = cancellation },
            group =>
            {
                var tested = Array.ConvertAll(group, g => g.Claim);
                var found = tests.Examine(tested, cancellation);
                for (var i = 0; i < group.Length; i++)
                    verdicts[group[i].Index] = found[i];
            }
        );
        return verdicts;
    }

    // A passage whose day is unknown is tested by itself, on every kind of day.
    private IReadOnlyList<ClaimVerdict> Examine(CaseClaim[] tested, CancellationToken cancellation)
    {
        var model = Model(tested);
        var verdicts = Examine(model, tested, cancellation);
        // What is told after or before something else holds up no accusation: where only that clashes, the clocks alone are asked.
        if (!verdicts.Any(v => v.Verdict == Verdict.Contradictory))
            return verdicts;
        var bare = model with { Relations = [] };
        var alone = model.Relations.Count == 0 ? verdicts : Examine(bare, tested, cancellation);
        return
        [
            .. verdicts.Select((all, i) => all.Verdict == Verdict.Contradictory ? Apart(bare, tested[i], alone[i], cancellation) : all),
        ];
    }

    // Voices that clash over an event say nothing of a claim about others: it is tested without the clocks of that event.
    private ClaimVerdict Apart(TemporalModel model, CaseClaim claim, ClaimVerdict verdict, CancellationToken cancellation)
    {
        for (var clashes = 0; clashes < MostClashes && verdict.Verdict == Verdict.Contradictory; clashes++)
        {
            var clashing = model
                .Statements.Where(s => verdict.Because.Contains(s.Id))
                .Select(s => s.Event)
                .ToHashSet(StringComparer.Ordinal);
            if (clashing.Count == 0 || clashing.Overlaps([claim.Earlier.Id, claim.Later.Id]))
                break;
            model = model with { Statements = [.. model.Statements.Where(s => !clashing.Contains(s.Event))] };
            verdict = Examine(model, [claim], cancellation)[0];
        }

        return verdict;
    }

    private IReadOnlyList<ClaimVerdict> Examine(TemporalModel model, CaseClaim[] tested, CancellationToken cancellation)
    {
        var put = tested.Select(c => model.Relations.Count == 0 ? c.ToTimeClaim() with { Without = null } : c.ToTimeClaim()).ToList();
        if (PassageOf(tested[0]) is null)
            return Solver.Examine(model, put, cancellation);
        var passage = model.Statements.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. new UnknownDay(Solver).Examine(model, put, passage, ClockWindows.Placeholder, AnyDay, cancellation).Select(v => v.AnyDay),
        ];
    }

    private string? BlockOf(CaseClaim claim) => clocks.BlockOf(claim.Earlier, claim.Later);

    private string? PassageOf(CaseClaim claim) =>
        passageOf.GetValueOrDefault(claim.Earlier.Id) ?? passageOf.GetValueOrDefault(claim.Later.Id);

    /// <summary>The claims tested together, in one model of everything they are connected with.</summary>
    public static JointVerdict Together(
        ClockBook clocks,
        IReadOnlyList<CaseClaim> all,
        IReadOnlyList<CaseClaim> together,
        CancellationToken cancellation
    )
    {
        var tests = new ClaimTests(clocks, all);
        return tests.Solver.Evaluate(tests.Model(together), [.. together.Select(c => c.ToTimeClaim())], cancellation).Joint;
    }

    private TemporalSolver Solver { get; } = new(fallback: new CpSatComponentSolver());

    // Claims of one group on one processor: all of them where they are few, since each share compiles the model anew.
    private static int Share(int claims) => claims < 8 ? claims : (claims + Environment.ProcessorCount - 1) / Environment.ProcessorCount;

    private TemporalModel Model(IReadOnlyList<CaseClaim> tested)
    {
        var (passage, block) = (PassageOf(tested[0]), BlockOf(tested[0]));
        var roots = tested.Select(c => Root(c.Earlier.Id)).ToHashSet(StringComparer.Ordinal);
        // One group is looked up; of several the order is that of the whole case.
        var group = roots.Count == 1 ? roots.First() : null;
        var statements = (group is null ? clocks.Clocks.Where(c => roots.Contains(Root(c.Event.Id))) : clocksOf[group])
            .Where(c => (c.IsPremise || block is not null && c.Block == block) && c.Passage == passage)
            .Select(c => c.Statement)
            .ToList();
        var relations = (group is null ? claims.Where(c => roots.Contains(Root(c.Earlier.Id))) : claimsOf[group])
            .Select(c => c.Premise)
            .OfType<Relation>()
            .ToList();
        var events = statements
            .Select(s => s.Event)
            .Concat(relations.SelectMany(r => new[] { r.From, r.To }))
            .Concat(tested.SelectMany(c => new[] { c.Earlier.Id, c.Later.Id }))
            .Distinct()
            .ToList();
        var zones = (group is null ? clocks.Zones.Where(z => roots.Contains(Root(z.Variable.Id))) : zonesOf[group])
            .Select(z => z.Variable)
            .ToList();
        return new TemporalModel(events, zones, statements, relations, clocks.Globals);
    }

    private void Join(string a, string b)
    {
        var (first, second) = (Root(a), Root(b));
        if (first == second)
            return;
        parent[first] = second;
        (parent[a], parent[b]) = (second, second); // so that no path grows long
    }

    private string Root(string id)
    {
        while (parent.TryGetValue(id, out var up) && up != id)
            id = up;
        return id;
    }
}
