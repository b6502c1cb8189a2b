using Assay.Cases.Accounts;
using Assay.Cases.Store;
using Assay.Ground.Outcomes;

namespace Assay.Cases.Casework;

/// <summary>One item of a case: what was drafted, what was decided, and what it is now.</summary>
/// <param name="Basis">The item that the next decision is about: as drafted, or as the last decision that holds it found it.</param>
/// <param name="Body">The item as the decisions have it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Version">The entry of the journal that last changed it; 0 for one that is new.</param>
/// <param name="Standing">The decisions that stand, in order.</param>
/// <param name="IsNew">True for an item that is about to be written by hand.</param>
internal sealed record ItemInCase(
    AccountItem Basis,
    string Body,
    ItemState State,
    long Version,
    IReadOnlyList<Decision> Standing,
    bool IsNew = false
)
{
    /// <summary>The item of a decision as a case that was read has it.</summary>
    public static Result<ItemInCase> Of(CaseContent content, Decision decision) =>
        Of(
            [.. content.Drafts.Where(d => d.Item.Id == decision.Item)],
            [.. content.Decisions.Where(d => d.Decision.Item == decision.Item)],
            decision
        );

    /// <summary>The item of a decision as the case has it now.</summary>
    public static Result<ItemInCase> Of(CaseReader reader, Decision decision) =>
        Of(reader.DraftsOf(decision.Item), reader.DecisionsOn(decision.Item), decision);

    /// <summary>An item of its drafts and decisions.</summary>
    /// <param name="drafts">What the drafters have under its id.</param>
    /// <param name="decisions">The decisions about it, in order, those taken back among them.</param>
    /// <param name="next">The decision that is about to be made; null where none is.</param>
    public static Result<ItemInCase> Of(IReadOnlyList<StoredDraft> drafts, IReadOnlyList<StoredDecision> decisions, Decision? next)
    {
        var standing = decisions.Where(d => d.UndoneBy is null).ToList();
        var version = drafts.Select(d => d.Version).Concat(decisions.Select(d => d.UndoneBy ?? d.Sequence)).DefaultIfEmpty(0).Max();
        var draft = drafts.OrderBy(d => d.IsGone).ThenBy(d => d.Drafter != CaseAccount.Rules).FirstOrDefault();
        var held = standing.LastOrDefault() is { } last && (CaseAccount.Holds(last.Decision) || draft is null) ? last.Basis : null;
        if (next is Added added)
            return New(added, drafts.Count + standing.Count > 0, version);
        if ((held ?? draft?.Item) is not { } basis)
            return new Error(
                ErrorKind.Usage,
                $"The case has no item “{Printable.Of(next?.Item ?? "")}”.",
                "'assay case drafts' names the items by their ids."
            );
        var made = standing.Select(d => d.Decision).ToList();
        var state = made.Count == 0 && draft is { IsGone: true } ? ItemState.Gone : Decisions.State(made.LastOrDefault());
        return new ItemInCase(basis, Decisions.Apply(basis.Kind, basis.Body, made).Body ?? basis.Body, state, version, made);
    }

    private static Result<ItemInCase> New(Added added, bool isTaken, long version)
    {
        if (isTaken)
            return new Error(
                ErrorKind.Usage,
                $"The id “{Printable.Of(added.Item)}” is that of an item of the case.",
                "Give it another one."
            );
        if (!Names.IsId(added.Item))
            return new Error(ErrorKind.Usage, $"“{Printable.Of(added.Item)}” is no id.", "Give one of 1 to 200 letters on one line.");
        if (AccountLists.Named(added.Kind) is not { } list)
            return new Error(
                ErrorKind.Usage,
                $"An account has no list “{Printable.Of(added.Kind)}”.",
                $"It has {string.Join(", ", AccountLists.All.Select(l => l.Name))}."
            );
        var (body, wrong) = list.Whole(added.Body, added.Item);
        if (body is null)
            return new Error(ErrorKind.Usage, $"The item does not hold: {wrong}", "docs/account.md shows items written by hand.");
        return new ItemInCase(new AccountItem(added.Kind, added.Item, body), body, ItemState.Open, version, [], IsNew: true);
    }
}
