using Assay.Cases.Accounts;
using Assay.Cases.Casework;
using Assay.Cases.Store;
using Assay.Ground.Outcomes;

namespace Assay.Cases.Tests.Casework;

/// <summary>Decisions of people, on both stores: what they do to the account, and what later readings do not do to them.</summary>
public sealed class DecidingTests : IDisposable
{
    private readonly CaseFolder folder = new();

    public static TheoryData<string> Stores => CaseFolder.Stores;

    public void Dispose() => folder.Dispose();

    [Theory, MemberData(nameof(Stores))]
    public void Keeps_an_item_as_it_was_accepted_when_a_later_reading_has_it_otherwise_or_not_at_all(string store)
    {
        var desk = folder.Read(store);
        var source = CaseFolder.Content(desk).Sources[0].Id;
        Propose(desk, Event(source, "x1", "first label"), Event(source, "x2", "a place of it"), Event(source, "x3", "nobody decides"));
        CaseFolder.Decide(desk, new Accepted("x1"));
        CaseFolder.Decide(desk, new Renamed("x2", "a better label"));
        var changes = Propose(desk, Event(source, "x1", "second label"));
        Assert.Equal((0, 1, 2, 2), (changes.New, changes.Changed, changes.Gone, changes.Kept));
        Assert.Equal((ItemState.Accepted, "first label"), Shown(desk, "x1"));
        Assert.Equal((ItemState.Edited, "a better label"), Shown(desk, "x2"));
        Assert.Equal(ItemState.Gone, CaseFolder.Item(desk, "x3").State);
        var events = CaseAccount.Of(CaseFolder.Content(desk)).Events.Select(e => e.Id).ToList();
        Assert.Contains("x1", events);
        Assert.Contains("x2", events);
        Assert.DoesNotContain("x3", events);
        Work.Undo(desk, new UndoRequest());
        Assert.Equal(ItemState.Gone, CaseFolder.Item(desk, "x2").State);
        Work.Undo(desk, new UndoRequest());
        Assert.Equal((ItemState.Open, "second label"), Shown(desk, "x1"));
        CaseFolder.Holds(desk);
    }

    [Theory, MemberData(nameof(Stores))]
    public void Keeps_what_an_accepted_item_rests_on_when_a_later_reading_has_it_no_more(string store)
    {
        var desk = folder.Read(store);
        var clock = CaseAccount.Of(CaseFolder.Content(desk)).Clocks[0];
        CaseFolder.Decide(desk, new Accepted(clock.Id));
        var other = desk.Case.Store.Change<ReadingChanges>(w => Readings.Put(w, desk, "rules", new Account { Sources = [] }, null)).Value;
        Assert.True(other.Gone > 20);
        var account = CaseAccount.Of(CaseFolder.Content(desk));
        Assert.Equal(clock.Event, Assert.Single(account.Events).Id);
        Assert.Equal(clock.Zone, Assert.Single(account.Zones).Id);
        Assert.Empty(Work.Check(desk.Case).Value.Report.Refused);
        CaseFolder.Holds(desk);
    }

    [Theory, MemberData(nameof(Stores))]
    public void Leaves_a_rejected_item_out_when_it_is_read_again_and_a_skipped_one_in(string store)
    {
        var desk = folder.Read(store);
        var claims = CaseFolder.Items(desk, "claims");
        CaseFolder.Decide(desk, new Struck(claims[0].Id));
        CaseFolder.Decide(desk, new Skipped(claims[1].Id));
        Work.Read(desk, new ReadCaseRequest());
        var left = Work.Check(desk.Case).Value.Report.Claims.Select(c => c.Id).ToList();
        Assert.DoesNotContain(claims[0].Id, left);
        Assert.Contains(claims[1].Id, left);
        CaseFolder.Decide(desk, new Accepted(claims[0].Id));
        Assert.Contains(claims[0].Id, Work.Check(desk.Case).Value.Report.Claims.Select(c => c.Id));
    }

