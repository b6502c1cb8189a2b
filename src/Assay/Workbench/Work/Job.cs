using System.Security.Cryptography;
using Assay.Cases.Casework;
using Assay.Ground.Outcomes;
using NodaTime;

namespace Assay.Workbench.Work;

/// <summary>Where long work stands.</summary>
internal enum JobState
{
    /// <summary>It waits for its turn, or it runs.</summary>
    Running,

    /// <summary>It is done.</summary>
    Done,

    /// <summary>It was not done, and it is said why.</summary>
    Failed,

    /// <summary>Somebody ended it.</summary>
    Cancelled,
}

/// <summary>What long work came to.</summary>
/// <param name="Next">The page that shows it; null where there is none.</param>
/// <param name="Told">What is to be said of it, a sentence each.</param>
internal sealed record JobEnd(string? Next, IReadOnlyList<string> Told)
{
    /// <summary>A file that was made, to be fetched; or null.</summary>
    public JobFile? File { get; init; }
}

/// <summary>A piece of long work, asked for by somebody in a case. Safe for use by several threads.</summary>
internal sealed class Job : IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private volatile WorkStep step = WorkStep.Of("Waiting for its turn");

    /// <summary>A piece of work.</summary>
    /// <param name="case">The name of the case.</param>
    /// <param name="who">Who asked for it.</param>
    /// <param name="title">What it is: "Taking in 12 files".</param>
    /// <param name="whenCancelled">What is so when it was cancelled, in a sentence.</param>
    public Job(string @case, string who, string title, string whenCancelled) =>
        (Case, Who, Title, WhenCancelled) = (@case, who, title, whenCancelled);

    /// <summary>Its number: 128 random bits.</summary>
    public string Id { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>The name of the case.</summary>
    public string Case { get; }

    /// <summary>Who asked for it.</summary>
    public string Who { get; }

    /// <summary>What it is.</summary>
    public string Title { get; }

    /// <summary>What is so when it was cancelled.</summary>
    public string WhenCancelled { get; }

    /// <summary>When it was begun.</summary>
    public Instant Asked { get; private set; }

    /// <summary>How far it is.</summary>
    public WorkStep Step
    {
        get => step;
        set
        {
            step = value;
            Watched?.Invoke(value);
        }
    }

    /// <summary>Told of each step on the thread that works, which goes on when it returns; null for nobody.</summary>
    public Action<WorkStep>? Watched { get; set; }

    /// <summary>True from when somebody stopped it.</summary>
    public bool IsStopping => stop.IsCancellationRequested;

    /// <summary>Where it stands.</summary>
    public JobState State =>
        !Ended.IsCompleted ? JobState.Running
        : End is { Succeeded: true } ? JobState.Done
        : End?.Error is { Kind: ErrorKind.Cancelled } ? JobState.Cancelled
        : JobState.Failed;

    /// <summary>What it came to, or why it came to nothing; null while it runs.</summary>
    public Result<JobEnd>? End { get; private set; }

    /// <summary>Ends when it does.</summary>
    public Task Ended { get; private set; } = Task.CompletedTask;

    /// <summary>Stops it: at its next step it ends, and what it would have written is not written.</summary>
    public void Cancel() => stop.Cancel();

    /// <summary>Does the work on a thread of its own.</summary>
    /// <param name="now">When.</param>
    /// <param name="turn">Lets so many work at once.</param>
    /// <param name="work">The work.</param>
    public void Start(Instant now, SemaphoreSlim turn, Func<Job, CancellationToken, Result<JobEnd>> work)
    {
        Asked = now;
        Ended = Task.Run(() => Run(turn, work));
    }

    /// <summary>Throws away what it made.</summary>
    public void Dispose()
    {
        if (End is { Succeeded: true } end)
            end.Value.File?.Dispose();
        stop.Dispose();
    }

    private async Task Run(SemaphoreSlim turn, Func<Job, CancellationToken, Result<JobEnd>> work)
    {
        try
        {
            await turn.WaitAsync(stop.Token);
            try
            {
                var ended = work(this, stop.Token);
                End = ended is { Succeeded: false, Error.Kind: ErrorKind.Cancelled } ? Cancelled() : ended;
            }
            finally
            {
                turn.Release();
            }
        }
        catch (OperationCanceledException)
        {
            End = Cancelled();
        }
        catch (Exception e)
        {
            End = new Error(
                ErrorKind.Output,
                $"The program has a defect here ({e.GetType().Name}).",
                "What was decided before is saved; go back and go on."
            );
        }
    }

    private Error Cancelled() => new(ErrorKind.Cancelled, WhenCancelled, "");
}
