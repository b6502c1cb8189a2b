using Assay.Ground.Anchors;
using Assay.Reading.Places;
using Assay.Reading.Text;

namespace Assay.Reading.Tests.Places;

/// <summary>Statements of zones that a form of words makes.</summary>
public sealed class ZoneFormsTests
{
    private static IReadOnlyList<ZoneStatement> Of(string text)
    {
        var layer = Layers.Of(text);
        return ZoneStatements.Of(layer, SentenceSplitter.Split(layer));
    }

    private static ZoneStatement? Form(string text) => ZoneForms.Of(text, new TextSpan(0, text.Length));

    private static int At(string text, string words) => text.IndexOf(words, StringComparison.Ordinal);

    [Theory]
    [InlineData("MRS KANE: Bougainville time, ma'am.", "Bougainville time", "kane")]
    [InlineData("MRS KANE: In Bougainville time.", "Bougainville time", "kane")]
    [InlineData("Captain Orme: UTC.", "UTC", "orme")]
    [InlineData("Capt. Ada Orme (Master, Grey Warden): Newfoundland time, Madam Chair.", "Newfoundland time", "orme")]
    public void An_answer_that_is_a_zone_is_said_of_the_clocks_of_who_gives_it(string text, string zone, string keeper)
    {
        var said = Form(text);
        Assert.Equal(zone, said?.Zone.Text);
        Assert.Contains(keeper, said!.Keeper!);
    }

    [Theory]
    [InlineData("MRS KANE: Bougainville time is what the others had.")]
    [InlineData("MRS KANE: Bougainville time, as far as I could tell from the wall.")]
    [InlineData("MRS KANE: I think it was Bougainville time.")]
    [InlineData("Bougainville time, ma'am.")]
    [InlineData("MRS KANE: The harbour, ma'am.")]
    public void What_is_more_than_a_zone_is_no_answer(string text) => Assert.Null(Form(text));

    [Theory]
    [InlineData("Local time, GMT+6.", "GMT+6")]
    [InlineData("All times local (GMT+6)", "GMT+6")]
    [InlineData("Local time, GMT+6 was what the others had.", null)]
    [InlineData("Local time, Friday.", null)]
    public void Local_time_and_a_zone_are_all_that_a_head_says(string text, string? zone) => Assert.Equal(zone, Form(text)?.Zone.Text);

    [Fact]
    public void An_answer_is_of_no_other_witness()
    {
        const string text = "MR HALE: On which clock is it?\n\nMRS KANE: Bougainville time, ma'am.\n\nThe tug left at nine.";
        var said = Of(text);
        Assert.NotNull(ZoneLookup.For(said, text, At(text, "nine"), "Mrs Kane"));
        Assert.Null(ZoneLookup.For(said, text, At(text, "nine"), "Mr Hale"));
        Assert.Null(ZoneLookup.For(said, text, At(text, "nine"), null));
    }

    [Theory]
    [InlineData("The ship's time is UTC+8.", "UTC+8")]
    [InlineData("Ship's time was Newfoundland time.", "Newfoundland time")]
    [InlineData("The log is kept in ship's time, and ship's time is Newfoundland time.", "Newfoundland time")]
    [InlineData("The log is in ship’s time (UTC+8).", "UTC+8")]
    [InlineData("The log is in ship's time, which is UTC+8.", "UTC+8")]
    public void The_time_of_a_ship_is_that_of_all_that_is_kept_aboard(string text, string zone)
    {
        var said = Form(text);
        Assert.Equal(zone, said?.Zone.Text);
        Assert.Superset(new HashSet<string> { "log", "bridge", "mate" }, said!.Keeper!.ToHashSet());
    }

    [Theory]
    [InlineData("The ship's time is nobody's business but that of Newfoundland time.")]
    [InlineData("The ship's timetable is UTC+8.")]
    [InlineData("The log is kept in ship's time and the office in Newfoundland time.")]
    public void What_is_said_of_something_else_is_no_time_of_the_ship(string text) => Assert.Null(Form(text));

