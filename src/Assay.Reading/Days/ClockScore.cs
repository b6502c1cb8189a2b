namespace Assay.Reading.Days;

/// <summary>How well a state does for a clock, from what stands near it and from the story.</summary>
/// <param name="weights">The weights.</param>
/// <param name="published">The day of publication, or null.</param>
/// <param name="clocks">The clocks.</param>
internal sealed class ClockScore(DayWeights weights, int? published, IReadOnlyList<ClockPoint> clocks)
{
    private const double Morning = 600;
    private const double Afternoon = 720;
    private const double Evening = 1080;
    private const double Rising = 420;
    private const double Sleeping = 1320;

    // An evening that the words put on the day of publication may have its morning in the account: a page's date is by its own clock.
    private readonly bool tellsEvening = clocks.Any(c =>
        !c.IsBare && c.Minute >= Evening && c.Touching.Exists(m => m.Day(published) is { } day && day == published)
    );

    // The day that the last clock before it which has one of its own is on: a story of several days goes on there.
    private readonly Dictionary<int, DayMention> toldBefore = Told(clocks);

    private static Dictionary<int, DayMention> Told(IReadOnlyList<ClockPoint> clocks)
    {
        var told = new Dictionary<int, DayMention>();
        DayMention? last = null;
        foreach (var clock in clocks)
        {
            if (last is not null)
                told[clock.Index] = last;
            if (!clock.IsForeign && clock.Touching.Find(m => m is { IsBody: true, IsWeak: false } && m.Span == clock.Span) is { } own)
                last = own;
        }

        return told;
    }

    /// <summary>The score of what stands near the clock, without the story's window.</summary>
    public double Near(ClockPoint clock, DayState state, StoryFrame frame)
    {
        var story = frame.Day;
        var score = Half(clock, state);
        if (state.Day is not { } day)
            return score + weights.Unknown + (clock.Touching.Exists(m => m.Day(story) is not null) ? weights.TouchOther : 0);
        if (day > published && !(tellsEvening && day == published + 1 && state.Minute < Morning))
            score += weights.AfterPublication;
        score += clock.Touching.Count > 0 ? Touching(clock, state, day, story) : Sentence(clock, state, day, frame);
        // "At 3.55pm on Tuesday", whatever day the heading above has.
        if (
            !clock.Touching.Exists(m => m.Span == clock.Span)
            && clock.Lead?.Day(story) is { } lead
            && Fits(clock, clock.Lead, state, day, lead)
        )
            score += weights.LeadIn;
        // The page's date leads the entries of a live page in, whatever days its entries tell of, unless a line of its own does.
        if (clock is { IsStamp: true, Lead: null, Touching.Count: 0 } && day == published)
            score += weights.LeadIn;
        if (
            clock.InParagraph.Exists(m =>
                m.Day(story) is { } named && (Fits(clock, m, state, day, named) || IsMorningAfter(clock, state, day, named, frame))
            )
        )
            score += weights.Paragraph;
        if (
            clock.Said.Step is 0
            && clock.InParagraph.Count > 0
            && clock.InParagraph[^1].Day(story) is { } last
            && Fits(clock, clock.InParagraph[^1], state, day, last)
        )
            score += weights.SameDay;
        return score + Night(clock, state, day, story);
    }

    /// <summary>The score of where the state lies in the story.</summary>
    public double Window(ClockPoint clock, DayState state, StoryFrame frame)
    {
        // What is told on somebody else's day says nothing of where the story lies.
        if (state.Day is not { } day || frame.Day is null || clock.IsForeign)
            return 0;
        if (frame.Holds(state))
            return weights.Window;
        if (toldBefore.TryGetValue(clock.Index, out var told) && told.Day(frame.Day) == day)
            return weights.ToldLast;
        if (frame.IsNear(state) || clock is { IsStepSure: true, Step: not 0 })
            return weights.NearWindow;
        return IsNamed(clock, day, frame.Day) ? 0 : weights.FarFromWindow;
    }

    /// <summary>True where the words at the clock, in its sentence or in its lead-in name the day by its date.</summary>
    public static bool IsStated(ClockPoint clock, DayState state, int? story)
    {
        bool Names(DayMention m) => m.IsDate && state.Day is { } day && m.Day(story) is { } named && Fits(clock, m, state, day, named);
        if (clock.Touching.Exists(m => m.IsDate))
            return clock.Touching.Exists(Names);
        return clock.InSentence.Exists(m => !m.Across && Names(m.Mention)) || clock.Lead is { } lead && Names(lead);
    }

