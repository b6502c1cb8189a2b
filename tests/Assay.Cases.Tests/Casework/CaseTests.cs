using Assay.Cases.Accounts;
using Assay.Cases.Casework;
using Assay.Cases.Drafting;
using Assay.Cases.Report;
using Assay.Cases.UseCases;
using Assay.Ground.Outcomes;

namespace Assay.Cases.Tests.Casework;

/// <summary>What a case does, on both stores.</summary>
public sealed class CaseTests : IDisposable
{
    private readonly CaseFolder folder = new();

    public static TheoryData<string> Stores => CaseFolder.Stores;

    public void Dispose() => folder.Dispose();

    [Theory, MemberData(nameof(Stores))]
    public void Says_of_its_sources_what_an_audit_of_them_says(string store)
    {
        var other = folder.File_("other.txt");
        File.WriteAllText(
            other,
            "Riga, 5 May 2021\n\nThe barge Selga struck the pier at 10:20 p.m. on 3 May 2021, the coast guard in Tallinn said."
        );
        var desk = folder.Read(store);
        Work.Add(desk, new AddRequest([other]));
        Work.Read(desk, new ReadCaseRequest());
        var audited = Work.Audit(new AuditRequest([folder.Night, other], AuditOptions.Default)).Value;
        Assert.Equal(AuditJson.ToText(audited.Report), AuditJson.ToText(Work.Check(desk.Case).Value.Report));
        CaseFolder.Holds(desk);
    }

    [Theory, MemberData(nameof(Stores))]
    public void Keeps_bytes_as_received_and_once(string store)
    {
        var desk = folder.New(store);
        var bytes = System.Text.Encoding.Latin1.GetBytes("caf\xe9 closed at 5 p.m.\r\n\t\r\nOn 5 May 2021 it rained.\n");
        var added = Work.Add(desk, new AddRequest([]) { Given = [new GivenSource("a.txt", bytes), new GivenSource("b.txt", bytes)] }).Value;
        Assert.Equal("a.txt", Assert.Single(added.Added).File);
        Assert.Equal("a.txt", Assert.Single(added.Known).File);
        Assert.Equal(bytes, desk.Case.Store.Read<byte[]>(r => r.Bytes(added.Added[0].Sha256)!).Value);
        Assert.Equal(2, ShowCase.Journal(desk.Case).Value.Count);
    }

    [Theory, MemberData(nameof(Stores))]
    public void Refuses_what_is_no_text_and_keeps_the_rest(string store)
    {
        var desk = folder.New(store);
        var pdf = folder.File_("scan.txt");
        File.WriteAllBytes(pdf, [.. "%PDF-1.7\n"u8, .. new byte[200]]);
        var reply = Work.Add(desk, new AddRequest([pdf, folder.Night, folder.File_("gone.txt")])).Value;
        Assert.Equal(2, reply.Refused.Count);
        Assert.Equal(folder.Night, Assert.Single(reply.Added).File);
    }

    /// <summary>None of several documents in a file may be lost: the file is refused, and why is said.</summary>
    [Fact]
    public void Takes_a_mail_as_it_is_and_its_attachment_beside_it()
    {
        var desk = folder.New(CaseFolder.Sqlite);
        const string Mail =
            "From: Ada <ada@example.org>\r\nDate: Wed, 5 May 2021 10:00:00 +0200\r\nSubject: The night\r\nMIME-Version: 1.0\r\n";
        const string Body = "Content-Type: text/plain\r\n\r\nThe office in Riga shut the lock at 11:40 p.m. on 3 May 2021.\r\n";
        var plain = Mail + Body;
        var mixed =
            Mail
            + "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n"
            + Body
            + "--x\r\nContent-Disposition: attachment; filename=log.txt\r\n"
            + Body
            + "--x--\r\n";
        GivenSource Given(string name, string text) => new(name, System.Text.Encoding.UTF8.GetBytes(text));
        var reply = Work.Add(desk, new AddRequest([]) { Given = [Given("a.eml", plain), Given("b.eml", mixed)] }).Value;
        Assert.Empty(reply.Refused);
        Assert.Equal(["a.eml", "b.eml", "b.eml » log.txt"], reply.Added.Select(s => s.File));
        Assert.Equal((mixed.Length, reply.Added[1].Sha256), (reply.Added[1].Bytes, reply.Added[2].Origin!.Sha256));
    }

    [Theory, MemberData(nameof(Stores))]
    public void Finds_every_draft_the_same_when_it_is_read_again(string store)
    {
        var desk = folder.Read(store);
        var before = CaseFolder.Content(desk);
        var changes = Work.Read(desk, new ReadCaseRequest()).Value.Changes;
        Assert.Equal((0, 0, before.Drafts.Count, 0), (changes.New, changes.Changed, changes.Same, changes.Gone));
        Assert.Null(changes.Entry);
        Assert.Equal(before.Head, CaseFolder.Content(desk).Head);
    }

    [Theory, MemberData(nameof(Stores))]
    public void Reads_the_named_source_beside_those_read_before(string store)
    {
        var desk = folder.Read(store);
        Work.Add(
            desk,
            new AddRequest([])
            {
                Given =
                [
                    new("a.txt", "The mill closed at 5 p.m. on 5 May 2021."u8.ToArray()),
                    new("b.txt", "It rained at 6 p.m. on 5 May 2021."u8.ToArray()),
                ],
            }
        );
        Assert.Equal(2, Work.Read(desk, new ReadCaseRequest { Sources = ["a.txt"] }).Value.Read);
        Assert.Contains("it has not been read yet", string.Join(' ', Work.Check(desk.Case).Value.Report.Notes), StringComparison.Ordinal);
        var wrong = Work.Read(desk, new ReadCaseRequest { Sources = ["c.txt"] });
        Assert.Equal((ErrorKind.Usage, "The case has no source “c.txt”."), (wrong.Error!.Kind, wrong.Error.Message));
        CaseFolder.Holds(desk);
    }

