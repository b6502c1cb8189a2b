using Assay.Chronology.Model;
using Assay.Chronology.Solving;
using NodaTime;
using static Assay.Chronology.Tests.Solving.Sketch;

namespace Assay.Chronology.Tests.Solving;

/// <summary>Claims on clocks whose day is unknown, against every day one by one and by hand.</summary>
public class UnknownDayTests
{
    private static readonly TemporalSolver Solver = new();
    private static readonly LocalDate Placeholder = new(2022, 1, 5);
    private static readonly DateInterval Year = new(new(2022, 1, 1), new(2022, 12, 31));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static UnknownDayVerdict Examine(Sketch sketch, TimeClaim claim, params string[] passage) =>
        new UnknownDay(Solver).Examine(sketch.Model, [claim], passage.ToHashSet(), Placeholder, Year, Stop)[0];

    private static Sketch Far(string zone, string other, string at, string otherAt) =>
        new Sketch()
            .Zone("a", zone)
            .Zone("b", other)
            .Clock("s", "x", "a", $"2022-01-05 {at}")
            .Clock("t", "y", "b", $"2022-01-05 {otherAt}");

    [Fact]
    public void Agrees_with_every_day_one_by_one_when_the_day_is_unknown()
    {
        var (random, compared, moved) = (new Random(20220328), 0, 0);
        string[] zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Tehran", "Asia/Dubai", "UTC"];
        while (compared < 90)
        {
            var sketch = new Sketch();
            foreach (var z in new[] { "a", "b" })
            {
                sketch.Zone(z, random.Next(3) == 0, true, [.. zones.OrderBy(_ => random.Next()).Take(random.Next(1, 3))]);
                foreach (var e in new[] { "x", "y" })
                {
                    var at = Placeholder.AtMidnight().PlusMinutes(random.Next(0, 8) * 30 + (z == "a" ? 0 : 360 * random.Next(0, 4)));
                    sketch.Clock($"{z}{e}", $"{z}-{e}", z, ClockRole.Event, [new(at, at.PlusMinutes(1))], [new(at, at)]);
                }
            }

            sketch.Global([.. zones.Take(random.Next(2))]);
            var claims = new[] { ("a-x", "b-x"), ("a-x", "a-y"), ("b-y", "a-x") }
                .Select(
                    (p, i) =>
                        new TimeClaim(
                            $"c{i}",
                            p.Item1,
                            p.Item2,
                            MoreThan(30 * random.Next(-8, 8)),
                            random.Next(2) == 0 ? null : AtLeast(30 * random.Next(8, 16))
                        )
                )
                .ToList();
            var passage = sketch.Model.Statements.Select(s => s.Id).ToHashSet();
            var found = new UnknownDay(Solver).Examine(sketch.Model, claims, passage, Placeholder, Year, Stop);
            var daily = Year.Select(day => Solver.Judge(On(sketch.Model, day), claims, Stop)).ToList();
            for (var c = 0; c < claims.Count; c++, compared++)
            {
                var seen = daily.Select(d => d[c]).Where(v => v != Verdict.Contradictory).Distinct().ToList();
                var expected =
                    seen.Count == 0 ? Verdict.Contradictory
                    : seen.Count > 1 ? Verdict.Sometimes
                    : seen[0];
                Assert.Equal((compared, expected), (compared, found[c].AnyDay.Verdict));
                Assert.Equal(
                    daily.GroupBy(d => d[c]).Select(g => (g.Key, g.Count())).Order(),
                    found[c].Kinds.GroupBy(k => k.Verdict.Verdict).Select(g => (g.Key, g.Sum(k => k.Count))).Order()
                );
                moved += expected == Solver.Judge(sketch.Model, [claims[c]], Stop)[0] ? 0 : 1;
            }
        }

        Assert.True(moved > 5, $"the placeholder alone was wrong on {moved} of {compared} claims");
    }

    [Fact]
    public void Depends_on_the_day_when_zones_change_their_distance_over_the_year()
    {
        // Six hours for most of the year, five for some weeks in spring and a week in autumn.
        var v = Examine(Far("America/New_York", "Europe/Berlin", "12:00", "17:30"), Before("c", "x", "y"), "s", "t");
        Assert.Equal((Verdict.Sometimes, HomeVerdict.Depends), (v.AnyDay.Verdict, v.AnyDay.Home));
        Assert.Equal((Duration.FromMinutes(-30), Duration.FromMinutes(30)), (v.AnyDay.GapMin, v.AnyDay.GapMax));
        Assert.True(v.AnyDay.DependsOnUnstatedTime);
        Assert.Empty(v.AnyDay.Because);
        Assert.Equal(Verdict.Sometimes, v.OrdinaryDay.Verdict);
        Assert.Equal([(Verdict.Never, 344), (Verdict.Always, 21)], v.Kinds.Select(k => (k.Verdict.Verdict, k.Count)));
        Assert.Equal(v.AnyDay.For!.Instants["y"] - v.AnyDay.For.Instants["x"], Duration.FromMinutes(30));
        Assert.NotNull(v.AnyDay.Against);
    }

