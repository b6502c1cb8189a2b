namespace Assay.Chronology.Edtf;

/// <summary>
/// One family of stretches a value may mean: it starts at some second of <c>[StartLow, StartHigh]</c>, ends (inclusive) at some second of
/// <c>[EndLow, EndHigh]</c> and is at least <c>Least</c> seconds long. Seconds count from 1970-01-01T00:00:00 on the value's own clock.
/// </summary>
internal readonly record struct EdtfStretch(long StartLow, long StartHigh, long EndLow, long EndHigh, long Least)
{
    /// <summary>No beginning. Beyond every year the parser accepts, and the difference to <see cref="Forever"/> fits 64 bits.</summary>
    public const long Never = -4_500_000_000_000_000_000;

    /// <summary>No end.</summary>
    public const long Forever = 4_500_000_000_000_000_000;

    /// <summary>A stretch whose first and last second are known.</summary>
    public static EdtfStretch Exactly(long first, long last) => new(first, first, last, last, last - first + 1);

    /// <summary>Any stretch of at least a day within the days from the first to the last second.</summary>
    public static EdtfStretch SomeDayOf(long first, long last) =>
        new(first, last - EdtfCalendar.Day + 1, first + EdtfCalendar.Day - 1, last, EdtfCalendar.Day);

    /// <summary>The same family with bounds that its least length rules out cut off.</summary>
    public EdtfStretch Tightened()
    {
        var startHigh = EndHigh == Forever ? StartHigh : Math.Min(StartHigh, EndHigh - Least + 1);
        var endLow = StartLow == Never ? EndLow : Math.Max(EndLow, StartLow + Least - 1);
        return this with { StartHigh = startHigh, EndLow = endLow };
    }

    /// <summary>The same family, each stretch moved up to so many units of a part of the date either way.</summary>
    public EdtfStretch Padded(EdtfPart part, int units) =>
        units == 0
            ? this
            : new(
                Moved(StartLow, part, -units),
                Moved(StartHigh, part, units),
                Moved(EndLow + 1, part, -units) - 1,
                Moved(EndHigh + 1, part, units) - 1,
                Least - (part == EdtfPart.Day ? 0 : Math.Min(3 * EdtfCalendar.Day, Least - 1))
            );

    /// <summary>The same family on UTC, where the stretch is on a clock somewhere between UTC-12 and UTC+14.</summary>
    public EdtfStretch OnSomeClock()
    {
        const long ahead = 14 * 3600;
        const long behind = 12 * 3600;
        return new(Shifted(StartLow, -ahead), Shifted(StartHigh, behind), Shifted(EndLow, -ahead), Shifted(EndHigh, behind), Least);
    }

    /// <summary>Might a stretch of this family share a second with one of the other?</summary>
    public bool MightOverlap(EdtfStretch other) => StartLow <= other.EndHigh && other.StartLow <= EndHigh;

    /// <summary>Might a stretch of this family lie within one of the other?</summary>
    public bool MightLieIn(EdtfStretch other)
    {
        var start = Math.Max(StartLow, other.StartLow);
        var end = Math.Min(EndHigh, other.EndHigh);
        return start <= StartHigh && end >= EndLow && end - start + 1 >= Least;
    }

    private static long Shifted(long second, long by) => second is Never or Forever ? second : second + by;

    private static long Moved(long second, EdtfPart part, int units)
    {
        if (second is <= Never + 1 or >= Forever)
            return second;
        var days = (long)Math.Floor((decimal)second / EdtfCalendar.Day);
        if (part == EdtfPart.Day)
            return second + (units * EdtfCalendar.Day);
        var (year, month, day) = EdtfCalendar.CivilFromDays(days);
        var months = (year * 12) + month - 1 + (part == EdtfPart.Year ? units * 12L : units);
        var toYear = (long)Math.Floor((decimal)months / 12);
        var toMonth = (int)(months - (toYear * 12)) + 1;
        var toDay = Math.Min(day, EdtfCalendar.DaysInMonth(toYear, toMonth));
        return EdtfCalendar.SecondOf(toYear, toMonth, toDay) + (second - (days * EdtfCalendar.Day));
    }
}
