using System.Globalization;
using System.Text.RegularExpressions;
using Assay.Cases.Accounts;
using Assay.Cases.Checking;
using Assay.Cases.Proposals;
using Assay.Reading.Time;
using NodaTime;

namespace Assay.Cases.Exchange.Incoming;

/// <summary>The order of the parts of a date that is written with strokes or stops.</summary>
public enum DateOrder
{
    /// <summary>That of the file where it tells it: a part above 12 is a day.</summary>
    Told,

    /// <summary>Day, month, year.</summary>
    Day,

    /// <summary>Month, day, year.</summary>
    Month,
}

/// <summary>A date as a cell writes it.</summary>
/// <param name="Edtf">The date: year, month or day.</param>
/// <param name="Day">The day; null for a month or a year.</param>
/// <param name="Time">The time of day behind it, or null.</param>
/// <param name="Zone">The zone behind that, as written; empty where there is none.</param>
internal sealed record WrittenDate(string Edtf, LocalDate? Day, LocalTime? Time, string Zone);

/// <summary>Reads dates, times and zones as tables write them. What may mean two days is not read.</summary>
internal static partial class WrittenDates
{
    /// <summary>The date of a cell, or what is wrong with it.</summary>
    public static (WrittenDate? Date, string? Wrong) Read(string cell, DateOrder order)
    {
        var words = cell.Trim();
        if (Iso().Match(words) is { Success: true } iso)
            return Of(Part(iso, "y"), Part(iso, "m"), Part(iso, "d"), iso.Groups["rest"].Value.Trim(), words);
        if (Strokes().Match(words) is not { Success: true } strokes)
            return (null, $"“{Shown(words)}” is no date that is read: write it YYYY-MM-DD, YYYY-MM or YYYY.");
        var (one, two) = (Part(strokes, "a")!.Value, Part(strokes, "b")!.Value);
        var isDayFirst = one > 12 && two <= 12 || one == two || order == DateOrder.Day;
        var isMonthFirst = two > 12 && one <= 12 || order == DateOrder.Month;
        if (one > 12 && two > 12)
            return (null, $"“{Shown(words)}” is no day of the calendar.");
        if (!isDayFirst && !isMonthFirst)
            return (null, $"“{Shown(words)}” may be two days: say which with --dates dmy or --dates mdy, or write it YYYY-MM-DD.");
        var (day, month) = isDayFirst && !(isMonthFirst && order == DateOrder.Month) ? (one, two) : (two, one);
        return Of(Part(strokes, "y"), month, day, strokes.Groups["rest"].Value.Trim(), words);
    }

    /// <summary>The order that a column of dates tells by a part above 12; what was asked for where it tells none or both.</summary>
    public static DateOrder Order(IEnumerable<string> cells, DateOrder asked)
    {
        if (asked != DateOrder.Told)
            return asked;
        var matches = cells.Select(c => Strokes().Match(c.Trim())).Where(m => m.Success).ToList();
        var (day, month) = (matches.Exists(m => Part(m, "a") > 12), matches.Exists(m => Part(m, "b") > 12));
        return day == month ? DateOrder.Told
            : day ? DateOrder.Day
            : DateOrder.Month;
    }

    /// <summary>The time of day of words, or null.</summary>
    public static LocalTime? Time(string words)
    {
        if (Clock().Match(words.Trim()) is not { Success: true } clock)
            return ClockWords.Told(words) is [{ IsPart: false } told] ? told.Clock.Time : null;
        var (hour, minute, second) = (Part(clock, "h")!.Value, Part(clock, "m")!.Value, Part(clock, "s") ?? 0);
        return hour < 24 && minute < 60 && second < 60 ? new LocalTime(hour, minute, second) : null;
    }

    /// <summary>The zone that words name: an IANA id, an offset, or a name that means one zone; null where they name none.</summary>
    public static string? Zone(string words)
    {
        var named = words.Trim();
        if (named is "Z" or "z" or "UTC" or "GMT" or "+00:00")
            return "UTC";
        if (Offset().Match(named) is { Success: true } offset)
            named = $"UTC{Of("sign").Replace('−', '-')}{Of("h").PadLeft(2, '0')}:{Of("m").PadLeft(2, '0')}";
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(named) is not null)
            return named;
        return named.Length is > 0 and < 60 && StatedZone.Told(named) is [var told] ? told : null;

        string Of(string part) => offset.Groups[part].Value;
    }

    /// <summary>A zone that the file states.</summary>
    public static IReadOnlyList<ZoneChoice> Stated(string zone, string words) => [new ZoneChoice(zone, $"stated: “{words.Trim()}”", true)];

    /// <summary>The beginning of words, for a message.</summary>
    public static string Shown(string words) => Ground.Outcomes.Printable.Of(words.Length <= 60 ? words : words[..59] + "…");

    private static (WrittenDate?, string?) Of(int? year, int? month, int? day, string rest, string words)
    {
        if (year is not >= TimeContext.FirstYear or > TimeContext.LastYear)
            return (null, $"The year of “{Shown(words)}” is outside {TimeContext.FirstYear} to {TimeContext.LastYear}.");
        if (month is < 1 or > 12 || day is { } d && (d < 1 || d > CalendarSystem.Iso.GetDaysInMonth(year.Value, month!.Value)))
            return (null, $"“{Shown(words)}” is no day of the calendar.");
        var edtf = string.Join(
            '-',
            new[] { year.Value.ToString("0000", CultureInfo.InvariantCulture), Two(month), Two(day) }.OfType<string>()
        );
        LocalDate? whole = day is null ? null : new LocalDate(year.Value, month!.Value, day.Value);
        if (rest.Length == 0)
            return (new(edtf, whole, null, ""), null);
        var split = Behind().Match(rest);
        var time = split.Success ? Time(split.Groups["clock"].Value) : null;
        return time is null || whole is null
            ? (null, $"What stands behind the day in “{Shown(words)}” is no time of day.")
            : (new(edtf, whole, time, split.Groups["zone"].Value.Trim()), null);
    }

    private static string? Two(int? part) => part?.ToString("00", CultureInfo.InvariantCulture);

    private static int? Part(Match match, string name) =>
        match.Groups[name] is { Success: true, Value: { Length: > 0 } digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^(?<y>[0-9]{4})(-(?<m>[0-9]{1,2})(-(?<d>[0-9]{1,2})(?<rest>[T ].*)?)?)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?<a>[0-9]{1,2})[./-](?<b>[0-9]{1,2})[./-](?<y>[0-9]{4})(?<rest>[ ,].*)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Strokes();

    [GeneratedRegex(@"^(?<h>[0-9]{1,2}):(?<m>[0-9]{2})(:(?<s>[0-9]{2})(\.[0-9]+)?)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Clock();

    [GeneratedRegex(
        @"^[T, ]*(?<clock>[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?( ?[ap]\.?m\.?)?)(?<zone>.*)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Behind();

    [GeneratedRegex(@"^(UTC|GMT)?(?<sign>[+−-])(?<h>[0-9]{1,2})(:?(?<m>[0-9]{2}))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Offset();
}
