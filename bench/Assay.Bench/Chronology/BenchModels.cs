using Assay.Chronology.Model;
using NodaTime;

namespace Assay.Bench.Chronology;

/// <summary>A family of random models of one size.</summary>
internal sealed record Family(string Name, int Events, int Sources, int LinksPerEvent, bool AmbiguousDays, bool Phase = false)
{
    /// <summary>Half-width of the links of the phase transition, in minutes: some instances have a world and some have none.</summary>
    private const int PhaseSlack = 2_300;

    private static readonly string[] Still = ["UTC+02:00", "UTC+03:00", "UTC+04:00", "UTC+05:00", "UTC+06:00"];
    private static readonly string[] Changing = ["Europe/Berlin", "Europe/Kyiv", "Asia/Almaty", "America/New_York", "Europe/Istanbul"];
    private static readonly LocalDateTime Start = new(2022, 10, 20, 0, 0);

    /// <summary>Draws a model and 40 claims. Except in the phase transition the premises are true of one hidden world.</summary>
    public (TemporalModel Model, List<TimeClaim> Claims) Draw(int seed)
    {
        var random = new Random(seed);
        var zones = AmbiguousDays ? Changing : Still;
        var pools = Enumerable.Range(0, Sources).Select(_ => zones.OrderBy(_ => random.Next()).Take(3).ToArray()).ToArray();
        var variables = pools
            .Select((p, i) => new ZoneVariable($"z{i}", $"v{i}", [.. p.Select(z => new ZoneCandidate(z, "bench"))]))
            .ToList();
        var truth = Enumerable.Range(0, Events).Select(_ => random.Next(0, Phase ? 72 * 4 : 20 * 96) * 15L).Order().ToArray();
        var clocks = truth.Select((t, e) => Clock(random, e, t, Phase ? e : random.Next(Sources), pools)).ToList();
        var links = Enumerable.Range(0, LinksPerEvent == 0 ? 100 : Events * LinksPerEvent).Select(i => Link(random, i, truth)).ToList();
        var claims = Enumerable.Range(0, 40).Select(c => Claim(random, c, truth)).ToList();
        return (new TemporalModel([.. Enumerable.Range(0, Events).Select(e => $"e{e}")], variables, clocks, links, []), claims);
    }

    private ClockStatement Clock(Random random, int e, long minute, int source, string[][] pools)
    {
        var zone = DateTimeZoneProviders.Tzdb[pools[source][0]];
        var local = Start.InUtc().ToInstant().Plus(Duration.FromMinutes(minute)).InZone(zone).LocalDateTime;
        var days =
            Phase ? 3
            : AmbiguousDays && random.Next(5) == 0 ? 2
            : 1;
        var first = days == 1 ? 0 : random.Next(days);
        var at = Enumerable.Range(0, days).Select(d => local.PlusDays(d - first)).ToList();
        return new ClockStatement(
            $"s{e}",
            $"e{e}",
            $"z{source}",
            [.. at.Select(a => new LocalWindow(a, a.PlusMinutes(Phase ? 60 : 1)))],
            [.. at.Select(a => new StatedMinutes(a, a))]
        );
    }

    private Relation Link(Random random, int id, long[] truth)
    {
        var from = random.Next(truth.Length);
        var to = Phase ? (from + random.Next(1, truth.Length)) % truth.Length : Near(random, from, truth.Length);
        var difference = truth[to] - truth[from];
        if (Phase)
        {
            // Not drawn from a world: whether there is one is what the instance asks.
            difference += random.Next(3) == 0 ? random.Next(-48, 49) * 60 : 0;
            return new Relation($"r{id}", $"e{from}", $"e{to}", At(difference - PhaseSlack), At(difference + PhaseSlack));
        }

        return new Relation(
            $"r{id}",
            $"e{from}",
            $"e{to}",
            At(difference - random.Next(0, 40) * 15),
            At(difference + random.Next(0, 40) * 15)
        );
    }

    private static TimeClaim Claim(Random random, int id, long[] truth)
    {
        var from = random.Next(truth.Length);
        var to = Near(random, from, truth.Length);
        var difference = truth[to] - truth[from] + random.Next(-16, 17) * 15;
        return new TimeClaim(
            $"c{id}",
            $"e{from}",
            $"e{to}",
            At(difference - random.Next(1, 20) * 15),
            At(difference + random.Next(1, 20) * 15)
        );
    }

    private static int Near(Random random, int from, int count)
    {
        var to = Math.Clamp(from + random.Next(-8, 9), 0, count - 1);
        return to != from ? to
            : from == 0 ? 1
            : from - 1;
    }

    private static Bound At(long minutes) => new(Duration.FromMinutes(minutes));
}
