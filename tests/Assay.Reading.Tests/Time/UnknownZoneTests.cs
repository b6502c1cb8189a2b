using Assay.Reading.Time;
using Assay.Reading.Time.Reader;

namespace Assay.Reading.Tests.Time;

public sealed class UnknownZoneTests
{
    [Theory]
    [InlineData("It closed at 9:05 PM BdST on Tuesday.", "BdST")]
    [InlineData("It left at 22:10 XYZT.", "XYZT")]
    [InlineData("It left at 22:10 (XYZT).", "XYZT")]
    [InlineData("It left at 10:00 UTC+99.", "UTC+99")]
    [InlineData("It left at 10:00 GMT-25.", "GMT-25")]
    [InlineData("It left at 10:00 UTC+0575.", "UTC+0575")]
    public void States_a_zone_without_naming_it_when_the_word_after_a_clock_is_no_zone_it_knows(string text, string words)
    {
        var zone = Clock(text).Zone;
        Assert.Equal((words, 0, null), (zone?.Text, zone?.Zones.Count, zone?.Place));
    }

    [Theory]
    [InlineData("It left at 22:10 CEST.", "UTC+02:00")]
    [InlineData("It left at 22:10 UTC+14.", "UTC+14:00")]
    [InlineData("It left at 22:10 GMT-12.", "UTC-12:00")]
    [InlineData("It left at 22:10 Newfoundland Daylight Time.", "America/St_Johns")]
    [InlineData("It left at 22:10 Hawaii-Aleutian Standard Time.", "Pacific/Honolulu")]
    [InlineData("It left at 22:10 WITA.", "Asia/Makassar")]
    [InlineData("It left at 22:10 Atlantic Standard Time.", "UTC-04:00")]
    [InlineData("It left at 22:10 Australian Eastern Standard Time.", "UTC+10:00")]
    [InlineData("It left at 22:10 East Africa Time.", "Africa/Nairobi")]
    public void Gives_the_offset_when_the_zone_is_known(string text, string zone) => Assert.Equal([zone], Clock(text).Zone!.Zones);

    [Theory]
    [InlineData("22:10 BOAT leaves the quay.")]
    [InlineData("At 22:10 NATO met.")]
    [InlineData("It left at 22:10 Tuesday.")]
    [InlineData("At 22:10 IT failed.")]
    [InlineData("Open 08:00-16:30 on all days.")]
    [InlineData("Open 08:00-10:30 on all days.")]
    [InlineData("Open 08:00-16 on all days.")]
    public void States_no_zone_when_the_word_after_a_clock_is_a_word(string text) => Assert.Null(Clock(text).Zone);

    [Fact]
    public void Takes_the_zone_into_the_words_of_the_clock_when_it_is_not_known() =>
        Assert.Equal("9:05 PM BdST", Read("It closed at 9:05 PM BdST.")[0].Text);

    private static ClockTime Clock(string text) => Read(text).First(t => t.Clock is not null).Clock!;

    private static IReadOnlyList<TimeExpression> Read(string text) =>
        TimeReader.For("en").Read(text, new TimeContext { DocumentDate = new NodaTime.LocalDate(2022, 5, 3) });
}
