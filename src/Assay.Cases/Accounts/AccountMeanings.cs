using Assay.Reading.Events;
using NodaTime;

namespace Assay.Cases.Accounts;

/// <summary>How far round words of time may be from the truth in an account; the defaults are those of the method.</summary>
public sealed record AccountMeanings
{
    /// <summary>Whole hours.</summary>
    public Duration Hours { get; init; } = Tolerances.Default.Hours;

    /// <summary>Half an hour.</summary>
    public Duration HalfHour { get; init; } = Tolerances.Default.HalfHour;

    /// <summary>Minutes in fives.</summary>
    public Duration MinutesInFives { get; init; } = Tolerances.Default.MinutesInFives;

    /// <summary>Other minutes.</summary>
    public Duration Minutes { get; init; } = Tolerances.Default.Minutes;

    /// <summary>Days.</summary>
    public Duration Days { get; init; } = Tolerances.Default.Days;

    /// <summary>Weeks.</summary>
    public Duration Weeks { get; init; } = Tolerances.Default.Weeks;

    /// <summary>Months.</summary>
    public Duration Months { get; init; } = Tolerances.Default.Months;

    /// <summary>"About" a clock time.</summary>
    public Duration AboutClock { get; init; } = Tolerances.Default.AboutClock;

    /// <summary>Those a reading was made with.</summary>
    /// <param name="used">The tolerances of the reading.</param>
    public static AccountMeanings Of(Tolerances used) =>
        new()
        {
            Hours = used.Hours,
            HalfHour = used.HalfHour,
            MinutesInFives = used.MinutesInFives,
            Minutes = used.Minutes,
            Days = used.Days,
            Weeks = used.Weeks,
            Months = used.Months,
            AboutClock = used.AboutClock,
        };
}
