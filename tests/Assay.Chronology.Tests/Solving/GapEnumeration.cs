using System.Collections.Concurrent;
using Assay.Chronology.Model;
using NodaTime;

namespace Assay.Chronology.Tests.Solving;

/// <summary>The range of a gap of stated minutes over every world of a model, one by one. Windows are resolved minute by minute, times and
/// bounds are whole minutes; it shares no code with the solver.</summary>
/// <remarks>In a world each event falls in a minute, and the clock that times it most narrowly says a minute at most as far from that as
/// its window reaches beyond the minutes it states. Where that is no distance at all, the gap is that of the minutes themselves.</remarks>
internal sealed class GapEnumeration
{
    /// <summary>Parts of a minute: a strict bound costs one.</summary>
    private const long Parts = 64;
    private const long None = long.MaxValue / 4;
    private static readonly ConcurrentDictionary<(string, LocalWindow, StatedMinutes), List<Stretch>> Cache = [];
    private readonly TemporalModel model;
    private readonly List<World> worlds = [];
    private readonly int[] finest;

    public GapEnumeration(TemporalModel model)
    {
        this.model = model;
        finest = [.. model.Events.Select(Finest)];
        foreach (var global in new string?[] { null }.Concat(model.Globals.Select(g => g.Zone).Distinct()))
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

            foreach (var zones in all)
                Expand(global, zones, []);
        }
    }

    public bool IsConsistent => worlds.Count > 0;

    /// <summary>True where a clock reaches further beyond its stated minutes in some zones than in others: a clock change lies in a window
    /// much wider than what it states. The solver then allows in each zone what one of them does.</summary>
    public bool IsUneven =>
        model.Statements.Any(s =>
            Zones(s.Zone)
                .SelectMany(z => s.Windows.Zip(s.StatedAt).SelectMany(w => Stretches(z, w.First, w.Second)))
                .Select(c => (c.First - c.From, c.Until - c.Last))
                .Distinct()
                .Count() > 1
        );

    private IEnumerable<string> Zones(string variable) =>
        model.Zones.First(z => z.Id == variable).Candidates.Select(c => c.Zone).Concat(model.Globals.Select(g => g.Zone));

    /// <summary>The gap over the worlds whose global zone and zones are admitted; null where there is none.</summary>
    public (Duration? Min, Duration? Max)? Gap(TimeClaim claim, Func<string?, Dictionary<string, string>, bool> admits)
    {
        var (x, y) = (model.Events.ToList().IndexOf(claim.Earlier), model.Events.ToList().IndexOf(claim.Later));
        var ranges = worlds.Where(w => admits(w.Global, w.Zones)).GroupBy(w => w.Global).Select(mode => Clip(x, y, [.. mode])).ToList();
        return ranges.Count == 0 ? null : (Minutes(ranges.Min(r => r.Min), -None), Minutes(ranges.Max(r => r.Max), None));
    }

    private (long Min, long Max) Clip(int x, int y, World[] mode)
    {
        var n = model.Events.Count;
        var stated = (Min: mode.Min(w => w.Rounded.Least(n + x, n + y)), Max: mode.Max(w => -w.Rounded.Least(n + y, n + x)));
        var exact = (Min: mode.Min(w => Whole(w.Exact.Least(x, y))), Max: mode.Max(w => -Whole(w.Exact.Least(y, x))));
        var clipped = (Min: Math.Max(stated.Min, exact.Min), Max: Math.Min(stated.Max, exact.Max));
        return clipped.Min > clipped.Max ? stated : clipped;
    }

    private static long Whole(long parts) => parts == -None ? -None : (long)Math.Round((double)parts / Parts);

    private static Duration? Minutes(long value, long none) => value == none ? null : Duration.FromMinutes(value);

    private void Expand(string? global, Dictionary<string, string> zones, List<Stretch> chosen)
    {
        if (chosen.Count < model.Statements.Count)
        {
            var s = model.Statements[chosen.Count];
            foreach (var stretch in s.Windows.Zip(s.StatedAt).SelectMany(w => Stretches(zones[s.Zone], w.First, w.Second)))
                Expand(global, zones, [.. chosen, stretch]);

            return;
        }

        var n = model.Events.Count;
        var (exact, rounded) = (new Differences(n), new Differences(2 * n));
        foreach (var (s, stretch) in model.Statements.Zip(chosen))
        {
            var e = model.Events.ToList().IndexOf(s.Event);
            exact.Within(e, s.Role == ClockRole.Report ? null : stretch.From * Parts, stretch.Until * Parts - 1);
            rounded.Within(e, s.Role == ClockRole.Report ? null : stretch.From, stretch.Until - 1);
        }

        for (var e = 0; e < n; e++)
        {
            var clock = finest[e] < 0 ? default : chosen[finest[e]];
            rounded.AtLeast(n + e, e, finest[e] < 0 ? 0 : -Math.Max(0, clock.First - clock.From));
            rounded.AtLeast(e, n + e, finest[e] < 0 ? 0 : 1 - Math.Max(1, clock.Until - clock.Last));
            if (finest[e] >= 0)
                rounded.Within(n + e, model.Statements[finest[e]].Role == ClockRole.Report ? null : clock.First, clock.Last);
        }

        foreach (var r in model.Relations)
            Relate(exact, rounded, r);

        if (exact.Close() && rounded.Close())
            worlds.Add(new World(global, zones, exact, rounded));
    }

    private void Relate(Differences exact, Differences rounded, Relation r)
    {
        var (from, to) = (model.Events.ToList().IndexOf(r.From), model.Events.ToList().IndexOf(r.To));
        if (r.Lower is { } lower)
        {
            rounded.AtLeast(from, to, (long)lower.Value.TotalMinutes);
            exact.AtLeast(from, to, (long)lower.Value.TotalMinutes * Parts + (lower.Strict ? 1 : 0));
        }

        if (r.Upper is { } upper)
        {
            rounded.AtLeast(to, from, -(long)upper.Value.TotalMinutes);
            exact.AtLeast(to, from, -(long)upper.Value.TotalMinutes * Parts + (upper.Strict ? 1 : 0));
        }
    }

    private int Finest(string e) =>
        model
            .Statements.Select((s, i) => (s, i))
            .Where(p => p.s.Event == e)
            .OrderBy(p => p.s.Role == ClockRole.Report)
            .ThenBy(p => p.s.Windows.Zip(p.s.StatedAt).Max(Spare))
            .ThenBy(p => p.s.Id, StringComparer.Ordinal)
            .Select(p => p.i)
            .FirstOrDefault(-1);

    private static Duration Spare((LocalWindow Window, StatedMinutes Stated) w) =>
        Length(w.Window.From, w.Window.Until) - Length(w.Stated.First, w.Stated.Last);

    private static Duration Length(LocalDateTime from, LocalDateTime until) => until.InUtc().ToInstant() - from.InUtc().ToInstant();

    /// <summary>The stretches of UTC whose local minutes lie in the window, each with the stated minutes in it.</summary>
    private static List<Stretch> Stretches(string zone, LocalWindow window, StatedMinutes stated) =>
        Cache.GetOrAdd((zone, window, stated), _ => Resolve(zone, window, stated));

    private static List<Stretch> Resolve(string zone, LocalWindow window, StatedMinutes stated)
    {
        var rules = DateTimeZoneProviders.Tzdb[zone];
        LocalDateTime Local(long minute) => Instant.FromUnixTimeSeconds(60 * minute).InZone(rules).LocalDateTime;
        var found = Enumeration
            .Minutes(zone, window)
            .ConvertAll(m =>
            {
                var minutes = Enumerable.Range(0, (int)(m.Until - m.From)).Select(i => m.From + i).ToList();
                var said = minutes.FindAll(t => Local(t) >= stated.First && Local(t) <= stated.Last);
                var nearest = minutes.Find(t => Local(t) > stated.Last) is > 0 and var later ? later : m.Until;
                return (
                    Said: said.Count > 0,
                    Stretch: said.Count > 0
                        ? new Stretch(m.From, m.Until, said[0], said[^1])
                        : new Stretch(m.From, m.Until, nearest, nearest)
                );
            });
        var holds = found.FindIndex(f => f.Said);
        return found.ConvertAll(f =>
            f.Said || holds < 0 ? f.Stretch : f.Stretch with { First = found[holds].Stretch.First, Last = found[holds].Stretch.Last }
        );
    }

    private readonly record struct Stretch(long From, long Until, long First, long Last);

    private sealed record World(string? Global, Dictionary<string, string> Zones, Differences Exact, Differences Rounded);

    /// <summary>Least differences between points, the last of which is the origin of time.</summary>
    private sealed class Differences
    {
        private readonly long[,] least;

        public Differences(int points)
        {
            least = new long[points + 1, points + 1];
            for (var i = 0; i <= points; i++)
            {
                for (var j = 0; j <= points; j++)
                    least[i, j] = i == j ? 0 : -None;
            }
        }

        private int Origin => least.GetLength(0) - 1;

        /// <summary>The least <c>to - from</c>.</summary>
        public long Least(int from, int to) => least[from, to];

        public void AtLeast(int from, int to, long value) => least[from, to] = Math.Max(least[from, to], value);

        public void Within(int point, long? low, long high)
        {
            AtLeast(Origin, point, low ?? -None);
            AtLeast(point, Origin, -high);
        }

        /// <summary>Draws all conclusions; false where they clash.</summary>
        public bool Close()
        {
            for (var k = 0; k <= Origin; k++)
            {
                for (var i = 0; i <= Origin; i++)
                {
                    for (var j = 0; j <= Origin; j++)
                    {
                        if (least[i, k] != -None && least[k, j] != -None)
                            AtLeast(i, j, least[i, k] + least[k, j]);
                    }
                }
            }

            return Enumerable.Range(0, Origin + 1).All(i => least[i, i] <= 0);
        }
    }
}
