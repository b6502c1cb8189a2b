using Assay.Chronology.Model;

namespace Assay.Chronology.Solving;

/// <summary>Which clock to ask about.</summary>
internal static class Asking
{
    /// <summary>The clocks each of which settles the claim once known, the one with the most settled zones first. Where none does so alone,
    /// all deciding clocks, the one whose zones settle most first.</summary>
    public static List<string> Order(List<string> deciding, List<CombinationRow> rows)
    {
        var settled = deciding.Select((id, i) => (Id: id, Share: Settled(rows, i))).OrderByDescending(d => d.Share).ToList();
        var alone = settled.Where(d => d.Share >= 1).ToList();
        return (alone.Count > 0 ? alone : settled).ConvertAll(d => d.Id);
    }

    /// <summary>The share of a clock's zones under which all combinations give one answer.</summary>
    private static double Settled(List<CombinationRow> rows, int clock)
    {
        var byZone = rows.Where(r => r.Verdict != Verdict.Contradictory).GroupBy(r => r.Zones[clock], StringComparer.Ordinal).ToList();
        var one = byZone.Count(g => g.All(r => r.Verdict == Verdict.Always) || g.All(r => r.Verdict == Verdict.Never));
        return byZone.Count == 0 ? 0 : (double)one / byZone.Count;
    }
}
