using Assay.Chronology.Model;
using NodaTime;

namespace Assay.Chronology.Tests.Solving;

/// <summary>Every world of a model, one by one: the plainest possible oracle. It shares no code with the solver.</summary>
internal sealed class Enumeration
{
    private const long Scale = 64;
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<
        (string Zone, LocalDateTime, LocalDateTime),
        List<(long From, long Until)>
    > Cache = [];
    private readonly TemporalModel model;
    private readonly Dictionary<string, int> points;
    private readonly List<List<(int From, int To, long Weight)>> worlds = [];

    public Enumeration(TemporalModel model)
    {
        this.model = model;
        points = model.Events.Select((e, i) => (e, i)).ToDictionary(p => p.e, p => p.i + 1);
        foreach (var zones in Assignments())
            Expand(zones, 0, []);
    }

    public bool Consistent => worlds.Count > 0;

    public Verdict Judge(TimeClaim claim)
    {
        var holds = Differences(claim.Earlier, claim.Later, claim.Min, claim.Max);
        var breaks = holds.ConvertAll(d => (d.To, d.From, 1 - d.Weight));
        var some = worlds.Exists(w => Feasible([.. w, .. holds]));
        var not = worlds.Exists(w => breaks.Exists(b => Feasible([.. w, b])));
        return (some, not) switch
        {
            (true, true) => Verdict.Sometimes,
            (true, false) => Verdict.Always,
            (false, true) => Verdict.Never,
            _ => Verdict.Contradictory,
        };
    }

    /// <summary>The zone of every variable in every mode, consistent or not.</summary>
    public IEnumerable<Dictionary<string, string>> Assignments()
    {
        foreach (var global in new string?[] { null }.Concat(model.Globals.Select(g => g.Zone)))
        {
            IEnumerable<Dictionary<string, string>> all =
            [
                [],
            ];
            foreach (var z in model.Zones)
            {
                string[] domain = global is null || z.Stated ? [.. z.Candidates.Select(c => c.Zone)] : [global];
                all = all.SelectMany(a => domain.Select(d => new Dictionary<string, string>(a) { [z.Id] = d }));
            }

            foreach (var a in all)
                yield return a;
        }
    }

    /// <summary>The stretches of UTC minutes whose local time lies in a window, found minute by minute.</summary>
    public static List<(long From, long Until)> Minutes(string zone, LocalWindow window)
    {
        if (Cache.TryGetValue((zone, window.From, window.Until), out var found))
            return found;

        var rules = DateTimeZoneProviders.Tzdb[zone];
        var start = window.From.InUtc().ToInstant().Minus(Duration.FromHours(15));
        var stop = window.Until.InUtc().ToInstant().Plus(Duration.FromHours(15));
        found = [];
        for (var at = start; at < stop; at = at.Plus(Duration.FromMinutes(1)))
        {
            var local = at.InZone(rules).LocalDateTime;
            if (local < window.From || local >= window.Until)
                continue;

            var minute = at.ToUnixTimeSeconds() / 60;
            if (found.Count > 0 && found[^1].Until == minute)
                found[^1] = (found[^1].From, minute + 1);
            else
                found.Add((minute, minute + 1));
        }

        return Cache[(zone, window.From, window.Until)] = found;
    }

    public List<(int From, int To, long Weight)> Differences(string from, string to, Bound? lower, Bound? upper)
    {
        var list = new List<(int, int, long)>();
        if (lower is { } l)
            list.Add((points[from], points[to], Weight(l.Value) + (l.Strict ? 1 : 0)));

        if (upper is { } u)
            list.Add((points[to], points[from], (u.Strict ? 1 : 0) - Weight(u.Value)));

        return list;
    }

    private static long Weight(Duration d) => (long)d.TotalMinutes * Scale;

    private void Expand(Dictionary<string, string> zones, int statement, List<(int, int, long)> edges)
    {
        if (statement == model.Statements.Count)
        {
            List<(int, int, long)> all = [.. edges, .. model.Relations.SelectMany(r => Differences(r.From, r.To, r.Lower, r.Upper))];
            if (Feasible(all))
                worlds.Add(all);

            return;
        }

        var s = model.Statements[statement];
        var p = points[s.Event];
        foreach (var (from, until) in s.Windows.SelectMany(w => Minutes(zones[s.Zone], w)))
        {
            var last = (p, 0, 1 - until * Scale);
            Expand(zones, statement + 1, s.Role == ClockRole.Report ? [.. edges, last] : [.. edges, last, (0, p, from * Scale)]);
        }
    }

    /// <summary>No circle of differences of positive length.</summary>
    private bool Feasible(List<(int From, int To, long Weight)> edges)
    {
        var value = new long[points.Count + 1];
        for (var round = 0; round <= value.Length; round++)
        {
            var moved = false;
            foreach (var (from, to, weight) in edges)
            {
                if (value[from] + weight > value[to])
                    (value[to], moved) = (value[from] + weight, true);
            }

            if (!moved)
                return true;
        }

        return false;
    }
}
