namespace Assay.Trade.Findings;

/// <summary>
/// Gaps of members of a bloc that are too small to make a finding. To leave a member or a month out over them would lose more than it
/// guards, so that they are named instead.
/// </summary>
/// <param name="members">What each member of the bloc reports.</param>
/// <param name="window">The periods compared.</param>
internal sealed class SmallGaps(IReadOnlyDictionary<int, MemberReports> members, Window window)
{
    // What all gaps together may be worth, of what is compared and of what the model and the placebo year rest on.
    private const double Tolerated = 0.01;

    // One period in so many may be lacking on each side: a cell that one member alone supplies rises by about a third at most for it.
    private const int OneIn = 4;
    private readonly int[] compared = [.. window.After, .. window.Before];
    private readonly int[] others = [.. Enumerable.Range(0, window.After[^1] + 1).Except(window.After.Concat(window.Before))];

    /// <summary>Every gap; none where there are none, or where they are not small.</summary>
    public IReadOnlyList<(int Member, int[] Periods, double Worth)> All() =>
        Are() ? [.. members.Keys.Order().Select(m => (m, Lacked(m), Worth(m, compared))).Where(g => g.Item2.Length > 0)] : [];

    private bool Are() =>
        members.Keys.Sum(m => Worth(m, compared)) <= Tolerated
        && members.Keys.Sum(m => Worth(m, others)) <= Tolerated
        && members.Keys.All(m => Few(m, window.After) && Few(m, window.Before) && Few(m, others));

    private int[] Lacked(int member) => [.. compared.Concat(others).Distinct().Where(t => !members[member].Reported[t]).Order()];

    private bool Few(int member, int[] periods) => Lacks(member, periods) * OneIn <= periods.Length;

    private int Lacks(int member, int[] periods) => periods.Count(t => !members[member].Reported[t]);

    private double Worth(int member, int[] periods) => periods.Length == 0 ? 0 : Share(member) * Lacks(member, periods) / periods.Length;

    // Of a period that all report: a member that lacks many would seem small by what it reports in all.
    private double Share(int member) => Math.Max(Share(member, m => m.Value), Share(member, m => m.Restricted));

    private double Share(int member, Func<MemberReports, double> of)
    {
        double Usual(MemberReports m) => of(m) / Math.Max(1, m.Reported.Count(r => r));
        return members.Values.Sum(Usual) is > 0 and var all ? Usual(members[member]) / all : 0;
    }
}

/// <summary>Periods that a member of the bloc does not report, worth too little to leave anything out.</summary>
/// <param name="Member">Its code.</param>
/// <param name="Periods">The periods up to the last compared, yyyymm or yyyy00.</param>
/// <param name="Worth">The share of what is compared that is missing for it, 0 to 1: its share of all that the bloc reports, or of the
/// restricted goods where that is more, times the share of the periods compared that it lacks.</param>
public sealed record MemberGap(string Member, IReadOnlyList<int> Periods, double Worth);
