using Assay.Cases.Accounts;
using Assay.Cases.Checking;
using Assay.Cases.Routes;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake;
using Assay.Reading.Intake.Opening;

namespace Assay.Cases.UseCases;

/// <summary>What to check.</summary>
/// <param name="File">The account.</param>
/// <param name="Intake">Limits of intake, for the account as for its sources.</param>
/// <param name="Input">The account itself, where it does not come from a file.</param>
/// <param name="Lake">Directory of the customs books that route claims are tested with; null for none.</param>
public sealed record CheckRequest(string File, IntakeOptions Intake, Stream? Input = null, string? Lake = null)
{
    /// <summary>Currency of the amounts of the books; null for the usual one.</summary>
    public string? Currency { get; init; }
}

/// <summary>
/// Checks an account, whoever drafted it: holds every anchor against its source, refuses what does not hold, and puts the rest to the
/// test.
/// Deterministic.
/// </summary>
public sealed class CheckAccount
{
    /// <summary>Runs the check.</summary>
    /// <param name="request">What to check.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The report, or the error where the account or all of its sources cannot be read.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static Result<AuditReply> Run(CheckRequest request, CancellationToken cancellation = default)
    {
        var bytes = request.Input is { } input
            ? SourceIntake.ReadBytes(input, request.File, request.Intake)
            : SourceIntake.ReadBytes(request.File, request.Intake);
        if (!bytes.Succeeded)
            return bytes.Error;
        var read = AccountReader.Read(bytes.Value, request.File);
        return read.Succeeded ? Run(read.Value, request, cancellation) : read.Error;
    }

    /// <summary>Checks an account whose sources are at hand, as a drafter leaves it.</summary>
    /// <param name="account">The account.</param>
    /// <param name="documents">Its sources that could be read, by id.</param>
    /// <param name="lake">Directory of the customs books that route claims are tested with; null for none.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The report, or the error where the books cannot be opened.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static Result<AuditReply> Run(
        Account account,
        IReadOnlyDictionary<string, SourceDocument> documents,
        string? lake = null,
        CancellationToken cancellation = default
    )
    {
        var none = new Dictionary<string, (string, int)>(StringComparer.Ordinal);
        var file = new AccountFile(account, [], none, new Dictionary<string, string>(StringComparer.Ordinal));
        return Test(
            AccountCheck.Of(file, documents),
            documents,
            new CheckRequest("the account", IntakeOptions.Default, Lake: lake),
            cancellation
        );
    }

    private static Result<AuditReply> Run(AccountFile file, CheckRequest request, CancellationToken cancellation)
    {
        var documents = new Dictionary<string, SourceDocument>(StringComparer.Ordinal);
        var files = new Dictionary<string, OpenedFile>(StringComparer.Ordinal);
        OpenedFile Opened(string path) =>
            files.TryGetValue(path, out var known) ? known : files[path] = SourceIntake.OpenFile(path, request.Intake);
        var (missing, changed) = (new List<Refusal>(), new List<string>());
        for (var i = 0; i < file.Account.Sources.Count; i++)
        {
            var source = file.Account.Sources[i];
            if (documents.ContainsKey(source.Id))
                continue;
            var taken = EntryOf(Opened(Place(source.File, request.File)), source);
            if (taken.Succeeded)
                documents[source.Id] = taken.Value with { File = source.File };
            else
                missing.Add(file.Refuse($"sources[{i}]", taken.Error.ToString()));
            if (taken.Succeeded && source.Sha256 is { } hash && hash != taken.Value.Sha256)
                changed.Add(Changed(source.File));
        }

        if (documents.Count == 0)
            return new Error(
                ErrorKind.Input,
                $"None of the sources of the account could be read:\n{string.Join('\n', missing)}",
                "",
                new Location(request.File)
            );
        var held = AccountCheck.Of(file, documents);
        return Test(
            held with
            {
                Account = held.Account with { Notes = [.. held.Account.Notes, .. changed] },
                Refused = [.. missing, .. held.Refused],
            },
            documents,
            request,
            cancellation
        );
    }

    private static Result<AuditReply> Test(
        CheckedAccount held,
        IReadOnlyDictionary<string, SourceDocument> documents,
        CheckRequest request,
        CancellationToken cancellation
    )
    {
        var refused = held.Refused;
        var account = held.Account with
        {
            Refused = [.. held.Account.Refused, .. refused.Select(r => new RefusedEntry(request.File, r.Reason, r.Item))],
        };
        var tested = CaseTests.Report(account, documents, new RouteBooks(request.Lake, null) { Currency = request.Currency }, cancellation);
        if (!tested.Succeeded)
            return tested.Error;
        var errors = refused
            .Select(r => new Error(ErrorKind.Partial, $"{r.Path}: {r.Reason}", "", new Location(request.File, r.Line > 0 ? r.Line : null)))
            .ToList();
        return new AuditReply(tested.Value.Report, errors, AuditAccount.Originals(documents.Values), tested.Value.Routes);
    }

    /// <summary>The document of a source: by its place in the file; else by its bytes; else the first, as where the file holds one
    /// alone.</summary>
    internal static Result<SourceDocument> EntryOf(OpenedFile file, SourceItem source)
    {
        var named = file.Documents.Where(d => source.Entry is null || d.Container?.Entry == source.Entry).ToList();
        if ((named.Find(d => d.Sha256 == source.Sha256) ?? named.FirstOrDefault()) is { } found)
            return found;
        return file.Documents.Count == 0
            ? file.Errors[0]
            : new Error(ErrorKind.Input, $"{source.File} holds no “{source.Entry}”.", "Check the entry.");
    }

    /// <summary>Where a source of an account is: as given, from where the check runs; else beside the account.</summary>
    internal static string Place(string source, string account)
    {
        if (Path.Exists(source) || Path.IsPathRooted(source))
            return source;
        var beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(account)) ?? "", source);
        return Path.Exists(beside) ? beside : source;
    }

    private static string Changed(string file) =>
        $"{file} is not, byte for byte, the file that the account was drafted from: every anchor was held against the file as it is now.";
}
