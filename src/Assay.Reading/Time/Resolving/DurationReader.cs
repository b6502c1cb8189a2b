using System.Globalization;
using Assay.Reading.Time.Language;
using NodaTime;

namespace Assay.Reading.Time.Resolving;

/// <summary>Makes TIMEX3 durations and their bounds from a count and a unit.</summary>
internal static class DurationReader
{
    private const int Unknown = -1;

    /// <summary>Unit codes, in the order of <see cref="SlotValues.Units"/>.</summary>
    public enum Unit
    {
        Second,
        Minute,
        Hour,
        Day,
        Weekend,
        Week,
        Fortnight,
        Month,
        Quarter,
        HalfYear,
        Season,
        Year,
        Decade,
        Century,
        Millennium,
        Night,
        Unnamed,
    }

    /// <summary>The TIMEX3 value, such as <c>P2Y6M</c>, <c>PT9H</c>, <c>PXD</c>.</summary>
    /// <param name="thousandths">The count in thousandths; negative where it is vague.</param>
    /// <param name="unit">The unit.</param>
    public static string Value(long thousandths, Unit unit)
    {
        if (thousandths < 0)
            return Vague(unit);
        var (scaled, letter, time) = Scale(thousandths, unit);
        var (whole, rest) = (scaled / 1000, scaled % 1000);
        var head = time ? "PT" : "P";
        if (rest == 0)
            return string.Create(CultureInfo.InvariantCulture, $"{head}{whole}{letter}");
        var (smaller, size) = unit switch
        {
            Unit.Year => ("M", 12),
            Unit.Hour => ("M", 60),
            Unit.Minute => ("S", 60),
            Unit.Week => ("D", 7),
            _ => ("", 0),
        };
        if (size == 0 || rest * size % 1000 != 0)
            return string.Create(CultureInfo.InvariantCulture, $"{head}{scaled / 1000m:0.###}{letter}");
        return whole == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{head}{rest * size / 1000}{smaller}")
            : string.Create(CultureInfo.InvariantCulture, $"{head}{whole}{letter}{rest * size / 1000}{smaller}");
    }

    private static (long Thousandths, string Letter, bool Time) Scale(long count, Unit unit) =>
        unit switch
        {
            Unit.Second => (count, "S", true),
            Unit.Minute => (count, "M", true),
            Unit.Hour => (count, "H", true),
            Unit.Day or Unit.Night => (count, "D", false),
            Unit.Weekend => (count, "WE", false),
            Unit.Week => (count, "W", false),
            Unit.Fortnight => (count * 2, "W", false),
            Unit.Month => (count, "M", false),
            Unit.Quarter => (count, "Q", false),
            Unit.HalfYear => (count * 6, "M", false),
            Unit.Season => (count * 3, "M", false),
            Unit.Year => (count, "Y", false),
            Unit.Decade => (Times(count, 10), "Y", false),
            Unit.Century => (Times(count, 100), "Y", false),
            Unit.Millennium => (Times(count, 1000), "Y", false),
            _ => (count, "X", false),
        };

    private static long Times(long count, int factor) => count > long.MaxValue / 2000 / factor ? count : count * factor;

    private static string Vague(Unit unit) =>
        unit switch
        {
            Unit.Second => "PTXS",
            Unit.Minute => "PTXM",
            Unit.Hour => "PTXH",
            Unit.Day or Unit.Night => "PXD",
            Unit.Weekend => "PXWE",
            Unit.Week or Unit.Fortnight => "PXW",
            Unit.Month or Unit.Season => "PXM",
            Unit.Quarter => "PXQ",
            Unit.Decade => "PXDE",
            Unit.Century or Unit.Millennium => "PXCE",
            Unit.Year or Unit.HalfYear => "PXY",
            _ => "PXX",
        };

    /// <summary>The length with its bounds: what the words round is widened, "at least" leaves the top open.</summary>
    /// <param name="low">Count in thousandths, the low end of a range.</param>
    /// <param name="high">High end in thousandths, or null.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="mod">TIMEX3 modifier, or null.</param>
    public static DurationRange? Range(long low, long? high, Unit unit, string? mod)
    {
        if (low < 0 || PeriodOf(low, unit) is not { } stated)
            return null;
        var top = high is { } h ? PeriodOf(h, unit) : stated;
        return mod switch
        {
            "MORE_THAN" or "EQUAL_OR_MORE" or "AFTER" or "ON_OR_AFTER" => new DurationRange(stated, stated, null),
            "LESS_THAN" or "EQUAL_OR_LESS" or "BEFORE" or "ON_OR_BEFORE" => new DurationRange(stated, null, stated),
            "APPROX" => new DurationRange(stated, PeriodOf(low * 9 / 10, unit), PeriodOf((high ?? low) * 11 / 10, unit)),
            _ => new DurationRange(stated, stated, top),
        };
    }

    /// <summary>The period of so many units, down to the second; null where it is out of reach.</summary>
    private static Period? PeriodOf(long thousandths, Unit unit)
    {
        var (scaled, letter, time) = Scale(thousandths, unit);
        var seconds = (letter, time) switch
        {
            ("S", _) => 1L,
            ("M", true) => 60,
            ("H", _) => 3600,
            ("D", _) => 86400,
            ("W", _) => 604800,
            _ => Unknown,
        };
        if (scaled > 1_000_000_000)
            return null;
        if (seconds > 0)
        {
            var builder = new PeriodBuilder { Seconds = scaled * seconds / 1000 };
            return letter == "W" && scaled % 1000 == 0 ? Period.FromWeeks((int)(scaled / 1000)) : builder.Build().Normalize();
        }
        var months = letter switch
        {
            "M" => scaled,
            "Q" => scaled * 3,
            "Y" => scaled * 12,
            "WE" => Unknown,
            _ => Unknown,
        };
        if (letter == "WE")
            return Period.FromDays((int)(scaled * 2 / 1000));
        if (months < 0)
            return null;
        var days = (int)(months % 1000 * 30 / 1000);
        return new PeriodBuilder
        {
            Years = (int)(months / 12000),
            Months = (int)(months / 1000 % 12),
            Days = days,
        }.Build();
    }
}
