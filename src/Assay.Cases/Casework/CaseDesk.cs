using Assay.Cases.Accounts;
using Assay.Cases.Proposals;
using Assay.Cases.Store;
using Assay.Ground.Outcomes;

namespace Assay.Cases.Casework;

/// <summary>A case as somebody who drafts sees it: its sources as numbered sentences, with what is drafted and decided so far.</summary>
/// <param name="Desk">The desk.</param>
/// <param name="Head">Where the journal ended when it was made.</param>
public sealed record CaseDesk(ProposalDesk Desk, CaseHead Head)
{
    /// <summary>The desk of a case as it is now.</summary>
    /// <param name="opened">The case.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The desk; or why the case cannot be read.</returns>
    public static Result<CaseDesk> Open(OpenedCase opened, CancellationToken cancellation = default)
    {
        var content = opened.Store.Read<CaseContent>(r => r.Content());
        if (!content.Succeeded)
            return content.Error;
        var documents = opened.Documents(content.Value.Sources, cancellation);
        if (!documents.Succeeded)
            return documents.Error;
        var (found, _) = documents.Value;
        var held = CheckCase.Held(CaseAccount.Of(content.Value), found);
        var account = held.Account with { Provenance = DraftedBy(content.Value) };
        return new CaseDesk(new ProposalDesk(account, found, mayRepeat: true), content.Value.Head);
    }

    private static List<ProvenanceItem> DraftedBy(CaseContent content) =>
        [
            .. content
                .Drafts.Where(d => !d.IsGone)
                .GroupBy(d => d.Drafter)
                .OrderBy(g => g.Key != CaseAccount.Rules)
                .Select(g => new ProvenanceItem(
                    g.Key,
                    g.Key == CaseAccount.Rules ? CaseAccount.Rules : "agent",
                    null,
                    [.. g.Select(d => d.Item.Id)]
                )),
        ];

    /// <summary>Where the journal of a case ends now.</summary>
    public static Result<CaseHead> HeadOf(OpenedCase opened) => opened.Store.Read<CaseHead>(r => r.Head() ?? new CaseHead(0, ""));

    /// <summary>Holds proposals against the sources of a case and puts those that hold among its drafts, under the drafter's name. The run
    /// is in the journal whether something was taken or not.</summary>
    /// <param name="desk">For whom it is done, in which case.</param>
    /// <param name="drafter">The name of the agent.</param>
    /// <param name="client">The program that the agent works in, or null.</param>
    /// <param name="proposals">The proposals.</param>
    /// <param name="cancellation">Stops the work; nothing is written then.</param>
    /// <returns>What became of each; or why nothing was written.</returns>
    public static Result<ProposalReply> Propose(
        Desk desk,
        string drafter,
        string? client,
        IReadOnlyList<Proposal> proposals,
        CancellationToken cancellation = default
    )
    {
        var opened = Open(desk.Case, cancellation);
        if (!opened.Succeeded)
            return opened.Error;
        var reply = opened.Value.Desk.Propose(drafter, "agent", null, proposals);
        var taken = reply.Outcomes.Where(o => o.Taken).Select(o => o.Id!).ToHashSet(StringComparer.Ordinal);
        var refused = reply.Outcomes.Where(o => !o.Taken).Select(RefusedProposal.Of).ToList();
        var request = new ProposeRequest(drafter, opened.Value.Desk.Account)
        {
            Only = taken,
            Run = new DraftRun("agent", refused) { Client = client, Taken = [.. taken] },
        };
        var written = ProposeDrafts.Run(desk, request, cancellation);
        return written.Succeeded ? reply : written.Error;
    }
}
