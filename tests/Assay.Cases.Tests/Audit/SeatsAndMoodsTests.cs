using Assay.Reading;
using Assay.Reading.Events;

namespace Assay.Cases.Tests.Audit;

/// <summary>What each clock's zone rests on, zones nobody knows, and clauses that no clock may time; on accounts written for the
/// purpose.</summary>
public sealed class SeatsAndMoodsTests
{
    private const string Gate = """
        The gate by the river

        Oslo, 3 May 2022

        The gate was closed at 9:05 PM XYZT on Tuesday 3 May, the police in Oslo said. The ferry left Oslo at 22:10 XYZT. The clerk in Oslo rang at 8 p.m.
        The lamp was lit at 18:00 UTC on Tuesday 3 May.
        """;

    [Fact]
    public void Blocks_a_clock_when_its_zone_is_not_known()
    {
        var report = Audited.Text(Gate);
        var zone = Assert.Single(report.ZoneVariables, z => z.Voice == "XYZT");
        Assert.Equal((2, Evidence.Guessed), (zone.Clocks.Count, zone.Evidence));
        Assert.All(report.Clocks.Where(c => c.Variable == zone.Id), c => Assert.Equal((true, 0), (c.ZoneStated, c.Zones.Count)));
        Assert.All(report.Globals, g => Assert.DoesNotContain(zone.Clocks, g.Clocks.ContainsKey));
        Assert.Null(report.Event(report.Clocks.First(c => c.Variable == zone.Id).Event).Time.HomeEarliest);
        Assert.Single(report.Notes, n => n.Contains("“XYZT” is not a zone Assay knows", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("UTC+99"), InlineData("GMT-25")]
    public void Lives_when_an_offset_is_no_zone(string zone) =>
        Assert.Contains(
            Audited.Text($"Oslo, 3 May 2022\n\nThe ferry left Oslo at 22:10 {zone} on Tuesday.").Notes,
            n => n.Contains(zone, StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("The lamp was lit at 18:00 UTC on 3 May 2022.", Evidence.Stated)]
    [InlineData("The police in Oslo said that the lamp was lit at 6 p.m. on 3 May 2022.", Evidence.Stated)]
    [InlineData("The lamp was lit in Oslo at 6 p.m. on 3 May 2022.", Evidence.Read)]
    [InlineData("The lamp was lit at 6 p.m. on 3 May 2022. That was Oslo. Bergen slept.", Evidence.Read)]
    [InlineData("The lamp was lit at 6 p.m. on 3 May 2022. That was Oslo. Tokyo slept.", Evidence.Guessed)]
    [InlineData("The lamp was lit at 6 p.m. on 3 May 2022.", Evidence.Guessed)]
    public void Says_what_a_zone_rests_on(string text, Evidence evidence) =>
        Assert.Equal(evidence, Assert.Single(Audited.Text(text).ZoneVariables).Evidence);

    [Fact]
    public void Draws_no_seat_when_a_place_is_doubtful()
    {
        var clock = Assert.Single(
            Audited.Text("British and American papers agree. The lamp was lit in Birmingham at 6 p.m. on 3 May 2022.").Clocks
        );
        Assert.DoesNotContain(clock.Zones, z => z.Reason.Contains("Birmingham", StringComparison.Ordinal));
    }

    [Fact]
    public void Guesses_when_a_dateline_lies_outside_the_country_of_the_story()
    {
        var report = Audited.Text(
            "The dam\n\nOslo, 3 May 2022 - The dam near Nairobi broke at 6 p.m. on Monday. Kenya mourns. "
                + "Mombasa and Nairobi sent help. A lamp was lit at 9 p.m. on Monday."
        );
        Assert.Contains(report.ZoneVariables, z => z.Evidence == Evidence.Guessed);
    }

    [Theory]
    [InlineData("The train to Oslo was due at 6 p.m. on 3 May 2022.", EventMood.Planned)]
    [InlineData("The train to Oslo would not have arrived until 6 p.m. on 3 May 2022.", EventMood.Conditional)]
    [InlineData("No train left Oslo at 6 p.m. on 3 May 2022.", EventMood.Negated)]
    [InlineData("The train usually left Oslo at 6 p.m. on 3 May 2022.", EventMood.Habitual)]
    public void Lists_an_event_and_times_it_by_no_clock_when_it_did_not_happen(string text, EventMood mood)
    {
        var report = Audited.Text(text);
        Assert.Empty(report.Clocks);
        Assert.Equal(mood, Assert.Single(report.Events).Mood);
    }

    [Fact]
    public void Keeps_a_plan_and_what_came_of_it_apart_when_they_share_their_words()
    {
        var report = Audited.Text(
            "The night train from Oslo was scheduled to leave the station at 6 p.m. on 3 May 2022. "
                + "The night train from Oslo left the station."
        );
        Assert.Contains(report.Events, e => e.Mood == EventMood.Planned);
        Assert.All(report.Events, e => Assert.Empty(e.Mentions));
    }

    [Fact]
    public void Makes_no_premise_when_one_of_the_events_is_a_plan()
    {
        var report = Audited.Text(
            "The lamp was lit at 6 p.m. on 3 May 2022 in Oslo. The bell rang two hours before the train was due to leave."
        );
        Assert.Empty(report.Relations);
    }
}
