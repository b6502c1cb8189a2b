using Assay.Ground.Anchors;
using Assay.Reading.Places;
using Assay.Reading.Text;

namespace Assay.Reading.Tests.Places;

/// <summary>Whose clocks a sentence says to be in a zone.</summary>
public sealed class ZoneOwnersTests
{
    private static IReadOnlyList<ZoneStatement> Of(string text) =>
        ZoneStatements.Of(
            new TextLayer(text, [new Block(BlockKind.Paragraph, new TextSpan(0, text.Length))]),
            SentenceSplitter.Split(text, new TextSpan(0, text.Length))
        );

    [Theory]
    [InlineData("The ambulance station in Ruse keeps its log in Romanian time.", "station", "Romanian time")]
    [InlineData("The ferry's logbook was kept on the time of Calais throughout.", "logbook", "time of Calais")]
    [InlineData("Her diary gives Kabul time.", "diary", "Kabul time")]
    [InlineData("The tug stamps its receipts in Darwin time, and so does the yard.", "tug", "Darwin time")]
    [InlineData("The clock in the hall was set to Sydney time.", "clock", "Sydney time")]
    [InlineData("The port office has said that it keeps Western Indonesian Time.", "office", "Western Indonesian Time")]
    public void Reads_who_keeps_a_zone(string text, string keeper, string zone)
    {
        var said = Assert.Single(Of(text));
        Assert.Contains(keeper, said.Keeper!);
        Assert.Equal(zone, said.Zone.Text);
    }

    [Fact]
    public void What_is_said_but_for_the_marked_ones_is_said_of_the_others() =>
        Assert.Equal(
            "Khovd time",
            Assert.Single(Of("In this statement times from polling stations are Khovd time unless another is named.")).Zone.Text
        );

    [Theory]
    [InlineData("If the diary keeps Kabul time, the order was given later.")]
    [InlineData("The diary may have been kept in Kabul time.")]
    [InlineData("The diary was not kept in Kabul time.")]
    [InlineData("He keeps Darwin time in the van, or Sydney time.")]
    [InlineData("In other weeks the logbook was kept in Greek time.")]
    [InlineData("Portugal keeps Lisbon time.")]
    [InlineData("On Kabul time the diary puts the call before the fire.")]
    public void Reads_none_where_it_is_doubted_or_said_of_a_country(string text) => Assert.Empty(Of(text));

    [Fact]
    public void What_the_writer_uses_is_the_writers()
    {
        var said = Assert.Single(Of("Unless we say otherwise, we use Samoa time."));
        Assert.True(said is { IsOwn: true, Keeper: null, IsOfRecords: false });
    }

    [Fact]
    public void What_comes_from_the_writers_machines_is_of_their_records()
    {
        var said = Assert.Single(Of("Whatever comes from our own machines, or from my own notes, is Georgetown time."));
        Assert.True(said is { IsOwn: true, IsOfRecords: true });
    }

    [Fact]
    public void Times_of_bodies_of_a_country_are_the_countrys_own()
    {
        var said = Of("Times from Colombian services are in Colombian time and times from Venezuelan bodies in Venezuelan time.");
        Assert.Equal(["Colombian time", "Venezuelan time"], said.Select(s => s.Zone.Text));
        Assert.All(said, s => Assert.True(s.IsOfCountry));
    }

    [Fact]
    public void Stamps_are_none_of_the_clocks_in_the_text()
    {
        const string text = "Times beside the posts are UTC.\n14:10 The mine says it was told at 8:10.";
        var said = Of(text);
        Assert.NotNull(ZoneLookup.For(said, text, text.IndexOf("14:10", StringComparison.Ordinal), null));
        Assert.Null(ZoneLookup.For(said, text, text.IndexOf("8:10", StringComparison.Ordinal), null));
    }

    [Fact]
    public void What_a_quoted_letter_says_of_its_hours_is_not_said_of_all() =>
        Assert.False(
            Assert.Single(Of("The head office wrote that crossing had resumed, “all hours herein being Nairobi time”.")).IsOfWhole
        );

    [Fact]
    public void A_document_may_except_what_names_another_clock()
    {
        var said = Assert.Single(Of("Unless another clock is named, every time in this document is Nairobi time."));
        Assert.True(said is { Keeper: null, Zone.Text: "Nairobi time" });
    }

    [Fact]
    public void An_offset_set_beside_the_words_is_the_zone()
    {
        var said = Assert.Single(Of("Its station log was kept on the old time, UTC+6, until the next morning."));
        Assert.Equal("UTC+06:00", Assert.Single(said.Zone.Zones));
    }

    [Fact]
    public void Another_ships_log_is_not_the_log()
    {
        const string text = "The tanker writes up her log in UTC. The centre has its own.";
        var said = Of(text);
        Assert.NotNull(ZoneLookup.For(said, text, 40, "tanker's log"));
        Assert.Null(ZoneLookup.For(said, text, 40, "rescue centre's log"));
    }

    [Theory]
    [InlineData("The tug writes up her log in UTC. She sailed at nine.", "her deck log", true)]
    [InlineData("The tug writes up her log in UTC.\n\nShe sailed at nine.", "her deck log", false)] // perhaps another's
    [InlineData("The harbour office at Batam wrote to us. It keeps Greek time. It was nine.", "harbour office", true)]
    [InlineData("The harbour office at Batam wrote to us. It keeps Greek time. It was nine.", "harbour pilot of Galle", false)]
    public void A_log_is_theirs_where_the_words_say_whose(string text, string teller, bool isKept) =>
        Assert.Equal(isKept, ZoneLookup.For(Of(text), text, text.IndexOf("nine", StringComparison.Ordinal), teller) is not null);

    [Fact]
    public void A_phone_told_of_after_the_clock_is_its()
    {
        const string text = "She sent a message to the group chat at 03:20, her telephone being always on Cairo time.";
        Assert.NotNull(ZoneLookup.For(Of(text), text, text.IndexOf("03:20", StringComparison.Ordinal), "Strauss"));
    }

    [Theory]
    [InlineData("at 4:22 in the afternoon of Thursday their time", 24, "their time")]
    [InlineData("at twenty past eleven on the Thursday night, Amazon time", 43, "Amazon time")]
    [InlineData("at 4:20 a.m., on the same Newfoundland clock", 12, "Newfoundland clock")]
    [InlineData("at 4:20 a.m. on the roof", 12, null)]
    [InlineData("at 4:20 their timetable", 7, null)]
    public void Reads_a_zone_told_by_whose_it_is(string text, int end, string? zone) =>
        Assert.Equal(zone, ZoneLookup.After(text, end)?.Text);

    [Theory]
    [InlineData("Western Indonesian", "Asia/Jakarta")]
    [InlineData("Eastern Indonesian", "Asia/Jayapura")]
    [InlineData("Western Romanian", null)]
    public void A_part_of_a_country_has_its_zone(string words, string? zone) =>
        Assert.Equal(zone is null ? [] : [zone], PartOfCountry.Zones(words));
}
