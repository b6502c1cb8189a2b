using Assay.Reading.Time.Language;
using NodaTime;

namespace Assay.Reading.Time.Resolving;

/// <summary>Finds the day of a holiday in a year.</summary>
internal static class HolidayCalendar
{
    /// <summary>The first day of the holiday in the year.</summary>
    public static LocalDate DayOf(Holiday holiday, int year)
    {
        year = Math.Clamp(year, 1, 9000);
        if (holiday.Month == 0)
            return (holiday.Orthodox ? Pascha(year) : Easter(year)).PlusDays(holiday.Day);
        if (holiday.Weekday == 0)
            return new LocalDate(year, holiday.Month, holiday.Day);
        if (holiday.Day > 0)
        {
            var first = new LocalDate(year, holiday.Month, 1);
            return first.PlusDays(((holiday.Weekday - (int)first.DayOfWeek + 7) % 7) + (7 * (holiday.Day - 1)));
        }
        var last = new LocalDate(year, holiday.Month, 1).PlusMonths(1).PlusDays(-1);
        return last.PlusDays(-(((int)last.DayOfWeek - holiday.Weekday + 7) % 7) + (7 * (holiday.Day + 1)));
    }

    /// <summary>Western Easter Sunday: the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8).</summary>
    private static LocalDate Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var sum = h + l - (7 * m) + 114;
        return new LocalDate(year, sum / 31, (sum % 31) + 1);
    }

    /// <summary>Orthodox Easter Sunday: Meeus's Julian algorithm, carried over to the Gregorian calendar.</summary>
    private static LocalDate Pascha(int year)
    {
        var d = ((19 * (year % 19)) + 15) % 30;
        var e = ((2 * (year % 4)) + (4 * (year % 7)) - d + 34) % 7;
        var sum = d + e + 114;
        return new LocalDate(year, sum / 31, (sum % 31) + 1, CalendarSystem.Julian).WithCalendar(CalendarSystem.Iso);
    }
}
