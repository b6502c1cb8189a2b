using System.Globalization;
using NodaTime;

namespace Assay.Chronology.Edtf;

/// <summary>
/// The earliest or latest time a value allows: a second of the proleptic Gregorian calendar, or nothing where the value is unbounded there.
/// Local to
/// the value's own clock; times with a stated offset are in UTC.
/// </summary>
public readonly record struct EdtfBound : IComparable<EdtfBound>
{
    private readonly long second;

    private EdtfBound(long second) => this.second = second;

    /// <summary>False where the value has no bound on this side.</summary>
    public bool IsBounded => second is > EdtfStretch.Never and < EdtfStretch.Forever;

    /// <summary>Year, astronomically numbered. Meaningless where unbounded.</summary>
    public long Year => Civil.Year;

    /// <summary>Month, 1 to 12. Meaningless where unbounded.</summary>
    public int Month => Civil.Month;

    /// <summary>Day of the month. Meaningless where unbounded.</summary>
    public int Day => Civil.Day;

    /// <summary>Seconds since midnight: 0 for the earliest second of a day, 86,399 for the last.</summary>
    public int SecondOfDay => (int)(second - (Days * EdtfCalendar.Day));

    private long Days => (long)Math.Floor((decimal)second / EdtfCalendar.Day);

    private (long Year, int Month, int Day) Civil => EdtfCalendar.CivilFromDays(Days);

    /// <summary>The day as NodaTime writes it; null where unbounded or outside years -9998 to 9999.</summary>
    public LocalDate? ToLocalDate() => IsBounded && Year is >= -9998 and <= 9999 ? new LocalDate((int)Year, Month, Day) : null;

    /// <summary>Orders in time; unbounded past first, unbounded future last.</summary>
    public int CompareTo(EdtfBound other) => second.CompareTo(other.second);

    /// <summary><c>2004-06-11T23:59:59</c>, or <c>..</c> where unbounded.</summary>
    public override string ToString() =>
        !IsBounded
            ? ".."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{EdtfYear.Write(Year)}-{Month:00}-{Day:00}T{SecondOfDay / 3600:00}:{SecondOfDay / 60 % 60:00}:{SecondOfDay % 60:00}"
            );

    /// <summary>True where left lies before right.</summary>
    public static bool operator <(EdtfBound left, EdtfBound right) => left.CompareTo(right) < 0;

    /// <summary>True where left lies after right.</summary>
    public static bool operator >(EdtfBound left, EdtfBound right) => left.CompareTo(right) > 0;

    /// <summary>True where left does not lie after right.</summary>
    public static bool operator <=(EdtfBound left, EdtfBound right) => left.CompareTo(right) <= 0;

    /// <summary>True where left does not lie before right.</summary>
    public static bool operator >=(EdtfBound left, EdtfBound right) => left.CompareTo(right) >= 0;

    internal static EdtfBound Of(long second) => new(second);
}
