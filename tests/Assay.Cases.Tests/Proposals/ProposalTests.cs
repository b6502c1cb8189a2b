using System.Text;
using System.Text.Json;
using Assay.Cases.Accounts;
using Assay.Cases.Proposals;
using Assay.Cases.UseCases;
using Assay.Reading;
using Assay.Reading.Text;
using Assay.Reading.Voices;
using NodaTime;

namespace Assay.Cases.Tests.Proposals;

/// <summary>What becomes of proposals: taken on exact words, or refused with the reason.</summary>
public sealed class ProposalTests
{
    [Theory]
    [InlineData(2, "shut the lock at", null)]
    [InlineData(4, "\"The barge struck the pier well before", null)]
    [InlineData(3, "shut the lock at", RefusalReason.OtherSentence)]
    [InlineData(2, "the insurer in London said", RefusalReason.OtherSentence)]
    [InlineData(7, "the barge struck the pier", RefusalReason.MoreThanOnce)]
    [InlineData(2, "opened the lock at", RefusalReason.NotFound)]
    [InlineData(2, "The harbour office … the lock", RefusalReason.Ellipsis)]
    [InlineData(2, "the lock", RefusalReason.TooShort)]
    [InlineData(2, "11:40 p.m.", null)]
    [InlineData(8, "14", null)]
    [InlineData(99, "shut the lock at", RefusalReason.WrongValue)]
    [InlineData(2, " ", RefusalReason.Incomplete)]
    [InlineData(2, "shut the lock a", RefusalReason.NotFound)]
    public void Takes_words_of_the_sentence_and_no_others(int sentence, string words, RefusalReason? reason)
    {
        var outcome = Assert.Single(Pier.Propose(Pier.Event("x", sentence, words)));
        Assert.Equal(reason, outcome.Reason);
        Assert.Equal(reason is null, outcome.Taken);
        Assert.Equal(outcome.Taken, outcome.Id is not null);
        Assert.NotEmpty(outcome.Message);
    }

    [Fact]
    public void Refuses_words_that_cut_a_word_where_a_long_sentence_was_cut()
    {
        // No blank to cut it at: the second sentence begins within a word, and ends within one.
        var text = "She then wrote " + new string('b', 3 * SentenceSplitter.Longest) + " and went home.";
        var sheet = Assert.Single(Pier.Desk(text).Sheets.Values);
        var end = 2 * SentenceSplitter.Longest;
        Assert.Equal(RefusalReason.NotFound, sheet.Hold(1, [text[..end]]).Reason);
        var last = sheet.Sentences[^1];
        Assert.StartsWith("b", last.Text, StringComparison.Ordinal);
        Assert.Equal(RefusalReason.NotFound, sheet.Hold(last.Number, [last.Text]).Reason);
        Assert.Null(sheet.Hold(last.Number, ["and went home"]).Reason);
    }

    [Fact]
    public void Shows_the_words_of_the_source_when_those_given_differ_in_marks()
    {
        var outcome = Pier.Propose(Pier.Event("x", 4, "\"The  barge struck the pier well before"))[0];
        Assert.Equal(("folded", "“The barge struck the pier well before"), (outcome.Words, outcome.Quote!.Exact));
    }

    [Fact]
    public void Names_the_sentence_that_the_words_stand_in_when_it_is_another() =>
        Assert.Contains("in sentence 2", Pier.Propose(Pier.Event("x", 5, "shut the lock at"))[0].Message, StringComparison.Ordinal);

    [Fact]
    public void Keeps_several_pieces_as_a_list_and_in_order()
    {
        var taken = Pier.Propose(Pier.Event("x", 2, "The harbour office", "shut the lock"))[0];
        Assert.Equal("The harbour office", taken.Quote!.Exact);
        Assert.Equal("shut the lock", Assert.Single(taken.Quote.More!).Exact);
        Assert.Equal(RefusalReason.NotFound, Pier.Propose(Pier.Event("x", 2, "shut the lock", "The harbour office"))[0].Reason);
    }

    [Theory]
    [InlineData("23:40", "11:40 p.m. on 3 May 2021", "2021-05-03", 0)]
    [InlineData(null, "11:40 p.m. on 3 May 2021", null, 0)]
    [InlineData("22:40", "11:40 p.m. on 3 May 2021", "2021-05-03", 1)]
    [InlineData("23:40", "11:40 p.m. on 3 May 2021", "2021-05-04", 1)]
    public void Reads_time_and_day_from_the_words_and_tells_where_the_drafter_differs(
        string? time,
        string words,
        string? date,
        int differences
    )
    {
        var desk = Pier.Desk();
        var reply = desk.Propose(
            "tester",
            "person",
            null,
            [
                Pier.Event("shut", 2, "shut the lock at"),
                Pier.Zone("office", "Europe/Riga"),
                Clock("shut", words) with
                {
                    Time = time,
                    Date = date,
                },
            ]
        );
        Assert.Equal(3, reply.Taken);
        Assert.Equal(differences, reply.Outcomes[2].Differences.Count);
        var clock = Assert.Single(desk.Account.Clocks);
        Assert.Equal((new LocalDate(2021, 5, 3), new LocalTime(23, 40)), (clock.Date, clock.Time));
    }

