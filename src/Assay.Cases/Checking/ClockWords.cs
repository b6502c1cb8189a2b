using Assay.Cases.Accounts;
using Assay.Reading.Time;
using NodaTime;

namespace Assay.Cases.Checking;

/// <summary>Reads the time of a clock from its own words: where the words tell it, a drafter who says otherwise is wrong.</summary>
internal static class ClockWords
{
    private const int HalfDay = 12;

    /// <summary>The clock with its time, or why it does not stand.</summary>
    /// <param name="clock">The clock as drafted.</param>
    public static (ClockItem? Clock, string? Reason) Read(ClockItem clock)
    {
        var words = clock.Quote.Exact;
        var told = TimeReader.For("en").Read(words, new TimeContext()).Where(t => t.Clock is not null).Select(t => t.Clock!).ToList();
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

    // "5:23" without a.m. or p.m. may be either; a part of the day covers its hours.
    private static bool IsLike(ClockTime told, LocalTime time, string words) =>
        told.Time == time
        || told.Granularity > Duration.FromHours(1)
        || Math.Abs((told.Time - time).ToDuration().TotalHours) == HalfDay && told.Time.Hour <= HalfDay && !HasHalf(words);

    private static bool HasHalf(string words) => words.Contains('m', StringComparison.OrdinalIgnoreCase);
}
