using Assay.Cases.Accounts;
using Assay.Chronology.Model;
using Assay.Reading;
using Assay.Reading.Time;
using NodaTime;

namespace Assay.Cases.Clocks;

/// <summary>Turns a stated clock time into the local windows the solver works on.</summary>
/// <param name="meanings">How far "about" reaches.</param>
internal sealed class ClockWindows(AccountMeanings meanings)
{
    /// <summary>
    /// Stands in for the first day of a passage whose day is unknown, so that its clocks can be compared with one another. It says nothing
    /// of the calendar,
    /// and is never shown nor compared with another passage.
    /// </summary>
    internal static readonly LocalDate Placeholder = new(2001, 1, 8);

    /// <summary>No two clocks of the world differ by more.</summary>
    public static readonly Duration MostApart = Duration.FromHours(26);

    /// <summary>One window and one pair of stated minutes per admissible day; null where the time, or both day and passage, are not
    /// known.</summary>
    public (IReadOnlyList<LocalWindow> Windows, IReadOnlyList<StatedMinutes> Stated)? Of(ClockItem clock)
    {
        if (clock.Time is null)
            return null;
        if (
            (clock.Date ?? (clock.Passage is null ? null : Placeholder.PlusDays(clock.PassageDay)))
            is not { Year: >= TimeContext.FirstYear and <= TimeContext.LastYear } date
        )
            return null;
        var days = new[] { date }.Concat(clock.OtherDates.Where(d => IsMidnight(clock, date, d))).Distinct().ToList();
        return (days.Select(d => Window(clock, d)).ToList(), days.Select(d => Stated(clock, d)).ToList());
    }

    /// <summary>True where the words name a part of the day rather than a time on the clock.</summary>
    public static bool IsRange(Duration grain) => grain > Duration.FromHours(1) && !IsDate(grain);

    /// <summary>True where the words name a day or more rather than a time on the clock.</summary>
    public static bool IsDate(Duration grain) => grain >= Duration.FromDays(1);

    // "Midnight on Tuesday" begins or ends the day, and a day that somebody gave beside another is kept. Which week or year is meant, and
    // which day a time past midnight is read on, is settled once for the whole account; the alternatives stand with the expression.
    private static bool IsMidnight(ClockItem clock, LocalDate day, LocalDate other) =>
        clock.Time is { Hour: 0 } time
        && (time.Minute == 0 || clock.DayEvidence == Evidence.Stated)
        && Math.Abs(Period.DaysBetween(day, other)) == 1;

    private Duration Slack(ClockItem clock) =>
        !clock.Approximate ? Duration.Zero
        : clock.Within > Duration.Zero ? clock.Within
        : meanings.AboutClock;

    private LocalWindow Window(ClockItem clock, LocalDate day)
    {
        var stated = Stated(clock, day);
        var grain =
            IsDate(clock.Grain) ? clock.Grain
            : IsRange(clock.Grain) || clock.Grain <= Duration.Zero ? Duration.FromMinutes(1)
            : Grain(clock);
        return new LocalWindow(stated.First, stated.Last + Period.FromTicks((long)grain.TotalTicks));
    }

    // "3 a.m." is read as the minute it names, like "3:00 a.m."; seconds stay seconds.
    private static Duration Grain(ClockItem clock) => clock.Grain < Duration.FromMinutes(1) ? clock.Grain : Duration.FromMinutes(1);

    private StatedMinutes Stated(ClockItem clock, LocalDate day)
    {
        var at = day + clock.Time!.Value;
        var slack = Period.FromTicks((long)Slack(clock).TotalTicks);
        var last = IsRange(clock.Grain) ? at + Period.FromTicks((long)clock.Grain.TotalTicks) - Period.FromMinutes(1) : at;
        return new StatedMinutes(at - slack, last + slack);
    }
}
