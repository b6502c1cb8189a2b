using Assay.Cases.Accounts;
using Assay.Cases.Store;
using Assay.Ground.Outcomes;

namespace Assay.Cases.Casework;

/// <summary>Drafts of somebody else than the rules.</summary>
/// <param name="Drafter">The name of a model, an agent or a person; not <c>rules</c>.</param>
/// <param name="Account">What is proposed: its sources named by their ids in the case; none for all.</param>
public sealed record ProposeRequest(string Drafter, Account Account)
{
    /// <summary>True where the account is all that the drafter now proposes for its sources, so that earlier drafts of it that are not in
    /// it are gone; false where it is added to them.</summary>
    public bool Whole { get; init; }

    /// <summary>Ids of the items that the drafter proposes, where the account has others too for them to rest on; null where all of the
    /// account is proposed.</summary>
    public IReadOnlySet<string>? Only { get; init; }

    /// <summary>The run they come from, for the journal: it is told even where nothing changes. Null where there is none.</summary>
    public DraftRun? Run { get; init; }
}

/// <summary>What came of a proposal.</summary>
/// <param name="Changes">What changed in the case.</param>
/// <param name="Taken">Ids of the items that are drafts now.</param>
/// <param name="Refused">What was not taken, each with its place in the account and the reason.</param>
public sealed record ProposeReply(ReadingChanges Changes, IReadOnlyList<string> Taken, IReadOnlyList<Refusal> Refused);

/// <summary>Takes in what a model, an agent or a person drafts. Every anchor and reference is held against the sources of the case first;
/// what does not hold is refused, and the rest is drafts like any others: nothing is decided by it.</summary>
public sealed class ProposeDrafts
{
    /// <summary>Takes drafts in.</summary>
    /// <param name="desk">Who brings them, to which case.</param>
    /// <param name="request">The drafts.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Result<ProposeReply> Run(Desk desk, ProposeRequest request, CancellationToken cancellation = default)
    {
        if ((Names.Wrong(desk.Who) ?? Names.Wrong(request.Drafter)) is { } wrong)
            return wrong;
        if (request.Drafter == CaseAccount.Rules)
            return new Error(
                ErrorKind.Usage,
                "Only the rules draft under the name “rules”.",
                "Give the name of the model, the agent or the person."
            );
        var content = desk.Case.Content();
        if (!content.Succeeded)
            return content.Error;
        var documents = desk.Case.Documents(content.Value.Sources, cancellation);
        if (!documents.Succeeded)
            return documents.Error;
        var held = CheckCase.Held(
            request.Account with
            {
                Sources = CaseSources(content.Value, request.Account),
            },
            documents.Value.Documents
        );
        var items = AccountLists.Items(held.Account).Where(i => Names.IsId(i.Id) && request.Only?.Contains(i.Id) != false).ToList();
        var sources = request.Whole ? request.Account.Sources.Select(s => s.Id).ToHashSet(StringComparer.Ordinal) : [];
        var account = AccountLists.Of(request.Only is null ? held.Account : new Account { Sources = held.Account.Sources }, items);
        var written = desk.Store.Change<ReadingChanges>(writer =>
            Readings.Put(writer, desk, request.Drafter, account, sources, request.Run)
        );
        return written.Succeeded ? new ProposeReply(written.Value, [.. items.Select(i => i.Id)], held.Refused) : written.Error;
    }

    // A drafter that names no source speaks of all; every source it names has to be one of the case.
    private static List<SourceItem> CaseSources(CaseContent content, Account account)
    {
        var named = account.Sources.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. content
                .Sources.Where(s => named.Count == 0 || named.Contains(s.Id))
                .Select(s => new SourceItem
                {
                    Id = s.Id,
                    File = s.File,
                    Sha256 = s.Sha256,
                }),
        ];
    }
}
