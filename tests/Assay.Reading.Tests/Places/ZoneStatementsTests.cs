using Assay.Ground.Anchors;
using Assay.Reading.Places;
using Assay.Reading.Text;

namespace Assay.Reading.Tests.Places;

/// <summary>What a text says of the zone of its clocks, apart from the clocks.</summary>
public sealed class ZoneStatementsTests
{
    private static IReadOnlyList<ZoneStatement> Of(string text) =>
        ZoneStatements.Of(
            new TextLayer(text, [new Block(BlockKind.Paragraph, new TextSpan(0, text.Length))]),
            SentenceSplitter.Split(text, new TextSpan(0, text.Length))
        );

    [Theory]
    [InlineData("All times are local (UTC-6) unless stated.", "UTC-06:00")]
    [InlineData("All times are UTC unless marked.", "UTC")]
    [InlineData("Unless noted, all recorded times below are in Coordinated Universal Time.", "UTC")]
    [InlineData("Times are given in GMT.", "UTC")]
    [InlineData("The times in this report are in Tokyo time.", null)]
    public void Reads_a_statement_about_every_clock(string text, string? zone)
    {
        var said = Assert.Single(Of(text));
        Assert.Null(said.Keeper);
        Assert.Equal(zone is null ? [] : [zone], said.Zone.Zones);
    }

    [Theory]
    [InlineData("Not all times are UTC.")]
    [InlineData("Times were hard for everybody in those years.")]
    [InlineData("The clocks there keep UTC plus three hours.")]
    [InlineData("She kept the letter in Tokyo.")]
    public void Reads_none_where_nothing_is_said(string text) => Assert.Empty(Of(text));

    [Fact]
    public void Entries_are_those_below_the_same_heading()
    {
        const string text =
            "What the logs say\n\nAll entries are from our own servers and are in UTC.\n\nWhat people did\n\nShe left at nine.";
        var heads = new[] { text.IndexOf("What the", StringComparison.Ordinal), text.IndexOf("What people", StringComparison.Ordinal) };
        var layer = new TextLayer(text, [.. heads.Select(h => new Block(BlockKind.Heading, new TextSpan(h, text.IndexOf('\n', h))))]);
        var said = ZoneStatements.Of(layer, SentenceSplitter.Split(text, new TextSpan(0, text.Length)));
        Assert.NotNull(ZoneLookup.For(said, text, 30, null));
        Assert.Null(ZoneLookup.For(said, text, text.Length - 3, null));
    }

    [Fact]
    public void A_keeper_named_in_the_sentence_of_a_clock_keeps_that_clock()
    {
        const string text = "The analyser, which logs in UTC, has chlorine back at 19:30. The boat left at nine.";
        var said = Of(text);
        Assert.NotNull(ZoneLookup.For(said, text, text.IndexOf("19:30", StringComparison.Ordinal), null));
        Assert.Null(ZoneLookup.For(said, text, text.IndexOf("nine", StringComparison.Ordinal), null));
    }

    [Fact]
    public void Keeps_a_log_to_its_own_zone()
    {
        const string text = "The harbour log is kept in UTC. The boat left at nine.";
        var said = Of(text);
        Assert.NotNull(ZoneLookup.For(said, text, 40, "log of the harbour"));
        Assert.Null(ZoneLookup.For(said, text, 40, "watchman"));
        Assert.Null(ZoneLookup.For(said, text, 40, null));
    }

    [Fact]
    public void Reads_it_as_what_the_sentence_before_spoke_of()
    {
        const string text = "The tug has a recorder of its own. It is kept in UTC.";
        Assert.Contains("recorder", Assert.Single(Of(text)).Keeper!);
    }

    [Fact]
    public void Limits_a_statement_to_the_logs_it_names()
    {
        const string text = "Times in our own logs are in UTC and given as such. The boat left at nine.";
        var said = Of(text);
        Assert.NotNull(ZoneLookup.For(said, text, 70, "interface log"));
        Assert.Null(ZoneLookup.For(said, text, 70, "nurse"));
    }

    [Fact]
    public void Limits_a_statement_to_the_sections_it_names()
    {
        const string text = "Times in sections 1 and 2 are in UTC.\n\n1.1 It left at 1752.\n\n3.1 He rang at 12:55 a.m.";
        var said = Of(text);
        Assert.NotNull(ZoneLookup.For(said, text, text.IndexOf("1752", StringComparison.Ordinal), null));
        Assert.Null(ZoneLookup.For(said, text, text.IndexOf("12:55", StringComparison.Ordinal), null));
    }

    [Fact]
    public void Says_nothing_where_two_statements_differ()
    {
        const string text = "All times are UTC. All times are CET.";
        Assert.Equal(2, Of(text).Count);
        Assert.Null(ZoneLookup.For(Of(text), text, 3, null));
    }

    [Theory]
    [InlineData("at 10:22 on Monday, Greek time, the call came", 18, "Greek time")]
    [InlineData("at 10:22 on Monday, Peter said", 18, null)]
    public void Reads_a_zone_after_a_day_and_a_comma(string text, int end, string? zone) =>
        Assert.Equal(zone, ZoneLookup.After(text, end)?.Text);

    [Fact]
    public void Keeps_to_the_words_right_before_the_verb()
    {
        const string text = "The tanker crossed the line at 1:55 a.m., according to ship tracking data kept in UTC.";
        var said = Of(text);
        Assert.NotNull(ZoneLookup.For(said, text, 30, "ship tracking data"));
        Assert.Null(ZoneLookup.For(said, text, 30, "captain of the tanker"));
    }
}