    [Fact]
    public void The_time_of_a_ship_is_none_of_those_ashore()
    {
        const string text = "Ship's time is UTC+8. The tug left at nine.";
        var said = Of(text);
        Assert.NotNull(ZoneLookup.For(said, text, At(text, "nine"), "mate"));
        Assert.NotNull(ZoneLookup.For(said, text, At(text, "nine"), "bridge log"));
        Assert.Null(ZoneLookup.For(said, text, At(text, "nine"), "harbour office"));
    }

    [Fact]
    public void What_a_quoted_paper_says_of_its_hours_is_said_of_its_paragraph()
    {
        const string text =
            "It was night at 04:15.\n\nThe depot wrote of a gate shut at 05:25, “all hours herein being East Africa Time”. Men came at 06:35.\n\nAt 07:45 it rained.";
        var said = Of(text);
        Assert.Null(ZoneLookup.For(said, text, At(text, "04:15"), null));
        Assert.Equal("East Africa Time", ZoneLookup.For(said, text, At(text, "05:25"), null)?.Zone.Text);
        Assert.Equal("East Africa Time", ZoneLookup.For(said, text, At(text, "06:35"), null)?.Zone.Text);
        Assert.Null(ZoneLookup.For(said, text, At(text, "07:45"), null));
    }

    [Theory]
    [InlineData("On this page a clock is a clock, a time on this page is Fiji time.", "Fiji time")]
    [InlineData("A time on this page is Fiji time.", "Fiji time")]
    [InlineData("Any hour in this report is Fiji time.", "Fiji time")]
    public void One_time_may_stand_for_all(string text, string zone)
    {
        var said = Assert.Single(Of(text));
        Assert.True(said is { Keeper: null, IsOfWhole: true });
        Assert.Equal(zone, said.Zone.Text);
    }

    [Fact]
    public void Times_from_those_named_are_theirs()
    {
        const string text =
            "Where nothing else is noted, times from the station, the crew and the town hall are Fiji time. The tug left at nine.";
        var said = Of(text);
        Assert.NotNull(ZoneLookup.For(said, text, At(text, "nine"), "station"));
        Assert.NotNull(ZoneLookup.For(said, text, At(text, "nine"), "town hall"));
        Assert.Null(ZoneLookup.For(said, text, At(text, "nine"), "embassy"));
        Assert.Null(ZoneLookup.For(said, text, At(text, "nine"), null));
    }

    [Fact]
    public void Records_are_in_the_time_of_who_keeps_them()
    {
        const string text = "The hospital's records are in Broken Hill time. The tug left at nine.";
        var said = Of(text);
        Assert.NotNull(ZoneLookup.For(said, text, At(text, "nine"), "hospital's records"));
        Assert.NotNull(ZoneLookup.For(said, text, At(text, "nine"), "records"));
        Assert.Null(ZoneLookup.For(said, text, At(text, "nine"), "harbour office"));
        Assert.Null(ZoneLookup.For(said, text, At(text, "nine"), null));
    }

    [Theory]
    [InlineData("Everything below was put down in Broken Hill time.")]
    [InlineData("How it went is given here in Broken Hill time.")]
    [InlineData("What follows is told in Broken Hill time.")]
    [InlineData("Here is the morning as it was in Broken Hill time.")]
    public void What_is_kept_by_nobody_is_told_of_what_follows(string text)
    {
        var said = Of(text + " The tug left at nine.");
        Assert.NotNull(ZoneLookup.For(said, text + " The tug left at nine.", text.Length + 14, null));
    }

    [Fact]
    public void What_is_told_in_a_zone_is_so_to_the_end_of_its_paragraph()
    {
        const string text = "Here is how the morning went, in Broken Hill time. The tug left at nine.\n\nShe was back at ten.";
        var said = Of(text);
        Assert.NotNull(ZoneLookup.For(said, text, At(text, "nine"), null));
        Assert.Null(ZoneLookup.For(said, text, At(text, "ten"), null));
    }

    [Theory]
    [InlineData("Swedish time. Source: the log of the brigade.\n\nThe alarm rang at six.", true)]
    [InlineData("Swedish time was what they had.\n\nThe alarm rang at six.", false)]
    public void A_zone_that_is_a_sentence_is_said_of_what_follows(string text, bool isSaid)
    {
        var whole = "Events\n\n" + text;
        Assert.Equal(isSaid, ZoneLookup.For(Of(whole), whole, At(whole, "six"), null) is not null);
    }
}
