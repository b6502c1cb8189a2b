using Assay.Chronology.Model;
using Assay.Reading.Events;
using Assay.Reading.Time;
using NodaTime;

namespace Assay.Cases.Clocks;

/// <summary>Turns a stated clock time into the local windows the solver works on.</summary>
/// <param name="tolerances">How far "about" reaches.</param>
internal sealed class ClockWindows(Tolerances tolerances)
{
    /// <summary>
    /// Stands in for the first day of a passage whose day is unknown, so that its clocks can be compared with one another. It says nothing of the calendar,
    /// and is never shown nor compared with another passage.
    /// </summary>
    internal static readonly LocalDate Placeholder = new(2001, 1, 8);

    /// <summary>One window and one pair of stated minutes per admissible day; null where neither a day nor a passage is known.</summary>
    public (IReadOnlyList<LocalWindow> Windows, IReadOnlyList<StatedMinutes> Stated)? Of(ClockTime clock)
    {
        if ((clock.Date ?? (clock.UnknownDay is null ? null : Placeholder.PlusDays(clock.UnknownDayOffset)))
            is not { Year: >= TimeContext.FirstYear and <= TimeContext.LastYear } date) return null;
        var days = new[] { date }.Concat((clock.OtherDates ?? []).Where(d => IsMidnight(clock, date, d))).Distinct().ToList();
        return (days.Select(d => Window(clock, d)).ToList(), days.Select(d => Stated(clock, d)).ToList());
    }

    /// <summary>True where the words name a part of the day rather than a time on the clock.</summary>
    public static bool IsRange(ClockTime clock) => clock.Granularity > Duration.FromHours(1);

    // "Midnight on Tuesday" begins or ends the day. Which week or year is meant is settled once for the whole account by the reader of times,
    // and its alternatives stand with the expression.
    private static bool IsMidnight(ClockTime clock, LocalDate day, LocalDate other) =>
        clock.Time.Hour == 0 && Math.Abs(Period.DaysBetween(day, other)) == 1;

    private Duration Slack(ClockTime clock) =>
        !clock.Approximate ? Duration.Zero : clock.Tolerance > Duration.Zero ? clock.Tolerance : tolerances.AboutClock;

    private LocalWindow Window(ClockTime clock, LocalDate day)
    {
        var stated = Stated(clock, day);
        var grain = IsRange(clock) || clock.Granularity <= Duration.Zero ? Duration.FromMinutes(1) : Grain(clock);
        return new LocalWindow(stated.First, stated.Last + Period.FromTicks((long)grain.TotalTicks));
    }

    // "3 a.m." is read as the minute it names, like "3:00 a.m."; seconds stay seconds.
    private static Duration Grain(ClockTime clock) => clock.Granularity < Duration.FromMinutes(1) ? clock.Granularity : Duration.FromMinutes(1);

    private StatedMinutes Stated(ClockTime clock, LocalDate day)
    {
        var at = day + clock.Time;
        var slack = Period.FromTicks((long)Slack(clock).TotalTicks);
        var last = IsRange(clock) ? at + Period.FromTicks((long)clock.Granularity.TotalTicks) - Period.FromMinutes(1) : at;
        return new StatedMinutes(at - slack, last + slack);
    }
}