    [Theory, MemberData(nameof(Stores))]
    public void Says_who_decided_what_and_when_and_writes_nothing_when_the_item_was_decided_about_in_between(string store)
    {
        var desk = folder.Read(store);
        var bob = desk with { Who = "Bob" };
        var item = CaseFolder.Items(desk, "claims")[0];
        var first = CaseFolder.Decide(bob, new Accepted(item.Id));
        var late = Work.Decide(desk, new DecideRequest(new Struck(item.Id)) { Version = item.Version });
        Assert.Equal(ErrorKind.Conflict, late.Error!.Kind);
        Assert.Contains($"Bob accepted {item.Id} on 2024-03-01 at 17:00:", late.Error.Message, StringComparison.Ordinal);
        Assert.Contains($"entry {first.Entry.Sequence}", late.Error.Message, StringComparison.Ordinal);
        Assert.Equal(first.Entry.Sequence, CaseFolder.Content(desk).Head.Sequence);
        Assert.Equal(ItemState.Rejected, Work.Decide(desk, new DecideRequest(new Struck(item.Id)) { Version = first.Version }).Value.State);
    }

    [Theory, MemberData(nameof(Stores))]
    public void Is_a_conflict_too_when_a_reading_changed_the_item_in_between(string store)
    {
        var desk = folder.Read(store);
        var source = CaseFolder.Content(desk).Sources[0].Id;
        Propose(desk, Event(source, "x1", "first label"));
        var seen = CaseFolder.Item(desk, "x1").Version;
        Propose(desk, Event(source, "x1", "second label"));
        var late = Work.Decide(desk, new DecideRequest(new Accepted("x1")) { Version = seen });
        Assert.Equal(ErrorKind.Conflict, late.Error!.Kind);
        Assert.Contains("Ada had reader-7b read: 0 new, 1 changed", late.Error.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Stores))]
    public void Is_a_conflict_too_when_a_decision_was_taken_back_in_between(string store)
    {
        var desk = folder.Read(store);
        var bob = desk with { Who = "Bob" };
        var seen = CaseFolder.Decide(bob, new Accepted(CaseFolder.Items(desk, "claims")[0].Id));
        Assert.Equal(seen.Entry.Sequence + 1, Work.Undo(bob, new UndoRequest()).Value.Version);
        var late = Work.Decide(desk, new DecideRequest(new Struck(seen.Entry.Note.Item!)) { Version = seen.Version });
        Assert.Equal(ErrorKind.Conflict, late.Error!.Kind);
        Assert.Contains("Bob took back entry", late.Error.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Stores))]
    public void Refuses_a_change_that_does_not_hold_and_writes_nothing(string store)
    {
        var desk = folder.Read(store);
        var account = CaseAccount.Of(CaseFolder.Content(desk));
        var (clock, claim, zone) = (account.Clocks[0], account.Claims[0], account.Zones[0]);
        (Decision Decision, string Says)[] wrong =
        [
            (new Edited(clock.Id, """{"date":"x"}"""), "“x” is not a date"),
            (new Edited(clock.Id, """{"date":"2021-05-03","dat":1}"""), "a member that is not known, “dat”"),
            (new Edited(clock.Id, """{"id":"other"}"""), "cannot become “other”"),
            (new Edited(clock.Id, """{"event":"e-none"}"""), "There is no “e-none” in the account."),
            (new Edited(clock.Id, """{"time":"03:00"}"""), "not 03:00"),
            (new Edited(clock.Id, """{"event":null}"""), "It lacks event"),
            (new Edited(clock.Id, "[1]"), "one JSON object"),
            (new Edited(clock.Id, """{"quote":{"exact":"words that do not stand there"}}"""), "does not stand"),
            (new Edited(claim.Id, """{"kind":"gap","min":"PT2H","max":"PT1H"}"""), "more than the greatest"),
            (new ZoneSettled(zone.Id, "Europe/Nowhere", ""), "no time zone"),
            (new ZoneSettled(clock.Id, "Europe/Riga", ""), "not known, “stated”"),
            (new Renamed(clock.Id, "x"), "not known, “label”"),
            (new Merged(claim.Earlier, claim.Earlier), "one with itself"),
            (new Merged(claim.Earlier, "e-none"), "no event “e-none”"),
            (new Merged(claim.Id, claim.Earlier), "only events can be merged"),
            (new Merged(claim.Earlier, claim.Later), $"{claim.Id}: An event is neither before nor after itself."),
            (new Added(claim.Id, "claims", "{}"), "that of an item of the case"),
            (new Added("mine", "claimz", "{}"), "no list “claimz”"),
            (new Added("mine", "claims", """{"id":"mine"}"""), "It lacks"),
            (new Accepted("nothing"), "no item “nothing”"),
        ];
        var head = CaseFolder.Content(desk).Head;
        foreach (var (decision, says) in wrong)
        {
            var reply = Work.Decide(desk, new DecideRequest(decision));
            Assert.Equal(ErrorKind.Usage, reply.Error!.Kind);
            Assert.Contains(says, reply.Error.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(head, CaseFolder.Content(desk).Head);
    }

    [Theory, MemberData(nameof(Stores))]
    public void Makes_one_event_of_two_with_the_words_of_both(string store)
    {
        var desk = folder.Read(store);
        var source = CaseFolder.Content(desk).Sources[0].Id;
        Propose(desk, Event(source, "x1", "hurt"));
        var into = CaseAccount.Of(CaseFolder.Content(desk)).Clocks[0].Event;
        CaseFolder.Decide(desk, new Merged("x1", into));
        var merged = CaseAccount.Of(CaseFolder.Content(desk)).Events.Single(e => e.Id == into);
        Assert.Contains(merged.Mentions, m => m.Exact == "At least 14 people were hurt" || m.Exact == "14 people were hurt");
        Assert.Equal(ItemState.Merged, CaseFolder.Item(desk, "x1").State);
        Assert.Contains(
            "itself merged",
            Work.Decide(desk, new DecideRequest(new Merged(into, "x1"))).Error!.Message,
            StringComparison.Ordinal
        );
        Work.Undo(desk, new UndoRequest());
        Assert.Contains(CaseAccount.Of(CaseFolder.Content(desk)).Events, e => e.Id == "x1");
        CaseFolder.Holds(desk);
    }

    [Theory, MemberData(nameof(Stores))]
    public void Tests_a_claim_that_was_written_by_hand_and_lets_it_be_edited(string store)
    {
        var desk = folder.Read(store);
        var claim = CaseAccount.Of(CaseFolder.Content(desk)).Claims[0];
        var source = CaseFolder.Content(desk).Sources[0].Id;
        var body =
            $$$"""{"id":"mine","earlier":"{{{claim.Later}}}","later":"{{{claim.Earlier}}}","kind":"order","quote":{"source":"{{{source}}}","exact":"At least 14 people were hurt"}}""";
        var added = CaseFolder.Decide(desk, new Added("mine", "claims", body));
        Assert.Null(Assert.Single(added.Changed).Before);
        CaseFolder.Decide(desk, new Edited("mine", """{"min":"PT5H"}"""));
        Assert.Equal(NodaTime.Duration.FromHours(5), CaseAccount.Of(CaseFolder.Content(desk)).Claims.Single(c => c.Id == "mine").Min);
        Work.Read(desk, new ReadCaseRequest());
        Assert.Equal(ItemState.Edited, CaseFolder.Item(desk, "mine").State);
        Work.Undo(desk, new UndoRequest());
        Work.Undo(desk, new UndoRequest());
        Assert.DoesNotContain(CaseAccount.Of(CaseFolder.Content(desk)).Claims, c => c.Id == "mine");
        CaseFolder.Decide(desk, new Added("mine", "claims", body));
        CaseFolder.Holds(desk);
    }

    [Theory, MemberData(nameof(Stores))]
    public void Takes_back_ones_own_last_decision_and_no_one_elses_unless_it_is_named(string store)
    {
        var desk = folder.Read(store);
        var bob = desk with { Who = "Bob" };
        var claims = CaseFolder.Items(desk, "claims");
        CaseFolder.Decide(desk, new Accepted(claims[0].Id));
        var bobs = CaseFolder.Decide(bob, new Struck(claims[1].Id));
        Assert.Equal(claims[0].Id, Work.Undo(desk, new UndoRequest()).Value.Entry.Note.Item);
        Assert.Equal(ErrorKind.Usage, Work.Undo(desk, new UndoRequest()).Error!.Kind);
        Assert.Equal(ItemState.Rejected, CaseFolder.Item(desk, claims[1].Id).State);
        Assert.Equal(ItemState.Open, Work.Undo(desk, new UndoRequest { Entry = bobs.Entry.Sequence }).Value.State);
        Assert.Contains(
            "was taken back by",
            Work.Undo(bob, new UndoRequest { Entry = bobs.Entry.Sequence }).Error!.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("is no decision", Work.Undo(bob, new UndoRequest { Entry = 1 }).Error!.Message, StringComparison.Ordinal);
        CaseFolder.Holds(desk);
    }

    [Theory, MemberData(nameof(Stores))]
    public void Takes_no_decision_back_that_a_later_one_stands_on(string store)
    {
        var desk = folder.Read(store);
        var clock = CaseFolder.Items(desk, "clocks")[0].Id;
        var first = CaseFolder.Decide(desk, new Edited(clock, """{"role":"report"}"""));
        CaseFolder.Decide(desk with { Who = "Bob" }, new Edited(clock, """{"approximate":true}"""));
        var refused = Work.Undo(desk, new UndoRequest { Entry = first.Entry.Sequence });
        Assert.Equal(ErrorKind.Conflict, refused.Error!.Kind);
        Assert.Contains("Bob edited", refused.Error.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorKind.Conflict, Work.Undo(desk, new UndoRequest()).Error!.Kind);
    }

    [Theory, MemberData(nameof(Stores))]
    public void Loses_no_decision_when_twenty_people_decide_at_once(string store)
    {
        const int people = 20;
        const int each = 5;
        var desk = folder.Read(store);
        var items = CaseFolder.Items(desk).Take(4).ToList();
        var place = desk.Case.Store.Place;
        var confirmed = new System.Collections.Concurrent.ConcurrentBag<(string Who, long Entry, string Item)>();
        var conflicts = 0;
        var threads = Enumerable
            .Range(0, people)
            .Select(p => new Thread(() =>
            {
                // Half of them through a store of their own, as another program would.
                var own = p % 2 == 0 ? desk.Case : OpenCase.Run(Address(store, desk, place)).Value;
                var mine = new Desk(own, $"person {p}", folder.Clock);
                for (var i = 0; i < each; i++)
                {
                    var item = items[(p + i) % items.Count].Id;
                    var version = ItemInCase.Of(CaseFolder.Content(mine), new Accepted(item)).Value.Version;
                    Thread.Yield();
                    var reply = Work.Decide(
                        mine,
                        new DecideRequest(i % 2 == 0 ? new Accepted(item) : new Skipped(item)) { Version = version, ShowChanges = false }
                    );
                    if (reply.Succeeded)
                        confirmed.Add((mine.Who, reply.Value.Entry.Sequence, item));
                    else if (reply.Error.Kind == ErrorKind.Conflict)
                        Interlocked.Increment(ref conflicts);
                    else
                        throw new InvalidOperationException(reply.Error.ToString());
                }

                if (own != desk.Case)
                    own.Dispose();
            }))
            .ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        Assert.Equal(people * each, confirmed.Count + conflicts);
        Assert.True(conflicts > 0, "Nobody met anybody, so nothing was tried.");
        var journal = ShowCase.Journal(desk.Case).Value.ToDictionary(e => e.Sequence);
        Assert.All(confirmed, c => Assert.Equal((c.Who, c.Item), (journal[c.Entry].Note.Who, journal[c.Entry].Note.Item)));
        Assert.Equal(confirmed.Count, CaseFolder.Content(desk).Decisions.Count);
        Assert.Equal(3 + confirmed.Count, journal.Count);
        CaseFolder.Holds(desk);
    }

    private string Address(string store, Desk desk, string place) =>
        store == CaseFolder.Sqlite ? place : place.Replace("postgres://", "postgres://postgres@", StringComparison.Ordinal);

    private static (ItemState, string) Shown(Desk desk, string id)
    {
        var item = CaseFolder.Item(desk, id);
        return (item.State, item.Label);
    }

    private static EventItem Event(string source, string id, string label) =>
        new()
        {
            Id = id,
            Label = label,
            Quote = new Anchor(source, 0, 0, "14 people were hurt", "", ""),
        };

    private static ReadingChanges Propose(Desk desk, params EventItem[] events)
    {
        var sources = CaseFolder.Content(desk).Sources.Select(s => new SourceItem { Id = s.Id, File = s.File }).ToList();
        return ProposeDrafts
            .Run(desk, new ProposeRequest("reader-7b", new Account { Sources = sources, Events = events }) { Whole = true })
            .Value.Changes;
    }
}
