using System.Collections.Concurrent;
using Assay.Cases.Accounts;
using Assay.Cases.Store;

namespace Assay.Cases.Casework;

/// <summary>The items of a case as drafted, before anything was decided.</summary>
internal sealed class DraftedItems
{
    private readonly List<List<StoredDraft>> drafts;
    private readonly List<CaseItem> items;
    private readonly Dictionary<string, int> places;
    private readonly ILookup<string, CaseItem> bySource;

    /// <summary>Groups drafts by their items.</summary>
    public DraftedItems(IReadOnlyList<StoredDraft> all)
    {
        drafts =
        [
            .. all.OrderBy(d => d.Drafter != CaseAccount.Rules).GroupBy(d => d.Item.Id, StringComparer.Ordinal).Select(g => g.ToList()),
        ];
        places = drafts.Index().ToDictionary(d => d.Item[0].Item.Id, d => d.Index, StringComparer.Ordinal);
        items = [.. drafts.Select((d, place) => Of(d, [], place))];
        bySource = items.ToLookup(i => i.Source ?? "", StringComparer.Ordinal);
    }

    /// <summary>How many there are.</summary>
    public int Count => items.Count;

    /// <summary>All of them, in the order of their drafters.</summary>
    public IReadOnlyList<CaseItem> All => items;

    /// <summary>Those without words of their own.</summary>
    public IEnumerable<CaseItem> OfNone => bySource[""];

    /// <summary>Those with words in a source.</summary>
    public IEnumerable<CaseItem> OfSource(string source) => bySource[source];

    /// <summary>How many are in each state.</summary>
    public IReadOnlyDictionary<ItemState, int> States => field ??= Counted(items);

    /// <summary>How many of those with words in a source are in each state.</summary>
    public IReadOnlyDictionary<ItemState, int> StatesOf(string source) => statesOf.GetOrAdd(source, s => Counted(bySource[s]));

    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<ItemState, int>> statesOf = new(StringComparer.Ordinal);

    private static Dictionary<ItemState, int> Counted(IEnumerable<CaseItem> items) =>
        items.GroupBy(i => i.Now.State).ToDictionary(g => g.Key, g => g.Count());

    /// <summary>The item of an id, or null.</summary>
    public CaseItem? One(string id) => PlaceOf(id) is { } place ? items[place] : null;

    /// <summary>The place of an item; null where there is none.</summary>
    public int? PlaceOf(string id) => places.TryGetValue(id, out var place) ? place : null;

    /// <summary>An item as decisions have it.</summary>
    public CaseItem Decided(string id, IReadOnlyList<StoredDecision> decisions) => Of(drafts[places[id]], decisions, places[id]);

    /// <summary>An item of its drafts and decisions.</summary>
    public static CaseItem Of(List<StoredDraft> drafts, IReadOnlyList<StoredDecision> decisions, int place)
    {
        var now = ItemInCase.Of(drafts, decisions, null).Value;
        var standing = drafts.Where(d => !d.IsGone).ToList();
        return new CaseItem(
            now,
            [.. standing.Select(d => d.Drafter)],
            drafts.Count > 0 ? drafts[0].Source : ItemReferences.Source(now.Body),
            place,
            standing.Select(d => d.Item.Body).Distinct().Skip(1).Any()
        );
    }
}
