using System.Collections.Concurrent;
using NodaTime;

namespace Assay.Cases.Team.UseCases;

/// <summary>
/// Slows guessing of passwords down, and locks nobody out for good: a lane has a few tries and then one a minute. A browser that a person
/// signed in with before has a lane of its own, so that a stranger who guesses in somebody's name keeps them out of nothing. Safe for use
/// by several threads; forgets all when the program ends.
/// </summary>
internal sealed class GuessBrake
{
    /// <summary>Tries at once.</summary>
    public const int Tries = 5;

    private const int Most = 100_000;
    private static readonly Duration Every = Duration.FromMinutes(1);
    private readonly ConcurrentDictionary<string, Instant> lanes = new(StringComparer.Ordinal);
    private readonly Lock taking = new();

    /// <summary>Takes a try of a lane, before it is known how it ends.</summary>
    /// <param name="lane">The lane.</param>
    /// <param name="now">What time it is.</param>
    /// <returns>Null where there was one; else how long to wait for the next.</returns>
    public Duration? Take(string lane, Instant now)
    {
        lock (taking)
        {
            // Kept is the time at which the lane is whole again; each try moves it by a step.
            var whole = lanes.TryGetValue(lane, out var at) && at > now ? at : now;
            var next = whole + Every;
            if (next - now > Every * Tries)
                return next - now - (Every * Tries);
            if (lanes.Count >= Most)
                Sweep(now);
            lanes[lane] = next;
            return null;
        }
    }

    /// <summary>Gives all tries of a lane back: somebody knew the password.</summary>
    public void Free(string lane) => lanes.TryRemove(lane, out _);

    private void Sweep(Instant now)
    {
        foreach (var (lane, _) in lanes.Where(l => l.Value <= now).ToList())
            lanes.TryRemove(lane, out _);
        foreach (var (lane, _) in lanes.OrderBy(l => l.Value).Take(Math.Max(0, lanes.Count - (Most / 2))).ToList())
            lanes.TryRemove(lane, out _);
    }
}
