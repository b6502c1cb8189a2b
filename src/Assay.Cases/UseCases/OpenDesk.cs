using Assay.Cases.Accounts;
using Assay.Cases.Checking;
using Assay.Cases.Drafting;
using Assay.Cases.Proposals;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake;
using Assay.Reading.Intake.Opening;

namespace Assay.Cases.UseCases;

/// <summary>What to open a desk with.</summary>
/// <param name="Inputs">Articles, folders of them, and at most one account (a .json file); none for a desk without sources.</param>
/// <param name="Options">Limits of intake and the date of undated sources.</param>
/// <param name="WithRules">True to begin with what the rules draft of the articles; false to begin with nothing.</param>
public sealed record DeskRequest(IReadOnlyList<string> Inputs, AuditOptions Options, bool WithRules);

/// <summary>A desk that lies open.</summary>
/// <param name="Desk">The desk.</param>
/// <param name="Errors">Inputs, and items of the account, that were refused.</param>
public sealed record OpenedDesk(ProposalDesk Desk, IReadOnlyList<Error> Errors);

/// <summary>Opens a desk for proposals on accounts and articles.</summary>
public sealed class OpenDesk
{
    private const string AccountEnding = ".json";

    /// <summary>Reads the inputs.</summary>
    /// <param name="request">What to open.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The desk, or the error where inputs were named and none could be read.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static Result<OpenedDesk> Run(DeskRequest request, CancellationToken cancellation = default)
    {
        var accounts = request.Inputs.Where(IsAccount).ToList();
        var articles = request.Inputs.Where(i => !IsAccount(i)).ToList();
        if (accounts.Count > 1)
            return new Error(
                ErrorKind.Usage,
                $"Two accounts were named, {accounts[0]} and {accounts[1]}.",
                "Name one, with any number of articles."
            );
        var errors = new List<Error>();
        var (account, documents) = (new Account(), new Dictionary<string, SourceDocument>(StringComparer.Ordinal));
        if (accounts.Count == 1)
        {
            var read = ReadAccountFile(accounts[0], request.Options.Intake, documents, errors);
            if (!read.Succeeded)
                return read.Error;
            account = read.Value;
        }

        if (articles.Count == 0)
            return new OpenedDesk(new ProposalDesk(account, documents), errors);
        return request.WithRules && accounts.Count == 0
            ? Drafted(articles, request.Options, cancellation)
            : Added(account, documents, articles, request.Options, errors);
    }

    private static bool IsAccount(string input) => input.EndsWith(AccountEnding, StringComparison.OrdinalIgnoreCase);

    private static Result<Account> ReadAccountFile(
        string path,
        IntakeOptions intake,
        Dictionary<string, SourceDocument> documents,
        List<Error> errors
    )
    {
        var bytes = SourceIntake.ReadBytes(path, intake);
        if (!bytes.Succeeded)
            return bytes.Error;
        var read = AccountReader.Read(bytes.Value, path);
        if (!read.Succeeded)
            return read.Error;
        foreach (var source in read.Value.Account.Sources)
        {
            var taken = CheckAccount.EntryOf(SourceIntake.OpenFile(CheckAccount.Place(source.File, path), intake), source);
            if (taken.Succeeded)
                documents.TryAdd(source.Id, taken.Value with { File = source.File });
            else
                errors.Add(taken.Error);
        }

        var held = AccountCheck.Of(read.Value, documents);
        errors.AddRange(
            held.Refused.Select(r => new Error(
                ErrorKind.Partial,
                $"{r.Path}: {r.Reason}",
                "",
                new Location(path, r.Line > 0 ? r.Line : null)
            ))
        );
        return held.Account;
    }

    private static Result<OpenedDesk> Drafted(List<string> articles, AuditOptions options, CancellationToken cancellation)
    {
        var read = SourceReadings.Of(new AuditRequest(articles, options), null, cancellation);
        if (!read.Succeeded)
            return read.Error;
        var (sources, errors) = read.Value;
        var documents = sources.ToDictionary(s => s.Id, s => s.Document, StringComparer.Ordinal);
        return new OpenedDesk(new ProposalDesk(AccountDrafter.Draft(sources, errors, options), documents), errors);
    }

    private static Result<OpenedDesk> Added(
        Account account,
        Dictionary<string, SourceDocument> documents,
        List<string> articles,
        AuditOptions options,
        List<Error> errors
    )
    {
        var desk = new ProposalDesk(account, documents);
        var listing = InputFiles.Expand(articles);
        errors.AddRange(listing.Errors);
        foreach (var file in listing.Files)
        {
            var taken = SoundSources.Guard<OpenedFile>(file, () => SourceIntake.OpenFile(file, options.Intake));
            errors.AddRange(taken.Succeeded ? taken.Value.Errors : [taken.Error]);
            foreach (var document in taken.Succeeded ? taken.Value.Documents : [])
                desk.Add(document, document.File);
        }

        return desk.Sheets.Count > 0
            ? new OpenedDesk(desk, errors)
            : new Error(ErrorKind.Input, "None of the inputs could be read:\n" + string.Join('\n', errors.Select(e => "  " + e)));
    }
}
