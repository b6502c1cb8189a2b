using NodaTime;

namespace Assay.Reading.Time;

/// <summary>
/// What the words of an expression themselves say of a day, before anything is completed from elsewhere: for a decision over the whole
/// text. Everything is
/// null or false where the words do not say it.
/// </summary>
internal sealed record SaidDay
{
    /// <summary>The year, where it is written.</summary>
    public int? Year { get; init; }

    /// <summary>The month, 1 to 12.</summary>
    public int? Month { get; init; }

    /// <summary>The day of the month.</summary>
    public int? Day { get; init; }

    /// <summary>The day of the week where it is all that is said.</summary>
    public IsoDayOfWeek? Weekday { get; init; }

    /// <summary>The day of the week said beside a date: it tells the year.</summary>
    public IsoDayOfWeek? DayOfWeek { get; init; }

    /// <summary>Days from the day of writing: -1 for "yesterday".</summary>
    public int? Offset { get; init; }

    /// <summary>Days from the day spoken of: 0 for "that night", 1 for "the next morning".</summary>
    public int? Step { get; init; }

    /// <summary>The part of the day: 1 morning, 2 noon, 3 afternoon, 4 evening, 5 night, 6 daytime; 0 where none is said.</summary>
    public int Part { get; init; }

    /// <summary>True where an hour of 1 to 12 is said without its half of the day.</summary>
    public bool IsBareHour { get; init; }

    /// <summary>True where an hour is said with two digits and is below 10 ("08:45"): a clock of 24 hours.</summary>
    public bool IsPadded { get; init; }

    /// <summary>True for a time counted from the clock last spoken of ("two hours later").</summary>
    public bool IsCounted { get; init; }

    /// <summary>True for an hour written in words or after words ("half past nine", "six o'clock").</summary>
    public bool IsSpelled { get; init; }

    /// <summary>Which way from the day of writing a weekday lies: -1 for "last Thursday", 1 for "next Thursday", 0 for "this Thursday"; null
    /// where the words do not say.</summary>
    public int? Direction { get; init; }

    /// <summary>True where a feast names the day ("Christmas Eve").</summary>
    public bool IsFeast { get; init; }

    /// <summary>True where month and day are said.</summary>
    public bool IsDate => Month is not null && Day is not null;

    /// <summary>True where anything says which day is meant.</summary>
    public bool NamesDay => Day is not null || Weekday is not null || Offset is not null;
}
