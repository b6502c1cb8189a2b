using System.Collections.Concurrent;

namespace Assay.Cases.Keeping;

/// <summary>
/// What was made of things before, so that it is not made again of the very same ones: a thing is known again by its identity, never by
/// what is in it, and so is everything else that it was made from. What a whole turn did not ask for is let go once it is as much as
/// what was asked for. Safe for use by several threads.
/// </summary>
/// <typeparam name="T">What is made.</typeparam>
internal sealed class Kept<T>
    where T : class
{
    private readonly ConcurrentDictionary<object, Entry> known = new(ReferenceEqualityComparer.Instance);
    private readonly Turns turns = new();

    /// <summary>What was made of a thing, where it was made from these; else null.</summary>
    /// <param name="of">The thing.</param>
    /// <param name="from">What else it was made from, in an order that is always the same.</param>
    public T? Find(object of, params ReadOnlySpan<object?> from)
    {
        if (!known.TryGetValue(of, out var entry) || !IsFrom(entry.From, from))
            return null;
        entry.Turn = turns.Now;
        return entry.Made;
    }

    /// <summary>Keeps what was made of a thing, in place of what was made of it before.</summary>
    /// <param name="of">The thing.</param>
    /// <param name="made">What was made.</param>
    /// <param name="from">What else it was made from.</param>
    /// <returns>What was made.</returns>
    public T Keep(object of, T made, params ReadOnlySpan<object?> from)
    {
        known[of] = new Entry(made, from.ToArray()) { Turn = turns.Now };
        return made;
    }

    /// <summary>Ends a turn: everything that is still of use was asked for in it.</summary>
    public void Turn() => turns.End(known, e => e.Turn);

    private static bool IsFrom(object?[] kept, ReadOnlySpan<object?> now)
    {
        if (kept.Length != now.Length)
            return false;
        for (var i = 0; i < kept.Length; i++)
            if (!ReferenceEquals(kept[i], now[i]))
                return false;
        return true;
    }

    private sealed class Entry(T made, object?[] from)
    {
        public T Made => made;

        public object?[] From => from;

        public int Turn { get; set; }
    }
}
