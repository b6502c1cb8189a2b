using Assay.Cases.Accounts;
using Assay.Cases.Report;
using Assay.Cases.Store;
using Assay.Ground.Outcomes;

namespace Assay.Cases.Casework;

/// <summary>Which items of a case to list.</summary>
public sealed record DraftsRequest
{
    /// <summary>Only items in these states; empty for all.</summary>
    public IReadOnlyList<ItemState> States { get; init; } = [];

    /// <summary>Only items of these lists of the account; empty for all.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Only items of this source, by id; null for all.</summary>
    public string? Source { get; init; }

    /// <summary>How many to pass over.</summary>
    public int Offset { get; init; }

    /// <summary>How many to give at most.</summary>
    public int Most { get; init; } = int.MaxValue;

    /// <summary>Directory of the customs books for the check that tells what hangs on an item; null for none.</summary>
    public string? Lake { get; init; }
}

/// <summary>Items of a case.</summary>
/// <param name="Entries">The items asked for, in the order of consequence.</param>
/// <param name="Total">How many there are that were asked for, before any was passed over.</param>
/// <param name="States">How many items the whole case has in each state.</param>
public sealed record DraftsReply(IReadOnlyList<DraftEntry> Entries, int Total, IReadOnlyDictionary<ItemState, int> States);

/// <summary>Lists the items of a case in the order of consequence: those that decide a verdict first, then by why a person is needed, then
/// by place.</summary>
public sealed class ListDrafts
{
    /// <summary>Lists.</summary>
    /// <param name="opened">The case.</param>
    /// <param name="request">Which items.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Result<DraftsReply> Run(OpenedCase opened, DraftsRequest request, CancellationToken cancellation = default)
    {
        var content = opened.Content();
        if (!content.Succeeded)
            return content.Error;
        var wrong = request.Kinds.FirstOrDefault(k => AccountLists.Named(k) is null);
        if (wrong is not null)
            return new Error(
                ErrorKind.Usage,
                $"“{Printable.Of(wrong)}” is no kind of item.",
                $"There are {string.Join(", ", AccountLists.All.Select(l => l.Name))}."
            );
        var checkedCase =
            content.Value.Sources.Count == 0
                ? null
                : CheckCase.Run(opened, content.Value, request.Lake, cancellation).Match(r => r.Report, _ => (AuditReport?)null);
        var items = opened.Items(content.Value);
        var consequences = Consequences.Of(checkedCase, opened.Events);
        var those = request.Source is { } source ? items.OfSource(source) : items.All;
        var found = those.Where(i => IsAsked(i, request)).Select(i => (Item: i, On: consequences.On(i.Now.Basis.Id))).ToList();
        var ordered = found
            .OrderBy(f => NeedOf(f.Item, f.On.Need))
            .ThenBy(f => f.On.Rank)
            .ThenBy(f => f.Item.Place)
            .Skip(request.Offset)
            .Take(request.Most)
            .Select(f => Entry(f.Item, NeedOf(f.Item, f.On.Need), f.On.Claims, consequences))
            .ToList();
        return new DraftsReply(ordered, found.Count, items.States);
    }

    /// <summary>One item.</summary>
    /// <param name="opened">The case.</param>
    /// <param name="id">Its id.</param>
    /// <returns>The item, or that there is none of that id.</returns>
    public static Result<DraftEntry> One(OpenedCase opened, string id)
    {
        var content = opened.Content();
        if (!content.Succeeded)
            return content.Error;
        var report = CheckCase.Run(opened, content.Value, null, default).Match(r => r.Report, _ => (AuditReport?)null);
        var item = opened.Items(content.Value).One(id);
        if (item is null)
            return new Error(
                ErrorKind.Usage,
                $"The case has no item “{Printable.Of(id)}”.",
                "'assay case drafts' names the items by their ids."
            );
        var consequences = Consequences.Of(report, opened.Events);
        var on = consequences.On(id);
        return Entry(item, NeedOf(item, on.Need), on.Claims, consequences);
    }

    private static bool IsAsked(CaseItem item, DraftsRequest request) =>
        (request.States.Count == 0 || request.States.Contains(item.Now.State))
        && (request.Kinds.Count == 0 || request.Kinds.Contains(item.Now.Basis.Kind))
        && (request.Source is null || request.Source == item.Source);

    // Whoever accepted an event as one of its own has answered whether it is another one.
    internal static Need NeedOf(CaseItem item, Need need)
    {
        if (need == Need.SameEvent && item.Now.State is not (ItemState.Open or ItemState.Skipped))
            need = Need.None;
        if (item.Now is { Basis.Kind: CaseItem.Origins, State: ItemState.Open or ItemState.Skipped })
            return Need.SameOrigin;
        return need == Need.None && item.IsDisputed ? Need.DraftersDiffer : need;
    }

    internal static DraftEntry Entry(CaseItem item, Need need, IReadOnlyList<string> claims, Consequences consequences)
    {
        var (start, end, label) = item.Words;
        return new DraftEntry(
            item.Now.Basis.Id,
            item.Now.Basis.Kind,
            item.Now.State,
            item.Now.Version,
            need,
            claims,
            item.Drafters,
            item.Source,
            start,
            end,
            label,
            item.Now.Body
        )
        {
            MayBe = item.Now.State is ItemState.Open or ItemState.Skipped ? consequences.MayBe.Of(item.Now.Basis.Id) : [],
        };
    }
}
