using System.Text.Json;
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

    private readonly CaseContent content;
    private readonly ILookup<string, StoredDecision> decisions;

    private CaseAccount(CaseContent content)
    {
        this.content = content;
        decisions = content.Decisions.Where(d => d.UndoneBy is null).ToLookup(d => d.Decision.Item, StringComparer.Ordinal);
    }

    /// <summary>The account of a case.</summary>
    public static Account Of(CaseContent content)
    {
        var made = new CaseAccount(content);
        return Account.Of(made.Drafts(), [.. content.Decisions.Where(d => d.UndoneBy is null).Select(d => d.Decision)]);
    }

    /// <summary>True where a decision holds an item as it was decided about.</summary>
    public static bool Holds(Decision decision) => decision is not (Struck or Skipped);

    private Account Drafts() => AccountLists.Of(Frame(), Items());

    private List<AccountItem> Items()
    {
        var items = new List<AccountItem>(content.Drafts.Count);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var draft in Ordered().Where(d => !d.IsGone && taken.Add(d.Item.Id)))
            items.Add(Held(draft.Item.Id) ?? draft.Item);
        var held = decisions.Select(g => Held(g.Key)).OfType<AccountItem>().Where(i => taken.Add(i.Id)).ToList();
        items.AddRange(held);
        items.AddRange(RestedOn(held, taken));
        return items;
    }

    private IEnumerable<StoredDraft> Ordered() =>
        content.Drafts.Where(d => d.Drafter == Rules).Concat(content.Drafts.Where(d => d.Drafter != Rules));

    private AccountItem? Held(string id) => decisions[id].LastOrDefault() is { } last && Holds(last.Decision) ? last.Basis : null;

    // What a reading no longer proposes, but an item that somebody decided about rests on.
    private List<AccountItem> RestedOn(List<AccountItem> held, HashSet<string> taken)
    {
        if (held.Count == 0)
            return [];
        var gone = Ordered()
            .Where(d => d.IsGone)
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

    private Account Frame()
    {
        var frames = content
            .Runs.OrderBy(r => r.Drafter != Rules)
            .Select(r => JsonSerializer.Deserialize(r.Frame, AccountJson.OneLine.Account)!)
            .ToList();
        var known = frames.SelectMany(f => f.Sources).DistinctBy(s => s.Id).ToDictionary(s => s.Id, StringComparer.Ordinal);
        var first = frames.FirstOrDefault() ?? new Account();
        return first with
        {
            Sources = [.. content.Sources.Select(s => known.GetValueOrDefault(s.Id) ?? Unread(s))],
            Globals = [.. frames.SelectMany(f => f.Globals).DistinctBy(g => g.Zone)],
            Notes = [.. frames.SelectMany(f => f.Notes).Distinct()],
        };
    }

    private static SourceItem Unread(StoredSource source) =>
        new()
        {
            Id = source.Id,
            File = source.File,
            Sha256 = source.Sha256,
            Notes = ["it has not been read yet; 'assay case read' reads it."],
        };
}
