using Assay.Cases.Accounts;

namespace Assay.Cases.Proposals;

/// <summary>The account that proposals go into, and what the drafter's own names stand for.</summary>
/// <param name="account">The account so far.</param>
/// <param name="mayRepeat">True where what it has may be proposed again.</param>
internal sealed class ProposedItems(Account account, bool mayRepeat = false)
{
    private readonly Dictionary<(string List, string Key), string> keys = [];
    private readonly Dictionary<(string Source, string Clock), string> clocks = [];
    private readonly HashSet<string> given = mayRepeat ? [] : IdsOf(account);
    private readonly HashSet<string> own = new(StringComparer.Ordinal);

    /// <summary>The account as it is now.</summary>
    public Account Account { get; private set; } = account;

    /// <summary>The id that a key or an id stands for.</summary>
    /// <param name="list">events, zones, figures, places or actors.</param>
    /// <param name="name">The member that refers to it, for the message.</param>
    /// <param name="key">The key or id.</param>
    /// <param name="drafter">Whose key it is.</param>
    public string Refer(string list, string name, string key, string drafter) =>
        Find(list, key, drafter)
        ?? throw new RefusedException(
            RefusalReason.UnknownReference,
            $"“{name}” is {key}, and there is no {list[..^1]} of that key or id: propose it as well, or see why it was refused."
        );

    /// <summary>The id that a key or an id stands for; null where there is none.</summary>
    /// <param name="list">events, zones, figures, places or actors.</param>
    /// <param name="key">The key or id.</param>
    /// <param name="drafter">Whose key it is.</param>
    public string? Find(string list, string key, string drafter) =>
        keys.TryGetValue((list, drafter + "\n" + key), out var id) ? id
        : IdsIn(list).Contains(key, StringComparer.Ordinal) ? key
        : null;

    private IEnumerable<string> IdsIn(string list) =>
        list switch
        {
            "events" => Account.Events.Select(e => e.Id),
            "zones" => Account.Zones.Select(z => z.Id),
            "figures" => Account.Figures.Select(f => f.Id),
            "places" => Account.Places.Select(p => p.Id),
            _ => Account.Actors.Select(a => a.Id),
        };

    /// <summary>Remembers what a drafter's key stands for.</summary>
    public void Name(string list, string? key, string id, string drafter)
    {
        if (key is not null)
            keys[(list, drafter + "\n" + key)] = id;
    }

    /// <summary>The zone item that a source has for a voice on the same zones; null where it has none yet.</summary>
    /// <param name="source">Id of the source.</param>
    /// <param name="clock">The voice and its zones.</param>
    public string? Clock(string source, string clock) => clocks.GetValueOrDefault((source, clock));

    /// <summary>Remembers the zone item of a voice.</summary>
    public void KeepClock(string source, string clock, string id) => clocks[(source, clock)] = id;

    /// <summary>The zones that a source was given part by part, in order.</summary>
    public IEnumerable<ZoneItem> ZonesOf(string source) =>
        clocks.Where(c => c.Key.Source == source).Select(c => c.Value).Distinct(StringComparer.Ordinal).Select(Zone);

    /// <summary>The zone of an id.</summary>
    public ZoneItem Zone(string id) => Account.Zones.First(z => z.Id == id);

    /// <summary>Puts an item into the account. One proposed before is replaced; one that the account came with stays.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="put">The account with it, without what had its id.</param>
    public void Put(string id, Func<Account, Account> put)
    {
        if (given.Contains(id))
            throw new RefusedException(RefusalReason.AlreadyThere, $"The account has this item already, as {id}.");
        Account = put(Account);
        own.Add(id);
    }

    /// <summary>Changes what is no item.</summary>
    public void Change(Func<Account, Account> change) => Account = change(Account);

    /// <summary>A list with an item put in, in the place of the one that had its id.</summary>
    public static List<T> With<T>(IReadOnlyList<T> list, T item, Func<T, string> idOf)
    {
        var made = list.ToList();
        var at = made.FindIndex(i => idOf(i) == idOf(item));
        if (at < 0)
            made.Add(item);
        else
            made[at] = item;
        return made;
    }

    private static HashSet<string> IdsOf(Account a) =>
        [
            .. a.Events.Select(e => e.Id),
            .. a.Zones.Select(z => z.Id),
            .. a.Clocks.Select(c => c.Id),
            .. a.Claims.Select(c => c.Id),
            .. a.Statements.Select(s => s.Id),
            .. a.Figures.Select(f => f.Id),
            .. a.Questions.Select(q => q.Id),
            .. a.Forecasts.Select(f => f.Id),
            .. a.SameFigures.Select(s => s.Id),
            .. a.Places.Select(p => p.Id),
            .. a.Actors.Select(i => i.Id),
        ];
}
