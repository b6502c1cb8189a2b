using System.Text.Json;
using Assay.Cases.Accounts;
using Assay.Cases.Casework;
using Assay.Cases.Report;

namespace Assay.Cases.Tests.Casework;

/// <summary>What is kept between two questions to a case never shows: after any decisions it says what a case says that was just
/// opened.</summary>
public sealed class IncrementalTests : IDisposable
{
    private const int Steps = 40;
    private readonly CaseFolder folder = new();

    public static TheoryData<string, int> Runs =>
        new()
        {
            { CaseFolder.Sqlite, 1 },
            { CaseFolder.Sqlite, 2 },
            { CaseFolder.Sqlite, 3 },
            { CaseFolder.Postgres, 4 },
        };

    public void Dispose() => folder.Dispose();

    [Theory, MemberData(nameof(Runs))]
    public void Says_after_any_decisions_what_a_case_says_that_was_just_opened(string store, int seed)
    {
        var random = new Random(seed);
        var place = folder.Place(store);
        var desk = folder.New(place, out _);
        Fill(desk);
        var other = new Desk(folder.Open(place), "Bea", folder.Clock);
        var (done, changed, last) = (0, 0, "");
        for (var step = 0; step < Steps; step++)
        {
            // Mostly one person decides; at times another does, of whom the first program knows nothing.
            if (Step(random.Next(4) == 0 ? other : desk, random))
                done++;
            using var fresh = OpenCase.Run(place).Value;
            var now = AuditJson.ToText(Work.Check(desk.Case).Value.Report);
            Assert.Equal(AuditJson.ToText(Work.Check(fresh).Value.Report), now);
            Assert.Equal(Listed(fresh), Listed(desk.Case));
            Assert.Equal(States(fresh), States(desk.Case));
            Assert.Equal(Ordered(fresh), Ordered(desk.Case));
            changed += now == last ? 0 : 1;
            last = now;
        }

        Assert.True(done > Steps / 2, $"Only {done} decisions were taken.");
        Assert.True(changed > Steps / 5, $"The report changed only {changed} times.");
    }

    // Claims of many sources that nothing connects, on clocks that may all have been converted to one zone.
    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void Says_of_many_sources_after_any_decisions_what_a_case_says_that_was_just_opened(int seed)
    {
        var random = new Random(seed);
        var place = folder.Place(CaseFolder.Sqlite);
        var desk = folder.New(place, out _);
        string[] cities = ["Riga", "Oslo", "Cairo", "Lisbon", "Tallinn", "Athens", "Dublin", "Madrid", "Nairobi"];
        var given = cities.Select((c, i) => new GivenSource($"{c}.txt", System.Text.Encoding.UTF8.GetBytes(Told(c, i)))).ToList();
        Assert.Equal(cities.Length, Work.Add(desk, new AddRequest([]) { Given = given }).Value.Added.Count);
        Assert.True(Work.Read(desk, new ReadCaseRequest()).Succeeded);
        var first = Work.Check(desk.Case).Value.Report;
        Assert.True(first.Globals.Count > 2 && first.Joint is { } joint && joint.Claims.Count > cities.Length);
        for (var step = 0; step < Steps / 2; step++)
        {
            Step(desk, random);
            using var fresh = OpenCase.Run(place).Value;
            Assert.Equal(AuditJson.ToText(Work.Check(fresh).Value.Report), AuditJson.ToText(Work.Check(desk.Case).Value.Report));
            Assert.Equal(Ordered(fresh), Ordered(desk.Case));
        }
    }

    private static string Told(string city, int day)
    {
        var (evening, ferry, light, tug) = ($"{day + 1} June 2021", $"ferry Vela{city}", $"lighthouse of {city}", $"tug Oru{city}");
        return $"{city}, {day + 2} June 2021\n\nThe {ferry} left the quay at 7:0{day} p.m. on {evening}. "
            + $"The {light} went dark at 8:1{day} p.m. on {evening}. The {tug} reached the harbour at 9:3{day} p.m. on {evening}.\n\n"
            + $"The {ferry} left the quay before the {light} went dark, a witness said. "
            + $"The {light} went dark before the {tug} reached the harbour, the keeper said.";
    }

