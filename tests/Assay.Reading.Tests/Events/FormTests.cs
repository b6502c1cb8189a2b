using Assay.Reading.Events;

namespace Assay.Reading.Tests.Events;

/// <summary>Claims of order and length that are told by the form of the sentence.</summary>
public sealed class FormTests
{
    private const string Night =
        "The siren at the mill sounded at 01:05. The pump stopped at 01:20. The engine of the brigade arrived at 02:40. "
        + "The roof fell at 03:10. The valve was closed at 07:40. ";

    [Theory]
    [InlineData("From the siren to the closing of the valve it took six hours and 35 minutes.", "The siren", "The valve", "6 h 33 min")]
    [InlineData("It took two hours from the siren to the jetty.", "The siren", "the jetty", "1 h 30 min")]
    [InlineData("Three-quarters of an hour went by from the siren to the fall of the roof.", "The siren", "The roof", "40 min")]
    [InlineData(
        "The pump had been standing for more than an hour when the engine arrived.",
        "The pump stopped",
        "The engine",
        "at least 1 h"
    )]
    [InlineData("It had been running for ten minutes by the time the roof fell.", "It had been running", "The roof", "8 min")]
    [InlineData("The crane stood idle for more than two hours until the foreman was called.", "The crane", "the foreman", "at least 2 h")]
    [InlineData("She had been at sea for more than four hours by then.", "She had been", "The valve", "at least 4 h")]
    [InlineData("By then more than half an hour had passed since the fall of the roof.", "The roof", "The valve", "at least 30 min")]
    [InlineData("By that time the last order was more than an hour old.", "the last order", "The valve", "at least 1 h")]
    [InlineData("The siren preceded the fall of the roof by two hours.", "The siren", "The roof", "1 h 30 min")]
    [InlineData("The siren is older than the fall of the roof by two hours.", "The siren", "The roof", "1 h 30 min")]
    [InlineData("The guard rang twenty minutes on from the siren.", "The siren", "The guard", "18 min")]
    [InlineData("It was only three minutes, that is, after the fall of the roof.", "The roof", "The valve", "2 min 30 s")]
    [InlineData("From the siren to that moment oil had leaked for two hours.", "The siren", "The valve", "1 h 30 min")]
    [InlineData("Two minutes after, the wall fell.", "The valve", "the wall", "1 min 30 s")]
    [InlineData("It took only three minutes from the alarm.", "the alarm", "The valve", "2 min 30 s")]
    public void A_length_is_between_the_two_events_it_is_told_of(string told, string earlier, string later, string meaning)
    {
        var reading = EventText.Read(Night + told);
        var relation = Assert.Single(reading.Relations);
        Assert.StartsWith(earlier, reading.Events[relation.Earlier].Label, StringComparison.Ordinal);
        Assert.StartsWith(later, reading.Events[relation.Later].Label, StringComparison.Ordinal);
        Assert.StartsWith(meaning, relation.Meaning.InWords(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The school had been hit before the bus rolled out.", "The school", "the bus")]
    [InlineData("The plane had already left when the crew decided to stay.", "The plane", "the crew")]
    [InlineData("The clerk heard of it before the brigade had used any foam.", "The clerk", "the brigade")]
    [InlineData("The order to leave had been given before anyone ashore was told.", "The order", "anyone")]
    [InlineData("By then the crew had left.", "the crew", "The valve")]
    [InlineData("By then the clerk had not left.", "The valve", "the clerk")]
    [InlineData("The divers were on the boat by then.", "The divers", "The valve")]
    [InlineData("The vote had been lost before a word of the note was written.", "The vote", "a word of the note was written")]
    public void The_order_of_two_things_done_is_a_claim_without_a_clock(string told, string earlier, string later)
    {
        var reading = EventText.Read(Night + told);
        var relation = Assert.Single(reading.Relations);
        Assert.StartsWith(earlier, reading.Events[relation.Earlier].Label, StringComparison.Ordinal);
        Assert.StartsWith(later, reading.Events[relation.Later].Label, StringComparison.Ordinal);
        Assert.Equal(RelationMeaning.Order, relation.Meaning);
    }

    [Theory]
    [InlineData("From Minsk to Vilnius it took two hours.")]
    [InlineData("The house is older than the road.")]
    [InlineData("The clerk always shaved before he ate.")]
    [InlineData("The bank closes before the market opens.")]
    [InlineData("The clerk had worked there for twenty years when the firm was sold.")]
    [InlineData("He would have left before the bus came.")]
    [InlineData("The helicopter arrived first.")]
    [InlineData("Arsenal beat Everton by ten minutes.")]
    public void What_is_no_order_of_two_events_is_no_claim(string told) =>
        Assert.DoesNotContain(EventText.Read(Night + told).Relations, r => r.Mood == EventMood.Actual);

    [Fact]
    public void When_a_state_began_is_never_sure()
    {
        var relation = Assert.Single(EventText.Read(Night + "The pump had been standing for two hours when the roof fell.").Relations);
        Assert.Equal(Evidence.Guessed, relation.EarlierLink.Evidence);
    }

    [Fact]
    public void What_was_told_last_is_never_sure_by_its_place() =>
        Assert.Equal(Evidence.Guessed, Assert.Single(EventText.Read(Night + "By then the crew had left.").Relations).LaterLink.Evidence);

    [Fact]
    public void Who_did_it_first_did_it_before_the_only_other_one_who_did()
    {
        var reading = EventText.Read(Night + "The boat reached the pier at 02:50. The engine arrived first.");
        var relation = Assert.Single(reading.Relations);
        Assert.StartsWith("The engine", reading.Events[relation.Earlier].Label, StringComparison.Ordinal);
        Assert.StartsWith("The boat", reading.Events[relation.Later].Label, StringComparison.Ordinal);
        Assert.Equal(Evidence.Guessed, relation.LaterLink.Evidence);
    }

    [Fact]
    public void A_thing_is_not_surely_what_happened_to_it()
    {
        var relation = Assert.Single(EventText.Read(Night + "It took the guard twenty minutes from the engine to the roof.").Relations);
        Assert.Equal(Evidence.Guessed, relation.EarlierLink.Evidence);
        Assert.Equal(Evidence.Guessed, relation.LaterLink.Evidence);
    }

    [Fact]
    public void A_ship_under_way_is_not_way_before()
    {
        var relation = Assert.Single(EventText.Read(Night + "The ship had got under way before the roof fell.").Relations);
        Assert.Equal("before", relation.Words);
    }
}
