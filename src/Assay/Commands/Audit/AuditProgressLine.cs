using Assay.Cases.Drafting;
using Assay.Cases.UseCases;
using Assay.Ground.Outcomes;

namespace Assay.Commands.Audit;

/// <summary>A line of progress on standard error, only where a person watches and there is more than one source.</summary>
internal sealed class AuditProgressLine : IProgress<AuditProgress>, IDisposable
{
    private readonly TextWriter error;
    private readonly bool shown;
    private readonly Lock gate = new();
    private int width;

    private AuditProgressLine(TextWriter error, bool shown) => (this.error, this.shown) = (error, shown);

    /// <summary>A line for these inputs.</summary>
    public static AuditProgressLine For(IReadOnlyList<string> inputs, CommandConsole console) =>
        new(console.Error, console.IsWatched && (inputs.Count > 1 || inputs.Any(Directory.Exists)));

    /// <inheritdoc/>
    public void Report(AuditProgress value)
    {
        if (!shown)
            return;
        lock (gate)
        {
            var line = $"read {value.Done} of {value.Total}: {Printable.Of(Path.GetFileName(value.File))}";
            if (line.Length > 78)
                line = line[..78];
            error.Write('\r' + line.PadRight(width));
            width = line.Length;
        }
    }

    /// <summary>Takes the line away.</summary>
    public void Clear()
    {
        if (shown && width > 0)
            error.Write('\r' + new string(' ', width) + '\r');
        width = 0;
    }

    /// <inheritdoc/>
    public void Dispose() => Clear();
}