    private static bool IsNamed(ClockPoint clock, int day, int? story)
    {
        bool Names(DayMention m) => m.Day(story) is { } named && (named == day || m.IsNight && named == day - 1);
        return clock.Touching.Exists(Names)
            || clock.InSentence.Exists(m => Names(m.Mention))
            || clock.InParagraph.Exists(Names)
            || clock.Lead is { } lead && Names(lead);
    }

    // A night has two days: its evening is on the one, its morning on the other. 24:00 is written on the day it ends.
    private static bool Fits(ClockPoint clock, DayMention mention, DayState state, int day, int named)
    {
        if (mention.IsNight)
            return state.Minute < Afternoon ? day == named + 1 : day == named;
        return day == named || clock.IsEndOfDay && day == named + 1 && mention.Span == clock.Span;
    }

    // In a story of one night, the morning goes by the name of its evening: "entered at 11:40 p.m. on Tuesday and left at 2 a.m.".
    private static bool IsMorningAfter(ClockPoint clock, DayState state, int day, int named, StoryFrame frame) =>
        clock.Touching.Count == 0
        && day == named + 1
        && (frame.Shape == StoryShape.Night && named == frame.Day || frame.Shape == StoryShape.EndingNight && day == frame.Day)
        && frame.Holds(state);

    private double Touching(ClockPoint clock, DayState state, int day, int? story)
    {
        var best = double.NegativeInfinity;
        foreach (var mention in clock.Touching)
        {
            if (mention.Day(story) is not { } named)
                continue;
            var fits = clock.IsEndOfDay && mention.Span == clock.Span ? day == named + 1 : Fits(clock, mention, state, day, named);
            best = Math.Max(
                best,
                fits
                    ? mention.IsDate
                        ? weights.Touch
                        : weights.TouchWeekday
                    : Other(clock, mention)
            );
        }

        return double.IsNegativeInfinity(best) ? 0 : best;
    }

    private double Other(ClockPoint clock, DayMention mention) =>
        mention.Span == clock.Span
            ? mention.IsDate
                ? weights.OwnOther
                : weights.OwnOtherWeekday
            : mention.IsDate
                ? weights.TouchOther
                : weights.TouchOtherWeekday;

    private double Sentence(ClockPoint clock, DayState state, int day, StoryFrame frame)
    {
        var best = 0.0;
        foreach (var (mention, across) in clock.InSentence)
        {
            if (
                mention.Day(frame.Day) is not { } named
                || !(Fits(clock, mention, state, day, named) || IsMorningAfter(clock, state, day, named, frame))
            )
                continue;
            best = Math.Max(
                best,
                mention.IsDate
                    ? across
                        ? weights.SentenceAcross
                        : weights.Sentence
                    : across
                        ? 0
                        : weights.SentenceWeekday
            );
        }

        return best;
    }

    private double Night(ClockPoint clock, DayState state, int day, int? story)
    {
        foreach (var mention in clock.InParagraph)
        {
            if (!mention.IsNight || mention.Day(story) is not { } named || day != named && day != named + 1)
                continue;
            var wrong = day == named ? state.Minute < Morning : state.Minute >= Afternoon;
            return wrong ? weights.NightPairWrong : weights.NightPair;
        }

        return 0;
    }

    // A bare hour is in the part of the day that its sentence, or its paragraph before it, speaks of.
    private double Half(ClockPoint clock, DayState state)
    {
        if (!clock.IsBare)
            return 0;
        if (clock.Part > 0)
            return Is(clock.Part, state.Minute) ? weights.Part : -weights.Part;
        return clock.PartBefore == 0 ? (clock.IsSpoken && state.Minute is >= Rising and < Sleeping ? weights.Waking : 0)
            : Is(clock.PartBefore, state.Minute) ? weights.PartBefore
            : -weights.PartBefore;
    }

    private static bool Is(int part, double minute) =>
        part switch
        {
            1 => minute < 12 * 60,
            2 => minute is >= 11 * 60 and < 14 * 60,
            3 => minute is >= 12 * 60 and < 18 * 60,
            4 => minute >= 16 * 60,
            5 => minute is >= 18 * 60 or < 6 * 60,
            _ => minute is >= 6 * 60 and < 20 * 60,
        };
}
