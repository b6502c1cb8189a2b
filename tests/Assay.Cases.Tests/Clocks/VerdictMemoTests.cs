using Assay.Cases.Clocks;
using Assay.Chronology.Model;
using NodaTime;

namespace Assay.Cases.Tests.Clocks;

/// <summary>What the solver said is given again for the same question alone, whatever objects it stands in.</summary>
public sealed class VerdictMemoTests
{
    private static readonly LocalDateTime At = new(2021, 5, 3, 22, 15);

    public static TheoryData<string, Func<TemporalModel, TemporalModel>> Others =>
        new()
        {
            { "an event", m => m with { Events = ["a", "b", "c"] } },
            { "an id of a clock", m => m with { Statements = [m.Statements[0] with { Id = "other" }] } },
            { "the event of a clock", m => m with { Statements = [m.Statements[0] with { Event = "b" }] } },
            { "the zone of a clock", m => m with { Statements = [m.Statements[0] with { Zone = "y" }] } },
            { "the role of a clock", m => m with { Statements = [m.Statements[0] with { Role = ClockRole.Report }] } },
            { "a window", m => m with { Statements = [m.Statements[0] with { Windows = [new(At, At.PlusMinutes(2))] }] } },
            { "a minute", m => m with { Statements = [m.Statements[0] with { StatedAt = [new(At, At.PlusMinutes(1))] }] } },
            { "one clock more", m => m with { Statements = [.. m.Statements, m.Statements[0] with { Event = "b" }] } },
            { "a zone", m => m with { Zones = [m.Zones[0] with { Candidates = [new("Asia/Tokyo", "a test", true)] }, m.Zones[1]] } },
            { "a zone that is stated", m => m with { Zones = [m.Zones[0] with { Stated = true }, m.Zones[1]] } },
            { "a bound", m => m with { Relations = [m.Relations[0] with { Upper = new Bound(Duration.FromHours(2)) }] } },
            { "no relation", m => m with { Relations = [] } },
            { "a zone for all", m => m with { Globals = [new("UTC", "a test")] } },
        };

    [Theory, MemberData(nameof(Others))]
    public void Asks_anew_where_something_else_goes_in(string what, Func<TemporalModel, TemporalModel> change)
    {
        var (memo, asked) = (new VerdictMemo(), 0);
        string Ask() => $"{++asked}";
        Assert.Equal("1", memo.Of("q", Model(), Claims(), _ => true, Ask));
        Assert.Equal("1", memo.Of("q", Model(), Claims(), _ => true, Ask)); // the same in other objects
        Assert.True(memo.Of("q", change(Model()), Claims(), _ => true, Ask) == "2", what);
    }

    [Fact]
    public void Asks_anew_of_other_claims_and_another_question()
    {
        var (memo, asked) = (new VerdictMemo(), 0);
        string Ask() => $"{++asked}";
        Assert.Equal("1", memo.Of("q", Model(), Claims(), _ => true, Ask));
        Assert.Equal("2", memo.Of("other", Model(), Claims(), _ => true, Ask));
        Assert.Equal("3", memo.Of("q", Model(), [Claims()[0] with { Without = null }], _ => true, Ask));
        Assert.Equal("4", memo.Of("q", Model(), [Claims()[0] with { Max = new Bound(Duration.FromHours(1)) }], _ => true, Ask));
        Assert.Equal("5", memo.Of("q", Model(), [], _ => true, Ask));
    }

    [Fact]
    public void Does_not_keep_what_is_not_settled()
    {
        var (memo, asked) = (new VerdictMemo(), 0);
        for (var i = 1; i <= 2; i++)
            Assert.Equal($"{i}", memo.Of("q", Model(), Claims(), _ => false, () => $"{++asked}"));
    }

    private static TemporalModel Model() =>
        new(
            ["a", "b"],
            [
                new ZoneVariable("x", "Ada", [new ZoneCandidate("Europe/Riga", "a test", true)]),
                new ZoneVariable("y", "Bea", [new ZoneCandidate("Europe/Riga", "a test", true)]),
            ],
            [new ClockStatement("p", "a", "x", [new LocalWindow(At, At.PlusMinutes(1))], [new StatedMinutes(At, At)], ClockRole.Event)],
            [new Relation("r", "a", "b", new Bound(Duration.Zero, true), null)],
            []
        );

    private static TimeClaim[] Claims() => [new("k", "a", "b", new Bound(Duration.Zero, true), null, ["r"])];
}
