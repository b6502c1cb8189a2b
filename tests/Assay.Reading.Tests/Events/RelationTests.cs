using Assay.Reading.Events;

namespace Assay.Reading.Tests.Events;

/// <summary>Which events words of relation tie together, and what the choice rests on.</summary>
public sealed class RelationTests
{
    private const string Night =
        "The tug struck the barge at 3:27 a.m. The harbour office sent out a launch at 3:49 a.m. The first men were pulled out at 5:03 a.m. ";

    [Theory]
    [InlineData("The pump failed at 4:02 a.m., thirty-five minutes after the collision.", "The tug struck the barge", "The pump failed")]
    [InlineData("The men had been hauled aboard before the launch was sent.", "hauled", "sent out a launch")]
    [InlineData(
        "The captain rang at 3:30 a.m., within half an hour of striking the barge.",
        "The tug struck the barge",
        "The captain rang"
    )]
    [InlineData(
        "The siren sounded at 3:40 a.m., thirteen minutes after the tug had hit the barge.",
        "The tug struck the barge",
        "The siren sounded"
    )]
    [InlineData("The siren sounded inside twenty minutes of the collision.", "The tug struck the barge", "The siren sounded")]
    [InlineData("The siren sounded in under an hour of the collision.", "The tug struck the barge", "The siren sounded")]
    [InlineData("The cook was warned before any gate was moved.", "The cook was warned", "any gate was moved")]
    [InlineData("The cook left before the gate even moved.", "The cook left", "the gate even moved")]
    [InlineData("The cook was fed before the gate was moved.", "The cook was fed", "the gate was moved")]
    [InlineData("The cook had been fed before the gate had so much as moved.", "The cook had been fed", "the gate had moved")]
    [InlineData(
        "The pump failed at 4:02 a.m., Lima time, which puts it thirty-five minutes after the collision.",
        "The tug struck",
        "The pump failed"
    )]
    [InlineData(
        "The pump failed at 4:02 a.m., which makes that thirty-five minutes after the collision.",
        "The tug struck",
        "The pump failed"
    )]
    public void Ties_the_words_to_the_event_they_name(string told, string earlier, string later)
    {
        var reading = EventText.Read(Night + told);
        var relation = Assert.Single(reading.Relations);
        Assert.Contains(earlier, reading.Events[relation.Earlier].Label, StringComparison.Ordinal);
        Assert.Contains(later, reading.Events[relation.Later].Label, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The cook shaves before he eats.")]
    [InlineData("The cook left before the gate moved.")] // told by the way, and nothing says which was first
    public void Makes_no_claim_of_what_is_done_in_passing(string told) => Assert.Empty(EventText.Read(Night + told).Relations);

    [Fact]
    public void Is_unsure_when_two_events_of_the_kind_were_told()
    {
        var reading = EventText.Read(
            "The cook rang the depot at 3:27 a.m. The mate rang the depot at 3:49 a.m. The gate was shut at 4:10 a.m., after the call."
        );
        var relation = Assert.Single(reading.Relations);
        Assert.Equal(Evidence.Guessed, relation.EarlierLink.Evidence);
        Assert.Equal(2, relation.EarlierLink.Candidates.Count);
    }

    [Fact]
    public void Takes_the_first_for_the_first_and_the_last_for_the_last()
    {
        const string calls = "The first call came at 3:27 a.m. The last call came at 3:49 a.m. ";
        var reading = EventText.Read(calls + "The gate was shut at 4:10 a.m., twenty-one minutes after the last call.");
        Assert.Contains("The last call", reading.Events[Assert.Single(reading.Relations).Earlier].Label, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Read as Iranian time, the blast came sixteen minutes before the flash.", EventMood.Conditional)]
    [InlineData("Taken in the hours of the capital, the blast came sixteen minutes before the flash.", EventMood.Conditional)]
    [InlineData("The statement was read in the hall, and the blast came sixteen minutes before the flash.", EventMood.Actual)]
    [InlineData("The blast came sixteen minutes before the flash.", EventMood.Actual)]
    public void What_holds_where_a_clock_is_read_in_a_zone_is_a_condition(string told, EventMood mood) =>
        Assert.Equal(
            mood,
            Assert
                .Single(
                    EventText.Read("The blast was heard at 10:15 p.m. The flash was filmed at 10:46 p.m. " + told).Relations,
                    r => r.Words.Contains("before", StringComparison.Ordinal)
                )
                .Mood
        );

    [Theory]
    [InlineData(
        "It shows the crash alarm at 08:48, one minute after the aircraft left the runway, and both fire vehicles at the wreck at 08:53.",
        "left the runway"
    )]
    [InlineData(
        "The first wounded person was taken over the bridge at 6:50 p.m., two hours after the windows shook, and the last at 9:15 p.m.",
        "windows shook"
    )]
    public void A_clock_behind_a_comma_and_an_and_is_not_of_the_clause_between(string text, string words) =>
        Assert.DoesNotContain(EventText.Read(text).Events, e => e.Label.Contains(words, StringComparison.Ordinal) && e.Time is not null);
}
