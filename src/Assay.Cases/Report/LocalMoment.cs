using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace Assay.Cases.Report;

/// <summary>
/// A moment on some clock, as far as it is known: a month, a day, a day with a time, or a time alone where nothing tells the day.
/// </summary>
[JsonConverter(typeof(LocalMomentConverter))]
public sealed record LocalMoment
{
    private static readonly YearMonthPattern Months = YearMonthPattern.Iso;
    private static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("'T'HH:mm");
    private static readonly LocalTimePattern Seconds = LocalTimePattern.CreateWithInvariantCulture("'T'HH:mm:ss");

    private LocalMoment(YearMonth? month, LocalDate? date, LocalTime? time) => (Month, Date, Time) = (month, date, time);

    /// <summary>The month, where no day is known; null beside a day or a time.</summary>
    public YearMonth? Month { get; }

    /// <summary>The day; null where only the month or the time is known.</summary>
    public LocalDate? Date { get; }

    /// <summary>The time of day; null where none is told.</summary>
    public LocalTime? Time { get; }

    /// <summary>A month.</summary>
    public static LocalMoment Of(YearMonth month) => new(month, null, null);

    /// <summary>A day.</summary>
    public static LocalMoment Of(LocalDate date) => new(null, date, null);

    /// <summary>A time on an unknown day.</summary>
    public static LocalMoment Of(LocalTime time) => new(null, null, time);

    /// <summary>A time on a day.</summary>
    public static LocalMoment Of(LocalDateTime moment) => new(null, moment.Date, moment.TimeOfDay);

    /// <summary>Where it begins: the moment itself, or the first of its day; null where the day is not known.</summary>
    public LocalDateTime? Beginning => Date is { } date ? date + (Time ?? LocalTime.Midnight) : null;

    /// <summary>The ISO form: <c>2022-01</c>, <c>2022-01-05</c>, <c>2022-01-05T23:14</c>, <c>T23:14</c>; seconds where they are not
    /// zero.</summary>
    public override string ToString() => Form(Time is { Second: 0, NanosecondOfSecond: 0 } ? Minutes : Seconds);

    /// <summary>The ISO form with seconds, also where they are zero.</summary>
    public string ToSecond() => Form(Seconds);

    /// <summary>Reads an ISO form; null where the words are none.</summary>
    /// <param name="words">As <see cref="ToString"/> or <see cref="ToSecond"/> write it.</param>
    public static LocalMoment? Read(string words)
    {
        var cut = words.IndexOf('T', StringComparison.Ordinal);
        var (day, hour) = cut < 0 ? (words, null) : (words[..cut], words[cut..]);
        if (hour is null && Months.Parse(day) is { Success: true, Value: var month })
            return Of(month);
        LocalTime? time =
            hour is null ? null
            : Minutes.Parse(hour) is { Success: true, Value: var minute } ? minute
            : Seconds.Parse(hour) is { Success: true, Value: var second } ? second
            : null;
        LocalDate? date = LocalDatePattern.Iso.Parse(day) is { Success: true, Value: var read } ? read : null;
        var isWhole = (hour is null || time is not null) && (date is not null || day.Length == 0 && time is not null);
        return isWhole ? new LocalMoment(null, date, time) : null;
    }

    /// <summary>The order of days, a month before its days and a day before its times; times without a day last.</summary>
    public static IComparer<LocalMoment> ByDay { get; } = Comparer<LocalMoment>.Create((a, b) => a.Order.CompareTo(b.Order));

    private (LocalDate Date, int Known, LocalTime Time) Order =>
        (
            Month is { } month ? month.OnDayOfMonth(1) : Date ?? LocalDate.MaxIsoValue,
            Month is not null ? 0
            : Time is null ? 1
            : 2,
            Time ?? LocalTime.Midnight
        );

    private string Form(LocalTimePattern times)
    {
        var day =
            Month is { } month ? Months.Format(month)
            : Date is { } date ? LocalDatePattern.Iso.Format(date)
            : "";
        return Time is { } time ? day + times.Format(time) : day;
    }
}
