namespace Assay.Trade.Findings;

/// <summary>
/// What is compared where members of a bloc lack periods. A sum over members of which some are missing is no sum of the bloc: it would rise
/// when they report again. So either such a member is left out everywhere, or the period is not compared, whichever loses less; unless all
/// gaps are <see cref="SmallGaps"/>, which leave nothing out.
/// </summary>
internal sealed class ReportGaps
{
    // Periods outside the window serve the model and the placebo year alone.
    private const double OtherPeriods = 0.25;
    private const int LeastShare = 2;
    private readonly IReadOnlyDictionary<int, MemberReports> members;
    private readonly List<(int[] Periods, double Worth, bool Compared)> units;
    private readonly HashSet<int> left = [];
    private readonly HashSet<int> open = [];

    /// <summary>Chooses what to leave out.</summary>
    /// <param name="members">What each member of the bloc reports.</param>
    /// <param name="periods">How many periods there are.</param>
    /// <param name="window">The periods compared.</param>
    public ReportGaps(IReadOnlyDictionary<int, MemberReports> members, int periods, Window window)
    {
        this.members = members;
        units = Units(periods, window);
        Small = new SmallGaps(members, window).All();
        if (Small.Count > 0)
            return;
        var most = window.After.Length / LeastShare;
        while (Next(most) is { } next)
            _ = next.Member >= 0 ? left.Add(next.Member) : open.Add(next.Unit);
        Unknown = [.. open.SelectMany(u => units[u].Periods).Distinct().Order()];
    }

    /// <summary>Members that are left out.</summary>
    public IReadOnlySet<int> Left => left;

    /// <summary>Periods that are not known.</summary>
    public IReadOnlyList<int> Unknown { get; } = [];

    /// <summary>Gaps that leave nothing out.</summary>
    public IReadOnlyList<(int Member, int[] Periods, double Worth)> Small { get; }

    /// <summary>What members left out hold of all that is reported.</summary>
    public double Share => left.Count == members.Count ? 1 : left.Sum(m => Worth(m));

    private double Worth(int member) =>
        members.Values.Sum(m => m.Value) is > 0 and var all ? members[member].Value / all : 1.0 / members.Count;

    private static List<(int[], double, bool)> Units(int periods, Window window)
    {
        var pairs = Enumerable.Range(0, window.After.Length).Select(i => (int[])[window.After[i], window.Before[i]]).ToList();
        int[] others = [.. Enumerable.Range(0, periods).Except(pairs.SelectMany(p => p))];
        return
        [
            .. pairs.Select(p => (p, 1.0 / pairs.Count, true)),
            .. others.Select(t => (new[] { t }, OtherPeriods / others.Length, false)),
        ];
    }

    // The member or the stretch that has the most gaps for what it is worth; null where none is left.
    private (int Member, int Unit)? Next(int most)
    {
        var gaps = members
            .Keys.Where(m => !left.Contains(m))
            .SelectMany(m => Open().Where(u => Lacks(m, u)).Select(u => (M: m, U: u)))
            .ToList();
        if (gaps.Count == 0)
            return null;
        var spent = open.Count(u => units[u].Compared);
        var choices = gaps.GroupBy(g => g.M)
            .Select(g => (Member: g.Key, Unit: -1, Gain: g.Count() / (Worth(g.Key) + 1e-9)))
            .Concat(
                gaps.GroupBy(g => g.U)
                    .Where(g => !units[g.Key].Compared || spent < most)
                    .Select(g => (Member: -1, Unit: g.Key, Gain: g.Count() / units[g.Key].Worth))
            );
        var best = choices.OrderByDescending(c => c.Gain).ThenBy(c => c.Member).ThenBy(c => c.Unit).First();
        return (best.Member, best.Unit);
    }

    private IEnumerable<int> Open() => Enumerable.Range(0, units.Count).Where(u => !open.Contains(u));

    private bool Lacks(int member, int unit) => units[unit].Periods.Any(t => !members[member].Reported[t]);
}

/// <summary>What one member of a bloc reports.</summary>
/// <param name="Periods">How many periods there are.</param>
internal sealed class MemberReports(int Periods)
{
    /// <summary>Which periods it reports.</summary>
    public bool[] Reported { get; } = new bool[Periods];

    /// <summary>What it reports in all, in the panel's unit.</summary>
    public double Value { get; set; }

    /// <summary>What of it is of restricted goods.</summary>
    public double Restricted { get; set; }
}

/// <summary>What a scan leaves out since it is not reported throughout.</summary>
/// <param name="Members">Members of the bloc that lack periods, by code.</param>
/// <param name="Share">Their share of all that the bloc reports, 0 to 1.</param>
/// <param name="Periods">Periods that are not compared, yyyymm or yyyy00.</param>
public sealed record LeftOut(IReadOnlyList<string> Members, double Share, IReadOnlyList<int> Periods)
{
    /// <summary>Nothing.</summary>
    public static readonly LeftOut Nothing = new([], 0, []);
}
