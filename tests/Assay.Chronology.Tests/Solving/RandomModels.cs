using Assay.Chronology.Model;
using NodaTime;

namespace Assay.Chronology.Tests.Solving;

/// <summary>Small random models with clock changes, ambiguous days, reports, globals and relations, and claims about them.</summary>
internal static class RandomModels
{
    // Zones whose clocks change in the nights around 27 March 2022 and 30 October 2022, and one that does not change.
    private static readonly string[] Zones =
    [
        "Europe/Berlin",
        "Europe/London",
        "Europe/Kyiv",
        "Asia/Almaty",
        "America/New_York",
        "Australia/Lord_Howe",
        "UTC+05:30",
    ];

    private static readonly LocalDate[] Days = [new(2022, 3, 26), new(2022, 10, 29), new(2022, 1, 5)];

    // Tehran is behind Dubai in January and ahead of it in July: their order is no order of clocks.
    private static readonly string[] ZonesThatSwap = ["Asia/Tehran", "Asia/Dubai", "UTC+03:00", "UTC+05:00"];

    private static readonly LocalDate[] Seasons = [new(2022, 1, 5), new(2022, 7, 5)];

    public static (TemporalModel Model, List<TimeClaim> Claims) Draw(Random random, int claims)
    {
        var swap = random.Next(4) == 0;
        var zones = swap ? ZonesThatSwap : Zones;
        LocalDate[] days = swap ? Seasons : [Days[random.Next(Days.Length)]];
        var sketch = new Sketch();
        var events = Enumerable.Range(0, random.Next(2, 6)).Select(i => $"e{i}").ToArray();
        var variables = Enumerable.Range(0, random.Next(1, 4)).Select(i => $"z{i}").ToArray();
        foreach (var v in variables)
            sketch.Zone(v, random.Next(4) == 0, random.Next(2) == 0, [.. zones.OrderBy(_ => random.Next()).Take(random.Next(1, 4))]);

        foreach (var e in events)
            sketch.Event(e);

        for (var s = 0; s < random.Next(1, events.Length + 2); s++)
        {
            var windows = Enumerable
                .Range(0, random.Next(3) == 0 ? random.Next(2, 4) : 1)
                .Select(_ => Window(random, days[random.Next(days.Length)]))
                .ToArray();
            sketch.Clock(
                $"s{s}",
                events[random.Next(events.Length)],
                variables[random.Next(variables.Length)],
                random.Next(5) == 0 ? ClockRole.Report : ClockRole.Event,
                windows,
                [.. windows.Select(w => new StatedMinutes(w.From, w.Until.PlusMinutes(-1)))]
            );
        }

        for (var r = 0; r < random.Next(0, events.Length); r++)
        {
            var (from, to) = Pair(random, events);
            sketch.Relation($"r{r}", from, to, Bound(random, -120, 60), Bound(random, 60, 600));
        }

        if (random.Next(2) == 0)
            sketch.Global([.. zones.OrderBy(_ => random.Next()).Take(random.Next(1, 3))]);

        return (sketch.Model, [.. Enumerable.Range(0, claims).Select(c => Claim(random, events, $"c{c}"))]);
    }

    private static TimeClaim Claim(Random random, string[] events, string id)
    {
        var (from, to) = Pair(random, events);
        return new TimeClaim(id, from, to, Bound(random, -700, 400), Bound(random, 400, 1200));
    }

    private static (string, string) Pair(Random random, string[] events)
    {
        var from = random.Next(events.Length);
        return (events[from], events[(from + random.Next(1, events.Length)) % events.Length]);
    }

    private static Bound? Bound(Random random, int low, int high) =>
        random.Next(3) == 0 ? null : new Bound(Duration.FromMinutes(random.Next(low / 30, high / 30) * 30), random.Next(2) == 0);

    private static LocalWindow Window(Random random, LocalDate day)
    {
        // Half hours in the night of the change, so that windows touch, overlap, are skipped and are repeated often.
        var from = day.PlusDays(random.Next(2)).AtMidnight().PlusMinutes(random.Next(-2, 12) * 30);
        return new LocalWindow(
            from,
            from.PlusMinutes(
                random.Next(4) switch
                {
                    0 => 1,
                    1 => 30,
                    2 => 60,
                    _ => 150,
                }
            )
        );
    }
}
