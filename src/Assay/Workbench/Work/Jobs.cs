using System.Collections.Concurrent;
using Assay.Cases.Casework;
using Assay.Ground.Outcomes;
using NodaTime;

namespace Assay.Workbench.Work;

/// <summary>The long work of a workbench: what waits, what runs, and what the last pieces came to. Safe for use by several
/// threads.</summary>
internal sealed class Jobs : IDisposable
{
    private const int MostKept = 64;
    private const int MostOfOne = 4;
    private const int LeastForPages = 16;
    private static readonly Duration Kept = Duration.FromHours(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<string, Job> jobs = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim turn = new(Math.Clamp(Environment.ProcessorCount, 1, 4));

    private readonly IClock clock;
    private readonly Action<WorkStep>? watched;

    /// <summary>Makes room for work beside pages: a thread that works does not keep a page waiting for one.</summary>
    /// <param name="clock">The clock that work is dated by.</param>
    /// <param name="watched">Told of each step of all work, on the thread that works; null for nobody.</param>
    public Jobs(IClock clock, Action<WorkStep>? watched = null)
    {
        (this.clock, this.watched) = (clock, watched);
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(Math.Max(workers, Environment.ProcessorCount + LeastForPages), ports);
    }

    /// <summary>Begins a piece of work.</summary>
    /// <param name="errand">The work.</param>
    /// <returns>The work; or that its person has too much under way.</returns>
    public Result<Job> Begin(Errand errand)
    {
        var (job, work) = errand;
        Forget();
        if (jobs.Values.Count(j => j.Who == job.Who && j.State == JobState.Running) >= MostOfOne)
            return new Error(
                ErrorKind.Usage,
                $"{MostOfOne} pieces of work that you asked for are still under way.",
                "Wait until one of them is done, or cancel one."
            );
        job.Watched = watched;
        job.Start(clock.GetCurrentInstant(), turn, work);
        jobs[job.Id] = job;
        return job;
    }

    /// <summary>A piece of work of a case; null where there is none, or none any more.</summary>
    public Job? Find(string @case, string id) => jobs.TryGetValue(id, out var job) && job.Case == @case ? job : null;

    /// <summary>The work of a case that is under way, the oldest first.</summary>
    public IReadOnlyList<Job> Running(string @case) =>
        [.. jobs.Values.Where(j => j.Case == @case && j.State == JobState.Running).OrderBy(j => j.Asked)];

    /// <summary>The work of a case that is under way or kept, the newest first.</summary>
    public IReadOnlyList<Job> Of(string @case) => [.. jobs.Values.Where(j => j.Case == @case).OrderByDescending(j => j.Asked)];

    /// <summary>Stops all work, and throws away what was made.</summary>
    public void Dispose()
    {
        foreach (var job in jobs.Values)
            job.Cancel();
        Task.WaitAll([.. jobs.Values.Select(j => j.Ended)], Patience);
        foreach (var job in jobs.Values)
            job.Dispose();
        turn.Dispose();
    }

    private void Forget()
    {
        var ended = jobs.Values.Where(j => j.State != JobState.Running).OrderByDescending(j => j.Asked).ToList();
        foreach (var job in ended.Where((j, i) => i >= MostKept || clock.GetCurrentInstant() - j.Asked > Kept))
        {
            if (jobs.TryRemove(job.Id, out _))
                job.Dispose();
        }
    }
}
