using Assay.Ground.Anchors;
using Assay.Reading.Time;
using Assay.Reading.Time.Reader;
using Assay.Reading.Voices;

namespace Assay.Reading.Tests.Voices;

/// <summary>Which words of a sentence name the record that its first time is told from.</summary>
public sealed class KeeperReaderTests
{
    [Theory]
    [InlineData("By the gate log the van left at 9:02.", "the gate log")]
    [InlineData("The van left at 9:02, by the gate log.", "the gate log")]
    [InlineData("The van left at 9:02, ten minutes late, by the guard's own watch.", "the guard's own watch")]
    [InlineData("In the porters' book the van is out at 9:02.", "the porters' book")]
    [InlineData("The gate log, which hangs in the lodge, has the van leaving at 9:02.", "The gate log")]
    [InlineData("The book kept by the porter puts the van outside at 9:02.", "The book")]
    [InlineData("The van was on the road, the porter's screen shows, at 9:02.", "the porter's screen")]
    [InlineData("The van left at 9:02, as the transcript of the lodge radio shows.", "the transcript of the lodge radio")]
    [InlineData("The van, he says, left at 9:02.", "he")]
    [InlineData("It has the van leaving at 9:02.", "It")]
    [InlineData("According to it, the van left at 9:02.", "it")]
    [InlineData("The first entry is the call of a porter at 9:02.", "The first entry")]
    public void A_time_is_told_from_the_record_named_beside_it(string sentence, string words) => Assert.Equal(words, Words(sentence));

    [Theory]
    [InlineData("The porter was told by telephone at 9:02.")]
    [InlineData("By my watch the van left at 9:02.")]
    [InlineData("The log has the van, but the porter slept until 9:02.")]
    [InlineData("The log was lost; the van left at 9:02.")]
    [InlineData("The porter had left the book at home at 9:02.")]
    [InlineData("The book had been closed at 9:02.")]
    public void A_record_named_for_something_else_tells_nothing(string sentence) => Assert.Null(Words(sentence));

    [Fact]
    public void A_time_behind_another_is_not_told_from_what_stands_beyond_it()
    {
        const string Sentence = "The van left at 9:02 and came back at 9:40, by the gate log.";
        var times = Times(Sentence);
        Assert.Null(new KeeperReader(Sentence, new TextSpan(0, Sentence.Length)).Of(times[0], times[1].Contains));
    }

    private static string? Words(string sentence)
    {
        var times = Times(sentence);
        return new KeeperReader(sentence, new TextSpan(0, sentence.Length))
            .Of(times[0], p => times.Skip(1).Any(t => t.Contains(p)))
            ?.Span.Of(sentence);
    }

    private static List<TextSpan> Times(string sentence) =>
        [.. TimeReader.For("en").Read(sentence, new TimeContext()).Where(t => t.Clock is not null).Select(t => t.Span)];
}
