using Assay.Chronology.Model;
using Assay.Chronology.Solving;

namespace Assay.Cases.Clocks;

/// <summary>Claims that hold together or not, with all that is connected with them.</summary>
/// <param name="Model">The premises.</param>
/// <param name="Claims">The claims.</param>
internal sealed record JointPart(TemporalModel Model, IReadOnlyList<TimeClaim> Claims);

/// <summary>
/// The joint verdict of parts that nothing connects but zones for all. A zone for all is one reading of every clock: so each part is tested
/// in each way of reading the clocks by itself, and the claims hold together where in one way those of every part do.
/// </summary>
/// <param name="solver">The solver.</param>
/// <param name="memo">What it said before.</param>
/// <param name="cancellation">Stops the work.</param>
internal sealed class JointByMode(TemporalSolver solver, VerdictMemo memo, CancellationToken cancellation)
{
    /// <summary>The verdict of one part.</summary>
    public JointVerdict Whole(JointPart part) =>
        memo.Of(
            "together",
            part.Model,
            part.Claims,
            found => found.Verdict != Verdict.Unsettled,
            () => solver.EvaluateTogether(part.Model, part.Claims, cancellation)
        );

    /// <summary>The verdict of all parts; null where they have to be tested as one.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="globals">The zones for all.</param>
    /// <param name="together">The verdict of some of the parts, by their places, tested as one with some of the zones for all.</param>
    public JointVerdict? Of(
        IReadOnlyList<JointPart> parts,
        IReadOnlyList<GlobalZone> globals,
        Func<IReadOnlyList<int>, IReadOnlyList<GlobalZone>, JointVerdict> together
    )
    {
        var found = Each(parts, part => memo.Of("modes", part.Model, part.Claims, _ => true, () => Modes(part)));
        // A way that serves one part and not another is none for all.
        var modes = globals.Select(g => (string?)g.Zone).Distinct().Prepend(null).Where(m => found.All(f => f.Modes.Contains(m))).ToList();
        if (modes.Count == 0)
            return null;
        var living = parts.Zip(found, Living).Index().Where(p => p.Item.Claims.Count > 0).ToList();
        if (living.Count == 0)
            return new JointVerdict(Verdict.Contradictory, [], [], null, []);
        var verdicts = Each(living, p => modes.ConvertAll(m => Whole(p.Item with { Model = Read(p.Item.Model, m) }).Verdict));
        var own = modes.Contains(null) ? globals.Where(g => modes.Contains(g.Zone)).ToList() : null;
        return JointOf.Modes(verdicts) switch
        {
            Verdict.Sometimes => Depending(verdicts) is { Count: <= JointOf.MostTabled } few
                ? Of(few)
                : new JointVerdict(Verdict.Sometimes, [], [], null, []),
            Verdict.Never => Failing(verdicts) is { } one ? Of([one]) : null,
            Verdict.Contradictory or null => null,
            var plain => new JointVerdict(plain.Value, [], [], null, []),
        };

        JointVerdict? Of(IReadOnlyList<int> some) => own is null ? null : together([.. some.Select(i => living[i].Index)], own);
    }

    private static List<int> Depending(List<Verdict>[] verdicts) =>
        [.. verdicts.Index().Where(v => v.Item.Exists(m => m != Verdict.Always)).Select(v => v.Index)];

    // A part that fails in every way fails whatever the others do.
    private static int? Failing(List<Verdict>[] verdicts) =>
        verdicts.Index().Where(v => v.Item.TrueForAll(m => m == Verdict.Never)).Select(v => (int?)v.Index).FirstOrDefault();

    private PremiseModes Modes(JointPart part) => solver.Modes(part.Model, part.Claims, cancellation);

    // Without what contradicts itself whichever way the clocks are read.
    private static JointPart Living(JointPart part, PremiseModes found)
    {
        if (found.Contradictory.Count == 0)
            return part;
        var dead = found.Contradictory.ToHashSet(StringComparer.Ordinal);
        var model = part.Model with
        {
            Statements = [.. part.Model.Statements.Where(s => !dead.Contains(s.Event))],
            Relations = [.. part.Model.Relations.Where(r => !dead.Contains(r.From))],
        };
        var left = model.Statements.Select(s => s.Id).Concat(model.Relations.Select(r => r.Id)).ToHashSet(StringComparer.Ordinal);
        var claims = part.Claims.Where(c => !dead.Contains(c.Earlier) && !dead.Contains(c.Later));
        return new JointPart(model, [.. claims.Select(c => c with { Without = c.Without?.Where(left.Contains).ToList() })]);
    }

    // The clocks read in one way: each on a zone of its own, or those that do not state theirs on one for all.
    private static TemporalModel Read(TemporalModel model, string? global) =>
        model with
        {
            Globals = [],
            Zones = global is null
                ? model.Zones
                : [.. model.Zones.Select(z => z.Stated ? z : z with { Candidates = [new ZoneCandidate(global, "")] })],
        };

    private TResult[] Each<T, TResult>(IReadOnlyList<T> items, Func<T, TResult> make)
    {
        var made = new TResult[items.Count];
        Parallel.For(0, items.Count, new ParallelOptions { CancellationToken = cancellation }, i => made[i] = make(items[i]));
        return made;
    }
}
