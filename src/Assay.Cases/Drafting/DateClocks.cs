using System.Globalization;
using Assay.Reading;
using Assay.Reading.Events;
using Assay.Reading.Time;
using NodaTime;
using NodaTime.Text;

namespace Assay.Cases.Drafting;

/// <summary>Dates as clocks whose hand is a day or a month wide: what times an event of which no hour is told.</summary>
internal static class DateClocks
{
    private const int LengthOfMonth = 7;

    /// <summary>The day or month that the words of an event name, from its first midnight on; null where they name none, or only a part of
    /// one ("early in May").</summary>
    public static ClockTime? Of(EventMention mention)
    {
        if (mention.Time is not { Type: TimexType.Date, Clock: null, Mod: null } time || Days(time.Value) is not { } days)
            return null;
        var evidence =
            time.NamesYear ? Evidence.Stated
            : time.Alternatives.All(a => IsOfAnotherYear(a.Value, time.Value)) ? Evidence.Read
            : Evidence.Guessed;
        return new ClockTime(days.First, LocalTime.Midnight, Duration.FromDays(days.Count)) { DayEvidence = evidence };
    }

    // "26 March": who leaves the year out means the one nearest to the day of writing.
    private static bool IsOfAnotherYear(string a, string b) => a.Length == b.Length && a.AsSpan(4).SequenceEqual(b.AsSpan(4));

    private static (LocalDate First, int Count)? Days(string value)
    {
        if (LocalDatePattern.Iso.Parse(value) is { Success: true } day)
            return (day.Value, 1);
        if (value.Length != LengthOfMonth || value[4] != '-')
            return null;
        return
            int.TryParse(value.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && int.TryParse(value.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            && month is >= 1 and <= 12
            && year > 0
            ? (new LocalDate(year, month, 1), CalendarSystem.Iso.GetDaysInMonth(year, month))
            : null;
    }
}
