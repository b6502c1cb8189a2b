using Assay.Chronology.Model;
using Assay.Chronology.Solving;
using NodaTime;

namespace Assay.Cases.Clocks;

/// <summary>
/// Puts the claims of a case to the solver, group by group: events that no clock, relation or claim connects are tested apart, side by side
/// on all processors. A group's verdicts do not depend on the others, so the result is that of one large model. An order that nobody claims
/// connects nothing: it is tested in the groups of its two events.
/// </summary>
internal sealed class ClaimTests
{
    // Where nothing tells the day nothing tells the year: the rules of a generation.
    private static readonly DateInterval AnyDay = new(new LocalDate(2000, 1, 1), new LocalDate(2025, 12, 31));
    private const int MostClashes = 16;
    private readonly ClockBook clocks;
    private readonly Dictionary<string, string> parent = new(StringComparer.Ordinal);
    private readonly ILookup<string, (CaseClock Item, int Place)> clocksOf;
    private readonly ILookup<string, (CaseClaim Item, int Place)> claimsOf;
    private readonly Dictionary<string, string> passageOf;
    private readonly ILookup<string, (CaseZone Item, int Place)> zonesOf;

    private ClaimTests(ClockBook clocks, IReadOnlyList<CaseClaim> claims)
    {
        this.clocks = clocks;
        foreach (var clock in clocks.Clocks)
            Join(clock.Event.Id, clock.Variable);
        foreach (var claim in claims.Where(c => c.Item is not null))
            Join(claim.Earlier.Id, claim.Later.Id);
        foreach (var id in parent.Keys.ToList())
            parent[id] = Root(id);
        (clocksOf, claimsOf) = (Grouped(clocks.Clocks, c => c.Event.Id), Grouped(claims, c => c.Earlier.Id));
        passageOf = clocks
            .Clocks.Where(c => c.Passage is not null)
            .GroupBy(c => c.Event.Id)
            .ToDictionary(g => g.Key, g => g.First().Passage!, StringComparer.Ordinal);
        zonesOf = Grouped(clocks.Zones, z => z.Variable.Id);
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
            .GroupBy(c => (Roots: tests.Roots(c.Claim), Passage: tests.PassageOf(c.Claim), Block: tests.BlockOf(c.Claim)))
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
        return clocks.Memo.Of(
            PassageOf(tested[0]) is null ? "each" : "each on any day",
            model,
            put,
            found => found.All(v => v.Verdict != Verdict.Unsettled),
            () => Ask(model, put, PassageOf(tested[0]) is not null, cancellation)
        );
    }

    private IReadOnlyList<ClaimVerdict> Ask(TemporalModel model, List<TimeClaim> put, bool isAnyDay, CancellationToken cancellation)
    {
        if (!isAnyDay)
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

    /// <summary>The claims tested together. Groups that nothing connects are tested apart where no zone for all ties them: claims hold
    /// together where those of each group do.</summary>
    public static JointVerdict Together(
        ClockBook clocks,
        IReadOnlyList<CaseClaim> all,
        IReadOnlyList<CaseClaim> together,
        CancellationToken cancellation
    )
    {
        var tests = new ClaimTests(clocks, all);
        var groups = together.GroupBy(tests.Roots).Select(g => g.ToList()).ToList();
        if (clocks.Globals.Count > 0 || groups.Count == 1)
            return tests.Joint(together, cancellation);
        var found = new JointVerdict[groups.Count];
        Parallel.For(
            0,
            groups.Count,
            new ParallelOptions { CancellationToken = cancellation },
            i => found[i] = tests.Joint(groups[i], cancellation)
        );
        return JointOf.Groups(found, some => tests.Joint([.. some.SelectMany(i => groups[i])], cancellation));
    }

    private JointVerdict Joint(IReadOnlyList<CaseClaim> together, CancellationToken cancellation)
    {
        var model = Model(together);
        List<TimeClaim> put = [.. together.Select(c => c.ToTimeClaim())];
        return clocks.Memo.Of(
            "together",
            model,
            put,
            found => found.Verdict != Verdict.Unsettled,
            () => Solver.EvaluateTogether(model, put, cancellation)
        );
    }

    private TemporalSolver Solver { get; } = new(fallback: new CpSatComponentSolver());

    // Claims of one group on one processor: all of them where they are few, since each share compiles the model anew.
    private static int Share(int claims) => claims < 8 ? claims : (claims + Environment.ProcessorCount - 1) / Environment.ProcessorCount;

    private TemporalModel Model(IReadOnlyList<CaseClaim> tested)
    {
        var (passage, block) = (PassageOf(tested[0]), BlockOf(tested[0]));
        var roots = tested.SelectMany(c => new[] { Root(c.Earlier.Id), Root(c.Later.Id) }).ToHashSet(StringComparer.Ordinal);
        var statements = Those(clocksOf, roots)
            .Where(c => (c.IsPremise || block is not null && c.Block == block) && c.Passage == passage)
            .Select(c => c.Statement)
            .ToList();
        var relations = Those(claimsOf, roots).Select(c => c.Premise).OfType<Relation>().ToList();
        var events = statements
            .Select(s => s.Event)
            .Concat(relations.SelectMany(r => new[] { r.From, r.To }))
            .Concat(tested.SelectMany(c => new[] { c.Earlier.Id, c.Later.Id }))
            .Distinct()
            .ToList();
        var zones = Those(zonesOf, roots).Select(z => z.Variable).ToList();
        return new TemporalModel(events, zones, statements, relations, clocks.Globals);
    }

    // The groups of the two events, which are one but for an order that nobody claims.
    private (string, string) Roots(CaseClaim claim)
    {
        var (a, b) = (Root(claim.Earlier.Id), Root(claim.Later.Id));
        return string.CompareOrdinal(a, b) <= 0 ? (a, b) : (b, a);
    }

    private ILookup<string, (T Item, int Place)> Grouped<T>(IReadOnlyList<T> items, Func<T, string> key) =>
        items.Select((item, place) => (Item: item, Place: place)).ToLookup(i => Root(key(i.Item)));

    // What is in some groups, in the order of the whole case.
    private static IEnumerable<T> Those<T>(ILookup<string, (T Item, int Place)> grouped, HashSet<string> roots) =>
        roots.SelectMany(r => grouped[r]).OrderBy(i => i.Place).Select(i => i.Item);

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
