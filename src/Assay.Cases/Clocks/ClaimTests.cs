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
    private readonly Joined joined = new();
    private readonly ILookup<string, string> partsOf;
    private readonly ILookup<string, (CaseClaim Item, int Place)> claimsOf;

    private ClaimTests(ClockBook clocks, IReadOnlyList<CaseClaim> claims)
    {
        this.clocks = clocks;
        foreach (var claim in claims.Where(c => c.Item is not null))
            joined.Join(clocks.Parts.Root(claim.Earlier.Id), clocks.Parts.Root(claim.Later.Id));
        partsOf = joined.Ids.ToLookup(joined.Root, StringComparer.Ordinal);
        claimsOf = claims
            .Select((item, place) => (item, place))
            .Where(c => c.item.Premise is not null)
            .ToLookup(c => Root(c.item.Earlier.Id), StringComparer.Ordinal);
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
        return clocks.Memo.Verdicts.Of(
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

    private string? PassageOf(CaseClaim claim) => clocks.Parts.Passage(claim.Earlier.Id) ?? clocks.Parts.Passage(claim.Later.Id);

    /// <summary>The claims tested together. Groups that nothing connects are tested apart: claims hold together where those of each group
    /// do, and where there are zones for all, in one way of reading the clocks of all.</summary>
    public static JointVerdict Together(
        ClockBook clocks,
        IReadOnlyList<CaseClaim> all,
        IReadOnlyList<CaseClaim> together,
        CancellationToken cancellation
    )
    {
        var tests = new ClaimTests(clocks, all);
        var groups = together.GroupBy(tests.Roots).Select(g => g.ToList()).ToList();
        if (groups.Count == 1 || clocks.Globals.Count > 0 && groups.Count <= JointOf.MostTabled)
            return tests.Joint(together, cancellation);
        if (clocks.Globals.Count > 0)
            return tests.OnGlobals(groups, cancellation) ?? tests.Joint(together, cancellation);
        var found = new JointVerdict[groups.Count];
        Parallel.For(
            0,
            groups.Count,
            new ParallelOptions { CancellationToken = cancellation },
            i => found[i] = tests.Joint(groups[i], cancellation)
        );
        return JointOf.Groups(found, some => tests.Joint([.. some.SelectMany(i => groups[i])], cancellation));
    }

    private JointVerdict? OnGlobals(List<List<CaseClaim>> groups, CancellationToken cancellation)
    {
        var parts = groups.ConvertAll(g => new JointPart(Model(g), g.ConvertAll(c => c.ToTimeClaim())));
        return new JointByMode(Solver, clocks.Memo.Verdicts, cancellation).Of(
            parts,
            clocks.Globals,
            (some, globals) => Joint([.. some.SelectMany(i => groups[i])], cancellation, globals)
        );
    }

    private JointVerdict Joint(
        IReadOnlyList<CaseClaim> together,
        CancellationToken cancellation,
        IReadOnlyList<GlobalZone>? globals = null
    ) =>
        new JointByMode(Solver, clocks.Memo.Verdicts, cancellation).Whole(
            new JointPart(Model(together) with { Globals = globals ?? clocks.Globals }, [.. together.Select(c => c.ToTimeClaim())])
        );

    private TemporalSolver Solver { get; } = new(fallback: new CpSatComponentSolver());

    // Claims of one group on one processor: all of them where they are few, since each share compiles the model anew.
    private static int Share(int claims) => claims < 8 ? claims : (claims + Environment.ProcessorCount - 1) / Environment.ProcessorCount;

    private TemporalModel Model(IReadOnlyList<CaseClaim> tested)
    {
        var (passage, block) = (PassageOf(tested[0]), BlockOf(tested[0]));
        var roots = tested.SelectMany(c => new[] { Root(c.Earlier.Id), Root(c.Later.Id) }).ToHashSet(StringComparer.Ordinal);
        var parts = roots.SelectMany(PartsOf).ToList();
        var statements = InOrder(parts.SelectMany(clocks.Parts.Clocks))
            .Where(c => (c.IsPremise || block is not null && c.Block == block) && c.Passage == passage)
            .Select(c => c.Statement)
            .ToList();
        var relations = InOrder(roots.SelectMany(r => claimsOf[r])).Select(c => c.Premise).OfType<Relation>().ToList();
        var events = statements
            .Select(s => s.Event)
            .Concat(relations.SelectMany(r => new[] { r.From, r.To }))
            .Concat(tested.SelectMany(c => new[] { c.Earlier.Id, c.Later.Id }))
            .Distinct()
            .ToList();
        var zones = InOrder(parts.SelectMany(clocks.Parts.Zones)).Select(z => z.Variable).ToList();
        return new TemporalModel(events, zones, statements, relations, clocks.Globals);
    }

    // The groups of the two events, which are one but for an order that nobody claims.
    private (string, string) Roots(CaseClaim claim)
    {
        var (a, b) = (Root(claim.Earlier.Id), Root(claim.Later.Id));
        return string.CompareOrdinal(a, b) <= 0 ? (a, b) : (b, a);
    }

    // The parts of the clocks that the claims of a group tie together.
    private IEnumerable<string> PartsOf(string root) => partsOf[root] is var tied && tied.Any() ? tied : [root];

    // What is in some groups, in the order of the whole case.
    private static IEnumerable<T> InOrder<T>(IEnumerable<(T Item, int Place)> some) => some.OrderBy(i => i.Place).Select(i => i.Item);

    private string Root(string id) => joined.Root(clocks.Parts.Root(id));
}
