using Assay.Cases.Accounts;
using Assay.Cases.Clocks;
using Assay.Cases.Drafting;
using Assay.Cases.Report;
using Assay.Ground.Outcomes;
using Assay.Reading.Events;
using Assay.Reading.Intake;

namespace Assay.Cases.UseCases;

/// <summary>What to audit.</summary>
/// <param name="Inputs">Files or folders.</param>
/// <param name="Options">Limits and tolerances.</param>
public sealed record AuditRequest(IReadOnlyList<string> Inputs, AuditOptions Options);

/// <summary>Limits and meanings of an audit.</summary>
public sealed record AuditOptions
{
    /// <summary>The defaults.</summary>
    public static AuditOptions Default { get; } = new();

    /// <summary>What round words of time mean.</summary>
    public Tolerances Tolerances { get; init; } = Tolerances.Default;

    /// <summary>Limits of intake.</summary>
    public IntakeOptions Intake { get; init; } = IntakeOptions.Default;

    /// <summary>Publication date of sources that state none; their relative dates are resolved against it.</summary>
    public NodaTime.LocalDate? Published { get; init; }

    /// <summary>Zones the author may have converted every clock to, added to those the text suggests.</summary>
    public IReadOnlyList<string> Globals { get; init; } = [];
}

/// <summary>Where an audit stands.</summary>
/// <param name="Done">Sources read.</param>
/// <param name="Total">Sources to read.</param>
/// <param name="File">The source that was just read.</param>
public sealed record AuditProgress(int Done, int Total, string File);

/// <summary>The outcome of an audit.</summary>
/// <param name="Report">The report; inputs that were refused are listed in it.</param>
/// <param name="Errors">The refused inputs.</param>
/// <param name="Originals">The bytes of the sources as received, by SHA-256, for a dossier to keep.</param>
public sealed record AuditReply(AuditReport Report, IReadOnlyList<Error> Errors, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Originals);

/// <summary>
/// Audits an account: reads its sources, finds events, clocks, voices and figures, tests every claim about time over every admissible reading of
/// the clocks, and says what was found. Deterministic: the same inputs give the same report.
/// </summary>
public sealed class AuditAccount
{
    /// <summary>Runs the audit. Sources are read side by side on all processors.</summary>
    /// <param name="request">What to audit.</param>
    /// <param name="progress">Told after each source.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The report, or the error where no input could be read.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static Result<AuditReply> Run(AuditRequest request, IProgress<AuditProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (request.Inputs.Count == 0)
            return new Error(ErrorKind.Usage, "No file or folder was named.", "Name at least one, as in: assay audit article.txt");
        var listing = InputFiles.Expand(request.Inputs);
        _ = Task.Run(SourceReader.Prepare, CancellationToken.None);
        var (sources, errors) = ReadAll(listing, request.Options, progress, cancellation);
        if (sources.Count == 0) return None(request, listing, errors);
        var assessed = SoundSources.Assess(sources, errors, (of, refused) => Assess(of, refused, request.Options, cancellation));
        var originals = sources.Select(s => s.Document).DistinctBy(d => d.Sha256).ToDictionary(d => d.Sha256, d => d.Received);
        return assessed.Match<Result<AuditReply>>(report => new AuditReply(report, errors, originals), error => error);
    }

    private static (List<SourceReading> Sources, List<Error> Errors) ReadAll(InputListing listing, AuditOptions options,
        IProgress<AuditProgress>? progress, CancellationToken cancellation)
    {
        var parallel = new ParallelOptions { CancellationToken = cancellation };
        var documents = new Result<SourceDocument>[listing.Files.Count];
        var done = 0;
        Parallel.For(0, documents.Length, parallel, i =>
        {
            var file = listing.Files[i];
            documents[i] = SoundSources.Guard(file, () => SourceIntake.ReadFile(file, options.Intake));
            progress?.Report(new AuditProgress(Interlocked.Increment(ref done), documents.Length, file));
        });
        var taken = documents.Where(d => d.Succeeded).Select(d => d.Value).ToList();
        var ids = new DraftIds();
        var names = taken.Select(d => ids.Of("s", d.Sha256)).ToList();
        var read = new Result<SourceReading>[taken.Count];
        Parallel.For(0, read.Length, parallel,
            i => read[i] = SoundSources.Guard<SourceReading>(taken[i].File, () => SourceReader.Read(names[i], taken[i], options)));
        return (read.Where(r => r.Succeeded).Select(r => r.Value).ToList(),
            [.. listing.Errors, .. documents.Where(d => !d.Succeeded).Select(d => d.Error!), .. read.Where(r => !r.Succeeded).Select(r => r.Error!)]);
    }

    private static Error None(AuditRequest request, InputListing listing, List<Error> errors)
    {
        if (errors.Count == 1) return errors[0];
        if (errors.Count == 0 && listing.Files.Count == 0)
            return new Error(ErrorKind.Input, $"There is no text, HTML or Markdown file in {string.Join(", ", request.Inputs)}.", "Name the files, or another folder.");
        return new Error(ErrorKind.Input, "None of the inputs could be read:\n" + string.Join("\n", errors.Select(e => "  " + e)), "");
    }

    private static AuditReport Assess(IReadOnlyList<SourceReading> sources, List<Error> errors, AuditOptions options, CancellationToken cancellation)
    {
        var documents = sources.ToDictionary(s => s.Id, s => s.Document, StringComparer.Ordinal);
        var refused = errors.Select(e => new RefusedEntry(e.Where?.File ?? "", e.ToString())).ToList();
        return CaseTests.Report(AccountDrafter.Draft(sources, options), documents, refused, cancellation);
    }
}
