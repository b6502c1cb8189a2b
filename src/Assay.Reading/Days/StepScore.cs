namespace Assay.Reading.Days;

/// <summary>How well two states do for a clock and the next.</summary>
/// <param name="weights">The weights.</param>
internal sealed class StepScore(DayWeights weights)
{
    private const double MinutesOfDay = 1440;
    private const int Far = 2;
    private const double Late = 300; // a night's end
    private readonly List<int> named = [];
    private StoryFrame frame;

    /// <summary>Takes note of the days named between two clocks, given the story.</summary>
    public void Enter(ClockPoint to, StoryFrame story)
    {
        named.Clear();
        frame = story;
        foreach (var mention in to.Between)
        {
            if (mention.Day(story.Day) is not { } day)
                continue;
            named.Add(day);
            if (mention.IsNight)
                named.Add(day + 1);
        }
    }

    /// <summary>The score of the step.</summary>
    public double Of(ClockPoint from, ClockPoint to, DayState a, DayState b)
    {
        // "15:38 UTC" says nothing of which half a bare hour after it is in.
        var score = to.IsBare && !from.Is24 && a.IsMorning != b.IsMorning ? weights.HalfChange : 0;
        if (a.Day is not { } before || b.Day is not { } after)
            return score + Unknown(a, b);
        if (from.IsForeign != to.IsForeign && Math.Abs(after - before) == 1)
            return score + Apart(a, b) + Passed(to, before, after);
        var step = to.Step ?? 0;
        // "Two days later, at 10:15": the words tell the change and how far it is.
        if (step != 0 && to.IsStepSure && after == before + step)
            return score + Apart(a, b) + (step > 0 ? weights.NextDay : weights.DayBefore) + Passed(to, before, after);
        if (Returns(from, to, before, after))
            return weights.Return + Passed(to, before, after);
        score += Distance(a, b) + (before == after ? 0 : Change(from, to, a, b));
        if (step != 0)
            score += Stepped(from, to, step, a, b);
        return score + Passed(to, before, after);
    }

    // A break between paragraphs closes an episode: the story goes on.
    private bool Returns(ClockPoint from, ClockPoint to, int before, int after) =>
        from.Block != to.Block
        && Math.Abs(after - before) > Far
        && frame.Day is { } day
        && Math.Abs(after - day) < Far
        && Math.Abs(before - day) > Far;

    // Midnight inside the night of the story may pass inside a paragraph.
    private bool IsOneNight(DayState a, DayState b) => frame.Shape != StoryShape.Day && frame.Holds(a) && frame.Holds(b);

    private double Distance(DayState a, DayState b)
    {
        var hours = Math.Abs(b.At - a.At) / 60;
        return hours <= weights.NearHours ? weights.Hours * Math.Log(1 + hours) : weights.FarHours;
    }

    private double Unknown(DayState a, DayState b)
    {
        if (a.Day is null != b.Day is null)
            return weights.UnknownStep;
        return Apart(a, b);
    }

    // As near as the hours allow, whatever the days are called.
    private double Apart(DayState a, DayState b)
    {
        var apart = Math.Abs(a.Minute - b.Minute);
        return weights.Hours * Math.Log(1 + Math.Min(apart, MinutesOfDay - apart) / 60);
    }

    private double Change(ClockPoint from, ClockPoint to, DayState a, DayState b) =>
        weights.Change
        + (
            from.Block != to.Block ? weights.ChangeAtBreak
            : to.Touching.Count == 0 && IsOneNight(a, b) ? 0
            : weights.ChangeInParagraph
        )
        + (Math.Abs(b.Day!.Value - a.Day!.Value) > 1 ? weights.ChangeFar : 0);

    // "The next morning" after midnight may be on the same day, unless that has a date of its own.
    private double Stepped(ClockPoint from, ClockPoint to, int step, DayState a, DayState b)
    {
        var isLate = step == 1 && a.Minute < Late && b.Day == a.Day && b.At > a.At && !from.Touching.Exists(m => m.IsDate);
        if (isLate || b.Day == a.Day + step)
            return step > 0 ? weights.NextDay : weights.DayBefore;
        return !to.IsStepSure ? 0
            : to.Said.Step is not (null or 0) ? weights.OwnStepOther
            : step > 0 ? weights.NextDayOther
            : weights.DayBeforeOther;
    }

    private double Passed(ClockPoint to, int before, int after)
    {
        if (named.Count == 0)
            return 0;
        if (named.Contains(after))
            return before == after ? 0 : weights.Enter;
        var last = to.Between[^1];
        if (last.Block == to.Block)
            return weights.PassInParagraph;
        return named[^1] > before ? weights.PassLater : weights.PassEarlier;
    }
}
