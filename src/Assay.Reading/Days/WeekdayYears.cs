using System.Globalization;
using Assay.Reading.Time;
using NodaTime;

namespace Assay.Reading.Days;

/// <summary>
/// The year that a day of the week beside a date tells: "Thursday 11 August" was in 2022, whatever year the account was written in. One
/// such
/// date may be a slip; two of one year are believed, and one of a year that the text names.
/// </summary>
internal sealed class WeekdayYears
{
    private const int MostYears = 11;
    private const int NearDays = 120;
    private readonly List<int> days = [];

    /// <summary>Reads the dates of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="times">Its time expressions.</param>
    /// <param name="now">The day it was written on, or near it.</param>
    public WeekdayYears(string text, IEnumerable<TimeExpression> times, int now)
    {
        var told = times
            .Select(t => t.Said)
            .OfType<SaidDay>()
            .Where(s => s is { IsDate: true, Year: null, DayOfWeek: not null })
            .Select(s => Last(s, now))
            .OfType<int>()
            .Distinct()
            .ToList();
        foreach (var year in told.GroupBy(d => DayNumber.Date(d).Year))
            if (year.Count() > 1 || text.Contains(year.Key.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))
                days.AddRange(year);
    }

    /// <summary>The year of a date without one, or null: that of the nearest day so told, where it lies within some months.</summary>
    public int? Of(SaidDay said)
    {
        var best = (Year: (int?)null, Apart: NearDays + 1);
        foreach (var day in days)
        {
            var year = DayNumber.Date(day).Year;
            for (var y = year - 1; y <= year + 1; y++)
                if (
                    DayNumber.Of(y, said.Month!.Value, said.Day!.Value) is { } own
                    && Math.Abs(own - day) < best.Apart
                    && (said.DayOfWeek is null || DayNumber.Date(own).DayOfWeek == said.DayOfWeek)
                )
                    best = (y, Math.Abs(own - day));
        }

        return best.Year;
    }

    // The last year in which the date fell on that day of the week.
    private static int? Last(SaidDay said, int now)
    {
        var writing = DayNumber.Date(now).Year;
        for (var year = writing; year > writing - MostYears; year--)
            if (
                DayNumber.Of(year, said.Month!.Value, said.Day!.Value) is { } day
                && day <= now
                && DayNumber.Date(day).DayOfWeek == said.DayOfWeek
            )
                return day;
        return null;
    }
}
