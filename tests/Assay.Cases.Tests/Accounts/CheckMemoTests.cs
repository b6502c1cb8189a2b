using System.Text;
using Assay.Cases.Accounts;
using Assay.Cases.Casework;
using Assay.Cases.Checking;
using Assay.Reading.Intake;
using Assay.Reading.Intake.Opening;
using NodaTime;

namespace Assay.Cases.Tests.Accounts;

/// <summary>What held before holds again only where all that it rests on is what it was.</summary>
public sealed class CheckMemoTests
{
    private const string Words = "The ferry left the quay at 7:05 p.m.";
    private readonly CheckMemo memo = new();
    private readonly Dictionary<string, SourceDocument> documents = new() { ["s"] = Document(Words) };
    private readonly Account account = new()
    {
        Sources = [new SourceItem { Id = "s", File = "ferry.txt" }],
        Events =
        [
            new EventItem
            {
                Id = "e",
                Label = "left the quay",
                Quote = Quote("The ferry left the quay"),
            },
        ],
        Zones = [new ZoneItem { Id = "z", Voice = "Ada" }],
        Clocks =
        [
            new ClockItem
            {
                Id = "c",
                Event = "e",
                Zone = "z",
                Quote = Quote("7:05 p.m."),
                Date = new LocalDate(2021, 5, 3),
            },
        ],
    };

    [Fact]
    public void Gives_the_same_items_again()
    {
        var (first, second) = (Held(account), Held(account));
        Assert.Empty(second.Refused);
        Assert.Same(first.Account.Clocks[0], second.Account.Clocks[0]);
        Assert.Same(first.Account.Events[0], second.Account.Events[0]);
    }

    [Fact]
    public void Refuses_what_rests_on_an_item_that_is_gone()
    {
        Assert.Single(Held(account).Account.Clocks);
        var now = Held(account with { Events = [] });
        Assert.Empty(now.Account.Clocks);
        Assert.Contains(now.Refused, r => r.Reason.Contains("There is no “e”", StringComparison.Ordinal));
    }

    [Fact]
    public void Looks_again_where_the_document_is_another()
    {
        Assert.Single(Held(account).Account.Events);
        documents["s"] = Document("The ferry stayed, and nothing was told of any time.");
        var now = Held(account);
        Assert.Empty(now.Account.Events);
        Assert.Empty(now.Account.Clocks);
    }

    [Fact]
    public void Lets_go_of_a_source_that_cannot_be_read_any_more()
    {
        Assert.Single(Held(account).Account.Sources);
        documents.Remove("s");
        Assert.Empty(Held(account).Account.Sources);
    }

    [Fact]
    public void Refuses_again_what_was_refused()
    {
        var wrong = account with { Events = [account.Events[0] with { Quote = Quote("nobody wrote this") }] };
        var first = Held(wrong).Refused.Select(r => r.ToString()).ToList();
        Assert.NotEmpty(first);
        Assert.Equal(first, Held(wrong).Refused.Select(r => r.ToString()));
    }

    [Fact]
    public void Refuses_again_what_holds_but_for_a_mention()
    {
        var wrong = account with { Events = [account.Events[0] with { Mentions = [Quote("nobody wrote this")] }] };
        for (var turn = 0; turn < 2; turn++)
        {
            var held = Held(wrong);
            Assert.Single(held.Account.Events);
            Assert.Single(held.Refused);
        }
    }

    private CheckedAccount Held(Account some) => CheckCase.Held(some, documents, memo);

    private static Anchor Quote(string words) => new("s", 0, 0, words, "", "");

    private static SourceDocument Document(string text) =>
        SourceIntake.Read(Encoding.UTF8.GetBytes(text), "ferry.txt", IntakeOptions.Default).Value;
}
