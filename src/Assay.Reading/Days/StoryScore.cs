namespace Assay.Reading.Days;

/// <summary>How well a day and a shape do as the story's, from the whole document.</summary>
/// <param name="weights">The weights.</param>
/// <param name="mentions">The mentions of days.</param>
/// <param name="clocks">The clocks.</param>
/// <param name="published">The day of publication, or null.</param>
/// <param name="latest">The last day the story may be on: that of publication, or the end of its month; null where neither is
/// known.</param>
internal sealed class StoryScore(
    DayWeights weights,
    IReadOnlyList<DayMention> mentions,
    IReadOnlyList<ClockPoint> clocks,
    int? published,
    int? latest
)
{
    private const int Week = 7;
    private const double Morning = 600;
    private const double Noon = 720;
    private const double MeetWithin = 240;
    private const int LongestJoint = 7;
    private readonly DayMention? first =
        mentions.FirstOrDefault(m => IsFirst(m, latest) && m.IsDate && IsBefore(m, clocks))
        ?? mentions.FirstOrDefault(m => IsFirst(m, latest) && m.Said.Weekday is not null && IsBefore(m, clocks))
        ?? mentions.FirstOrDefault(m => IsFirst(m, latest) && m.IsDate)
        ?? mentions.FirstOrDefault(m => m is { IsWeak: false, IsBody: true });
    private readonly DayMention? before =
        clocks.Count == 0
            ? null
            : clocks[0].Touching.FirstOrDefault(m => m.IsBody)
                ?? mentions.LastOrDefault(m => m is { IsWeak: false, IsBody: true } && m.Span.Start < clocks[0].Span.Start);
    private readonly int meetings = Meetings(clocks);

    private static bool IsFirst(DayMention mention, int? latest) =>
        mention is { IsWeak: false, IsBody: true } && !(mention.IsDate && mention.Written > latest);

    // In front of the first clock, or in its sentence.
    private static bool IsBefore(DayMention mention, IReadOnlyList<ClockPoint> clocks) =>
        clocks.Count == 0 || mention.Sentence <= clocks[0].Sentence;

    /// <summary>The score of a day, whatever its shape.</summary>
    public double Of(int day)
    {
        var own = mentions.Where(m => m.IsBody && m.Day(day) == day).ToList();
        var strong = own.Where(m => !m.IsWeak).ToList();
        var score =
            weights.Mentions * Math.Log(1 + strong.Count)
            + weights.Paragraphs * Math.Log(1 + strong.Select(m => m.Block).Distinct().Count());
        if (first is not null && first.Day(day) == day)
            score += weights.First;
        if (before is not null && before.Day(day) == day)
            score += weights.LastBefore;
        score +=
            weights.Timed
            * Math.Log(1 + clocks.Count(c => c.Touching.Exists(m => m is { IsDate: true, IsBody: true } && m.Day(day) == day)));
        if (latest is { } written && day <= written)
            score += weights.Age * Math.Log(1 + (written - day) / 2.0);
        if (day > latest)
            score += weights.StoryAfterPublication;
        if (day == published)
            score += weights.Publication;
        else if (own.Count == 0)
            score += weights.NeverNamed;
        else if (strong.Count == 0)
            score += weights.OnlyWeak;
        else if (!strong.Exists(m => m.IsDate))
            score +=
                weights.OnlyWeekday
                + (first is { IsDate: true, Written: { } date } && Math.Abs(date - day) > Week ? weights.WeekdayFarFromDate : 0);
        return own.Count == 0 ? score : score + weights.ToldBefore * ToldBefore(own);
    }

    /// <summary>The score of a shape of the story on a day.</summary>
    public double Of(int day, StoryShape shape)
    {
        if (shape == StoryShape.Day)
            return 0;
        var score = shape == StoryShape.Night ? weights.NightShape : weights.EndingNightShape;
        score += weights.Meeting * Math.Log(1 + meetings);
        var begins = shape == StoryShape.Night ? day : day - 1;
        if (mentions.Any(m => m is { IsNight: true, IsWeak: false } && m.Day(day) == begins))
            score += weights.SaidNight;
        var hasEvening = clocks.Any(c => !c.IsBare && c.Minute >= Noon && MayBeOn(c, day, begins));
        var hasMorning = clocks.Any(c => c is { IsBare: false, IsUniversal: false } && c.Minute < Morning && MayBeOn(c, day, begins + 1));
        return hasEvening && hasMorning || hasMorning && IsPair(begins, day) ? score : score + weights.HalfEmpty;
    }

    // "On the night of 8 to 9 November": its morning is told, whether or not its evening is.
    private bool IsPair(int begins, int story) =>
        mentions.Any(m =>
            m is { IsNight: true, IsWeak: false, IsBody: true }
            && m.Day(story) == begins
            && mentions.Any(n => n.IsDate && n.Day(story) == begins + 1 && n.Span.Start - m.Span.End is > 0 and <= LongestJoint)
        );

    // A clock with another day beside it fills no half of the night.
    private static bool MayBeOn(ClockPoint clock, int story, int day) =>
        clock.Touching.Count == 0
        || clock.Touching.Exists(m => m.Day(story) is { } named && (named == day || m.IsNight && named + 1 == day));

    private double ToldBefore(List<DayMention> own)
    {
        if (clocks.Count == 0)
            return 0;
        var from = own[0].Span.Start;
        var sentence = own[0].Sentence;
        return clocks.Count(c => c.Span.Start < from && c.Sentence != sentence && !IsElsewhere(c)) / (double)clocks.Count;
    }

    // A clock with a date of its own beside it, or before it in its paragraph, tells of that date.
    private static bool IsElsewhere(ClockPoint clock) =>
        clock.Touching.Exists(m => m.IsDate) || clock.InSentence.Exists(m => m.Mention.IsDate) || clock.InParagraph.Exists(m => m.IsDate);

    // Neighbours, in either direction, of which one is late in the evening and the other early in the morning.
    private static int Meetings(IReadOnlyList<ClockPoint> clocks)
    {
        var count = 0;
        for (var i = 1; i < clocks.Count; i++)
        {
            var (a, b) = (clocks[i - 1].Minute, clocks[i].Minute);
            if (Math.Abs(a - b) > Noon && 1440 - Math.Abs(a - b) <= MeetWithin)
                count++;
        }

        return count;
    }
}
