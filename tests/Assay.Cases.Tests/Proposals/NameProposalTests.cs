using Assay.Cases.Accounts;
using Assay.Cases.Proposals;
using Assay.Cases.UseCases;
using Assay.Reading.Actors;

namespace Assay.Cases.Tests.Proposals;

/// <summary>Places, actors and figures that count the same thing, as drafts.</summary>
public sealed class NameProposalTests
{
    private const string Text = """
        The night the barge came loose

        The former harbour master Vera Ozols shut the lock in Riga at 11:40 p.m. on 3 May 2021. In Riga the mayor spoke of 14 injured people.

        The hospital counted 17 injured people, and the barge drifted 3 kilometres. Vera Ozols went home to Riga.
        """;

    [Fact]
    public void Anchors_a_place_on_its_name_and_reads_from_the_gazetteer_what_it_may_be()
    {
        var desk = Pier.Desk(Text);
        var reply = desk.Propose(
            "t",
            "agent",
            null,
            [Place("riga", 2, "shut the lock in Riga", "Riga"), Place("again", 5, "home to Riga", "Riga")]
        );
        Assert.Equal(2, reply.Taken);
        var place = Assert.Single(desk.Account.Places);
        Assert.Equal(reply.Outcomes[0].Id, reply.Outcomes[1].Id);
        Assert.Contains("Europe/Riga", place.Candidates[0].Zones);
        Assert.Equal(["Riga", "Riga"], place.Mentions.Select(m => m.Exact));
        Assert.All(place.Mentions, m => Assert.Equal("Riga", Text.ReplaceLineEndings("\n")[m.Start..m.End]));
        Assert.Empty(CheckAccount.Run(desk.Account, desk.Documents, cancellation: TestContext.Current.CancellationToken).Value.Errors);
    }

    [Theory]
    [InlineData("shut the lock in Riga", "Jurmala", RefusalReason.NotFound)]
    [InlineData("shut the lock in Riga", "Rig", RefusalReason.NotFound)]
    [InlineData("shut the lock in Riga", null, RefusalReason.Incomplete)]
    [InlineData("lock in", "lock", RefusalReason.TooShort)]
    [InlineData("shut the lock in Jurmala", "Jurmala", RefusalReason.NotFound)]
    public void Refuses_a_place_whose_name_or_words_do_not_stand(string words, string? name, RefusalReason reason) =>
        Assert.Equal(reason, Pier.Desk(Text).Propose("t", "agent", null, [Place("x", 2, words, name)]).Outcomes[0].Reason);

    [Fact]
    public void Takes_a_place_that_the_gazetteer_does_not_know_without_what_it_may_be()
    {
        var desk = Pier.Desk(Text);
        var outcome = desk.Propose("t", "agent", null, [Place("lock", 2, "shut the lock in Riga", "the lock")]).Outcomes[0];
        Assert.True(outcome.Taken);
        Assert.Empty(Assert.Single(desk.Account.Places).Candidates);
    }

    [Fact]
    public void Keeps_an_office_that_stands_in_the_words_and_no_other()
    {
        var desk = Pier.Desk(Text);
        var actor = new Proposal
        {
            Kind = "actor",
            Key = "vera",
            Sentence = 2,
            Words = ["The former harbour master Vera Ozols"],
            Name = "Vera Ozols",
            ActorKind = "person",
            Offices = [new ProposedOffice("harbour master", null, "former"), new ProposedOffice("president", "Latvia")],
        };
        var outcome = desk.Propose("t", "agent", null, [actor]).Outcomes[0];
        Assert.Contains("president", Assert.Single(outcome.Differences), StringComparison.Ordinal);
        var made = Assert.Single(desk.Account.Actors);
        Assert.Equal(("Vera Ozols", ActorKind.Person), (made.Name, made.Kind));
        Assert.Equal(new OfficeEntry("harbour master", null, OfficeStatus.Former), Assert.Single(made.Offices));
        Assert.Equal(RefusalReason.Incomplete, desk.Propose("t", "agent", null, [actor with { ActorKind = null }]).Outcomes[0].Reason);
        Assert.Equal(RefusalReason.WrongValue, desk.Propose("t", "agent", null, [actor with { ActorKind = "god" }]).Outcomes[0].Reason);
    }

    [Fact]
    public void Puts_place_and_actors_to_an_event_in_whatever_order_and_loses_no_event_where_they_are_not_there()
    {
        var desk = Pier.Desk(Text);
        var shut = Pier.Event("shut", 2, "shut the lock in Riga") with { Place = "riga", Actors = ["vera", "nobody"] };
        var actor = new Proposal
        {
            Kind = "actor",
            Key = "vera",
            Sentence = 5,
            Words = ["Vera Ozols went home"],
            Name = "Vera Ozols",
            ActorKind = "person",
        };
        var reply = desk.Propose("t", "agent", null, [shut, actor, Place("riga", 2, "shut the lock in Riga", "Riga")]);
        Assert.Equal(3, reply.Taken);
        var made = Assert.Single(desk.Account.Events);
        Assert.Equal((reply.Outcomes[2].Id, reply.Outcomes[1].Id), (made.Place, Assert.Single(made.Actors)));
        Assert.Contains("nobody", Assert.Single(reply.Outcomes[0].Differences), StringComparison.Ordinal);
    }

    [Fact]
    public void Ties_figures_that_count_the_same_thing_though_their_numbers_differ_and_none_of_other_units()
    {
        var desk = Pier.Desk(Text);
        var reply = desk.Propose(
            "t",
            "agent",
            null,
            [
                new Proposal
                {
                    Kind = "sameFigure",
                    Key = "s",
                    Figures = ["mayor", "hospital"],
                },
                new Proposal { Kind = "sameFigure", Figures = ["mayor", "drift"] },
                new Proposal { Kind = "sameFigure", Figures = ["mayor", "mayor"] },
                new Proposal { Kind = "sameFigure", Figures = ["mayor", "gone"] },
                Figure("mayor", 3, "14 injured people"),
                Figure("hospital", 4, "17 injured people"),
                Figure("drift", 4, "3 kilometres"),
            ]
        );
        Assert.Equal(
            [null, RefusalReason.Contradicted, RefusalReason.Incomplete, RefusalReason.UnknownReference, null, null, null],
            reply.Outcomes.Select(o => o.Reason)
        );
        var same = Assert.Single(desk.Account.SameFigures);
        Assert.Equal(new[] { reply.Outcomes[4].Id, reply.Outcomes[5].Id }.Order(), same.Figures);
        Assert.Empty(CheckAccount.Run(desk.Account, desk.Documents, cancellation: TestContext.Current.CancellationToken).Value.Errors);
    }

    private static Proposal Place(string key, int sentence, string words, string? name) =>
        new()
        {
            Kind = "place",
            Key = key,
            Sentence = sentence,
            Words = [words],
            Name = name,
        };

    private static Proposal Figure(string key, int sentence, string words) =>
        new()
        {
            Kind = "figure",
            Key = key,
            Sentence = sentence,
            Words = [words],
        };
}
