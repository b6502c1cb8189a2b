using Assay.Cases.Accounts;
using Assay.Reading.Time;
using Assay.Reading.Time.Reader;
using NodaTime;

namespace Assay.Cases.Checking;

/// <summary>Reads the time of a clock from its own words: where the words tell it, a drafter who says otherwise is wrong.</summary>
internal static class ClockWords
{
    private const int HalfDay = 12;
    private const string AddedHalf = " p.m.";

    /// <summary>The clock with its time, or why it does not stand.</summary>
    /// <param name="clock">The clock as drafted.</param>
    public static (ClockItem? Clock, string? Reason) Read(ClockItem clock)
    {
        var words = clock.Quote.Exact;
        var told = Told(words);
        if (clock.Time is not { } time)
        {
            if (told.Count == 0)
                return (null, $"No time of day can be read from “{words}”: give one as “time”.");
            if (told.Count > 1)
                return (null, $"“{words}” names several times: give the one that is meant as “time”, or fewer words.");
            return (
                clock with
                {
                    Time = told[0].Clock.Time,
                    Grain = told[0].Clock.Granularity,
                    Approximate = told[0].Clock.Approximate,
                    Within = told[0].Clock.Tolerance,
                },
                null
            );
        }

        return told.Count == 0 || told.Exists(t => IsLike(t, time))
            ? (clock, null)
            : (null, $"“{words}” says {told[0].Clock.Time:HH:mm}, not {time:HH:mm}.");
    }

    /// <summary>True where a time is the one told: a part of the day covers its hours, and a time that names no half of the day is in
    /// either.</summary>
    /// <param name="told">What the words tell.</param>
    /// <param name="time">The time.</param>
    public static bool IsLike(ToldClock told, LocalTime time) =>
        told.Clock.Time == time || told.IsPart || IsOtherHalf(told.Clock.Time, time) && IsOpen(told);

    private static bool IsOtherHalf(LocalTime a, LocalTime b) => Math.Abs((a - b).ToDuration().TotalHours) == HalfDay;

    // "4:40" may be in either half of the day: it is another time when a half is added, and "4:40 a.m." and "14:40" are not.
    private static bool IsOpen(ToldClock told) =>
        Told(told.Words + AddedHalf) is [var added, ..] && IsOtherHalf(told.Clock.Time, added.Clock.Time);

    /// <summary>The clock times that words tell by themselves; parts of the day only where no time is told.</summary>
    /// <param name="words">The words.</param>
    public static List<ToldClock> Told(string words)
    {
        var told = TimeReader
            .For("en")
            .Read(words, new TimeContext())
            .Where(t => t.Clock is not null)
            .Select(t => new ToldClock(t.Clock!, t.Text))
            .ToList();
        return told.Exists(t => !t.IsPart) ? told.FindAll(t => !t.IsPart) : told;
    }
}

/// <summary>A clock time and the words that tell it.</summary>
/// <param name="Clock">The time.</param>
/// <param name="Words">The words.</param>
internal sealed record ToldClock(ClockTime Clock, string Words)
{
    /// <summary>True for a part of the day.</summary>
    public bool IsPart => Clock.Granularity > Duration.FromHours(1);
}
