using System.Globalization;
using Assay.Reading.Time;
using NodaTime;

namespace Assay.Reading.Days;

/// <summary>Finds clocks that repeat the clock before them on another zone: "4:20 pm local time (1320 GMT)".</summary>
internal static class DoubleClocks
{
    private const int Nearest = 24;
    private const int MostHours = 14;

    /// <summary>For each expression, the index of the clock whose instant it repeats, or -1.</summary>
    public static int[] Find(DayText text)
    {
        var of = new int[text.Times.Count];
        Array.Fill(of, -1);
        for (var i = 1; i < of.Length; i++)
        {
            if (
                text.SentenceOf[i] != text.SentenceOf[i - 1]
                || !ClockPointReader.IsClock(text.Times[i])
                || !ClockPointReader.IsClock(text.Times[i - 1])
            )
                continue;
            if (Repeats(text, i))
                of[i] = of[i - 1] >= 0 ? of[i - 1] : i - 1;
        }

        return of;
    }

    // Nothing but an opening bracket, or a comma or "or" before a clock that names its zone, stands between the two.
    private static bool Repeats(DayText text, int i)
    {
        var (first, second) = (text.Times[i - 1], text.Times[i]);
        if (second.Span.Start - first.Span.End > Nearest)
            return false;
        var between = text.Between(text.SentenceOf[i], first.Span.End, second.Span.Start);
        var (bracket, rest) = (false, 0);
        foreach (var word in between)
        {
            if (word.Lower is "(" or "[")
                bracket = true;
            else if (!bracket && word.Lower is "local" or "time" || word.AllCaps)
                continue;
            else if (bracket && word.Lower is "or" or "at" or "about" or ",")
                continue;
            else
                rest++;
        }

        return rest == 0 && bracket && DiffersByZone(first, second);
    }

    // Two zones differ by whole quarters of an hour.
    private static bool DiffersByZone(TimeExpression first, TimeExpression second) =>
        Math.Abs(first.Clock!.Time.TickOfDay - second.Clock!.Time.TickOfDay) / NodaConstants.TicksPerMinute % 15 == 0;

    /// <summary>
    /// The first clock with the offset that the second gives it: "4:20 pm local time (1320 GMT)" is at UTC+03:00. The clock as it is where
    /// it names its own
    /// zone, or where the second one's offset is not known.
    /// </summary>
    public static TimeExpression Zoned(TimeExpression first, TimeExpression second)
    {
        if (first.Clock is not { Zone: null } clock || second.Clock is not { Zone: { Zones: [var id] } zone } other)
            return first;
        if (OffsetOf(id, (other.Date ?? clock.Date)?.At(other.Time)) is not { } offset)
            return first;
        var apart = clock.Time.TickOfDay - other.Time.TickOfDay;
        var half = NodaConstants.TicksPerDay / 2;
        var ticks =
            offset.Ticks
            + (
                apart > half ? apart - NodaConstants.TicksPerDay
                : apart <= -half ? apart + NodaConstants.TicksPerDay
                : apart
            );
        if (Math.Abs(ticks) > MostHours * NodaConstants.TicksPerHour)
            return first;
        var minutes = (int)(Math.Abs(ticks) / NodaConstants.TicksPerMinute);
        var own =
            minutes == 0
                ? "UTC"
                : string.Create(CultureInfo.InvariantCulture, $"UTC{(ticks < 0 ? '-' : '+')}{minutes / 60:00}:{minutes % 60:00}");
        return first with { Clock = clock with { Zone = new ZoneMention(second.Span, second.Text, [own]) } };
    }

    private static Offset? OffsetOf(string zone, LocalDateTime? local)
    {
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone.EndsWith(":00", StringComparison.Ordinal) ? zone[..^3] : zone) is not { } rules)
            return null;
        var at = rules.MapLocal(local ?? new LocalDateTime(2000, 1, 1, 12, 0));
        return local is null && rules.MinOffset != rules.MaxOffset ? null
            : at.Count == 1 ? at.Single().Offset
            : null;
    }
}
