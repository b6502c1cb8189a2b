using System.Runtime.CompilerServices;
using Assay.Cases.Accounts;
using Assay.Cases.Keeping;
using Assay.Cases.Report;

namespace Assay.Cases.Casework;

/// <summary>What hangs on each item, by the report of the case.</summary>
internal sealed class Consequences
{
    private readonly Dictionary<string, (Need Need, int Rank, List<string> Claims)> known = new(StringComparer.Ordinal);

    private static readonly ConditionalWeakTable<AuditReport, Consequences> Known = [];

    private Consequences() { }

    /// <summary>The consequences of a report; without one nothing hangs on anything.</summary>
    /// <param name="report">The report, or null.</param>
    /// <param name="told">What events told before.</param>
    public static Consequences Of(AuditReport? report, Kept<ToldEvent> told) =>
        report is null ? new Consequences() : Known.GetValue(report, r => Made(r, told));

    private static Consequences Made(AuditReport report, Kept<ToldEvent> told)
    {
        var made = new Consequences { MayBe = new MayBeOne(report, told) };
        var clocks = report.Clocks.Concat(report.Dates).ToLookup(c => c.Event, StringComparer.Ordinal);
        var rank = 0;
        foreach (var claim in report.Claims)
            made.Put(claim, clocks, rank++);
        foreach (var disagreement in report.Disagreements)
            made.Put(Need.Disagreement, rank++, null, [disagreement.Event, .. disagreement.Clocks]);
        foreach (var asked in made.MayBe.Events)
            made.Put(Need.SameEvent, rank++, null, [asked]);
        foreach (var zone in report.Clocks.Where(c => c.Zones.Count != 1).Select(c => c.Variable).Distinct())
            made.Put(Need.Zone, rank++, null, [zone]);
        return made;
    }

    /// <summary>Which events of several sources may be one.</summary>
    public MayBeOne MayBe { get; private init; } = MayBeOne.Nothing;

    /// <summary>What hangs on an item.</summary>
    public (Need Need, int Rank, IReadOnlyList<string> Claims) On(string id) =>
        known.TryGetValue(id, out var found) ? (found.Need, found.Rank, found.Claims) : (Need.None, int.MaxValue, []);

    private void Put(ClaimEntry claim, ILookup<string, ClockEntry> clocks, int rank)
    {
        var need = claim.Verdict switch
        {
            Outcome.Never or Outcome.Contradictory or Outcome.Sometimes => Need.Verdict,
            Outcome.Untested => Need.WhichEvent,
            _ => Need.None,
        };
        if (need == Need.None)
            return;
        var events = new[] { claim.Earlier, claim.Later }.OfType<string>().ToList();
        Put(need, rank, claim.Id, [claim.Id, .. claim.DecidedBy, .. events, .. events.SelectMany(e => clocks[e]).Select(c => c.Id)]);
    }

    private void Put(Need need, int rank, string? claim, IEnumerable<string> items)
    {
        foreach (var item in items)
        {
            if (!known.TryGetValue(item, out var found))
                found = known[item] = (need, rank, []);
            else if (need < found.Need)
                found = known[item] = (need, rank, found.Claims);
            if (claim is not null && !found.Claims.Contains(claim))
                found.Claims.Add(claim);
        }
    }
}
