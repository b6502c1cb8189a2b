using System.Text;
using Assay.Cases.Accounts;
using Assay.Cases.Casework;

namespace Assay.Cases.Tests.Casework;

/// <summary>One night told by several sources: what may be one event is asked, and the answer stays.</summary>
public sealed class SeveralSourcesTests : IDisposable
{
    private const string Log =
        "Riga, 4 May 2021\n\nThe barge Selga struck the northern pier at 10:20 p.m. on 3 May 2021. The lock closed at 10:40 p.m. on 3 May 2021.";
    private const string News =
        "Riga, 5 May 2021\n\nThe northern pier was hit by the barge Selga at 10:55 p.m. on 3 May 2021, the insurer said. The pilots of Riga held a meeting at 10:30 p.m. on 3 May 2021.";
    private const string OtherShip =
        "Riga, 5 May 2021\n\nThe northern pier was hit by the barge Vega at 10:25 p.m. on 3 May 2021, the insurer said.";
    private readonly CaseFolder folder = new();

    public static TheoryData<string> Stores => CaseFolder.Stores;

    public void Dispose() => folder.Dispose();

    [Theory, MemberData(nameof(Stores))]
    public void Asks_whether_events_of_two_sources_are_one_and_remembers_that_they_are_not(string store)
    {
        var desk = Case(store, Log, News);
        var asked = Assert.Single(Asked(desk));
        Assert.Equal(Need.SameEvent, asked.Need);
        Assert.Contains("Selga", asked.MayBe[0].Reason, StringComparison.Ordinal);
        Assert.Contains("apart on home clocks", asked.MayBe[0].Reason, StringComparison.Ordinal);
        CaseFolder.Decide(desk, new Accepted(asked.Id));
        Assert.Empty(Asked(desk));
        Work.Read(desk, new ReadCaseRequest());
        Assert.Empty(Asked(desk));
        Assert.True(Work.Undo(desk, new UndoRequest()).Succeeded);
        Assert.Single(Asked(desk));
    }

    [Theory, MemberData(nameof(Stores))]
    public void Sets_the_times_of_both_sources_against_each_other_once_they_are_one(string store)
    {
        var desk = Case(store, Log, News);
        var asked = Assert.Single(Asked(desk));
        Assert.Empty(Work.Check(desk.Case).Value.Report.Disagreements);
        CaseFolder.Decide(desk, new Merged(asked.Id, asked.MayBe[0].Event));
        var report = Work.Check(desk.Case).Value.Report;
        var told = Assert.Single(report.Disagreements);
        Assert.Equal(asked.MayBe[0].Event, told.Event);
        Assert.Equal(2, report.Clocks.Where(c => told.Clocks.Contains(c.Id)).Select(c => c.Quote.Source).Distinct().Count());
        Assert.Empty(Asked(desk));
    }

    [Fact]
    public void Asks_nothing_where_names_differ_or_one_source_tells_both()
    {
        Assert.Empty(Asked(Case(CaseFolder.Sqlite, Log, OtherShip)));
        Assert.Empty(Asked(Case(CaseFolder.Sqlite, Log + "\n\n" + News[(News.IndexOf('\n', StringComparison.Ordinal) + 2)..])));
        Assert.Empty(Asked(Case(CaseFolder.Sqlite, Log, News.Replace("3 May", "5 May", StringComparison.Ordinal))));
    }

    [Theory, MemberData(nameof(Stores))]
    public void Accepts_what_was_seen_all_or_none_and_takes_it_back_at_once(string store)
    {
        var desk = Case(store, Log, News);
        var seen = CaseFolder.Items(desk).Take(7).Select(i => new SeenDraft(i.Id, i.Version)).ToList();
        var done = AcceptTogether.Run(desk, seen, cancellation: TestContext.Current.CancellationToken).Value;
        Assert.Equal(7, done.Count);
        Assert.Equal(7, ShowCase.Run(desk.Case).Value.States[ItemState.Accepted]);
        var stale = AcceptTogether.Run(
            desk,
            [new(CaseFolder.Items(desk)[^1].Id, 99), .. seen],
            cancellation: TestContext.Current.CancellationToken
        );
        Assert.Equal(Ground.Outcomes.ErrorKind.Conflict, stale.Error!.Kind);
        Assert.Equal(7, ShowCase.Run(desk.Case).Value.States[ItemState.Accepted]);
        var back = AcceptTogether
            .Undo(desk, done.First, done.Last.Entry.Sequence, cancellation: TestContext.Current.CancellationToken)
            .Value;
        Assert.Equal(7, back.Count);
        Assert.False(ShowCase.Run(desk.Case).Value.States.ContainsKey(ItemState.Accepted));
        CaseFolder.Holds(desk);
        Assert.False(AcceptTogether.Run(desk, [], cancellation: TestContext.Current.CancellationToken).Succeeded);
        Assert.False(
            AcceptTogether.Undo(desk, done.First, done.Last.Entry.Sequence, cancellation: TestContext.Current.CancellationToken).Succeeded
        );
    }

    [Theory, MemberData(nameof(Stores))]
    public void Finds_paragraphs_with_all_words_at_the_beginnings_of_words(string store)
    {
        var desk = Case(store, Log, News);
        SearchReply Find(string words, int most = 50) =>
            SearchCase.Run(desk.Case, new SearchRequest(words, most), TestContext.Current.CancellationToken).Value;
        var found = Find("selga NORTHERN");
        Assert.Equal((2, 2), (found.Total, found.Sources));
        Assert.All(found.Found, f => Assert.Equal("northern", f.Words));
        Assert.Contains(CaseFolder.Items(desk), i => i.Id == found.Found[0].Item);
        Assert.Equal("insurer", Assert.Single(Find("\"the insurer said\" pilots").Found).Words["the ".Length..^" said".Length]);
        Assert.Equal(0, Find("elga").Total);
        Assert.Equal(0, Find("selga lockout").Total);
        Assert.Equal((2, 1), (Find("barge", 1).Total, Find("barge", 1).Found.Count));
        Assert.False(SearchCase.Run(desk.Case, new SearchRequest(" ?! "), TestContext.Current.CancellationToken).Succeeded);
        Assert.False(SearchCase.Run(desk.Case, new SearchRequest(new string('a', 201)), TestContext.Current.CancellationToken).Succeeded);
    }

    private static List<DraftEntry> Asked(Desk desk) => [.. CaseFolder.Items(desk).Where(i => i.MayBe.Count > 0)];

    private Desk Case(string store, params string[] texts)
    {
        var desk = folder.New(store);
        var given = texts.Select((t, i) => new GivenSource($"{i}.txt", Encoding.UTF8.GetBytes(t))).ToList();
        Assert.Equal(texts.Length, Work.Add(desk, new AddRequest([]) { Given = given }).Value.Added.Count);
        Assert.True(Work.Read(desk, new ReadCaseRequest()).Succeeded);
        return desk;
    }
}
