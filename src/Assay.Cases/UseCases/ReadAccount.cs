using Assay.Cases.Accounts;
using Assay.Cases.Drafting;
using Assay.Ground.Outcomes;

namespace Assay.Cases.UseCases;

/// <summary>The outcome of a reading.</summary>
/// <param name="Account">The account as the rules draft it.</param>
/// <param name="Errors">The refused inputs.</param>
public sealed record ReadReply(Account Account, IReadOnlyList<Error> Errors);

/// <summary>Reads sources into an account: what they tell, anchored word by word, with nothing judged yet. Deterministic.</summary>
public sealed class ReadAccount
{
    /// <summary>Reads the sources side by side on all processors.</summary>
    /// <param name="request">What to read.</param>
    /// <param name="progress">Told after each source.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The account, or the error where no input could be read.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static Result<ReadReply> Run(
        AuditRequest request,
        IProgress<AuditProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        var read = SourceReadings.Of(request, progress, cancellation);
        if (!read.Succeeded)
            return read.Error;
        var (sources, errors) = read.Value;
        var drafted = SoundSources.Assess(sources, errors, (of, refused) => AccountDrafter.Draft(of, refused, request.Options));
        return drafted.Match<Result<ReadReply>>(account => new ReadReply(account, errors), error => error);
    }

    /// <summary>Writes an account as UTF-8 JSON.</summary>
    public static void Write(Stream stream, Account account) => AccountJson.Write(stream, account);
}
