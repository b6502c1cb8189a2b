using Assay.Ground.Anchors;
using Assay.Reading.Text;
using Assay.Reading.Time;
using NodaTime;

namespace Assay.Reading.Days;

/// <summary>
/// Decides the days of the clocks of an account together, from everything the account says of days: which day the story is on, which clock
/// is an excursion
/// from it, which day nothing tells. Other expressions are left as they were read.
/// </summary>
public static class StoryDays
{
    /// <summary>The expressions with their clocks on the days decided.</summary>
    /// <param name="layer">The text.</param>
    /// <param name="sentences">Its sentences, in order.</param>
    /// <param name="times">Its time expressions, in order, each inside a sentence.</param>
    /// <param name="published">The day of publication, or null where it is unknown.</param>
    public static IReadOnlyList<TimeExpression> Decide(
        TextLayer layer,
        IReadOnlyList<Sentence> sentences,
        IReadOnlyList<TimeExpression> times,
        LocalDate? published
    )
    {
        if (times.All(t => t.Clock is null))
            return times;
        var text = new DayText(layer, sentences, times);
        var head = published is null ? HeadDate.Find(layer) : null;
        var written = DayOf(published ?? head?.Day);
        var around = DayOf(head?.EndOfMonth);
        var mentions = new DayMentionReader(text, written, around).Read();
        var doubles = DoubleClocks.Find(text);
        var clocks = new ClockPointReader(text, mentions, doubles).Read();
        if (clocks.Count == 0)
            return times;
        foreach (var stamp in LivePage.Stamps(layer, clocks))
            stamp.IsStamp = true;
        var decoder = new DayDecoder(DayWeights.Default, mentions, clocks, written, written ?? around);
        return new DayRewriter(text, mentions, clocks, doubles, written).Rewrite(decoder.Result(), decoder.Frame);
    }

    private static int? DayOf(LocalDate? date) => date is { } day ? DayNumber.Of(day) : null;
}
