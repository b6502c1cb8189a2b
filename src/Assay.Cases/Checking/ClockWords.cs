using Assay.Cases.Accounts;
using Assay.Reading.Time;
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
                    Time = told[0].Time,
                    Grain = told[0].Granularity,
                    Approximate = told[0].Approximate,
                    Within = told[0].Tolerance,
                },
                null
            );
        }

        return told.Count == 0 || told.Exists(t => IsLike(t, time, words))
            ? (clock, null)
            : (null, $"“{words}” says {told[0].Time:HH:mm}, not {time:HH:mm}.");
    }

    // A part of the day covers its hours.
    private static bool IsLike(ClockTime told, LocalTime time, string words) =>
        told.Time == time || told.Granularity > Duration.FromHours(1) || IsOtherHalf(told.Time, time) && IsOpen(told.Time, words);

    private static bool IsOtherHalf(LocalTime a, LocalTime b) => Math.Abs((a - b).ToDuration().TotalHours) == HalfDay;

    // "5:23" may be in either half of the day: it is another time when a half is added, and "5:23 a.m." and "15:23" are not.
    private static bool IsOpen(LocalTime told, string words) => Told(words + AddedHalf) is [var added, ..] && IsOtherHalf(told, added.Time);

    private static List<ClockTime> Told(string words) =>
        TimeReader.For("en").Read(words, new TimeContext()).Where(t => t.Clock is not null).Select(t => t.Clock!).ToList();
}
