using Assay.Chronology.Model;
using Assay.Chronology.Solving;
using NodaTime;
using static Assay.Chronology.Tests.Solving.Sketch;

namespace Assay.Chronology.Tests.Solving;

/// <summary>The gaps of stated minutes, against plain enumeration and by hand.</summary>
public class GapTests
{
    private static readonly TemporalSolver Solver = new();

    [Fact]
    public void Agrees_with_plain_enumeration_on_the_gaps_of_four_thousand_claims()
    {
        var (random, compared, rows, homes, wider) = (new Random(20220327), 0, 0, 0, 0);
        while (compared < 4_000)
        {
            var (model, claims) = GapModels.Draw(random, 3);
            var oracle = new GapEnumeration(model);
            if (!oracle.IsConsistent)
                continue;

            foreach (var (claim, found) in claims.Zip(Solver.Examine(model, claims, TestContext.Current.CancellationToken)))
            {
                void Compare((Duration? Min, Duration? Max)? expected, Duration? min, Duration? max)
                {
                    var contained = expected is { } e && (min is null || min <= e.Min) && (max is null || max >= e.Max);
                    wider += expected == (min, max) ? 0 : 1;
                    Assert.True(
                        expected == (min, max) || (oracle.IsUneven && contained),
                        $"claim {compared}: {(min, max)} where enumeration says {expected}"
                    );
                }

                Compare(oracle.Gap(claim, (_, _) => true), found.GapMin, found.GapMax);
                if (oracle.Gap(claim, (global, zones) => global is null && model.Zones.All(z => IsHome(z, zones[z.Id]))) is { } home)
                {
                    Compare(home, found.HomeGapMin, found.HomeGapMax);
                    homes++;
                }

                foreach (var row in found.Table.Where(r => r.Verdict != Verdict.Contradictory))
                {
                    bool IsRow(string? global, Dictionary<string, string> zones) =>
                        global == row.Global && found.DecidedBy.Zip(row.Zones).All(p => zones[p.First] == p.Second);
                    Compare(oracle.Gap(claim, IsRow), row.GapMin, row.GapMax);
                    rows++;
                }

                compared++;
            }
        }

        Assert.True(rows > 200 && homes > 1_000 && wider < 10, $"{rows} rows and {homes} home gaps compared, {wider} wider than they are");
    }

    [Fact]
    public void Agrees_with_every_pair_of_instants_when_two_ranges_are_related()
    {
        var (random, zones) = (new Random(20221030), new[] { "Europe/Berlin", "Australia/Lord_Howe" });
        for (var compared = 0; compared < 60; )
        {
            var (x, y) = (Range(random, 100), Range(random, 100));
            var (low, high) = (AtLeast(random.Next(-90, 60)) with { Strict = random.Next(2) == 0 }, MoreThan(random.Next(60, 120)));
            var found = Examine(
                new Sketch()
                    .Zone("a", zones[0])
                    .Zone("b", zones)
                    .Relation("r", "x", "y", low, high)
                    .Clock("s", "x", "a", ClockRole.Event, [x.Window], [x.Stated])
                    .Clock("t", "y", "b", ClockRole.Event, [y.Window], [y.Stated])
            );
            var others = zones.SelectMany(z => Instants(z, y.Window)).ToList();
            var gaps = Instants(zones[0], x.Window)
                .SelectMany(a => others.Where(b => Within(b - a, low, high)).Select(b => b / 3 - a / 3))
                .Distinct()
                .ToList();
            if (gaps.Count == 0)
            {
                Assert.Equal(Verdict.Contradictory, found.Verdict);
                continue;
            }

            Assert.Equal((Duration.FromMinutes(gaps.Min()), Duration.FromMinutes(gaps.Max())), (found.GapMin, found.GapMax));
            compared++;
        }
    }

    [Theory]
    [InlineData("2022-03-27 00:30", "2022-03-27 00:30", "2022-03-27 04:30", 780, 780)] // winter time, though the window ends in summer
    [InlineData("2022-03-01 00:00", "2022-03-01 00:00", "2022-04-01 00:00", 38_250, 38_250)]
    [InlineData("2022-03-27 00:30", "2022-03-27 04:29", "2022-03-27 04:30", 601, 780)]
    [InlineData("2022-03-27 01:00", "2022-03-27 02:30", "2022-03-27 02:31", 691, 750)] // 1:59 is the last minute before the change
    [InlineData("2022-03-27 02:30", "2022-03-27 03:30", "2022-03-27 03:31", 660, 690)] // 3:00 is the first after it
    [InlineData("2022-03-27 02:30", "2022-03-27 02:30", "2022-03-27 03:30", 690, 690)] // the minute was skipped, its window was not
    public void Measures_the_stated_minutes_when_a_window_spans_a_clock_change(string first, string last, string until, int min, int max)
    {
        var found = Examine(
            new Sketch()
                .Zone("a", "Europe/Berlin")
                .Zone("u", "UTC")
                .Clock("t", "y", "u", "2022-03-27 12:30")
                .Clock("s", "x", "a", ClockRole.Event, [new(Local(first), Local(until))], [new(Local(first), Local(last))])
        );
        Assert.Equal((Duration.FromMinutes(min), Duration.FromMinutes(max)), (found.GapMin, found.GapMax));
    }

