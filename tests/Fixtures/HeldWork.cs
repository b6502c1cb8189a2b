using Assay.Cases.Casework;

namespace Assay.Tests.Fixtures;

/// <summary>Holds long work at a stage of it, once something of that stage is done, until the test lets it go.</summary>
internal sealed class HeldWork : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);
    private readonly ManualResetEventSlim gone = new();
    private readonly string stage;

    /// <summary>Holds work.</summary>
    /// <param name="stage">The stage, as people are told it: "Reading".</param>
    public HeldWork(string stage) => this.stage = stage;

    /// <summary>Is told of each step, and returns when the work may go on.</summary>
    public void At(WorkStep step)
    {
        if (step.Stage == stage && step.Done > 0)
            gone.Wait(Longest);
    }

    /// <summary>Lets the work go on, from here on without a stop.</summary>
    public void LetGo() => gone.Set();

    public void Dispose()
    {
        gone.Set();
        gone.Dispose();
    }
}
