using Assay.Chronology.Model;
using Assay.Chronology.Solving;
using NodaTime;

namespace Assay.Chronology.Tests.Solving;

/// <summary>Five events of one night on four clocks without a zone, set up by hand.</summary>
public class FiveClocksTests
{
    private static Sketch Account(params string[] globals) =>
        new Sketch()
            .Zone("relay", "Africa/Nairobi")
            .Zone("request", "Asia/Dhaka")
            .Zone("council", "Asia/Dubai", "Asia/Dhaka", "Asia/Riyadh")
            .Zone("arrival", "Asia/Dhaka", "Asia/Riyadh")
            .Clock("broadcast-clock", "broadcast", "relay", "2023-02-08 16:49")
            .Clock("call-clock", "call", "relay", "2023-02-08 20:09")
            .Clock("request-clock", "request", "request", "2023-02-08 21:55")
            .Clock("announcement-clock", "announcement", "council", "2023-02-09 01:21")
            .Clock("arrival-clock", "arrival", "arrival", "2023-02-09 10:09")
            .Global(globals);

    private static readonly TimeClaim Call = Sketch.Before("call-first", "call", "request");
    private static readonly TimeClaim Nine = Sketch.Gap("nine-hours", "announcement", "arrival", 510, 570);
    private static readonly TimeClaim Broadcast = Sketch.Before("broadcast-first", "broadcast", "call");
    private static readonly TimeClaim Request = Sketch.Before("request-first", "request", "announcement");

    private static ModelVerdicts Evaluate(Sketch sketch, params TimeClaim[] claims) =>
        new TemporalSolver().Evaluate(sketch.Model, claims, default);

    [Fact]
    public void Depends_on_both_clocks_when_the_call_is_on_Nairobi_and_the_request_on_Dhaka_time()
    {
        var v = Evaluate(Account("Africa/Nairobi", "Asia/Dhaka"), Call).Claims[0];
        Assert.Equal(Verdict.Sometimes, v.Verdict);
        Assert.Equal(HomeVerdict.Fails, v.Home);
        Assert.Equal(Duration.FromMinutes(-74), v.GapMin);
        Assert.Equal(Duration.FromMinutes(106), v.GapMax);
        Assert.Equal(Duration.FromMinutes(-74), v.HomeGapMin);
        Assert.Equal(Duration.FromMinutes(-74), v.HomeGapMax);
        Assert.Equal(["relay", "request"], v.DecidedBy);
        Assert.Equal([Verdict.Never, Verdict.Always, Verdict.Always], v.Table.Select(r => r.Verdict));
        Assert.Equal([true, false, false], v.Table.Select(r => r.IsHome));
        Assert.False(v.DependsOnUnstatedTime);
        Assert.NotNull(v.For!.Global);
        Assert.Null(v.Against!.Global);
        Assert.True(v.For.Instants["call"] < v.For.Instants["request"]);
        Assert.True(v.Against.Instants["call"] >= v.Against.Instants["request"]);
        Assert.Equal(Duration.FromMinutes(74), v.Flip!.Margin);
    }

    [Fact]
    public void Depends_on_the_clock_when_nine_hours_lie_between_two_voices()
    {
        var v = Evaluate(Account(), Nine).Claims[0];
        Assert.Equal(Verdict.Sometimes, v.Verdict);
        Assert.Equal(HomeVerdict.Fails, v.Home);
        Assert.Equal(Duration.FromMinutes(408), v.HomeGapMin);
        Assert.Equal(Duration.FromMinutes(348), v.GapMin);
        Assert.Equal(Duration.FromMinutes(708), v.GapMax);
        Assert.Equal(["council", "arrival"], v.DecidedBy);
        Assert.Equal(6, v.Table.Count);
        Assert.Equal(2, v.Table.Count(r => r.Verdict == Verdict.Always));
        Assert.Equal("Asia/Dhaka", Assert.Single(v.Flip!.Clocks).Value);
    }

    [Fact]
    public void Holds_whatever_the_clocks_when_both_times_come_from_one_clock()
    {
        var v = Evaluate(Account("Africa/Nairobi", "Asia/Dhaka"), Broadcast).Claims[0];
        Assert.Equal((Verdict.Always, HomeVerdict.Holds), (v.Verdict, v.Home));
        Assert.Equal(Duration.FromMinutes(200), v.GapMin);
        Assert.Equal(["broadcast-clock", "call-clock"], v.Because);
        Assert.Empty(v.DecidedBy);
        Assert.Null(v.Against);
    }

    [Fact]
    public void Holds_whatever_the_clocks_when_the_least_favourable_zones_leave_minutes()
    {
        var v = Evaluate(Account("Africa/Nairobi", "Asia/Dhaka", "Asia/Dubai", "Asia/Riyadh"), Request).Claims[0];
        Assert.Equal(Verdict.Always, v.Verdict);
        Assert.True(v.GapMin > Duration.Zero);
        Assert.Equal(["request-clock", "announcement-clock"], v.Because);
    }

    [Fact]
    public void Hold_together_only_on_one_shared_clock_that_is_not_Dubai()
    {
        var sketch = new Sketch()
            .Zone("relay", "Africa/Nairobi", "Asia/Dhaka")
            .Zone("request", "Asia/Dhaka")
            .Zone("council", "Asia/Dubai", "Asia/Dhaka", "Asia/Riyadh")
            .Zone("arrival", "Asia/Dhaka", "Asia/Riyadh")
            .Clock("call-clock", "call", "relay", "2023-02-08 20:09")
            .Clock("request-clock", "request", "request", "2023-02-08 21:55")
            .Clock("announcement-clock", "announcement", "council", "2023-02-09 01:21")
            .Clock("arrival-clock", "arrival", "arrival", "2023-02-09 10:09");
        var joint = Evaluate(sketch, Call, Nine).Joint;
        Assert.Equal(Verdict.Sometimes, joint.Verdict);
        Assert.Equal(["relay", "council", "arrival"], joint.DecidedBy);
        Assert.Equal(
            ["Asia/Dhaka Asia/Dhaka Asia/Dhaka", "Asia/Dhaka Asia/Riyadh Asia/Riyadh"],
            joint.Table.Select(r => string.Join(' ', r.Zones))
        );
        Assert.NotNull(joint.For);
    }
}