    [Fact]
    public void Puts_a_clock_on_the_zone_that_its_words_name_whatever_the_drafter_says()
    {
        var desk = Pier.Desk();
        var clock = new Proposal
        {
            Kind = "clock",
            Event = "struck",
            Zone = "office",
            Date = "2021-05-03",
            Sentence = 3,
            Words = ["9:55 p.m. GMT"],
        };
        var reply = desk.Propose(
            "t",
            "agent",
            null,
            [Pier.Event("struck", 3, "The barge struck the pier"), Pier.Zone("office", "Europe/Riga"), clock]
        );
        Assert.Contains("GMT", Assert.Single(reply.Outcomes[2].Differences), StringComparison.Ordinal);
        var zone = desk.Account.Zones.Single(z => z.Id == desk.Account.Clocks[0].Zone);
        Assert.True(zone.Stated);
        Assert.Equal("UTC", Assert.Single(zone.Candidates).Zone);
    }

    [Fact]
    public void Does_not_take_a_zone_as_stated_when_no_words_state_it()
    {
        var desk = Pier.Desk();
        var reply = desk.Propose("t", "agent", null, [Pier.Zone("office", "Europe/Riga") with { Stated = true }]);
        Assert.Single(reply.Outcomes[0].Differences);
        Assert.False(desk.Account.Zones[0].Stated);
        Assert.Equal(Evidence.Read, desk.Account.Zones[0].Evidence);
    }

    [Theory]
    [InlineData(4, "The barge struck the pier well before", "asserted", Stance.Reported)]
    [InlineData(5, "Perhaps the lock had been left open", "asserted", Stance.Alleged)]
    [InlineData(6, "Was the lock open at all?", "asserted", Stance.Asked)]
    [InlineData(6, "Was the lock open at all?", "denied", Stance.Denied)]
    [InlineData(2, "shut the lock at", "asserted", Stance.Asserted)]
    [InlineData(2, "shut the lock at", "alleged", Stance.Alleged)]
    public void Never_makes_a_stance_firmer_than_its_words(int sentence, string words, string asked, Stance expected)
    {
        var desk = Pier.Desk();
        desk.Propose(
            "t",
            "agent",
            null,
            [
                new Proposal
                {
                    Kind = "statement",
                    Sentence = sentence,
                    Words = [words],
                    Stance = asked,
                },
            ]
        );
        Assert.Equal(expected, Assert.Single(desk.Account.Statements).Stance);
    }

    [Fact]
    public void Takes_the_length_that_the_words_name_when_the_bounds_do_not_reach_it()
    {
        var desk = Pier.Desk();
        var claim = new Proposal
        {
            Kind = "claim",
            Relation = "gap",
            Earlier = "struck",
            Later = "rang",
            Min = "PT1H",
            Max = "PT2H",
            Sentence = 7,
            Words = ["Twenty minutes after the barge"],
        };
        var reply = desk.Propose(
            "t",
            "agent",
            null,
            [claim, Pier.Event("struck", 3, "The barge struck the pier"), Pier.Event("rang", 7, "the alarm rang")]
        );
        Assert.Equal(3, reply.Taken);
        Assert.Single(reply.Outcomes[0].Differences);
        Assert.Equal((Duration.FromMinutes(18), Duration.FromMinutes(22)), (desk.Account.Claims[0].Min, desk.Account.Claims[0].Max));
    }

