namespace Assay.Chronology.Edtf;

/// <summary>
/// Day and second counts of the proleptic Gregorian calendar for years that NodaTime's calendars do not reach. Days count from 1970-01-01.
/// Formulas: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil and civil_from_days.
/// </summary>
internal static class EdtfCalendar
{
    /// <summary>Seconds of a day.</summary>
    public const long Day = 86_400;

    private const long DaysPer400Years = 146_097;

    /// <summary>Number of days of a month from 1 to 12.</summary>
    public static int DaysInMonth(long year, int month) =>
        month switch
        {
            2 => IsLeap(year) ? 29 : 28,
            4 or 6 or 9 or 11 => 30,
            _ => 31,
        };

    /// <summary>True where February has 29 days.</summary>
    public static bool IsLeap(long year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    /// <summary>First second of a day.</summary>
    public static long SecondOf(long year, int month, int day) => DaysFromCivil(year, month, day) * Day;

    /// <summary>First second of a month, counted from January of the year: 0 is the December before, 13 the January after.</summary>
    public static long SecondOfMonth(long year, int month)
    {
        var index = month - 1;
        var years = (long)Math.Floor(index / 12.0);
        return SecondOf(year + years, (int)(index - (years * 12)) + 1, 1);
    }

    /// <summary>Days from 1970-01-01.</summary>
    public static long DaysFromCivil(long year, int month, int day)
    {
        var y = month <= 2 ? year - 1 : year;
        var era = (y >= 0 ? y : y - 399) / 400;
        var yearOfEra = y - (era * 400);
        var dayOfYear = (((153 * (month + (month > 2 ? -3 : 9))) + 2) / 5) + day - 1;
        return (era * DaysPer400Years) + (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear - 719_468;
    }

    /// <summary>Year, month and day of a count of days.</summary>
    public static (long Year, int Month, int Day) CivilFromDays(long days)
    {
        var z = days + 719_468;
        var era = (z >= 0 ? z : z - (DaysPer400Years - 1)) / DaysPer400Years;
        var dayOfEra = z - (era * DaysPer400Years);
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var shifted = (int)(((5 * dayOfYear) + 2) / 153);
        var day = (int)(dayOfYear - (((153 * shifted) + 2) / 5)) + 1;
        var month = shifted < 10 ? shifted + 3 : shifted - 9;
        return (yearOfEra + (era * 400) + (month <= 2 ? 1 : 0), month, day);
    }
}
