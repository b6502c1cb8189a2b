using System.Text;
using System.Text.Json.Nodes;
using Assay.Cases.Accounts;
using Assay.Cases.Casework;
using Assay.Cases.Report;
using Assay.Tests.Fixtures;

namespace Assay.Cases.Tests.Casework;

/// <summary>Sources of one origin in a case: proposed, counted once, confirmed, rejected, and taken back.</summary>
public sealed class OriginsTests : IDisposable
{
    private readonly CaseFolder folder = new();

    public static TheoryData<string> Stores => CaseFolder.Stores;

    public void Dispose() => folder.Dispose();

    [Theory, MemberData(nameof(Stores))]
    public void A_proposal_counts_once_and_says_that_it_is_one_until_somebody_decides(string store)
    {
        var desk = Case(store, Harbour.Report, Harbour.Copy, Harbour.Dockers);
        var asked = Assert.Single(CaseFolder.Items(desk, "sameOrigins"));
        Assert.Equal((Need.SameOrigin, ItemState.Open, "0.txt and 1.txt"), (asked.Need, asked.State, asked.Label));
        Assert.Matches("^[89][0-9] % of the shorter text \\(1.txt\\) stands in the other, ", Reason(asked));
        var struck = Merged(desk);
        Assert.Equal((3, 2, false), Count(struck));
        Assert.Equal("Told by 3 sources that count as 2: 0.txt and 1.txt look like one origin.", struck.Told!.Sentence);

        CaseFolder.Decide(desk, new Accepted(asked.Id));
        Assert.Equal((3, 2, true), Count(Struck(desk)));
        Assert.True(Assert.Single(Check(desk).SameOrigins!).Confirmed);
        Assert.EndsWith("0.txt and 1.txt have one origin.", Struck(desk).Told!.Sentence, StringComparison.Ordinal);
        Assert.Equal(Need.None, CaseFolder.Item(desk, asked.Id).Need);
        Assert.True(Work.Undo(desk, new UndoRequest()).Succeeded);
        Assert.Equal((3, 2, false), Count(Struck(desk)));

        CaseFolder.Decide(desk, new Struck(asked.Id));
        Assert.Null(Struck(desk).Told);
        Assert.Null(Check(desk).SameOrigins);
        Work.Read(desk, new ReadCaseRequest());
        Assert.Null(Check(desk).SameOrigins); // what was rejected stays out
        Assert.True(Work.Undo(desk, new UndoRequest()).Succeeded);
        Assert.Equal((3, 2, false), Count(Struck(desk)));
        CaseFolder.Holds(desk);
    }

    [Theory, MemberData(nameof(Stores))]
    public void Nothing_is_merged_or_left_out_for_a_proposal(string store)
    {
        var desk = Case(store, Harbour.Report, Harbour.Copy, Harbour.Dockers);
        var asked = Assert.Single(CaseFolder.Items(desk, "sameOrigins"));
        var before = Check(desk);
        CaseFolder.Decide(desk, new Struck(asked.Id));
        var after = Check(desk);
        Assert.Equal(before.Events.Select(e => e.Id), after.Events.Select(e => e.Id));
        Assert.Equal(before.Clocks.Select(c => (c.Id, c.Event)), after.Clocks.Select(c => (c.Id, c.Event)));
        Assert.Equal(before.Claims.Select(c => (c.Id, c.Verdict)), after.Claims.Select(c => (c.Id, c.Verdict)));
        Assert.Equal(before.Sources.Count, after.Sources.Count);
    }

    [Theory, MemberData(nameof(Stores))]
    public void A_person_names_sources_of_one_origin_that_no_words_betray(string store)
    {
        var desk = Case(store, Harbour.Report, Harbour.Tug, Harbour.Dockers);
        Assert.Empty(CaseFolder.Items(desk, "sameOrigins"));
        var ids = Check(desk).Sources.Select(s => s.Id).ToList();
        string Body(params string[] sources) =>
            new JsonObject { ["id"] = "o-1", ["sources"] = new JsonArray([.. sources.Select(s => (JsonNode)s)]) }.ToJsonString();
        foreach (var wrong in new[] { Body(ids[0]), Body(ids[0], ids[0]), Body([.. ids]), Body(ids[0], "s-none") })
            Assert.False(Work.Decide(desk, new DecideRequest(new Added("o-1", "sameOrigins", wrong))).Succeeded, wrong);
        CaseFolder.Decide(desk, new Added("o-1", "sameOrigins", Body(ids[0], ids[2])));
        Assert.True(Assert.Single(Check(desk).SameOrigins!).Confirmed);
        Assert.True(Work.Undo(desk, new UndoRequest()).Succeeded);
        Assert.Null(Check(desk).SameOrigins);
        CaseFolder.Holds(desk);
    }

