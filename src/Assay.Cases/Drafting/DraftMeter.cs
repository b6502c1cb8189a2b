namespace Assay.Cases.Drafting;

/// <summary>How far drafting has come: events told are brought together, then drafted, then timed.</summary>
/// <param name="progress">Told how many tellings are done, of how many, a hundred times or so; may be null.</param>
/// <param name="stop">Stops the work.</param>
internal sealed class DraftMeter(Action<long, long>? progress, CancellationToken stop)
{
    private const int Passes = 3;
    private const int Steps = 100;
    private long total;
    private long done;
    private long told;

    /// <summary>Says how much there is to do; the last word counts, where drafting begins anew.</summary>
    /// <param name="tellings">How many tellings of events there are.</param>
    public void Begin(int tellings) => (total, done, told) = (Passes * (long)tellings, 0, 0);

    /// <summary>Counts tellings that were gone through.</summary>
    /// <exception cref="OperationCanceledException">The work is to stop.</exception>
    public void Count(int tellings)
    {
        stop.ThrowIfCancellationRequested();
        done += tellings;
        if (done - told < total / Steps)
            return;
        told = done;
        progress?.Invoke(Math.Min(done, total) / Passes, total / Passes);
    }

    /// <summary>Goes through a list, counting.</summary>
    public IEnumerable<T> Through<T>(IReadOnlyList<T> all, Func<T, int> tellings)
    {
        foreach (var one in all)
        {
            yield return one;
            Count(tellings(one));
        }
    }
}
