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
    /// whole window, two where it repeats it. A stretch carries the stated minutes that lie in it; one that has none, because its clock was
    /// changed before or after them, carries those of the stretch beside it.</summary>
    public static List<UtcPiece> Resolve(DateTimeZone zone, LocalWindow window, StatedMinutes stated)
    {
        var parts = new List<Part>(1);
        var (from, until) = (Ticks(window.From), Ticks(window.Until));
        var end = Instant.FromUnixTimeTicks(until).Plus(WidestOffset);
        var rule = zone.GetZoneInterval(Instant.FromUnixTimeTicks(from).Minus(WidestOffset));
        var minutes = new Stated(Ticks(stated.First), Ticks(stated.Last), until);
        while (true)
        {
            Add(parts, rule, from, until, minutes);
            if (!rule.HasEnd || rule.End >= end)
                return Pieces(parts);

            rule = zone.GetZoneInterval(rule.End);
        }
    }

    private static void Add(List<Part> parts, ZoneInterval rule, long from, long until, in Stated stated)
    {
        var offset = rule.WallOffset.Ticks;
        var start = Math.Max(from - offset, rule.HasStart ? rule.Start.ToUnixTimeTicks() : long.MinValue);
        var stop = Math.Min(until - offset, rule.HasEnd ? rule.End.ToUnixTimeTicks() : long.MaxValue);
        if (start >= stop)
            return;

        var part = stated.Within(start, stop, offset);
        if (parts.Count > 0 && parts[^1].Piece.Until == start)
        {
            // The clock changed inside the window: one stretch of UTC, read on two offsets.
            parts[^1] = Join(parts[^1], part);
            return;
        }

        parts.Add(part);
    }

    private static Part Join(in Part a, in Part b)
    {
        var (first, last) =
            a.IsStated == b.IsStated
                ? (Math.Min(a.Piece.StatedFirst, b.Piece.StatedFirst), Math.Max(a.Piece.StatedLast, b.Piece.StatedLast))
            : a.IsStated ? (a.Piece.StatedFirst, a.Piece.StatedLast)
            : (b.Piece.StatedFirst, b.Piece.StatedLast);
        return new Part(new UtcPiece(a.Piece.From, b.Piece.Until, first, last), a.IsStated || b.IsStated);
    }

    private static List<UtcPiece> Pieces(List<Part> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            var beside = parts[i].IsStated ? i : Math.Max(parts.FindLastIndex(i, p => p.IsStated), parts.FindIndex(i, p => p.IsStated));
            if (beside >= 0 && beside != i)
            {
                var (first, last) = (parts[beside].Piece.StatedFirst, parts[beside].Piece.StatedLast);
                parts[i] = parts[i] with { Piece = parts[i].Piece with { StatedFirst = first, StatedLast = last } };
            }
        }

        return parts.ConvertAll(p => p.Piece);
    }

    /// <summary>A stretch of UTC, and whether a stated minute lies in it.</summary>
    private readonly record struct Part(UtcPiece Piece, bool IsStated);

    /// <summary>The stated minutes of a window, local.</summary>
    private readonly record struct Stated(long First, long Last, long Until)
    {
        /// <summary>A stretch of UTC on one offset with the stated minutes in it; where there are none, its end nearest to them.</summary>
        public Part Within(long start, long stop, long offset)
        {
            var (first, last) = (First - offset, Last - offset);
            if (last < start || first >= stop)
            {
                var end = last < start ? start : stop;
                return new Part(new UtcPiece(start, stop, end, end), false);
            }

            // A clock change cuts the range off: the last minute that was stated and existed is the one before it.
            var cut = stop - Math.Clamp(Until - Last, 0, NodaConstants.TicksPerMinute);
            var low = Math.Max(first, start);
            return new Part(new UtcPiece(start, stop, low, last < stop ? last : Math.Max(low, cut)), true);
        }
    }

    /// <summary>A local time as ticks since the epoch, as if it were UTC.</summary>
    public static long Ticks(LocalDateTime local) => local.InUtc().ToInstant().ToUnixTimeTicks();
}