    [Fact]
    public void The_reading_view_of_either_source_asks()
    {
        var desk = Case(CaseFolder.Sqlite, Harbour.Report, Harbour.Copy, Harbour.Dockers);
        var sources = Check(desk).Sources.Select(s => s.Id).ToList();
        var book = DraftBook.Of(desk.Case, TestContext.Current.CancellationToken).Value;
        int Asked(string source) => book.OfSource(source).Count(e => e.Kind == "sameOrigins");
        Assert.Equal([1, 1, 0], sources.Select(Asked));
    }

    [Fact]
    public void Copies_count_once_and_two_reports_that_a_digest_holds_count_twice()
    {
        SameOriginEntry Pair(string a, string b, OriginKind kind, bool confirmed = false) =>
            new(a + b, [a, b]) { Kind = kind, Confirmed = confirmed };
        var count = new OriginCount(
            [
                Pair("a", "b", OriginKind.Copy, true),
                Pair("a", "c", OriginKind.Copy),
                Pair("d", "x", OriginKind.Part),
                Pair("d", "y", OriginKind.Part),
            ],
            "abcdxyz".Select(c => (c.ToString(), $"{c}.txt"))
        );
        (int, int, bool)? Of(string sources) =>
            count.Of(sources.Select(c => c.ToString())) is { } told ? (told.Sources, told.Origins, told.Confirmed) : null;
        Assert.Equal((2, 1, true), Of("ab"));
        Assert.Equal((3, 1, false), Of("abc"));
        Assert.Equal((2, 1, false), Of("bc")); // by the one that both are copies of
        Assert.Equal((3, 2, false), Of("dxy"));
        Assert.Equal((2, 1, false), Of("dx"));
        Assert.Null(Of("xy"));
        Assert.Null(Of("az"));
        Assert.Null(Of("aa"));
        Assert.Equal(
            "Told by 5 sources that count as 3: a.txt, b.txt and c.txt look like one origin.",
            count.Of(["z", "a", "b", "c", "x"])!.Sentence
        );
    }

    private static string Reason(DraftEntry entry) => (string)JsonNode.Parse(entry.Body)!["reason"]!;

    private static (int, int, bool) Count(EventEntry told) => (told.Told!.Sources, told.Told.Origins, told.Told.Confirmed);

    private static AuditReport Check(Desk desk) => Work.Check(desk.Case).Value.Report;

    private static EventEntry Struck(Desk desk) =>
        Check(desk).Events.Single(e => e.Label.Contains("struck the northern pier", StringComparison.Ordinal));

    // The telling of the dockers, and the copy's where the rules have it apart, made one with the report's.
    private static EventEntry Merged(Desk desk)
    {
        var events = Check(desk).Events.Where(e => e.Quote.Exact.Contains("northern pier", StringComparison.Ordinal)).ToList();
        var into = events.First(e => e.Label.Contains("struck", StringComparison.Ordinal));
        foreach (var other in events.Where(e => e.Id != into.Id))
            CaseFolder.Decide(desk, new Merged(other.Id, into.Id));
        return Struck(desk);
    }

    private Desk Case(string store, params string[] texts)
    {
        var desk = folder.New(store);
        var given = texts.Select((t, i) => new GivenSource($"{i}.txt", Encoding.UTF8.GetBytes(t))).ToList();
        Assert.Equal(texts.Length, Work.Add(desk, new AddRequest([]) { Given = given }).Value.Added.Count);
        Assert.True(Work.Read(desk, new ReadCaseRequest()).Succeeded);
        return desk;
    }
}
