using System.Collections.Concurrent;
using Assay.Cases.Keeping;
using Assay.Chronology.Model;

namespace Assay.Cases.Clocks;

/// <summary>
/// What the solver said before of the same clocks and claims, so that after a decision only what it touched is tested anew. The key is all
/// that goes into the solver, so what is found here is what the solver would say. Safe for use by several threads.
/// </summary>
internal sealed class VerdictMemo
{
    private readonly ConcurrentDictionary<ModelKey, Entry> known = new();
    private readonly Turns turns = new();

    /// <summary>What was found before, or what is found now.</summary>
    /// <typeparam name="T">What the solver gives.</typeparam>
    /// <param name="question">Which question is put to the solver.</param>
    /// <param name="model">The model.</param>
    /// <param name="claims">The claims.</param>
    /// <param name="isSettled">Whether an answer is worth keeping: one that ran out of its budget is not.</param>
    /// <param name="ask">Asks the solver.</param>
    public T Of<T>(string question, TemporalModel model, IReadOnlyList<TimeClaim> claims, Func<T, bool> isSettled, Func<T> ask)
        where T : class
    {
        var key = new ModelKey(question, model, claims);
        if (known.TryGetValue(key, out var before))
        {
            before.Turn = turns.Now;
            return (T)before.Found;
        }

        var found = ask();
        if (isSettled(found))
            known[key] = new Entry(found) { Turn = turns.Now };
        return found;
    }

    /// <summary>Ends a test: everything that is still of use was asked for in it.</summary>
    public void Turn() => turns.End(known, e => e.Turn);

    private sealed class Entry(object found)
    {
        public object Found => found;

        public int Turn { get; set; }
    }
}
