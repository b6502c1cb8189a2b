using Assay.Chronology.Model;
using NodaTime;

namespace Assay.Chronology.Solving;

/// <summary>Maps instants and durations to integers in which a strict bound is one less than its value.</summary>
/// <remarks>A tick is the greatest common unit of all times of the model, one second at most. It is multiplied by a power of two above
/// the length of any chain of strict bounds, so that a strict bound costs one part of a tick and such parts never add up to a tick:
/// the integers are then satisfiable exactly where the strict bounds over a dense time line are.</remarks>
internal sealed class TickScale
{
    private const long Second = NodaConstants.TicksPerSecond;
    private readonly long origin;
    private readonly long unit;
    private readonly int shift;
    private readonly long nanosecondsPerPart;

    private TickScale(long origin, long unit, int shift, long reach)
    {
        (this.origin, this.unit, this.shift, Reach) = (origin, unit, shift, reach);
        var part = (unit * 100) >> shift;
        nanosecondsPerPart = part switch
        {
            >= 1_000_000 => 1_000_000,
            >= 1_000 => 1_000,
            _ => part,
        };
    }

    /// <summary>Chooses the scale of a model.</summary>
    /// <param name="ticks">All times, in 100 ns since the epoch.</param>
    /// <param name="durations">All bounds, in 100 ns.</param>
    /// <param name="points">Count of time points.</param>
    /// <exception cref="ArgumentException">The times are too fine for how far they lie apart.</exception>
    public static TickScale For(List<long> ticks, List<long> durations, int points)
    {
        var origin = ticks.Count == 0 ? 0 : Floor(ticks.Min(), Second);
        var unit = Second;
        Int128 reach = (ticks.Count == 0 ? 0 : (Int128)ticks.Max() - origin) + 4 * NodaConstants.TicksPerDay;
        foreach (var t in ticks)
            unit = Gcd(unit, t - origin);

        foreach (var d in durations)
        {
            unit = Gcd(unit, Math.Abs(d));
            reach += Math.Abs(d);
        }

        var shift = 2;
        while (1L << shift <= 2 * (points + 4))
            shift++;

        if (((reach / unit) << shift) > (Int128)1 << 56 || (unit * 100) >> shift == 0)
        {
            throw new ArgumentException(
                "The model mixes times too fine with spans too long to be computed exactly. Round its times to seconds."
            );
        }

        return new TickScale(origin, unit, shift, (long)((reach / unit) << shift));
    }

    /// <summary>An upper bound of all spans of the model and its claims, scaled.</summary>
    public long Reach { get; }

    /// <summary>Half a tick: differences by less are differences of strictness alone.</summary>
    public long HalfTick => 1L << (shift - 1);

    /// <summary>A bound as 100 ns ticks.</summary>
    /// <exception cref="ArgumentException">It is finer than 100 ns.</exception>
    public static long TicksOf(Bound bound)
    {
        var ticks = bound.Value.BclCompatibleTicks;
        return Duration.FromTicks(ticks) == bound.Value
            ? ticks
            : throw new ArgumentException($"The bound {bound.Value} is finer than 100 ns. Round it.");
    }

    /// <summary>An instant, given in 100 ns since the epoch, as a scaled integer.</summary>
    public long Point(long ticks) => ((ticks - origin) / unit) << shift;

    /// <summary>The scaled integer just below an instant: the last value that is strictly before it.</summary>
    public long Before(long ticks) => Point(ticks) - 1;

    /// <summary>The weight of <c>to - from &gt;= bound</c>.</summary>
    public long AtLeast(Bound bound) => ((TicksOf(bound) / unit) << shift) + (bound.Strict ? 1 : 0);

    /// <summary>The weight of <c>from - to &gt;= -bound</c>, which is <c>to - from &lt;= bound</c>.</summary>
    public long AtMost(Bound bound) => ((-TicksOf(bound) / unit) << shift) + (bound.Strict ? 1 : 0);

    /// <summary>A bound as a length, its strictness dropped.</summary>
    public long Length(Bound bound) => Length(TicksOf(bound));

    /// <summary>The duration of a scaled difference, its strictness dropped.</summary>
    public Duration Span(long scaled) => Duration.FromTicks(((scaled + (1L << (shift - 1))) >> shift) * unit);

    /// <summary>The instant of a scaled value; parts of a tick become so many milliseconds, microseconds or nanoseconds.</summary>
    public Instant Moment(long scaled)
    {
        var whole = (scaled + (1L << (shift - 1))) >> shift;
        var parts = scaled - (whole << shift);
        return Instant.FromUnixTimeTicks(origin + whole * unit).PlusNanoseconds(parts * nanosecondsPerPart);
    }

    /// <summary>The scaled length of a duration in 100 ns ticks.</summary>
    public long Length(long ticks) => (ticks / unit) << shift;

    private static long Floor(long value, long step) => value - (value % step + step) % step;

    /// <summary>The greatest common divisor, not negative.</summary>
    public static long Gcd(long a, long b)
    {
        while (b != 0)
            (a, b) = (b, a % b);

        return Math.Abs(a);
    }
}