    [Theory]
    [InlineData("2022-10-30 01:45", "2022-10-30 01:45", 15, 15)] // the window is repeated in part, the minute is not
    [InlineData("2022-10-30 02:15", "2022-10-30 02:15", -75, -15)]
    [InlineData("2022-10-30 01:45", "2022-10-30 02:29", -89, 15)]
    public void Measures_both_instants_when_a_clock_change_repeats_the_stated_minutes(string first, string last, int min, int max)
    {
        var found = Examine(
            new Sketch()
                .Zone("a", "Europe/Berlin")
                .Zone("u", "UTC")
                .Clock("t", "y", "u", "2022-10-30 00:00")
                .Clock("s", "x", "a", ClockRole.Event, [new(Local(first), Local("2022-10-30 02:30"))], [new(Local(first), Local(last))])
        );
        Assert.Equal((Duration.FromMinutes(min), Duration.FromMinutes(max)), (found.GapMin, found.GapMax));
    }

    [Fact]
    public void Keeps_to_the_minute_when_a_relation_moves_the_end_of_a_range()
    {
        var (from, last) = (Local("2022-01-05 10:00"), Local("2022-01-05 12:00"));
        var found = Examine(
            new Sketch()
                .Zone("u", "UTC")
                .Clock("s", "w", "u", "2022-01-05 10:00")
                .Relation("r", "w", "x", AtLeast(30), null)
                .Clock("p", "x", "u", ClockRole.Event, [new(from, last.PlusMinutes(1))], [new(from, last)])
                .Clock("q", "y", "u", "2022-01-05 13:00")
        );
        Assert.Equal((Duration.FromMinutes(60), Duration.FromMinutes(150)), (found.GapMin, found.GapMax));
    }

    [Fact]
    public void Keeps_to_the_minute_when_all_clocks_of_a_component_are_coarser()
    {
        var (at, until) = (Local("2022-01-05 12:00"), Local("2022-01-05 13:00"));
        var found = Examine(
            new Sketch()
                .Zone("u", "UTC")
                .Zone("w", "UTC")
                .Relation("r", "hour", "x", null, AtLeast(60))
                .Clock("s", "hour", "u", ClockRole.Event, [new(at, until)], [new(at, at)])
                .Clock("t", "y", "w", "2022-01-05 15:00")
        );
        Assert.Equal(Duration.FromMinutes(61), found.GapMin);
    }

    [Fact]
    public void Measures_from_the_next_finest_clock_when_the_finest_is_left_out()
    {
        var at = Local("2022-01-05 12:00");
        var sketch = new Sketch()
            .Zone("u", "UTC")
            .Clock("t", "y", "u", "2022-01-05 13:00")
            .Clock("s", "x", "u", "2022-01-05 12:05")
            .Clock("p", "x", "u", ClockRole.Event, [new(at.PlusMinutes(-15), at.PlusMinutes(16))], [new(at, at)]);
        TimeClaim[] claims = [Before("c", "x", "y"), Before("d", "x", "y", "s")];
        var found = Solver.Examine(sketch.Model, claims, TestContext.Current.CancellationToken);
        Assert.Equal([(55.0, 55.0), (60.0, 60.0)], found.Select(f => (f.GapMin!.Value.TotalMinutes, f.GapMax!.Value.TotalMinutes)));
    }

    [Fact]
    public void Keeps_the_minute_as_stated_when_a_relation_is_finer()
    {
        // A minute and a half after 10:00 or later is still 10:01.
        var (from, last) = (Local("2022-01-05 10:00"), Local("2022-01-05 11:00"));
        var found = Examine(
            new Sketch()
                .Zone("u", "UTC")
                .Clock("s", "w", "u", "2022-01-05 10:00")
                .Clock("t", "y", "u", "2022-01-05 12:00")
                .Relation("r", "w", "x", AtLeast(1.5), null)
                .Clock("p", "x", "u", ClockRole.Event, [new(from, last.PlusMinutes(1))], [new(from, last)])
        );
        Assert.Equal((Duration.FromMinutes(60), Duration.FromMinutes(119)), (found.GapMin, found.GapMax));
    }

    [Fact]
    public void Measures_seconds_against_minutes_when_clocks_differ_in_grain()
    {
        var at = Local("2022-01-05 10:00").PlusSeconds(20);
        var found = Examine(
            new Sketch()
                .Zone("u", "UTC")
                .Clock("s", "x", "u", ClockRole.Event, [new(at, at.PlusSeconds(1))], [new(at, at)])
                .Clock("t", "y", "u", "2022-01-05 10:01")
        );
        Assert.Equal((Duration.FromSeconds(40), Duration.FromSeconds(40)), (found.GapMin, found.GapMax));
    }

    private static ClaimVerdict Examine(Sketch sketch) =>
        Solver.Examine(sketch.Model, [Before("c", "x", "y")], TestContext.Current.CancellationToken)[0];

    private static (LocalWindow Window, StatedMinutes Stated) Range(Random random, int minutes)
    {
        var from = Local("2022-10-30 00:30").PlusMinutes(random.Next(0, 150));
        var last = from.PlusMinutes(random.Next(0, minutes));
        return (new LocalWindow(from, last.PlusMinutes(1)), new StatedMinutes(from, last));
    }

    /// <summary>Thirds of a minute: as many as two events need to lie in one order or the other, or at once.</summary>
    private static List<int> Instants(string zone, LocalWindow window) =>
        [.. Enumeration.Minutes(zone, window).SelectMany(m => Enumerable.Range(3 * (int)m.From, 3 * (int)(m.Until - m.From)))];

    private static bool Within(int thirds, Bound low, Bound high) =>
        thirds > 3 * low.Value.TotalMinutes - (low.Strict ? 0 : 1) && thirds < 3 * high.Value.TotalMinutes + (high.Strict ? 0 : 1);

    private static bool IsHome(ZoneVariable z, string zone) =>
        z.Candidates.FirstOrDefault(c => c.IsHome) is not { } home || home.Zone == zone;
}
