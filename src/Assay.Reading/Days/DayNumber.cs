using NodaTime;

namespace Assay.Reading.Days;

/// <summary>Days as whole numbers, so that they can be counted with; 0 is 1 January of year 1.</summary>
internal static class DayNumber
{
    /// <summary>First number that is kept clear of the ends of the calendar.</summary>
    public const int Least = 400;

    /// <summary>Last number that is kept clear of the ends of the calendar.</summary>
    public const int Most = 3_652_058 - 400;

    /// <summary>The number of a day; null outside the years 2 to 9998.</summary>
    public static int? Of(LocalDate day) =>
        day.Year is >= 2 and <= 9998
            ? day.ToDateOnly().DayNumber is >= Least and <= Most and var n
                ? n
                : null
            : null;

    /// <summary>The number of a day of the calendar; null where there is no such day.</summary>
    public static int? Of(int year, int month, int day) =>
        year is >= 2 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? Of(new LocalDate(year, month, day))
            : null;

    /// <summary>The day of a number.</summary>
    public static LocalDate Date(int number) => LocalDate.FromDateOnly(DateOnly.FromDayNumber(number));
}
