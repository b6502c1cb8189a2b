using System.Globalization;
using Assay.Chronology.Edtf;
using NodaTime;
using NodaTime.Calendars;

namespace Assay.Reading.Time.Timex;

/// <summary>
/// Converts between TIMEX3 values (ISO-TimeML) and EDTF (ISO 8601-2). What one of the two cannot hold gives null, never a near miss:
/// durations,
/// sets, references such as <c>PAST_REF</c>, times of day without seconds and parts of the day have no EDTF; open intervals have no TIMEX3.
/// </summary>
/// <remarks>
/// Weeks and weekends become intervals of days, quarters and halves the groupings 33 to 36, 40 and 41, seasons 21 to 24, decades and
/// centuries
/// years with unspecified digits, <c>BC0044</c> the astronomical year <c>-0043</c>. Of the modifiers <c>APPROX</c> becomes <c>~</c>, and
/// <c>ON_OR_BEFORE</c> and <c>ON_OR_AFTER</c> an open range; <c>START</c>, <c>MID</c> and <c>END</c> name a part of the value and are left
/// off, since
/// the value still holds; <c>BEFORE</c> and <c>AFTER</c> lie outside it and give null.
/// </remarks>
public static class TimexEdtf
{
    private static readonly string[] Groupings = ["SP", "SU", "FA", "WI", "Q1", "Q2", "Q3", "Q4", "H1", "H2"];
    private static readonly int[] Codes = [21, 22, 23, 24, 33, 34, 35, 36, 40, 41];

    /// <summary>The EDTF form of a TIMEX3 value with its modifier, or null where EDTF cannot hold it.</summary>
    public static string? ToEdtf(string value, string? mod)
    {
        ArgumentNullException.ThrowIfNull(value);
        var plain = Plain(value);
        return plain is null
            ? null
            : mod switch
            {
                null or "START" or "MID" or "END" => plain,
                "APPROX" => Approximate(plain),
                "ON_OR_BEFORE" => IsSingleDate(plain) ? $"[..{plain}]" : null,
                "ON_OR_AFTER" => IsSingleDate(plain) ? $"[{plain}..]" : null,
                _ => null,
            };
    }

    /// <summary>The TIMEX3 value and modifier of an EDTF text, or null where it is no EDTF or TIMEX3 cannot hold it.</summary>
    public static TimexValue? FromEdtf(string edtf)
    {
        ArgumentNullException.ThrowIfNull(edtf);
        var parsed = EdtfValue.Parse(edtf);
        return !parsed.Succeeded
            ? null
            : parsed.Value switch
            {
                EdtfDate date => OfDate(date),
                EdtfDateTime time => Bare(time.Date) is { } day ? new($"{day}{edtf[edtf.IndexOf('T', StringComparison.Ordinal)..]}") : null,
                EdtfInterval { Start.Date: { } start, End.Date: { } end } => OfWeek(start, end),
                EdtfSet { Kind: EdtfSetKind.OneOf, Members: [{ IsSingle: false } range] } => OfRange(range),
                _ => null,
            };
    }

    private static string? Plain(string value)
    {
        if (IsCalendarDate(value))
            return value;
        if (value.Length is > 10 and < 19 && value[10] == 'T')
            return null;
        if (value.Length is 1 or 2 or 3 && value.All(char.IsAsciiDigit))
            return value.PadRight(4, 'X');
        if (value.StartsWith("BC", StringComparison.Ordinal))
            return BeforeChrist(value);
        if (value.Length >= 7 && value[4] == '-')
        {
            if (value[5] == 'W' && value[6] != 'I')
                return Week(value);
            var grouping = Array.IndexOf(Groupings, value[5..]);
            if (grouping >= 0)
                value = string.Create(CultureInfo.InvariantCulture, $"{value[..5]}{Codes[grouping]}");
            else if (value.Length == 7 && value[5] == '2')
                return null;
        }
        return value.Length >= 4 && (char.IsAsciiDigit(value[0]) || value[0] == 'X') && IsEdtf(value) ? value : null;
    }

    /// <summary>The usual case without parsing: <c>1998</c>, <c>1998-01</c>, <c>1998-01-08</c>. Days past the 28th take the long
    /// way.</summary>
    private static bool IsCalendarDate(string value)
    {
        if (value.Length is not (4 or 7 or 10))
            return false;
        for (var i = 0; i < value.Length; i++)
            if (i is 4 or 7 ? value[i] != '-' : !char.IsAsciiDigit(value[i]))
                return false;
        return (value.Length < 7 || Two(value, 5) is >= 1 and <= 12) && (value.Length < 10 || Two(value, 8) is >= 1 and <= 28);
    }

    private static int Two(string value, int at) => ((value[at] - '0') * 10) + value[at + 1] - '0';