    [Theory, MemberData(nameof(Stores))]
    public void Dates_a_source_that_states_no_day_by_the_one_that_was_given(string store)
    {
        var desk = folder.New(store);
        var given = new GivenSource("a.txt", "The mill closed at 5 p.m. on Tuesday. The flood came two hours later."u8.ToArray());
        Work.Add(desk, new AddRequest([]) { Given = [given], Published = new(2021, 5, 6) });
        Work.Read(desk, new ReadCaseRequest());
        var report = Work.Check(desk.Case).Value.Report;
        Assert.Equal("2021-05-06", report.Sources[0].Published?.ToString());
        Assert.Contains(report.Clocks, c => c.Local.ToString().StartsWith("2021-05-04T17:00", StringComparison.Ordinal));
        Assert.DoesNotContain("publication date", string.Join(' ', report.Notes), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Stores))]
    public void Shows_the_verdicts_that_a_decision_changed(string store)
    {
        var desk = folder.Read(store);
        foreach (var zone in CaseFolder.Items(desk, "zones").Where(z => z.Label.Contains("harbour", StringComparison.Ordinal)))
        {
            var reply = CaseFolder.Decide(desk, new ZoneSettled(zone.Id, "Europe/London", "a slip"));
            var change = Assert.Single(reply.Changed);
            Assert.Equal((Outcome.Sometimes, HomeOutcome.Fails), (change.Before, change.HomeBefore));
            Assert.NotEqual((change.Before, change.HomeBefore), (change.After, change.HomeAfter));
            Assert.Equal(ItemState.Edited, reply.State);
        }

        var undone = Work.Undo(desk, new UndoRequest { Why = "it was" }).Value;
        Assert.Equal((Outcome.Sometimes, HomeOutcome.Fails), (Assert.Single(undone.Changed).After, undone.Changed[0].HomeAfter));
        CaseFolder.Holds(desk);
    }

    [Theory, MemberData(nameof(Stores))]
    public void Lists_first_what_a_verdict_hangs_on_and_passes_over_what_is_asked(string store)
    {
        var desk = folder.Read(store);
        var all = Work.List(desk.Case, new DraftsRequest()).Value;
        Assert.Equal(Need.Verdict, all.Entries[0].Need);
        Assert.Equal(all.Entries.Select(e => e.Need).Order(), all.Entries.Select(e => e.Need));
        Assert.Contains("claims", all.Entries.Where(e => e.Need == Need.Verdict).Select(e => e.Kind));
        var some = Work.List(desk.Case, new DraftsRequest { Offset = 3, Most = 4 }).Value;
        Assert.Equal(all.Entries.Skip(3).Take(4).Select(e => e.Id), some.Entries.Select(e => e.Id));
        Assert.Equal(all.Total, some.Total);
        CaseFolder.Decide(desk, new Skipped(all.Entries[0].Id));
        var skipped = Work.List(desk.Case, new DraftsRequest { States = [ItemState.Skipped] }).Value;
        Assert.Equal(all.Entries[0].Id, Assert.Single(skipped.Entries).Id);
        Assert.Equal(ErrorKind.Usage, Work.List(desk.Case, new DraftsRequest { Kinds = ["clock"] }).Error!.Kind);
    }

    [Theory, MemberData(nameof(Stores))]
    public void Is_not_made_where_something_is_already(string store)
    {
        var place = folder.Place(store);
        folder.New(place, out _);
        var again = CreateCase.Run(new CreateRequest(place, null, "Ada"), folder.Clock);
        Assert.Equal(ErrorKind.Input, again.Error!.Kind);
        Assert.Contains("already", again.Error.Message, StringComparison.Ordinal);
        Assert.Equal(1, folder.Open(place).Store.VerifyHead().Value.Sequence);
    }

    [Theory, MemberData(nameof(Stores))]
    public void Is_not_opened_where_none_is(string store) => Assert.Equal(ErrorKind.Input, OpenCase.Run(folder.Place(store)).Error!.Kind);

    [Theory, MemberData(nameof(Stores))]
    public void Takes_drafts_of_an_agent_that_hold_and_says_why_it_refuses_the_rest(string store)
    {
        var desk = folder.Read(store);
        var source = CaseFolder.Content(desk).Sources[0].Id;
        var account = new Account
        {
            Events =
            [
                new()
                {
                    Id = "x1",
                    Label = "people were hurt",
                    Quote = new Anchor(source, 0, 0, "14 people were hurt", "", ""),
                },
                new()
                {
                    Id = "x2",
                    Label = "made up",
                    Quote = new Anchor(source, 0, 0, "15 people were hurt", "", ""),
                },
            ],
        };
        var reply = Work.Propose(desk, new ProposeRequest("reader-7b", account)).Value;
        Assert.Equal(["x1"], reply.Taken);
        Assert.Contains("does not stand in the source", Assert.Single(reply.Refused).Reason, StringComparison.Ordinal);
        var item = CaseFolder.Item(desk, "x1");
        Assert.Equal((ItemState.Open, "reader-7b"), (item.State, Assert.Single(item.Drafters)));
        Assert.Contains(Work.Check(desk.Case).Value.Report.Events, e => e.Id == "x1");
        Work.Read(desk, new ReadCaseRequest());
        Assert.Equal(ItemState.Open, CaseFolder.Item(desk, "x1").State);
        Assert.Equal(ErrorKind.Usage, Work.Propose(desk, new ProposeRequest("rules", account)).Error!.Kind);
        CaseFolder.Holds(desk);
    }
}
