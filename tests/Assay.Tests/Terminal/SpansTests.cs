using Assay.Wording;

namespace Assay.Tests.Terminal;

public sealed class SpansTests
{
    [Theory]
    [
        InlineData("PT1H14M", 74),
        InlineData("-PT1H14M", -74),
        InlineData("PT0S", 0),
        InlineData("P1DT30M", 1470),
        InlineData("P2W", 20160),
        InlineData("PT90S", 1.5)
    ]
    public void Reads_an_ISO_duration_as_minutes(string iso, double minutes) => Assert.Equal(minutes, Spans.Minutes(iso));

    [Theory]
    [InlineData(null), InlineData("soon"), InlineData("1:30")]
    public void Reads_nothing_when_it_is_no_duration(string? iso) => Assert.Null(Spans.Minutes(iso));

    [Theory]
    [
        InlineData(74, "1 h 14 min"),
        InlineData(-74, "1 h 14 min"),
        InlineData(0, "0 min"),
        InlineData(1440, "24 h"),
        InlineData(4500, "3 days 3 h"),
        InlineData(0.5, "30 s")
    ]
    public void Says_a_span_in_words(double minutes, string words) => Assert.Equal(words, Spans.Words(minutes));
}