    // The items of each source in the order of consequence.
    private static string Ordered(OpenedCase opened)
    {
        var book = DraftBook.Of(opened, TestContext.Current.CancellationToken).Value;
        return JsonSerializer.Serialize(ShowCase.Run(opened).Value.Sources.Select(s => book.OfSource(s.Source.Id)));
    }

    // How many are in each state, in all and in each source.
    private static string States(OpenedCase opened)
    {
        var shown = ShowCase.Run(opened).Value;
        return string.Join(
            '\n',
            shown.Sources.Select(s => s.States).Prepend(shown.States).Select(s => string.Join(' ', s.OrderBy(p => p.Key)))
        );
    }

    private void Fill(Desk desk)
    {
        GivenSource[] given =
        [
            new("night.txt", System.Text.Encoding.UTF8.GetBytes(Tests.Accounts.Night.Text)),
            new(
                "other.txt",
                "Riga, 5 May 2021\n\nThe barge Selga struck the pier at 10:20 p.m. on 3 May 2021, the coast guard in Tallinn said. The lock closed at 11 p.m. on 3 May 2021. The barge struck the pier before the lock closed, a witness said."u8.ToArray()
            ),
            new(
                "third.txt",
                "London, 6 May 2021\n\nThe tug Vega reached the wreck at 4:10 a.m. on 4 May 2021. The mayor opened the hall at 6 a.m. on 4 May 2021. The tug reached the wreck two hours before the mayor opened the hall, an officer said. 12 people were rescued."u8.ToArray()
            ),
        ];
        Assert.Equal(3, Work.Add(desk, new AddRequest([]) { Given = given }).Value.Added.Count);
        Assert.True(Work.Read(desk, new ReadCaseRequest()).Succeeded);
    }

    private static bool Step(Desk desk, Random random)
    {
        if (random.Next(6) == 0)
            return Work.Undo(desk, new UndoRequest()).Succeeded;
        if (random.Next(20) == 0)
            return Work.Read(desk, new ReadCaseRequest()).Succeeded;
        string[] weighed = ["events", "clocks", "zones", "claims"];
        var items = random.Next(3) == 0 ? CaseFolder.Items(desk) : CaseFolder.Items(desk, weighed);
        var item = items[random.Next(items.Count)];
        return Work.Decide(desk, new DecideRequest(Any(item, items, random)) { ShowChanges = random.Next(2) == 0 }).Succeeded;
    }

    private static Decision Any(DraftEntry item, IReadOnlyList<DraftEntry> items, Random random) =>
        (random.Next(5), item.Kind) switch
        {
            (0, _) => new Accepted(item.Id),
            (1, _) => new Skipped(item.Id),
            (2, _) => new Struck(item.Id),
            (_, "zones") => new ZoneSettled(item.Id, random.Next(2) == 0 ? "Asia/Tokyo" : "America/New_York", "a test"),
            (3, "events") => new Merged(item.Id, items.Where(i => i.Kind == "events").OrderBy(_ => random.Next()).First().Id),
            (_, "events") => new Edited(item.Id, """{"label":"something happened"}"""),
            (_, "clocks") => new Edited(item.Id, $$"""{"date":"2021-05-0{{random.Next(1, 8)}}","dayEvidence":"stated","otherDates":[]}"""),
            _ => new Accepted(item.Id),
        };

    private static string Listed(OpenedCase opened) =>
        JsonSerializer.Serialize(Work.List(opened, new DraftsRequest()).Value)
        + JsonSerializer.Serialize(ShowCase.Run(opened).Value.States);
}
