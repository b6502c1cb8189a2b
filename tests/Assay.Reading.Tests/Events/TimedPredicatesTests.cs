using Assay.Reading.Events;

namespace Assay.Reading.Tests.Events;

/// <summary>What a time is said of: the label shows which words were taken.</summary>
public sealed class TimedPredicatesTests
{
    [Theory]
    [InlineData("The log of the port has the collision at 3:27 a.m.", "the collision")]
    [InlineData("The sheet has the guests seated at 8:30 p.m.", "the guests seated")]
    [InlineData("The recorder noted the alarm at 8:30 p.m.", "the alarm")]
    [InlineData("The clerk saw an aircraft at 8:30 p.m.", "The clerk saw an aircraft")]
    [InlineData("It was 11:25 p.m. when she called.", "she called")]
    [InlineData("To calm the crowd, at 4:40 p.m., the mayor left the hall.", "the mayor left the hall")]
    [InlineData("The council announced a plan to close the bridge at 3:26 p.m.", "The council announced a plan to close the bridge")]
    [InlineData("According to the ministry, the siren was sounded at 3:10 a.m.", "the siren was sounded")]
    [InlineData("The gate, which the guard had closed, was opened at 9:40 p.m.", "The gate was opened")]
    [InlineData("The ward of the hospital has him at 12:25 a.m.", "The ward of the hospital has him")] // "him" tells of nothing that happened
    [InlineData("22:35 – Fire under control.", "Fire under control")]
    [InlineData("22:35   Engine 2 at gate.", "Engine 2 at gate")]
    [InlineData("22:35: Alongside the wreck.", "Alongside the wreck")]
    [InlineData("TWR 22:35   Tower log: crew on the runway.", "crew on the runway")]
    public void Labels_what_the_time_is_said_of(string text, string label) =>
        Assert.Equal(label, Assert.Single(EventText.Timed(text)).Label);

    [Fact]
    public void Times_two_clauses_by_their_own_clocks()
    {
        var events = EventText.Timed("The tug sank at 4:40 a.m. and the launch arrived at 5:03 a.m.");
        Assert.Equal(["The tug sank", "the launch arrived"], events.Select(e => e.Label));
    }

    [Fact]
    public void Says_so_when_a_text_is_too_long_to_be_read_by_its_syntax()
    {
        const string told = "The ferry left the pier at 9:10 a.m. ";
        var many = EventReader.MostParsed / (told.Length - 1) + 2;
        Assert.False(EventText.Read(told).IsCut);
        var reading = EventText.Read(string.Concat(Enumerable.Repeat(told, many)));
        Assert.True(reading.IsCut);
        Assert.Equal(many, reading.Events.Count);
    }
}
