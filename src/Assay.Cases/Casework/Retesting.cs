using System.Diagnostics;

namespace Assay.Cases.Casework;

/// <summary>Tests a case again beside the work on it, one test at a time. Safe for use by several threads.</summary>
internal sealed class Retesting : IDisposable
{
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(30);
    private readonly Lock gate = new();
    private readonly CancellationTokenSource stop = new();
    private Task running = Task.CompletedTask;
    private long begun;
    private long lastTook; // ticks
    private volatile bool failed;
    private bool isClosed;

    /// <summary>Begins a test, where none is under way.</summary>
    /// <param name="opened">The case.</param>
    /// <returns>False where the last test came to an error: it is to be made where somebody sees that.</returns>
    public bool Begin(OpenedCase opened)
    {
        lock (gate)
        {
            if (running.IsFaulted || failed)
            {
                (running, failed) = (Task.CompletedTask, false);
                return false;
            }

            if (running.IsCompleted && !isClosed)
                (begun, running) = (Stopwatch.GetTimestamp(), Task.Run(() => Run(opened)));
            return true;
        }
    }

    /// <summary>Waits for the test that is under way until a time after its beginning, unless the one before it took longer than
    /// that.</summary>
    /// <param name="patience">The time; who asks when it has passed does not wait.</param>
    /// <returns>True where no test is under way any more.</returns>
    public bool EndsWithin(TimeSpan patience)
    {
        Task awaited;
        TimeSpan left;
        lock (gate)
            (awaited, left) = (running, patience - Stopwatch.GetElapsedTime(begun));
        if (!awaited.IsCompleted && left > TimeSpan.Zero && Interlocked.Read(ref lastTook) <= patience.Ticks)
            Task.WaitAny([awaited], left);
        return awaited.IsCompleted;
    }

    /// <summary>Stops the test that is under way, and waits for its end. May be called again.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (isClosed)
                return;
            isClosed = true;
            stop.Cancel();
            if (Task.WaitAny([running], LongestEnd) == 0)
                stop.Dispose();
        }
    }

    private bool Tested(OpenedCase opened) =>
        opened.Content() is { Succeeded: true, Value: var content }
        && CheckCase.Run(opened, content, null, stop.Token, r => Consequences.Of(r, opened.Events)).Succeeded;

    private void Run(OpenedCase opened)
    {
        var since = Stopwatch.GetTimestamp();
        try
        {
            opened.BeforeTest?.Invoke();
            failed = !Tested(opened);
            Interlocked.Exchange(ref lastTook, Stopwatch.GetElapsedTime(since).Ticks);
        }
        catch (OperationCanceledException)
        {
            // The case is closed.
        }
    }
}
