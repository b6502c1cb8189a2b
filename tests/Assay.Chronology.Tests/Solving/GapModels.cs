using Assay.Chronology.Model;
using NodaTime;

namespace Assay.Chronology.Tests.Solving;

/// <summary>Small random models with exact, ranging, approximate and coarse clocks around clock changes, in January and in July.</summary>
internal static class GapModels
{
    private static readonly string[] Zones =
    [
        "Europe/Berlin",
        "America/New_York",
        "Australia/Lord_Howe",
        "Asia/Tehran",
        "Asia/Dubai",
        "Asia/Almaty",
        "UTC+05:30",
        "UTC",
    ];

    // Where one of the zones above changes its clocks, or none does.
    private static readonly LocalDate[] Days =
    [
        new(2022, 3, 27),
        new(2022, 10, 30),
        new(2022, 3, 13),
        new(2022, 11, 6),
        new(2022, 4, 3),
        new(2022, 10, 2),
        new(2022, 3, 22),
        new(2022, 9, 22),
        new(2022, 1, 5),
        new(2022, 7, 5),
    ];

    public static (TemporalModel Model, List<TimeClaim> Claims) Draw(Random random, int claims)
    {
        var sketch = new Sketch();
        var events = Enumerable.Range(0, random.Next(2, 5)).Select(i => $"e{i}").ToArray();
        var variables = Enumerable.Range(0, random.Next(1, 3)).Select(i => $"z{i}").ToArray();
        foreach (var v in variables)
            sketch.Zone(v, random.Next(4) == 0, random.Next(4) != 0, [.. Zones.OrderBy(_ => random.Next()).Take(random.Next(1, 4))]);

        foreach (var e in events)
            sketch.Event(e);

        var day = Days[random.Next(Days.Length)];
        for (var s = 0; s < random.Next(1, events.Length + 2); s++)
        {
            var first = Window(random, day);
            var windows = Enumerable.Range(0, random.Next(5) == 0 ? 2 : 1).Select(d => Later(first, d)).ToArray();
            var role = random.Next(6) == 0 ? ClockRole.Report : ClockRole.Event;
            sketch.Clock(
                $"s{s}",
                events[random.Next(events.Length)],
                variables[random.Next(variables.Length)],
                role,
                [.. windows.Select(w => w.Window)],
                [.. windows.Select(w => w.Stated)]
            );
        }

        for (var r = 0; r < random.Next(0, events.Length); r++)
        {
            var (from, to) = Pair(random, events);
            sketch.Relation($"r{r}", from, to, Bound(random, -120, 60), Bound(random, 60, 600));
        }

        if (random.Next(3) == 0)
            sketch.Global([.. Zones.OrderBy(_ => random.Next()).Take(random.Next(1, 3))]);

        return (sketch.Model, [.. Enumerable.Range(0, claims).Select(c => Claim(random, events, $"c{c}"))]);
    }

    private static (LocalWindow Window, StatedMinutes Stated) Window(Random random, LocalDate day)
    {
        // Quarters of an hour from the evening before to the morning, so that windows touch, overlap, are skipped and are repeated often.
        var at = day.AtMidnight().PlusMinutes(random.Next(-4, 24) * 15);
        return random.Next(10) switch
        {
            0 => Range(at, at.PlusMinutes(15 * random.Next(1, 20))),
            1 => Range(day.AtMidnight(), day.AtMidnight().PlusMinutes(24 * 60 - 1)),
            2 => Range(Midnight(day, DateAdjusters.StartOfMonth), Midnight(day, DateAdjusters.EndOfMonth).PlusMinutes(24 * 60 - 1)),
            3 => Range(at.PlusMinutes(-15), at.PlusMinutes(15)),
            4 => (new LocalWindow(at.PlusMinutes(-15), at.PlusMinutes(16)), new StatedMinutes(at, at)),
            5 => Coarse(at, at.PlusMinutes(15 * random.Next(1, 20))),
            6 => Coarse(day.AtMidnight(), day.PlusDays(random.Next(2) == 0 ? 1 : 30).AtMidnight()),
            _ => Range(at, at),
        };
    }

    private static LocalDateTime Midnight(LocalDate day, Func<LocalDate, LocalDate> adjust) => day.With(adjust).AtMidnight();

    private static (LocalWindow Window, StatedMinutes Stated) Coarse(LocalDateTime at, LocalDateTime until) =>
        (new LocalWindow(at, until), new StatedMinutes(at, at));

    private static (LocalWindow Window, StatedMinutes Stated) Later((LocalWindow Window, StatedMinutes Stated) w, int days) =>
        (
            new LocalWindow(w.Window.From.PlusDays(days), w.Window.Until.PlusDays(days)),
            new StatedMinutes(w.Stated.First.PlusDays(days), w.Stated.Last.PlusDays(days))
        );

    private static (LocalWindow Window, StatedMinutes Stated) Range(LocalDateTime first, LocalDateTime last) =>
        (new LocalWindow(first, last.PlusMinutes(1)), new StatedMinutes(first, last));

    private static TimeClaim Claim(Random random, string[] events, string id)
    {
        var (from, to) = Pair(random, events);
        return new TimeClaim(id, from, to, Bound(random, -400, 200), Bound(random, 200, 600));
    }

    private static (string, string) Pair(Random random, string[] events)
    {
        var from = random.Next(events.Length);
        return (events[from], events[(from + random.Next(1, events.Length)) % events.Length]);
    }

    private static Bound? Bound(Random random, int low, int high) =>
        random.Next(3) == 0 ? null : new Bound(Duration.FromMinutes(random.Next(low, high)), random.Next(2) == 0);
}
