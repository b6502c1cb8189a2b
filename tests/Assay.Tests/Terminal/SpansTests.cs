using Assay.Wording;
using NodaTime;

namespace Assay.Tests.Terminal;

public sealed class SpansTests
{
    [Theory]
    [
        InlineData(74, "1 h 14 min"),
        InlineData(-74, "1 h 14 min"),
        InlineData(0, "0 min"),
        InlineData(1440, "24 h"),
        InlineData(4500, "3 days 3 h"),
        InlineData(0.5, "30 s")
    ]
    public void Says_a_span_in_words(double minutes, string words) => Assert.Equal(words, Spans.Words(Duration.FromMinutes(minutes)));
}
