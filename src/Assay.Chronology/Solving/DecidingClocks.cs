using Assay.Chronology.Model;

namespace Assay.Chronology.Solving;

/// <summary>Finds the zone variables that decide a question: a minimal set whose zones settle it as far as zones can.</summary>
/// <remarks>Starts from no variable and adds one wherever two readings with the same row disagree; then drops what turns out
/// needless.</remarks>
internal sealed class DecidingClocks(Tester tester, World world, Question question)
{
    private readonly CompiledModel model = tester.Model;

    /// <summary>Variables of the clocks of the events in question.</summary>
    private readonly HashSet<int> direct =
    [
        .. tester.Model.Statements.Where(s => world.Living[s.Index] && question.Events.Contains(s.Event)).Select(s => s.Variable),
    ];

    /// <summary>True where with all zones fixed some instants satisfy the claim and some do not.</summary>
    public bool UnstatedTime { get; private set; }

    /// <summary>The deciding variables.</summary>
    public List<int> Find()
    {
        var deciding = new List<int>();
        while (Undecided(deciding) is { } next && Rows(deciding).Count() <= tester.Asker.Options.MaxTableRows)
            deciding.Add(next);

        for (var i = deciding.Count - 1; i >= 0; i--)
        {
            var without = deciding.Where((_, j) => j != i).ToList();
            if (Undecided(without) is null)
                deciding = without;
        }

        deciding.Sort();
        return deciding;
    }

    /// <summary>The rows of the table over some variables: a mode and a zone for each.</summary>
    public IEnumerable<(Mode Mode, int[] Zones)> Rows(List<int> deciding)
    {
        foreach (var mode in world.Modes)
        {
            IEnumerable<int[]> rows =
            [
                [],
            ];
            foreach (var v in deciding)
            {
                var zones = mode.ZonesOf(v).OrderBy(z => Array.IndexOf(model.Variables[v].Zones, z)).ToArray();
                rows = rows.SelectMany(r => zones.Select(z => (int[])[.. r, z]));
            }

            foreach (var row in rows)
                yield return (mode, row);
        }
    }

    /// <summary>The literals of a row.</summary>
    public static List<int> Assumptions(Mode mode, List<int> deciding, int[] zones)
    {
        var literals = new List<int>();
        for (var i = 0; i < deciding.Count; i++)
            mode.Assume(literals, deciding[i], zones[i]);

        return literals;
    }

    /// <summary>A variable that must be added so that no row holds two answers, or null.</summary>
    private int? Undecided(List<int> deciding)
    {
        var known = new Dictionary<string, (Verdict Verdict, int[] Zones)>(StringComparer.Ordinal);
        foreach (var (mode, zones) in Rows(deciding).Take(4 * tester.Asker.Options.MaxTableRows))
        {
            var outcome = tester.Test(mode, question, Assumptions(mode, deciding, zones), capture: true);
            if (outcome.Verdict == Verdict.Sometimes && Splits(mode, outcome, deciding) is { } next)
                return next;

            UnstatedTime |= outcome.Verdict == Verdict.Sometimes;
            if ((outcome.ForZones ?? outcome.AgainstZones) is not { } reading)
                continue;

            var key = string.Join(',', zones);
            if (
                !known.TryAdd(key, (outcome.Verdict, reading))
                && known[key].Verdict != outcome.Verdict
                && Differing(known[key].Zones, reading, deciding).Select(v => (int?)v).FirstOrDefault() is { } other
            )
                return other;
        }

        return null;
    }

    /// <summary>Walks from a reading for to a reading against one clock at a time; the clock that changes the answer is returned.</summary>
    private int? Splits(Mode mode, Outcome outcome, List<int> deciding)
    {
        var (now, target) = ((int[])outcome.ForZones!.Clone(), outcome.AgainstZones!);
        var differing = Differing(now, target, deciding).ToList();
        var before = Fixed(mode, now);
        if (differing.Count == 0 || (before == Verdict.Sometimes && Fixed(mode, target) == Verdict.Sometimes))
            return null;

        foreach (var v in differing)
        {
            now[v] = target[v];
            var after = Fixed(mode, now);
            if (after != Verdict.Contradictory && after != before)
                return v;
        }

        return differing[0];
    }

    private IEnumerable<int> Differing(int[] a, int[] b, List<int> deciding) =>
        Enumerable.Range(0, a.Length).Where(v => a[v] != b[v] && !deciding.Contains(v)).OrderBy(v => direct.Contains(v) ? 0 : 1);

    private Verdict Fixed(Mode mode, int[] zones)
    {
        var literals = new List<int>();
        for (var v = 0; v < zones.Length; v++)
            mode.Assume(literals, v, zones[v]);

        return tester.Test(mode, question, literals).Verdict;
    }
}
