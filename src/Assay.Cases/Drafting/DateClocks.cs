using Assay.Reading;
using Assay.Reading.Events;
using Assay.Reading.Time;
using NodaTime;

namespace Assay.Cases.Drafting;

/// <summary>Dates as clocks whose hand is a day or a month wide: what times an event of which no hour is told.</summary>
internal static class DateClocks
{
    /// <summary>The day or month that the words of an event name, from its first midnight on; null where they name none, or only a part of
    /// one ("early in May").</summary>
    public static ClockTime? Of(EventMention mention)
    {
        if (mention.Time is not { Type: TimexType.Date, Clock: null, Mod: null } time || Days(new TimexText(time.Value)) is not { } days)
            return null;
        var evidence =
            time.NamesYear ? Evidence.Stated
            : time.Alternatives.All(a => IsOfAnotherYear(a.Value, time.Value)) ? Evidence.Read
            : Evidence.Guessed;
        return new ClockTime(days.First, LocalTime.Midnight, Duration.FromDays(days.Count)) { DayEvidence = evidence };
    }

    // "26 March": who leaves the year out means the one nearest to the day of writing.
    private static bool IsOfAnotherYear(string a, string b) => a.Length == b.Length && a.AsSpan(4).SequenceEqual(b.AsSpan(4));

    private static (LocalDate First, int Count)? Days(TimexText value) =>
        value.Day is { } day ? (day, 1)
        : value.Month is { } month ? (month.OnDayOfMonth(1), month.ToDateInterval().Length)
        : null;
}
