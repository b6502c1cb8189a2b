using Assay.Reading.Time;
using NodaTime;

namespace Assay.Reading.Events;

/// <summary>
/// How far round words of length may be from the truth (settled point 6 of the method). Every value may be changed by the caller and is
/// shown
/// with the result.
/// </summary>
public sealed record Tolerances
{
    /// <summary>The longest length, in years, that is reckoned with: no calendar in use tells more.</summary>
    public const int MostYears = 10_000;

    /// <summary>The defaults of the method.</summary>
    public static Tolerances Default { get; } = new();

    /// <summary>Whole hours: 30 minutes either way.</summary>
    public Duration Hours { get; init; } = Duration.FromMinutes(30);

    /// <summary>Half an hour, also beside whole hours ("three and a half hours"): 5 minutes.</summary>
    public Duration HalfHour { get; init; } = Duration.FromMinutes(5);

    /// <summary>Minutes in fives: 2 minutes.</summary>
    public Duration MinutesInFives { get; init; } = Duration.FromMinutes(2);

    /// <summary>Other minutes: 30 seconds.</summary>
    public Duration Minutes { get; init; } = Duration.FromSeconds(30);

    /// <summary>Days: 12 hours.</summary>
    public Duration Days { get; init; } = Duration.FromHours(12);

    /// <summary>Weeks: 3.5 days.</summary>
    public Duration Weeks { get; init; } = Duration.FromHours(84);

    /// <summary>Months: 15 days.</summary>
    public Duration Months { get; init; } = Duration.FromDays(15);

    /// <summary>Years: half a year.</summary>
    public Duration Years { get; init; } = Duration.FromDays(182);

    /// <summary>"About" a clock time: 15 minutes either way.</summary>
    public Duration AboutClock { get; init; } = Duration.FromMinutes(15);

    /// <summary>How far a length may be off, by its smallest stated unit.</summary>
    public Duration Of(Period length)
    {
        if (length.Seconds != 0)
            return Duration.FromMilliseconds(500);
        if (length.Minutes == 30)
            return HalfHour;
        if (length.Minutes != 0)
            return length.Minutes % 5 == 0 ? MinutesInFives : Minutes;
        if (length.Hours != 0)
            return Hours;
        if (length.Days != 0)
            return Days;
        if (length.Weeks != 0)
            return Weeks;
        return length.Months != 0 ? Months : Years;
    }

    /// <summary>A period as a length, months counted as 30 days and years as 365.</summary>
    /// <exception cref="OverflowException">It is beyond the lengths that can be reckoned with; <see cref="LengthOf"/> gives none
    /// such.</exception>
    public static Duration Length(Period period) =>
        Duration.FromDays(checked(period.Years * 365 + period.Months * 30 + period.Weeks * 7 + period.Days))
        + Duration.FromHours(period.Hours)
        + Duration.FromMinutes(period.Minutes)
        + Duration.FromSeconds(period.Seconds);

    /// <summary>The length a DURATION expression states, or null where its value is no plain ISO 8601 duration or beyond
    /// <see cref="MostYears"/>.</summary>
    public static Period? LengthOf(TimeExpression expression) => Stated(expression) is { } period && IsInReach(period) ? period : null;

    // "999999999 hours after the call" is no length that clocks could tell.
    private static bool IsInReach(Period period) =>
        period.Years
            + period.Months / 12.0
            + (period.Weeks * 7.0 + period.Days + period.Hours / 24.0 + period.Minutes / 1440.0 + period.Seconds / 86400.0) / 365
        <= MostYears;

    private static Period? Stated(TimeExpression expression)
    {
        if (expression.Length is { } range)
            return range.Stated;
        if (expression.Type != TimexType.Duration || !expression.Value.StartsWith('P'))
            return null;
        var parsed = NodaTime.Text.PeriodPattern.NormalizingIso.Parse(expression.Value);
        return parsed.Success && parsed.Value != Period.Zero ? parsed.Value : null;
    }
}
