using Assay.Cases.Accounts;
using Assay.Cases.Store;

namespace Assay.Cases.Casework;

/// <summary>An item of a case with where it comes from.</summary>
/// <param name="Now">The item as it is now.</param>
/// <param name="Drafters">Who drafted it; those who propose it no longer left out.</param>
/// <param name="Source">Id of the source of its words, or null.</param>
/// <param name="Place">Its place among all.</param>
/// <param name="IsDisputed">True where drafters have it differently.</param>
internal sealed record CaseItem(ItemInCase Now, IReadOnlyList<string> Drafters, string? Source, int Place, bool IsDisputed)
{
    /// <summary>The list of sources of one origin: an item of it is about sources, and a proposal until somebody accepts it.</summary>
    public const string Origins = "sameOrigins";

    /// <summary>Where its words stand, and a line for a person.</summary>
    public (int Start, int End, string Label) Words => (words ??= new ItemLine(Now.Body)).Of;

    /// <summary>The item itself, and those it is tied to that have no words of their own.</summary>
    public IReadOnlyList<string> Named => named ??= NamedItems.Of(new AccountItem(Now.Basis.Kind, Now.Basis.Id, Now.Body));

    private ItemLine? words;
    private IReadOnlyList<string>? named;
}

/// <summary>Every item of a case: those drafted, in the order of their drafters, then those written by hand.</summary>
internal sealed class CaseItems
{
    private readonly DraftedItems drafted;
    private readonly ILookup<string, StoredDecision> decisions;
    private readonly Dictionary<string, CaseItem> decided;
    private readonly List<CaseItem> written;

    private CaseItems(CaseContent content, DraftedItems drafted, CaseItems? before)
    {
        (Content, this.drafted) = (content, drafted);
        decisions = content.Decisions.ToLookup(d => d.Decision.Item, StringComparer.Ordinal);
        decided = decisions
            .Where(g => drafted.PlaceOf(g.Key) is not null)
            .Select(g => before?.Decided(g) ?? drafted.Decided(g.Key, [.. g]))
            .ToDictionary(i => i.Now.Basis.Id, StringComparer.Ordinal);
        written =
        [
            .. decisions
                .Where(g => drafted.PlaceOf(g.Key) is null && g.Any(d => d.UndoneBy is null))
                .Select((g, i) => DraftedItems.Of([], [.. g], drafted.Count + i)),
        ];
    }

    /// <summary>The case they are of.</summary>
    public CaseContent Content { get; }

    /// <summary>The items of a case.</summary>
    /// <param name="content">The case.</param>
    /// <param name="before">The items of the case as it was before, of which those that nothing touched are taken; or null.</param>
    public static CaseItems Of(CaseContent content, CaseItems? before = null) =>
        ReferenceEquals(content, before?.Content) ? before
        : ReferenceEquals(content.Drafts, before?.Content.Drafts) ? new CaseItems(content, before.drafted, before)
        : new CaseItems(content, new DraftedItems(content.Drafts), null);

    /// <summary>How many there are.</summary>
    public int Count => drafted.Count + written.Count;

    /// <summary>All of them.</summary>
    public IEnumerable<CaseItem> All => drafted.All.Select(Now).Concat(written);

    /// <summary>The items with words in a source.</summary>
    public IEnumerable<CaseItem> OfSource(string source) =>
        drafted.OfSource(source).Select(Now).Concat(written.Where(i => i.Source == source));

    /// <summary>The items without words of their own.</summary>
    public IEnumerable<CaseItem> OfNone => drafted.OfNone.Select(Now).Concat(written.Where(i => i.Source is null));

    /// <summary>The item of an id, or null.</summary>
    public CaseItem? One(string id) =>
        decided.GetValueOrDefault(id) ?? drafted.One(id) ?? written.Find(i => string.Equals(i.Now.Basis.Id, id, StringComparison.Ordinal));

    /// <summary>The item of an id as it was drafted, whatever was decided; null where it was not.</summary>
    public CaseItem? Drafted(string id) => drafted.One(id);

    /// <summary>How many are in each state.</summary>
    public IReadOnlyDictionary<ItemState, int> States => field ??= Moved(drafted.States, decided.Values, written);

    /// <summary>How many of those with words in a source are in each state.</summary>
    public IReadOnlyDictionary<ItemState, int> StatesOf(string source)
    {
        lock (statesOf)
            return statesOf.TryGetValue(source, out var known)
                ? known
                : statesOf[source] = Moved(drafted.StatesOf(source), DecidedIn[source], written.Where(i => i.Source == source));
    }

    private readonly Dictionary<string, IReadOnlyDictionary<ItemState, int>> statesOf = new(StringComparer.Ordinal);

    // The item where these very decisions, and no others, were made about it then.
    private CaseItem? Decided(IGrouping<string, StoredDecision> now) =>
        decided.TryGetValue(now.Key, out var item) && decisions[now.Key].SequenceEqual(now, ReferenceEqualityComparer.Instance)
            ? item
            : null;

    private CaseItem Now(CaseItem item) => decided.Count == 0 ? item : decided.GetValueOrDefault(item.Now.Basis.Id) ?? item;

    // The states of what was drafted, less those of the items that were decided about, and those that the decisions left them in.
    private Dictionary<ItemState, int> Moved(
        IReadOnlyDictionary<ItemState, int> before,
        IEnumerable<CaseItem> moved,
        IEnumerable<CaseItem> added
    )
    {
        var states = new Dictionary<ItemState, int>(before);
        foreach (var item in moved)
        {
            states[drafted.One(item.Now.Basis.Id)!.Now.State]--;
            states[item.Now.State] = states.GetValueOrDefault(item.Now.State) + 1;
        }

        foreach (var item in added)
            states[item.Now.State] = states.GetValueOrDefault(item.Now.State) + 1;
        foreach (var state in states.Where(s => s.Value == 0).Select(s => s.Key).ToList())
            states.Remove(state);
        return states;
    }

    private ILookup<string, CaseItem> DecidedIn => field ??= decided.Values.ToLookup(i => i.Source ?? "", StringComparer.Ordinal);
}
