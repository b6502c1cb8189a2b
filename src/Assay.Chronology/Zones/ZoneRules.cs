using Assay.Chronology.Model;
using NodaTime;
using NodaTime.TimeZones;

namespace Assay.Chronology.Zones;

/// <summary>What the zone rules make of local times: which stretches of UTC a local window stands for.</summary>
/// <remarks>Rules come from the time zone database (tzdb) that NodaTime carries. Thread-safe.</remarks>
internal static class ZoneRules
{
    private static readonly Duration WidestOffset = Duration.FromHours(18);

    /// <summary>The zone of an IANA id or of a fixed offset (<c>UTC</c>, <c>UTC+03:00</c>), or null where there is none.</summary>
    public static DateTimeZone? Find(string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);

    /// <summary>The id of a fixed offset, in the form <see cref="Find"/> reads.</summary>
    public static string FixedId(Offset offset) => DateTimeZone.ForOffset(offset).Id;

    /// <summary>The stretches of UTC time whose local time in the zone lies in the window, in order. None where a clock change skips the
    /// whole window, two where it repeats it.</summary>
    public static List<UtcPiece> Resolve(DateTimeZone zone, LocalWindow window, StatedMinutes stated)
    {
        var pieces = new List<UtcPiece>(1);
        var (from, until) = (Ticks(window.From), Ticks(window.Until));
        var (first, last) = (Ticks(stated.First), Ticks(stated.Last));
        var end = Instant.FromUnixTimeTicks(until).Plus(WidestOffset);
        var rule = zone.GetZoneInterval(Instant.FromUnixTimeTicks(from).Minus(WidestOffset));
        while (true)
        {
            Add(pieces, rule, from, until, first, last);
            if (!rule.HasEnd || rule.End >= end)
            {
                return pieces;
            }

            rule = zone.GetZoneInterval(rule.End);
        }
    }

    private static void Add(List<UtcPiece> pieces, ZoneInterval rule, long from, long until, long first, long last)
    {
        var offset = rule.WallOffset.Ticks;
        var start = Math.Max(from - offset, rule.HasStart ? rule.Start.ToUnixTimeTicks() : long.MinValue);
        var stop = Math.Min(until - offset, rule.HasEnd ? rule.End.ToUnixTimeTicks() : long.MaxValue);
        if (start >= stop)
        {
            return;
        }

        var low = Math.Clamp(first - offset, start, stop);
        var high = Math.Clamp(last - offset, low, stop);
        if (pieces.Count > 0 && pieces[^1].Until == start)
        {
            // The clock changed inside the window: one stretch of UTC, read on two offsets.
            var before = pieces[^1];
            pieces[^1] = new UtcPiece(before.From, stop, Math.Min(before.StatedFirst, low), Math.Max(before.StatedLast, high));
            return;
        }

        pieces.Add(new UtcPiece(start, stop, low, high));
    }

    /// <summary>A local time as ticks since the epoch, as if it were UTC.</summary>
    public static long Ticks(LocalDateTime local) => local.InUtc().ToInstant().ToUnixTimeTicks();
}
