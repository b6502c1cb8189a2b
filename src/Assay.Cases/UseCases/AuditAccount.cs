using Assay.Cases.Accounts;
using Assay.Cases.Drafting;
using Assay.Cases.Report;
using Assay.Cases.Routes;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake;

namespace Assay.Cases.UseCases;

/// <summary>The outcome of an audit.</summary>
/// <param name="Report">The report; inputs that were refused are listed in it.</param>
/// <param name="Errors">The refused inputs.</param>
/// <param name="Originals">The bytes of the sources as received, by SHA-256, for a dossier to keep.</param>
/// <param name="Routes">What the customs books say of each route claim, by its id; empty without books.</param>
public sealed record AuditReply(
    AuditReport Report,
    IReadOnlyList<Error> Errors,
    IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Originals,
    IReadOnlyDictionary<string, RouteVerdict> Routes
)
{
    /// <summary>What the case is about, as whoever made it said; null where sources are audited without a case. The report is the same
    /// with a case and without.</summary>
    public string? Title { get; init; }
}

/// <summary>
/// Audits an account: reads its sources into an account and checks it, in one go. Deterministic: the same inputs give the same report,
/// and
/// the same as
/// <see cref="ReadAccount"/> and then <see cref="CheckAccount"/>.
/// </summary>
public sealed class AuditAccount
{
    /// <summary>Runs the audit. Sources are read side by side on all processors.</summary>
    /// <param name="request">What to audit.</param>
    /// <param name="progress">Told after each source.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The report, or the error where no input could be read.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static Result<AuditReply> Run(
        AuditRequest request,
        IProgress<AuditProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        var read = SourceReadings.Of(request, progress, cancellation);
        if (!read.Succeeded)
            return read.Error;
        var (sources, errors) = read.Value;
        var assessed = SoundSources.Assess(sources, errors, (of, refused) => Assess(of, refused, request.Options, cancellation));
        if (!assessed.Succeeded)
            return assessed.Error;
        if (!assessed.Value.Succeeded)
            return assessed.Value.Error;
        var (report, routes) = assessed.Value.Value;
        return new AuditReply(report, errors, Originals(sources.Select(s => s.Document)), routes);
    }

    /// <summary>The bytes of sources as received, and of the files they lie in, by SHA-256.</summary>
    internal static Dictionary<string, ReadOnlyMemory<byte>> Originals(IEnumerable<SourceDocument> documents) =>
        documents
            .SelectMany(d =>
                d.Container is { } file ? [(d.Sha256, d.Received), (file.Sha256, file.Received)] : new[] { (d.Sha256, d.Received) }
            )
            .Where(d => !d.Received.IsEmpty) // a case keeps what a file held, not the file
            .DistinctBy(d => d.Sha256)
            .ToDictionary(d => d.Sha256, d => d.Received, StringComparer.Ordinal);

    private static Result<CaseReport> Assess(
        IReadOnlyList<SourceReading> sources,
        List<Error> errors,
        AuditOptions options,
        CancellationToken cancellation
    )
    {
        var documents = sources.ToDictionary(s => s.Id, s => s.Document, StringComparer.Ordinal);
        return CaseTests.Report(
            Account.Of(AccountDrafter.Draft(sources, errors, options), []),
            documents,
            new RouteBooks(options.Lake, null) { Currency = options.Currency },
            cancellation
        );
    }
}
