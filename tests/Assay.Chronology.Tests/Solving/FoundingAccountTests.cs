using Assay.Chronology.Model;
using Assay.Chronology.Solving;
using NodaTime;

namespace Assay.Chronology.Tests.Solving;

/// <summary>The clocks of the account that started the project, set up by hand.</summary>
public class FoundingAccountTests
{
    private static Sketch Account(params string[] globals) =>
        new Sketch()
            .Zone("belta", "Europe/Minsk")
            .Zone("request", "Asia/Almaty")
            .Zone("pashinyan", "Asia/Yerevan", "Asia/Almaty", "Europe/Moscow")
            .Zone("arrival", "Asia/Almaty", "Europe/Moscow")
            .Clock("broadcast-clock", "broadcast", "belta", "2022-01-05 18:54")
            .Clock("call-clock", "call", "belta", "2022-01-05 22:14")
            .Clock("request-clock", "request", "request", "2022-01-06 00:00")
            .Clock("announcement-clock", "announcement", "pashinyan", "2022-01-06 03:26")
            .Clock("arrival-clock", "arrival", "arrival", "2022-01-06 12:14")
            .Global(globals);

    private static readonly TimeClaim Call = Sketch.Before("call-first", "call", "request");
    private static readonly TimeClaim Nine = Sketch.Gap("nine-hours", "announcement", "arrival", 510, 570);
    private static readonly TimeClaim Broadcast = Sketch.Before("broadcast-first", "broadcast", "call");
    private static readonly TimeClaim Request = Sketch.Before("request-first", "request", "announcement");

    private static ModelVerdicts Evaluate(Sketch sketch, params TimeClaim[] claims) =>
        new TemporalSolver().Evaluate(sketch.Model, claims, default);

    [Fact]
    public void Depends_on_both_clocks_when_the_call_is_on_Minsk_and_the_request_on_Almaty_time()
    {
        var v = Evaluate(Account("Europe/Minsk", "Asia/Almaty"), Call).Claims[0];
        Assert.Equal(Verdict.Sometimes, v.Verdict);
        Assert.Equal(HomeVerdict.Fails, v.Home);
        Assert.Equal(Duration.FromMinutes(-74), v.GapMin);
        Assert.Equal(Duration.FromMinutes(106), v.GapMax);
        Assert.Equal(Duration.FromMinutes(-74), v.HomeGapMin);
        Assert.Equal(Duration.FromMinutes(-74), v.HomeGapMax);
        Assert.Equal(["belta", "request"], v.DecidedBy);
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
        Assert.Equal(["pashinyan", "arrival"], v.DecidedBy);
        Assert.Equal(6, v.Table.Count);
        Assert.Equal(2, v.Table.Count(r => r.Verdict == Verdict.Always));
        Assert.Equal("Asia/Almaty", Assert.Single(v.Flip!.Clocks).Value);
    }

    [Fact]
    public void Holds_whatever_the_clocks_when_both_times_come_from_one_clock()
    {
        var v = Evaluate(Account("Europe/Minsk", "Asia/Almaty"), Broadcast).Claims[0];
        Assert.Equal((Verdict.Always, HomeVerdict.Holds), (v.Verdict, v.Home));
        Assert.Equal(Duration.FromMinutes(200), v.GapMin);
        Assert.Equal(["broadcast-clock", "call-clock"], v.Because);
        Assert.Empty(v.DecidedBy);
        Assert.Null(v.Against);
    }

    [Fact]
    public void Holds_whatever_the_clocks_when_the_least_favourable_zones_leave_minutes()
    {
        var v = Evaluate(Account("Europe/Minsk", "Asia/Almaty", "Asia/Yerevan", "Europe/Moscow"), Request).Claims[0];
        Assert.Equal(Verdict.Always, v.Verdict);
        Assert.True(v.GapMin > Duration.Zero);
        Assert.Equal(["request-clock", "announcement-clock"], v.Because);
    }

    [Fact]
    public void Hold_together_only_on_one_shared_clock_that_is_not_Yerevan()
    {
        var sketch = new Sketch()
            .Zone("belta", "Europe/Minsk", "Asia/Almaty")
            .Zone("request", "Asia/Almaty")
            .Zone("pashinyan", "Asia/Yerevan", "Asia/Almaty", "Europe/Moscow")
            .Zone("arrival", "Asia/Almaty", "Europe/Moscow")
            .Clock("call-clock", "call", "belta", "2022-01-05 22:14")
            .Clock("request-clock", "request", "request", "2022-01-06 00:00")
            .Clock("announcement-clock", "announcement", "pashinyan", "2022-01-06 03:26")
            .Clock("arrival-clock", "arrival", "arrival", "2022-01-06 12:14");
        var joint = Evaluate(sketch, Call, Nine).Joint;
        Assert.Equal(Verdict.Sometimes, joint.Verdict);
        Assert.Equal(["belta", "pashinyan", "arrival"], joint.DecidedBy);
        Assert.Equal(
            ["Asia/Almaty Asia/Almaty Asia/Almaty", "Asia/Almaty Europe/Moscow Europe/Moscow"],
            joint.Table.Select(r => string.Join(' ', r.Zones))
        );
        Assert.NotNull(joint.For);
    }
}
