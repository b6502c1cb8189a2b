using Assay.Cases.Clocks;
using Assay.Chronology.Model;
using Assay.Chronology.Solving;
using NodaTime;

namespace Assay.Cases.Tests.Clocks;

/// <summary>Parts that nothing connects but zones for all come to what they come to when they are tested as one model.</summary>
public sealed class JointByModeTests
{
    private const int Parts = 4;
    private const int Seeds = 400;
    private static readonly string[] Places = ["Europe/Riga", "Asia/Tokyo", "America/New_York", "Africa/Cairo"];
    private static readonly LocalDateTime Midday = new(2021, 5, 3, 12, 0);

    [Fact]
    public void Says_of_parts_what_is_said_of_one_model_of_all()
    {
        var (apart, seen) = (0, new Dictionary<Verdict, int>());
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var random = new Random(seed);
            var globals = Places.OrderBy(_ => random.Next()).Take(random.Next(1, 3)).Select(z => new GlobalZone(z, "a test")).ToList();
            var parts = Enumerable
                .Range(0, Parts)
                .Select(i => Part(i, random, globals, isBroken: seed % 8 == 0 || random.Next(6) == 0))
                .ToList();
            var whole = One(parts, globals);
            var expected = new TemporalSolver().EvaluateTogether(whole.Model, whole.Claims, Stop);
            var found = Tests().Of(parts, globals, (some, own) => Together([.. some.Select(i => parts[i])], own));
            if (found is null)
                continue;
            Assert.Equal((seed, expected.Verdict), (seed, found.Verdict));
            if (found.Verdict == Verdict.Never)
            {
                List<string> left = [.. whole.Claims.SelectMany(c => c.Without ?? [])];
                var clash = whole.Claims.Where(c => found.Clash.Contains(c.Id)).Select(c => c with { Without = left }).ToList();
                Assert.Equal(Verdict.Never, new TemporalSolver().EvaluateTogether(whole.Model, clash, Stop).Verdict);
            }

            apart++;
            seen[found.Verdict] = seen.GetValueOrDefault(found.Verdict) + 1;
        }

        Assert.True(apart > Seeds / 2, $"Only {apart} were tested apart.");
        foreach (var verdict in new[] { Verdict.Always, Verdict.Sometimes, Verdict.Never, Verdict.Contradictory })
            Assert.True(seen.GetValueOrDefault(verdict) > 2, $"{verdict}: {string.Join(", ", seen)}");
    }

    [Theory]
    [InlineData("Always Always", "Always Always", Verdict.Always)]
    [InlineData("Always Sometimes", "Always Always", Verdict.Sometimes)]
    [InlineData("Always Never", "Never Always", Verdict.Never)]
    [InlineData("Always Never", "Always Always", Verdict.Sometimes)]
    [InlineData("Unsettled Never", "Always Always", Verdict.Unsettled)]
    [InlineData("Unsettled Always", "Never Always", Verdict.Sometimes)]
    [InlineData("Unsettled Always", "Always Always", Verdict.Unsettled)]
    public void Joins_the_ways_of_reading_the_clocks(string first, string second, Verdict expected) =>
        Assert.Equal(expected, JointOf.Modes([Ways(first), Ways(second)]));

    [Fact]
    public void Leaves_parts_that_come_to_nothing_in_one_way_to_a_test_of_all() =>
        Assert.Null(JointOf.Modes([Ways("Always Contradictory"), Ways("Always Always")]));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Verdict[] Ways(string verdicts) => [.. verdicts.Split(' ').Select(Enum.Parse<Verdict>)];

    private static JointByMode Tests() => new(new TemporalSolver(), new VerdictMemo(), Stop);

    private static JointVerdict Together(IReadOnlyList<JointPart> parts, IReadOnlyList<GlobalZone> globals) =>
        Tests().Whole(One(parts, globals));

    private static JointPart One(IReadOnlyList<JointPart> parts, IReadOnlyList<GlobalZone> globals) =>
        new(
            new TemporalModel(
                [.. parts.SelectMany(p => p.Model.Events)],
                [.. parts.SelectMany(p => p.Model.Zones)],
                [.. parts.SelectMany(p => p.Model.Statements)],
                [.. parts.SelectMany(p => p.Model.Relations)],
                globals
            ),
            [.. parts.SelectMany(p => p.Claims)]
        );

    // Three events, the first on one clock and the others on a second one; some are told of twice or out of order, so that the premises
    // clash.
    private static JointPart Part(int number, Random random, List<GlobalZone> globals, bool isBroken)
    {
        string[] events = [$"a{number}", $"b{number}", $"c{number}"];
        List<ZoneVariable> zones = [Zone($"x{number}", random), Zone($"y{number}", random)];
        List<ClockStatement> clocks =
        [
            Clock($"p{number}", events[0], zones[0].Id, random.Next(-3, 4)),
            Clock($"q{number}", events[1], zones[1].Id, random.Next(-3, 8)),
        ];
        if (random.Next(5) == 0)
            clocks.Add(Clock($"s{number}", events[1], zones[random.Next(2)].Id, random.Next(-3, 8)));
        List<Relation> relations = [new($"r{number}", events[1], events[2], new Bound(Duration.FromHours(random.Next(3))), null)];
        if (random.Next(4) == 0)
            relations.Add(new($"t{number}", events[0], events[1], new Bound(Duration.FromHours(random.Next(-6, 3))), null));
        if (isBroken)
            relations.Add(new($"u{number}", events[2], events[1], new Bound(Duration.FromHours(1)), null));
        List<TimeClaim> claims = [new($"k{number}", events[0], events[1], new Bound(Duration.FromHours(random.Next(-16, 4)), true), null)];
        if (random.Next(2) == 0)
            claims.Add(new($"m{number}", events[0], events[2], new Bound(Duration.FromHours(-20)), null, [$"r{number}"]));
        return new JointPart(new TemporalModel(events, zones, clocks, relations, globals), claims);
    }

    private static ZoneVariable Zone(string id, Random random)
    {
        var stated = random.Next(3) == 0;
        var candidates = Places.OrderBy(_ => random.Next()).Take(stated ? 1 : random.Next(1, 3)).ToList();
        return new ZoneVariable(id, id, [.. candidates.Select((z, i) => new ZoneCandidate(z, "a test", i == 0))], stated);
    }

    private static ClockStatement Clock(string id, string made, string zone, int hour)
    {
        var at = Midday.PlusHours(hour);
        return new ClockStatement(id, made, zone, [new LocalWindow(at, at.PlusMinutes(1))], [new StatedMinutes(at, at)], ClockRole.Event);
    }
}
