using System.Collections.Concurrent;

namespace Assay.Cases.Keeping;

/// <summary>Lets go of what is kept and no longer asked for. Two who work at once may let go of what the other is still to ask for, which
/// is made again then.</summary>
internal sealed class Turns
{
    private const int Few = 1000;
    private int now;
    private int most = Few;

    /// <summary>The turn that is under way.</summary>
    public int Now => Volatile.Read(ref now);

    /// <summary>Ends a turn. Where twice as much is kept as after the last letting go, what this turn did not ask for goes.</summary>
    /// <param name="kept">What is kept.</param>
    /// <param name="turnOf">The turn that asked for it last.</param>
    public void End<TKey, TEntry>(ConcurrentDictionary<TKey, TEntry> kept, Func<TEntry, int> turnOf)
        where TKey : notnull
    {
        if (kept.Count > Volatile.Read(ref most))
        {
            foreach (var (key, entry) in kept)
                if (turnOf(entry) != Now)
                    kept.TryRemove(key, out _);
            Volatile.Write(ref most, Math.Max(Few, 2 * kept.Count));
        }

        Interlocked.Increment(ref now);
    }
}