    /// <summary>A single date or date and time that prints as it reads.</summary>
    private static bool IsEdtf(string value) =>
        EdtfValue.Parse(value) is { Succeeded: true, Value: EdtfDate { IsQualified: false, Year.SignificantDigits: null } or EdtfDateTime };

    private static bool IsSingleDate(string plain) =>
        !plain.Contains('/', StringComparison.Ordinal) && !plain.Contains('T', StringComparison.Ordinal);

    private static string? Approximate(string plain)
    {
        if (plain.Contains('T', StringComparison.Ordinal))
            return null;
        return plain.Replace("/", "~/", StringComparison.Ordinal) + "~";
    }

    private static string? BeforeChrist(string value)
    {
        if (
            value.Length < 6
            || !int.TryParse(value.AsSpan(2, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || year == 0
        )
            return null;
        var astronomical = year == 1 ? "0000" : string.Create(CultureInfo.InvariantCulture, $"-{year - 1:0000}");
        var edtf = astronomical + value[6..];
        return (value.Length == 6 || value[6] == '-') && IsEdtf(edtf) && FromEdtf(edtf)?.Value == value ? edtf : null;
    }

    private static string? Week(string value)
    {
        var isWeekend = value.Length == 11 && value.EndsWith("-WE", StringComparison.Ordinal);
        if (
            !(value.Length == 8 || isWeekend)
            || !int.TryParse(value.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(value.AsSpan(6, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var week)
            || year is < 1 or > 9998
            || week < 1
            || week > WeekYearRules.Iso.GetWeeksInWeekYear(year)
        )
            return null;
        var monday = WeekYearRules.Iso.GetLocalDate(year, week, IsoDayOfWeek.Monday);
        return $"{Text(isWeekend ? monday.PlusDays(5) : monday)}/{Text(monday.PlusDays(6))}";
    }

    private static string Text(LocalDate day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-{day.Month:00}-{day.Day:00}");

    private static TimexValue? OfDate(EdtfDate date)
    {
        var qualifier = date.YearQualifier;
        if (qualifier is not (EdtfQualifier.None or EdtfQualifier.Approximate) || date != date.Qualified(qualifier))
            return null;
        return Bare(date.Qualified(EdtfQualifier.None)) is { } value ? new(value, qualifier == EdtfQualifier.None ? null : "APPROX") : null;
    }

    /// <summary>TIMEX3 text of an unqualified date.</summary>
    private static string? Bare(EdtfDate date)
    {
        var year = date.Year;
        if (date.IsQualified || year.Notation != EdtfYearNotation.FourDigits || year.SignificantDigits is not null)
            return null;
        var rest = date.ToString()[year.ToString().Length..];
        if (date.Season is { } season)
        {
            var grouping = Array.IndexOf(Codes, season);
            if (grouping < 0)
                return null;
            rest = "-" + Groupings[grouping];
        }
        if (year.Negative || year.Number == 0)
            return year.Number is { } number ? string.Create(CultureInfo.InvariantCulture, $"BC{1 - number:0000}{rest}") : null;
        var stated = year.Digits.TrimEnd('X');
        return rest.Length == 0 && stated.Length is > 0 and < 4 && stated.All(char.IsAsciiDigit) ? stated : year.Digits + rest;
    }

    private static TimexValue? OfWeek(EdtfDate start, EdtfDate end)
    {
        if (OfDate(start) is not { } from || OfDate(end) is not { } to || from.Mod != to.Mod)
            return null;
        if (Day(start) is not { } first || Day(end) is not { } last || last.DayOfWeek != IsoDayOfWeek.Sunday)
            return null;
        var weekend = (last - first).Days switch
        {
            6 => "",
            1 => "-WE",
            _ => null,
        };
        return weekend is null
            ? null
            : new(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{WeekYearRules.Iso.GetWeekYear(last):0000}-W{WeekYearRules.Iso.GetWeekOfWeekYear(last):00}{weekend}"
                ),
                from.Mod
            );
    }

    private static LocalDate? Day(EdtfDate date) =>
        date is { Precision: EdtfPart.Day, IsComplete: true, Year.Number: > 0 }
            ? new LocalDate((int)date.Year.Number.Value, date.Month!.Value.Number!.Value, date.Day!.Value.Number!.Value)
            : null;

    private static TimexValue? OfRange(EdtfMember range) =>
        (range.First, range.Last) switch
        {
            (null, { } last) when Bare(last) is { } value => new(value, "ON_OR_BEFORE"),
            ({ } first, null) when Bare(first) is { } value => new(value, "ON_OR_AFTER"),
            _ => null,
        };
}

/// <summary>A TIMEX3 value with its modifier.</summary>
/// <param name="Value">Value, such as <c>1998-W02</c>.</param>
/// <param name="Mod">Modifier, such as <c>APPROX</c>; null for none.</param>
public sealed record TimexValue(string Value, string? Mod = null);
