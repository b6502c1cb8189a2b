using System.Globalization;

namespace Assay.Bench.Growth;

/// <summary>One input and what its audit took, beside what it may take; prints as a row of a table.</summary>
internal sealed record GrowthRow(string Name, MeasuredRun Run, double LimitSeconds, double LimitMegabytes)
{
    private const int Defect = 1;
    private const int FirstSignal = 128;

    public const string Head = "| input | seconds | of processor | peak MB | exit code |\n|---|---:|---:|---:|---:|";

    /// <summary>Too long, too much memory, or ended by a defect of the program; a refusal with a reason is none.</summary>
    public bool IsBroken => Run.Seconds > LimitSeconds || Run.PeakMegabytes > LimitMegabytes || IsDefect;

    private bool IsDefect =>
        Run.ExitCode is null or Defect or >= FirstSignal || Run.Said.Contains("defect of Assay", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"| {Name} | {Time()} | {Run.Processor:0.0} | {Memory()} | {Exit()} |");

    private string Time() => string.Create(CultureInfo.InvariantCulture, $"{Run.Seconds:0.0}{Mark(Run.Seconds > LimitSeconds)}");

    private string Memory() =>
        string.Create(CultureInfo.InvariantCulture, $"{Run.PeakMegabytes:0}{Mark(Run.PeakMegabytes > LimitMegabytes)}");

    private string Exit() => (Run.ExitCode?.ToString(CultureInfo.InvariantCulture) ?? "stopped") + Mark(IsDefect);

    private static string Mark(bool broken) => broken ? " **!**" : "";
}
