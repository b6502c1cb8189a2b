using Assay.Cases.Accounts;
using Assay.Cases.Store;

namespace Assay.Cases.Casework;

/// <summary>
/// The account of a case: what was drafted and what was decided, put together. Where several drafters have the same item, that of the
/// rules stands, then that of the first by name. An item that somebody accepted or edited stays as it was then, whatever later readings
/// make of it, and keeps what it rests on. Pure.
/// </summary>
internal sealed class CaseAccount
{
    /// <summary>The drafter whose drafts go before those of others.</summary>
    public const string Rules = "rules";

    private readonly DraftedAccount drafted;
    private readonly ILookup<string, StoredDecision> decisions;

    private CaseAccount(DraftedAccount drafted, IReadOnlyList<StoredDecision> standing)
    {
        this.drafted = drafted;
        decisions = standing.ToLookup(d => d.Decision.Item, StringComparer.Ordinal);
    }

    /// <summary>The account of a case.</summary>
    /// <param name="content">The case.</param>
    /// <param name="drafted">What is drafted in it, where that is at hand.</param>
    public static Account Of(CaseContent content, DraftedAccount? drafted = null)
    {
        var standing = content.Decisions.Where(d => d.UndoneBy is null).ToList();
        var made = new CaseAccount(DraftedAccount.Of(content, drafted), standing);
        return Account.Of(made.Drafts(), standing.ConvertAll(d => d.Decision));
    }

    /// <summary>True where a decision holds an item as it was decided about.</summary>
    public static bool Holds(Decision decision) => decision is not (Struck or Skipped);

    // What was decided about as it is still drafted changes nothing here.
    private Account Drafts() =>
        decisions.All(g => Held(g.Key) is not { } held || held == drafted.One(g.Key))
            ? drafted.Account
            : AccountLists.Of(drafted.Frame, Items());

    private List<AccountItem> Items()
    {
        var items = drafted.Items.Select(i => Held(i.Id) ?? i).ToList();
        var held = decisions.Select(g => Held(g.Key)).OfType<AccountItem>().Where(i => drafted.One(i.Id) is null).ToList();
        items.AddRange(held);
        items.AddRange(RestedOn(held, [.. items.Select(i => i.Id)]));
        return items;
    }

    private AccountItem? Held(string id) => decisions[id].LastOrDefault() is { } last && Holds(last.Decision) ? last.Basis : null;

    // What a reading no longer proposes, but an item that somebody decided about rests on.
    private List<AccountItem> RestedOn(List<AccountItem> held, HashSet<string> taken)
    {
        if (held.Count == 0)
            return [];
        var gone = drafted
            .Ordered.Where(d => d.IsGone)
            .GroupBy(d => d.Item.Id)
            .ToDictionary(g => g.Key, g => g.First().Item, StringComparer.Ordinal);
        var found = new List<AccountItem>();
        var open = new Stack<AccountItem>(held);
        while (open.TryPop(out var item))
        {
            foreach (var id in ItemReferences.Of(item.Body).Where(r => gone.ContainsKey(r) && taken.Add(r)))
            {
                found.Add(gone[id]);
                open.Push(gone[id]);
            }
        }

        return found;
    }
}