    [Fact]
    public void Sets_the_night_of_a_clock_change_apart_when_one_clock_runs_through_it()
    {
        var sketch = Far("Europe/Berlin", "UTC", "00:30", "12:00").Clock("u", "z", "a", "2022-01-05 04:30");
        var v = Examine(sketch, Gap("c", "x", "z", 210, 270), "s", "t", "u");
        Assert.Equal((Verdict.Sometimes, Verdict.Always), (v.AnyDay.Verdict, v.OrdinaryDay.Verdict));
        Assert.Equal((Duration.FromHours(3), Duration.FromHours(5)), (v.AnyDay.GapMin, v.AnyDay.GapMax));
        Assert.Equal(2, v.Kinds.Where(k => k.IsClockChange).Sum(k => k.Count));
        Assert.Equal(["s", "u"], v.OrdinaryDay.Because);
    }

    [Fact]
    public void Leaves_out_the_day_when_a_clock_change_skips_the_time()
    {
        var v = Examine(Far("Europe/Berlin", "Europe/Berlin", "02:30", "04:00"), Gap("c", "x", "y", 60, 160), "s", "t");
        Assert.Equal(Verdict.Always, v.AnyDay.Verdict);
        Assert.Equal(("s", "Europe/Berlin"), Assert.Single(v.AnyDay.Skipped));
        Assert.Equal(Verdict.Contradictory, Assert.Single(v.Kinds, k => k.Day == new LocalDate(2022, 3, 27)).Verdict.Verdict);
    }

    [Fact]
    public void Is_the_verdict_of_the_placeholder_when_no_zone_changes()
    {
        var v = Examine(Far("UTC+03:00", "UTC+05:00", "12:00", "13:00"), Before("c", "x", "y"), "s", "t");
        Assert.Equal((Verdict.Never, Duration.FromHours(-1)), (v.AnyDay.Verdict, v.AnyDay.GapMin));
        Assert.Equal(365, Assert.Single(v.Kinds).Count);
        Assert.Equal(["s", "t"], v.AnyDay.Because);
        Assert.NotNull(v.AnyDay.Flip);
    }

    [Fact]
    public void Keeps_the_table_with_the_gaps_of_all_days_when_its_rows_say_the_same()
    {
        var sketch = new Sketch()
            .Zone("a", "America/New_York", "UTC-12:00")
            .Zone("b", "Europe/Berlin")
            .Clock("s", "x", "a", "2022-01-05 12:00")
            .Clock("t", "y", "b", "2022-01-05 19:30");
        var v = Examine(sketch, Before("c", "x", "y"), "s", "t");
        Assert.Equal((Verdict.Sometimes, false), (v.AnyDay.Verdict, v.AnyDay.DependsOnUnstatedTime));
        Assert.Equal(["a"], v.AnyDay.DecidedBy);
        Assert.Equal(
            [(Verdict.Always, 90.0, 150.0), (Verdict.Never, -390.0, -330.0)],
            v.AnyDay.Table.Select(r => (r.Verdict, r.GapMin!.Value.TotalMinutes, r.GapMax!.Value.TotalMinutes))
        );
    }

    [Fact]
    public void Leaves_out_the_clocks_of_other_days_when_they_share_a_voice()
    {
        // On its own day the first clock would settle the zone; across an unknown day it says nothing.
        var sketch = new Sketch()
            .Zone("a", "UTC+03:00", "UTC+06:00")
            .Zone("u", "UTC")
            .Clock("p", "w", "a", "2022-03-01 12:00")
            .Clock("q", "w", "u", "2022-03-01 09:00")
            .Clock("s", "x", "a", "2022-01-05 12:00")
            .Clock("t", "y", "u", "2022-01-05 08:00");
        Assert.Equal(Verdict.Never, Solver.Judge(sketch.Model, [Before("c", "x", "y")], Stop)[0]);
        Assert.Equal(Verdict.Sometimes, Examine(sketch, Before("c", "x", "y", "p"), "s", "t").AnyDay.Verdict);
    }

    private static TemporalModel On(TemporalModel model, LocalDate day) =>
        model with
        {
            Statements =
            [
                .. model.Statements.Select(s =>
                    s with
                    {
                        Windows = [.. s.Windows.Select(w => new LocalWindow(Moved(w.From, day), Moved(w.Until, day)))],
                        StatedAt = [.. s.StatedAt.Select(m => new StatedMinutes(Moved(m.First, day), Moved(m.Last, day)))],
                    }
                ),
            ],
        };

    private static LocalDateTime Moved(LocalDateTime at, LocalDate day) => at.PlusDays(Period.DaysBetween(Placeholder, day));
}
