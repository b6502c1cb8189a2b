using Assay.Cases.Store;
using Assay.Cases.UseCases;

namespace Assay.Cases.Casework;

/// <summary>Tests a large case again beside the work on it, one test at a time. Safe for use by several threads.</summary>
internal sealed class Retesting : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Lock gate = new();
    private readonly CancellationTokenSource stop = new();
    private Task running = Task.CompletedTask;
    private volatile TestedSince? last;
    private bool isClosed;

    /// <summary>What the last test changed; null where there was none yet.</summary>
    public TestedSince? Last => last;

    /// <summary>Begins a test, where none is under way.</summary>
    /// <param name="opened">The case.</param>
    /// <param name="before">The case as the last report knows it.</param>
    /// <param name="reply">That report.</param>
    /// <returns>False where a test came to a defect: it is to be made where somebody sees that.</returns>
    public bool Begin(OpenedCase opened, CaseContent before, AuditReply reply)
    {
        lock (gate)
        {
            if (running.IsFaulted)
                return false;
            if (running.IsCompleted && !isClosed)
                running = Task.Run(() => Run(opened, before, reply));
            return true;
        }
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
            if (Task.WaitAny([running], Patience) == 0)
                stop.Dispose();
        }
    }

    private void Run(OpenedCase opened, CaseContent before, AuditReply reply)
    {
        var content = opened.Content();
        if (!content.Succeeded)
            return;
        try
        {
            var tested = CheckCase.Run(opened, content.Value, null, stop.Token);
            if (tested.Succeeded)
                last = new TestedSince(
                    before.Head.Sequence,
                    content.Value.Head.Sequence,
                    VerdictChanges.Between(reply.Report, tested.Value.Report)
                );
        }
        catch (OperationCanceledException)
        {
            // The case is closed.
        }
    }
}
