using Assay.Chronology.Model;
using Assay.Chronology.Solving;
using NodaTime;
using static Assay.Chronology.Tests.Solving.Sketch;

namespace Assay.Chronology.Tests.Solving;

/// <summary>One test per settled point of the temporal model, and for what a verdict carries.</summary>
public class SettledPointTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static IReadOnlyList<Verdict> Judge(Sketch sketch, params TimeClaim[] claims) =>
        new TemporalSolver().Judge(sketch.Model, claims, Stop);

    private static ClaimVerdict Verdict(Sketch sketch, TimeClaim claim) =>
        new TemporalSolver().Evaluate(sketch.Model, [claim], Stop).Claims[0];

    [Fact]
    public void Keeps_a_stated_zone_when_a_global_zone_is_read()
    {
        var v = Verdict(
            new Sketch()
                .Zone("a", true, false, "Africa/Nairobi")
                .Zone("b", "Asia/Dhaka")
                .Clock("s", "x", "a", "2023-02-08 22:04")
                .Clock("t", "y", "b", "2023-02-08 23:50")
                .Global("Africa/Nairobi"),
            Before("c", "x", "y")
        );
        Assert.Equal(Model.Verdict.Sometimes, v.Verdict);
        Assert.Equal(["b"], v.DecidedBy);
        Assert.Equal(["b"], v.Ask);
        Assert.All(v.Table, r => Assert.Single(r.Zones));
    }

    [Fact]
    public void Keeps_the_order_of_converted_clocks_when_all_are_on_one_global_zone()
    {
        var v = Verdict(
            new Sketch()
                .Zone("a", "Africa/Nairobi")
                .Zone("b", "Asia/Dhaka")
                .Clock("s", "x", "a", "2023-02-08 20:00")
                .Clock("t", "y", "b", "2023-02-09 00:00")
                .Global("Asia/Tokyo"),
            Before("c", "x", "y")
        );
        Assert.Equal((Model.Verdict.Always, Duration.FromHours(1), Duration.FromHours(4)), (v.Verdict, v.GapMin, v.GapMax));
    }

    [Fact]
    public void Excludes_and_reports_a_reading_when_the_clock_change_skips_its_time()
    {
        var v = Verdict(
            new Sketch()
                .Zone("a", "Europe/Berlin", "Asia/Dhaka")
                .Zone("u", "UTC")
                .Clock("s", "x", "a", "2022-03-27 02:30")
                .Clock("t", "y", "u", "2022-03-26 22:00"),
            Before("c", "x", "y")
        );
        Assert.Equal(Model.Verdict.Always, v.Verdict);
        Assert.Equal(("s", "Europe/Berlin"), Assert.Single(v.Skipped));
        Assert.Equal(HomeVerdict.Impossible, v.Home);
    }

    [Fact]
    public void Means_both_instants_when_the_clock_change_repeats_the_time()
    {
        var v = Verdict(
            new Sketch()
                .Zone("a", "Europe/Berlin")
                .Zone("u", "UTC")
                .Clock("s", "x", "a", "2022-10-30 02:30")
                .Clock("t", "y", "u", "2022-10-30 01:00"),
            Before("c", "x", "y")
        );
        Assert.Equal(Model.Verdict.Sometimes, v.Verdict);
        Assert.Empty(v.DecidedBy);
        Assert.True(v.DependsOnUnstatedTime);
        Assert.Equal((Duration.FromMinutes(-30), Duration.FromMinutes(30)), (v.GapMin, v.GapMax));
    }

    [Fact]
    public void Narrows_the_zones_when_one_event_has_several_clocks()
    {
        var v = Verdict(
            new Sketch()
                .Zone("a", "Africa/Nairobi", "Asia/Dhaka")
                .Zone("u", "UTC")
                .Clock("s", "x", "a", "2023-02-08 12:00")
                .Clock("s2", "x", "u", "2023-02-08 06:00")
                .Clock("t", "y", "a", "2023-02-08 13:00")
                .Clock("w", "z", "u", "2023-02-08 08:00"),
            Before("c", "y", "z")
        );
        Assert.Equal(Model.Verdict.Always, v.Verdict);
        Assert.Equal(["s", "s2", "t", "w"], v.Because);
        Assert.Equal("Asia/Dhaka", v.For!.Zones["a"]);
    }

    [Fact]
    public void Leaves_out_the_claim_itself_when_it_is_among_the_premises()
    {
        var sketch = new Sketch().Zone("u", "UTC").Event("x").Event("y").Relation("r", "x", "y", MoreThan(0), null);
        Assert.Equal(Model.Verdict.Always, Verdict(sketch, Before("c", "x", "y")).Verdict);
        var v = Verdict(sketch, Before("c", "x", "y", "r"));
        Assert.Equal(Model.Verdict.Sometimes, v.Verdict);
        Assert.True(v.DependsOnUnstatedTime);
        Assert.Equal((null, null), (v.GapMin, v.GapMax));
    }

    [Fact]
    public void Tests_the_agreement_of_two_clocks_without_either_when_both_time_one_event()
    {
        var sketch = new Sketch()
            .Zone("a", "Africa/Nairobi")
            .Zone("b", "Asia/Dhaka")
            .Clock("s", "x", "a", "2023-02-08 12:00")
            .Clock("t", "x", "b", "2023-02-08 15:00")
            .Clock("u", "y", "b", "2023-02-08 15:00");
        var v = Verdict(
            sketch,
            Gap("c", "x", "y", 0, 0) with
            {
                Min = new(Duration.FromMinutes(-1), true),
                Max = MoreThan(1),
                Without = ["t"],
            }
        );
        Assert.Equal((Model.Verdict.Always, HomeVerdict.Holds), (v.Verdict, v.Home));
        Assert.Equal(["s", "u"], v.Because);
        var alone = Verdict(sketch, Before("d", "x", "y", "s", "t"));
        Assert.Equal((Model.Verdict.Sometimes, true), (alone.Verdict, alone.DependsOnUnstatedTime));
    }

    [Fact]
    public void Taints_only_what_is_connected_when_premises_contradict_each_other()
    {
        var sketch = new Sketch()
            .Zone("u", "UTC")
            .Zone("w", "UTC")
            .Clock("s", "x", "u", "2023-02-08 12:00")
            .Clock("t", "y", "u", "2023-02-08 11:00")
            .Relation("r", "x", "y", MoreThan(0), null)
            .Clock("p", "a", "w", "2023-02-08 12:00")
            .Clock("q", "b", "w", "2023-02-08 13:00");
        var all = new TemporalSolver().Evaluate(sketch.Model, [Before("c", "x", "y"), Before("d", "a", "b")], Stop);
        Assert.Equal([Model.Verdict.Contradictory, Model.Verdict.Always], all.Claims.Select(c => c.Verdict));
        Assert.Equal(["s", "t", "r"], all.Claims[0].Because);
        Assert.Equal(Model.Verdict.Always, all.Joint.Verdict);
    }

    [Fact]
    public void Measures_stated_minutes_but_judges_exact_windows()
    {
        var v = Verdict(
            new Sketch().Zone("u", "UTC").Clock("s", "x", "u", "2023-02-08 12:00").Clock("t", "y", "u", "2023-02-08 12:00"),
            Before("c", "x", "y")
        );
        Assert.Equal((Model.Verdict.Sometimes, Duration.Zero, Duration.Zero), (v.Verdict, v.GapMin, v.GapMax));
        Assert.True(v.DependsOnUnstatedTime);
    }

    [Fact]
    public void Widens_the_gap_when_a_minute_is_approximate()
    {
        var (from, until) = (Local("2023-02-08 11:45"), Local("2023-02-08 12:16"));
        var v = Verdict(
            new Sketch()
                .Zone("u", "UTC")
                .Clock("s", "x", "u", ClockRole.Event, [new(from, until)], [new(from, until.PlusMinutes(-1))])
                .Clock("t", "y", "u", "2023-02-08 13:00"),
            Before("c", "x", "y")
        );
        Assert.Equal((Duration.FromMinutes(45), Duration.FromMinutes(75)), (v.GapMin, v.GapMax));
    }

    [Fact]
    public void Leaves_the_gap_open_on_one_side_when_a_clock_times_the_report()
    {
        var v = Verdict(
            new Sketch()
                .Zone("u", "UTC")
                .Clock("s", "x", "u", ClockRole.Report, "2023-02-08 12:00")
                .Clock("t", "y", "u", "2023-02-08 13:00"),
            Before("c", "x", "y")
        );
        Assert.Equal((Model.Verdict.Always, Duration.FromMinutes(60), null), (v.Verdict, v.GapMin, v.GapMax));
        Assert.True(v.For!.Instants["x"] <= Instant.FromUtc(2023, 2, 8, 12, 1));
        Assert.True(v.For.Instants["x"] >= Instant.FromUtc(2023, 2, 8, 11, 59));
    }

    [Fact]
    public void Follows_the_zone_of_each_statement_when_a_clock_change_lies_between()
    {
        var v = Verdict(
            new Sketch().Zone("a", "Europe/Berlin").Clock("s", "x", "a", "2022-03-27 01:30").Clock("t", "y", "a", "2022-03-27 03:30"),
            Gap("c", "x", "y", 59, 61)
        );
        Assert.Equal((Model.Verdict.Always, Duration.FromHours(1)), (v.Verdict, v.GapMin));
    }

    [Fact]
    public void Says_how_far_the_nearest_offset_is_when_no_listed_zone_flips_the_verdict()
    {
        var v = Verdict(
            new Sketch()
                .Zone("a", "UTC+03:00")
                .Zone("b", "UTC+06:00")
                .Clock("s", "x", "a", "2023-02-08 22:04")
                .Clock("t", "y", "b", "2023-02-08 23:50"),
            Before("c", "x", "y")
        );
        Assert.Equal((Model.Verdict.Never, HomeVerdict.Fails), (v.Verdict, v.Home));
        Assert.Empty(v.Flip!.Clocks);
        Assert.Equal(("a", Offset.FromHoursAndMinutes(4, 15)), v.Flip.NearestOffset);
        Assert.Equal(Duration.FromMinutes(74), v.Flip.Margin);
    }

    [Fact]
    public void Keeps_one_zone_for_all_clocks_of_a_voice_when_the_zones_change_their_order_over_the_year()
    {
        // Tehran is half an hour behind Dubai in winter and half an hour before it in summer.
        var sketch = new Sketch()
            .Zone("a", "Asia/Tehran", "Asia/Dubai")
            .Zone("u", "UTC")
            .Clock("s", "winter", "a", "2023-02-08 12:00")
            .Clock("t", "summer", "a", "2022-07-05 12:00")
            .Clock("p", "w", "u", "2023-02-08 08:15")
            .Clock("q", "v", "u", "2022-07-05 07:45");
        sketch.Relation("r", "winter", "w", MoreThan(0), null);
        Assert.Equal([Model.Verdict.Always, Model.Verdict.Never], Judge(sketch, Before("c", "v", "summer"), Before("d", "summer", "v")));
        sketch.Relation("q2", "summer", "v", MoreThan(0), null);
        Assert.Equal([Model.Verdict.Contradictory], Judge(sketch, Before("c", "winter", "summer")));
    }

    [Fact]
    public void Moves_two_clocks_when_no_clock_alone_flips_the_verdict()
    {
        var v = Verdict(
            new Sketch()
                .Zone("a", "UTC+03:00", "UTC+05:00")
                .Zone("b", "UTC+06:00", "UTC+04:00")
                .Clock("s", "x", "a", "2023-02-08 12:00")
                .Clock("t", "y", "b", "2023-02-08 11:30"),
            Before("c", "x", "y")
        );
        Assert.Equal((Model.Verdict.Sometimes, HomeVerdict.Fails), (v.Verdict, v.Home));
        Assert.Equal(new Dictionary<string, string> { ["a"] = "UTC+05:00", ["b"] = "UTC+04:00" }, v.Flip!.Clocks);
    }

    [Fact]
    public void Names_the_claims_that_clash_when_they_cannot_hold_together()
    {
        var sketch = new Sketch()
            .Zone("a", "UTC+03:00", "UTC+06:00")
            .Zone("u", "UTC")
            .Clock("s", "x", "a", "2023-02-08 12:00")
            .Clock("t", "y", "u", "2023-02-08 08:00");
        var joint = new TemporalSolver()
            .Evaluate(sketch.Model, [Before("c", "x", "y"), Before("d", "y", "x"), Gap("e", "x", "y", -600, 600)], Stop)
            .Joint;
        Assert.Equal(Model.Verdict.Never, joint.Verdict);
        Assert.Equal(["c", "d"], joint.Clash);
    }

    [Fact]
    public void Is_unsettled_when_the_budget_runs_out()
    {
        // Three voices, each with two days and two zones, whose days cannot be reconciled without search.
        var sketch = new Sketch();
        foreach (var e in new[] { "x", "y", "z" })
            sketch.Zone($"zone-{e}", "UTC+01:00", "UTC+09:00").Clock($"s-{e}", e, $"zone-{e}", "2023-02-08 12:00", "2023-02-09 12:00");

        sketch.Relation("r", "x", "y", AtLeast(600), AtLeast(1200)).Relation("q", "y", "z", AtLeast(600), AtLeast(1200));
        var claim = Before("c", "x", "z");
        var settled = new TemporalSolver().Judge(sketch.Model, [claim], Stop)[0];
        var budget = new SolverOptions { MaxConflicts = 0 };
        Assert.Contains(new TemporalSolver(budget).Judge(sketch.Model, [claim], Stop)[0], new[] { Model.Verdict.Unsettled, settled });
        Assert.Equal(settled, new TemporalSolver(budget, new CpSatFallback()).Judge(sketch.Model, [claim], Stop)[0]);
    }

    [Theory]
    [InlineData("unknown event", "Claim 'c' names the event 'nobody'")]
    [InlineData("no candidates", "Zone variable 'a' has no candidates")]
    [InlineData("unknown zone", "names the zone 'Mars/Olympus'")]
    [InlineData("backward window", "must end after it starts")]
    [InlineData("repeated id", "The id 's' is used for more than one premise")]
    public void Refuses_a_model_when_it_says_nothing_definite(string fault, string message)
    {
        var (at, sketch) = (Local("2023-02-08 12:00"), new Sketch());
        _ = fault switch
        {
            "unknown event" => sketch.Event("x"),
            "no candidates" => sketch.Zone("a").Event("x"),
            "unknown zone" => sketch.Zone("a", "Mars/Olympus").Event("x"),
            "backward window" => sketch.Zone("a", "UTC").Clock("s", "x", "a", ClockRole.Event, [new(at, at)], [new(at, at)]),
            _ => sketch.Zone("a", "UTC").Clock("s", "x", "a", "2023-02-08 12:00").Clock("s", "x", "a", "2023-02-08 12:00"),
        };
        var claim = Before("c", "x", fault == "unknown event" ? "nobody" : "x");
        var error = Assert.Throws<ArgumentException>(() => new TemporalSolver().Evaluate(sketch.Model, [claim], Stop));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1_000, 0)]
    [InlineData(40, 20)]
    [InlineData(27, 27)]
    [InlineData(19, 40)]
    public void Leaves_claims_unsettled_when_the_budget_for_examining_them_is_spent(int budget, int unsettled)
    {
        var sketch = new Sketch().Zone("a", "UTC").Clock("s", "x", "a", "2023-02-08 12:00").Clock("t", "y", "a", "2023-02-08 13:00");
        var claims = Enumerable.Range(0, 40).Select(i => Before($"c{i}", "x", "y")).ToList();
        var found = new TemporalSolver(new SolverOptions { MaxExaminedPremises = budget }).Examine(
            sketch.Model,
            claims,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(unsettled, found.Count(v => v.Verdict == Model.Verdict.Unsettled));
        Assert.All(found.Where(v => v.Verdict != Model.Verdict.Unsettled), v => Assert.Equal(Model.Verdict.Always, v.Verdict));
        Assert.Equal(claims.Select(c => c.Id), found.Select(v => v.Claim));
    }
}
