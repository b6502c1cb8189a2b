using System.Globalization;
using NodaTime;
using NodaTime.Calendars;

namespace Assay.Reading.Time.Resolving;

/// <summary>How fine a calendar value is.</summary>
internal enum Grain : byte
{
    Century,
    Decade,
    Year,
    Half,
    Quarter,
    Season,
    Month,
    Week,
    Weekend,
    Day,
}

/// <summary>A stretch of the calendar: a century, a year, a quarter, a week, a day. Years before the common era are negative, without a
/// year 0.</summary>
/// <param name="Grain">How fine it is.</param>
/// <param name="Year">Year; for weeks the week year; for a decade its first year; for a century its number less one.</param>
/// <param name="Index">Month, quarter, half, season (0 winter to 3 autumn) or week, by grain.</param>
/// <param name="Day">Day of the month, for days.</param>
internal readonly record struct CalendarValue(Grain Grain, int Year, int Index = 0, int Day = 0)
{
    /// <summary>The day as a value.</summary>
    public static CalendarValue Of(LocalDate date) => new(Grain.Day, date.Year, date.Month, date.Day);

    /// <summary>The week that contains the day.</summary>
    public static CalendarValue WeekOf(LocalDate date, Grain grain = Grain.Week) =>
        new(grain, WeekYearRules.Iso.GetWeekYear(date), WeekYearRules.Iso.GetWeekOfWeekYear(date));

    /// <summary>The stretch of this grain that contains the day.</summary>
    public static CalendarValue Around(LocalDate date, Grain grain) =>
        grain switch
        {
            Grain.Day => Of(date),
            Grain.Week or Grain.Weekend => WeekOf(date, grain),
            Grain.Month => new(Grain.Month, date.Year, date.Month),
            Grain.Quarter => new(Grain.Quarter, date.Year, ((date.Month - 1) / 3) + 1),
            Grain.Half => new(Grain.Half, date.Year, date.Month <= 6 ? 1 : 2),
            Grain.Season => new(Grain.Season, date.Month == 12 ? date.Year + 1 : date.Year, date.Month % 12 / 3),
            Grain.Decade => new(Grain.Decade, date.Year / 10 * 10),
            Grain.Century => new(Grain.Century, date.Year / 100),
            _ => new(Grain.Year, date.Year),
        };

    /// <summary>The day itself, where it is one and exists.</summary>
    public LocalDate? Date => Grain == Grain.Day && IsDay(Year, Index, Day) ? new LocalDate(Year, Index, Day) : null;

    /// <summary>First day, where the calendar reaches it.</summary>
    public LocalDate? Start =>
        Grain switch
        {
            Grain.Day => Date,
            Grain.Month when IsDay(Year, Index, 1) => new LocalDate(Year, Index, 1),
            Grain.Quarter when InReach(Year) => new LocalDate(Year, (Index * 3) - 2, 1),
            Grain.Half when InReach(Year) => new LocalDate(Year, Index == 1 ? 1 : 7, 1),
            Grain.Season when InReach(Year) => Index == 0 ? new LocalDate(Year - 1, 12, 1) : new LocalDate(Year, Index * 3, 1),
            Grain.Week when InReach(Year) => WeekYearRules.Iso.GetLocalDate(Year, Index, IsoDayOfWeek.Monday),
            Grain.Weekend when InReach(Year) => WeekYearRules.Iso.GetLocalDate(Year, Index, IsoDayOfWeek.Saturday),
            Grain.Century when InReach(Year * 100) => new LocalDate(Year * 100, 1, 1),
            Grain.Year or Grain.Decade when InReach(Year) => new LocalDate(Year, 1, 1),
            _ => null,
        };

    /// <summary>True where the day exists in the calendar that values are written in.</summary>
    public static bool IsDay(int year, int month, int day) =>
        InReach(year) && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month);

    private static bool InReach(int year) => year is >= 2 and <= 9990;

    /// <summary>The stretch this many of its own grain later.</summary>
    public CalendarValue Plus(int count)
    {
        switch (Grain)
        {
            case Grain.Day or Grain.Week or Grain.Weekend:
                return Start is { } start && Math.Abs((long)count) < 100_000 && InReach(start.Year + (count / 52) + Math.Sign(count))
                    ? Around(start.PlusDays(Grain == Grain.Day ? count : count * 7), Grain)
                    : this;
            case Grain.Decade:
                return this with { Year = Year + (10 * count) };
            case Grain.Year or Grain.Century or Grain.Season:
                return this with { Year = Shift(Year, count) };
            default:
                var size = Grain switch
                {
                    Grain.Month => 12,
                    Grain.Quarter => 4,
                    _ => 2,
                };
                var total = ((long)Year * size) + Index - 1 + count;
                return this with
                {
                    Year = (int)Math.Clamp(Math.DivRem(total, size).Quotient, -999_999, 9990),
                    Index = (int)(((total % size) + size) % size) + 1,
                };
        }
    }

    private static int Shift(int year, int count)
    {
        var moved = Math.Clamp((long)year + count, -999_999, 999_999);
        return (int)(year > 0 && moved <= 0 ? moved - 1 : moved);
    }

    /// <summary>The TIMEX3 value.</summary>
    public override string ToString()
    {
        var year =
            Year < 0 ? string.Create(CultureInfo.InvariantCulture, $"BC{-Year:0000}") : Year.ToString("0000", CultureInfo.InvariantCulture);
        return Grain switch
        {
            Grain.Century => Year < 0
                ? string.Create(CultureInfo.InvariantCulture, $"BC{-Year - 1:00}")
                : Year.ToString("00", CultureInfo.InvariantCulture),
            Grain.Decade => year[..^1],
            Grain.Half => string.Create(CultureInfo.InvariantCulture, $"{year}-H{Index}"),
            Grain.Quarter => string.Create(CultureInfo.InvariantCulture, $"{year}-Q{Index}"),
            Grain.Season => $"{year}-{Language.SlotValues.Seasons[Index]}",
            Grain.Month => string.Create(CultureInfo.InvariantCulture, $"{year}-{Index:00}"),
            Grain.Week => string.Create(CultureInfo.InvariantCulture, $"{year}-W{Index:00}"),
            Grain.Weekend => string.Create(CultureInfo.InvariantCulture, $"{year}-W{Index:00}-WE"),
            Grain.Day => string.Create(CultureInfo.InvariantCulture, $"{year}-{Index:00}-{Day:00}"),
            _ => year,
        };
    }
}
