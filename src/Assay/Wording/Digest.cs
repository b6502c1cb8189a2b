using Assay.Cases.Report;
using Assay.Reading;
using Assay.Reading.Figures;

namespace Assay.Wording;

/// <summary>What a report has to tell, sorted as a reader wants it: what differs, what fails or depends, what holds, what was not
/// tested.</summary>
internal sealed class Digest
{
    /// <summary>So many cards are shown in full; the rest are a line each until they are opened.</summary>
    public const int MostCards = 10;

    private const int MostLines = 5;
    private readonly HashSet<string> cited = [];

    /// <summary>Sorts a report.</summary>
    public Digest(ReportIndex index)
    {
        var report = index.Report;
        var causes = Cause.Of(report.Claims);
        Found = [.. causes.Where(c => c.Standing is Outcome.Never or Outcome.Contradictory or Outcome.Sometimes or Outcome.Consistent)];
        Holding = [.. causes.Where(c => c.Standing == Outcome.Always).SelectMany(c => c.Claims)];
        Open =
        [
            .. causes
                .Except(Found)
                .Where(c => c.Standing != Outcome.Always)
                .OrderBy(c => c.First.Links.Any(l => l.Evidence == Evidence.Guessed) ? 0 : 1),
        ];
        Weak = WeakOrder.Of(index);
        Cite(report);
    }

    /// <summary>What cannot hold, clashes, depends, or is borne out by customs books.</summary>
    public IReadOnlyList<Cause> Found { get; }

    /// <summary>What holds whatever the clocks.</summary>
    public IReadOnlyList<ClaimEntry> Holding { get; }

    /// <summary>What was not tested or not settled; first what a person can settle by choosing what is meant.</summary>
    public IReadOnlyList<Cause> Open { get; }

    /// <summary>Orders of the chronology that some readings reverse.</summary>
    public IReadOnlyList<WeakOrder> Weak { get; }

    /// <summary>True where a finding that is shown in full refers to an event, a clock, a relation, a figure or a claim.</summary>
    public bool IsCited(string id) => cited.Contains(id);

    // Where nothing fails or depends, what holds is what there is to look at.
    private void Cite(AuditReport report)
    {
        IEnumerable<ClaimEntry> claims = Found.Take(MostCards).SelectMany(c => c.Claims.Take(MostLines));
        foreach (var claim in Found.Count > 0 ? claims : Holding.Take(MostCards))
            cited.UnionWith([claim.Id, .. new[] { claim.Earlier, claim.Later }.OfType<string>(), .. claim.Because.Select(b => b.Id)]);

        foreach (var disagreement in report.Disagreements.Take(MostCards))
            cited.UnionWith([disagreement.Event, .. disagreement.Clocks]);

        foreach (var order in Weak.Take(MostCards).SelectMany(w => w.Orders.Take(MostLines)))
            cited.UnionWith([order.Earlier, order.Later]);

        cited.UnionWith(report.Conflicts.Where(c => c.Kind == ConflictKind.Conflict).Take(MostCards).SelectMany(c => c.Figures));
        var clocks = report.Clocks.Concat(report.Dates).ToList();
        cited.UnionWith([.. clocks.Where(c => cited.Contains(c.Id)).Select(c => c.Event)]);
        cited.UnionWith([.. clocks.Where(c => cited.Contains(c.Event)).Select(c => c.Id)]);
    }
}