    [Theory]
    [InlineData("{\"kind\":\"dream\"}", RefusalReason.UnknownKind)]
    [InlineData("{\"kind\":\"event\",\"sentence\":\"two\"}", RefusalReason.WrongValue)]
    [InlineData("{\"kind\":\"event\",\"decision\":\"accept\"}", RefusalReason.WrongValue)]
    [InlineData("7", RefusalReason.WrongValue)]
    [InlineData("null", RefusalReason.WrongValue)]
    [InlineData("{\"kind\":\"event\",\"source\":\"s-0\",\"sentence\":2,\"words\":[\"shut the lock at\"]}", RefusalReason.NoSource)]
    [InlineData("{\"kind\":\"event\",\"words\":[\"shut the lock at\"]}", RefusalReason.Incomplete)]
    [InlineData("{\"kind\":\"clock\",\"event\":\"gone\",\"sentence\":2,\"words\":[\"11:40 p.m.\"]}", RefusalReason.UnknownReference)]
    [InlineData(
        "{\"kind\":\"clock\",\"event\":\"shut\",\"sentence\":2,\"words\":[\"11:40 p.m.\"],\"zone\":\"office\"}",
        RefusalReason.Incomplete
    )]
    [InlineData("{\"kind\":\"zone\",\"voice\":[\"x\"],\"zones\":[{\"zone\":\"Mars/Dome\"}]}", RefusalReason.WrongValue)]
    [InlineData(
        "{\"kind\":\"claim\",\"relation\":\"order\",\"earlier\":\"shut\",\"later\":\"shut\",\"sentence\":4,\"words\":[\"well before the lock\"]}",
        RefusalReason.WrongValue
    )]
    [InlineData(
        "{\"kind\":\"claim\",\"relation\":\"gap\",\"earlier\":\"shut\",\"later\":\"struck\",\"sentence\":4,\"words\":[\"well before the lock\"]}",
        RefusalReason.Incomplete
    )]
    [InlineData("{\"kind\":\"figure\",\"sentence\":2,\"words\":[\"shut the lock at\"]}", RefusalReason.Incomplete)]
    public void Refuses_with_a_reason_what_is_no_draft_and_takes_the_rest(string json, RefusalReason reason)
    {
        using var list = JsonDocument.Parse($"[{json}]");
        var outcomes = Pier.Propose([.. ProposalReader.Read(list.RootElement), Pier.Event("rang", 7, "the alarm rang")]);
        Assert.Equal(reason, outcomes[0].Reason);
        Assert.True(outcomes[1].Taken);
    }

    [Fact]
    public void Gives_the_same_ids_again_and_takes_nothing_twice()
    {
        var (first, second) = (Pier.Desk(), Pier.Desk());
        Proposal[] proposals =
        [
            Pier.Event("shut", 2, "shut the lock at"),
            Pier.Zone("office", "Europe/Riga"),
            Clock("shut", "11:40 p.m. on 3 May 2021"),
        ];
        first.Propose("t", "agent", null, proposals);
        first.Propose("t", "agent", null, proposals);
        second.Propose("t", "agent", null, [.. proposals.Reverse()]);
        Assert.Equal(Ids(first.Account).Order(StringComparer.Ordinal), Ids(second.Account).Order(StringComparer.Ordinal));
        Assert.Equal(3, Ids(first.Account).Count());
    }

    [Fact]
    public void Says_in_the_account_who_drafted_what_and_is_read_again_byte_for_byte()
    {
        var desk = Pier.Desk();
        desk.Propose("a model", "model", new string('0', 64), [Pier.Event("x", 2, "The harbour office", "shut the lock")]);
        using var written = new MemoryStream();
        ReadAccount.Write(written, desk.Account);
        var read = AccountReader.Read(written.ToArray(), "account.json").Value;
        Assert.Empty(read.Refused);
        using var again = new MemoryStream();
        ReadAccount.Write(again, read.Account);
        Assert.Equal(Encoding.UTF8.GetString(written.ToArray()), Encoding.UTF8.GetString(again.ToArray()));
        var told = Assert.Single(read.Account.Provenance!);
        Assert.Equal(("a model", "model", new string('0', 64)), (told.By, told.Kind, told.Run));
        Assert.Equal(desk.Account.Events[0].Id, Assert.Single(told.Items));
        Assert.Empty(CheckAccount.Run(read.Account, desk.Documents, cancellation: TestContext.Current.CancellationToken).Value.Errors);
    }

    [Fact]
    public void Does_not_touch_an_item_that_the_account_came_with()
    {
        var desk = Pier.Desk();
        desk.Propose("t", "agent", null, [Pier.Event("shut", 2, "shut the lock at")]);
        var later = new ProposalDesk(desk.Account, desk.Documents);
        var outcome = Assert.Single(later.Propose("t", "agent", null, [Pier.Event("shut", 2, "shut the lock at")]).Outcomes);
        Assert.Equal(RefusalReason.AlreadyThere, outcome.Reason);
    }

    private static Proposal Clock(string timed, string words) =>
        new()
        {
            Kind = "clock",
            Event = timed,
            Zone = "office",
            Sentence = 2,
            Words = [words],
        };

    private static IEnumerable<string> Ids(Account a) =>
        a.Events.Select(e => e.Id).Concat(a.Zones.Select(z => z.Id)).Concat(a.Clocks.Select(c => c.Id));
}
