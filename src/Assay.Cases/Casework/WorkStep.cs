using System.Globalization;
using Assay.Cases.Drafting;

namespace Assay.Cases.Casework;

/// <summary>How far long work has come.</summary>
/// <param name="Stage">What is being done, in words.</param>
/// <param name="Done">How much of it is done.</param>
/// <param name="Total">How much there is; 0 where that is not known.</param>
/// <param name="Counted">The same for a person: "3 of 12 sources, 1,480 sentences"; empty where nothing is counted.</param>
public sealed record WorkStep(string Stage, long Done, long Total, string Counted)
{
    /// <summary>A stage of which nothing is counted.</summary>
    public static WorkStep Of(string stage) => new(stage, 0, 0, "");

    /// <summary>Some of a number of files.</summary>
    public static WorkStep Files(string stage, int done, int total) => Of(stage, done, total, "file");

    /// <summary>The whole of it in words: "Reading: 3 of 12 sources, 1,480 sentences".</summary>
    public string Words => Counted.Length == 0 ? Stage : $"{Stage}: {Counted}";

    /// <summary>Some of a number of things.</summary>
    /// <param name="stage">What is being done.</param>
    /// <param name="done">How many are done.</param>
    /// <param name="total">How many there are.</param>
    /// <param name="thing">What one of them is called.</param>
    public static WorkStep Of(string stage, long done, long total, string thing) =>
        new(stage, done, total, string.Create(CultureInfo.InvariantCulture, $"{done:#,0} of {total:#,0} {thing}{(total == 1 ? "" : "s")}"));

    /// <summary>What reading by the rules tells of itself.</summary>
    internal static IProgress<ReadStep>? Reading(Action<WorkStep>? told) =>
        told is null ? null : new Told(step => told(new WorkStep("Reading", step.Done, step.Total, step.Words)));

    /// <summary>What drafting tells of itself.</summary>
    internal static DraftMeter Drafting(Action<WorkStep>? told, CancellationToken stop)
    {
        told?.Invoke(Of("Drafting"));
        return new DraftMeter((done, total) => told?.Invoke(Of("Drafting", done, total, "event")), stop);
    }

    /// <summary>What writing drafts tells of itself.</summary>
    internal static Action<int, int> Writing(Action<WorkStep>? told, CancellationToken stop)
    {
        told?.Invoke(Of("Writing"));
        return (done, total) =>
        {
            stop.ThrowIfCancellationRequested();
            told?.Invoke(Of("Writing", done, total, "draft"));
        };
    }

    // Unlike the system's, it tells at once and in order.
    private sealed class Told(Action<ReadStep> told) : IProgress<ReadStep>
    {
        public void Report(ReadStep value) => told(value);
    }
}
