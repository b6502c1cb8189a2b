using Assay.Cases.Accounts;
using Assay.Chronology.Model;

namespace Assay.Cases.Clocks;

/// <summary>The clocks of an account as the solver takes them.</summary>
/// <param name="Clocks">The clock statements.</param>
/// <param name="Zones">The zone variables.</param>
/// <param name="Globals">The zones every unstated clock may have been converted to.</param>
/// <param name="Sources">The sources by id.</param>
internal sealed record ClockBook(
    IReadOnlyList<CaseClock> Clocks,
    IReadOnlyList<CaseZone> Zones,
    IReadOnlyList<GlobalZone> Globals,
    IReadOnlyDictionary<string, SourceItem> Sources
)
{
    /// <summary>What is known of the same clocks from before.</summary>
    public ClockMemo Memo { get; init; } = new();

    private Dictionary<string, CaseZone> ZonesById => field ??= Zones.ToDictionary(z => z.Variable.Id, StringComparer.Ordinal);

    private Dictionary<string, int> Places =>
        field ??= Zones.Index().ToDictionary(z => z.Item.Variable.Id, z => z.Index, StringComparer.Ordinal);

    private ILookup<string, CaseClock> ClocksByVariable => field ??= Clocks.ToLookup(c => c.Variable, StringComparer.Ordinal);

    private ClockGroups Groups => field ??= new ClockGroups(Clocks);

    /// <summary>The clocks in parts that nothing but claims can tie together.</summary>
    public ClockParts Parts => field ??= new ClockParts(this);

    private Dictionary<string, CaseClock> ClocksById => field ??= Clocks.ToDictionary(c => c.Id, StringComparer.Ordinal);

    private ILookup<string, CaseClock> ClocksByEvent => field ??= Clocks.ToLookup(c => c.Event.Id, StringComparer.Ordinal);

    /// <summary>The clocks of an account. A clock without a day or a passage cannot be compared with any, and is left out.</summary>
    /// <param name="account">The account.</param>
    /// <param name="memo">What was made of the same items before; null for nothing.</param>
    public static ClockBook Of(Account account, ClockMemo? memo = null)
    {
        memo ??= new ClockMemo();
        var windows = new ClockWindows(account.Meanings);
        var events = account.Events.ToDictionary(e => e.Id, StringComparer.Ordinal);
        var zones = account.Zones.ToDictionary(z => z.Id, StringComparer.Ordinal);
        var clocks = account
            .Clocks.Select(c => Clock(memo, c, events[c.Event], zones[c.Zone], account.Meanings, windows))
            .OfType<CaseClock>()
            .ToList();
        return new ClockBook(
            clocks,
            account.Zones.Select(z => memo.Zones.Find(z) ?? memo.Zones.Keep(z, CaseZone.Of(z))).ToList(),
            memo.Globals([.. account.Globals.Select(g => new GlobalZone(g.Zone, g.Reason))]),
            account.Sources.ToDictionary(s => s.Id, StringComparer.Ordinal)
        )
        {
            Memo = memo,
        };
    }

    private static CaseClock? Clock(
        ClockMemo memo,
        ClockItem item,
        EventItem made,
        ZoneItem zone,
        AccountMeanings meanings,
        ClockWindows windows
    )
    {
        if (memo.Clocks.Find(item, made, zone, meanings) is { } known)
            return known;
        if (windows.Of(item) is not var (own, stated))
            return null;
        var statement = new ClockStatement(item.Id, item.Event, item.Zone, own, stated, item.Role);
        return memo.Clocks.Keep(item, new CaseClock(item, made, item.Voice ?? zone.Voice, statement), made, zone, meanings);
    }

    /// <summary>The zone variable of a clock.</summary>
    public CaseZone ZoneOf(CaseClock clock) => ZonesById[clock.Variable];

    /// <summary>The place of a zone among all.</summary>
    public int PlaceOf(CaseZone zone) => Places[zone.Variable.Id];

    /// <summary>The clocks that events and zones connect with two events, in the order of the case: no other says anything of
    /// them.</summary>
    public IReadOnlyList<CaseClock> Near(EventItem earlier, EventItem later) => Groups.Of(earlier, later);

    /// <summary>The clocks on a zone variable.</summary>
    public IEnumerable<CaseClock> On(string variable) => ClocksByVariable[variable];

    /// <summary>The clock with this id, or null.</summary>
    public CaseClock? ById(string id) => ClocksById.GetValueOrDefault(id);

    /// <summary>The clocks of an event.</summary>
    public IEnumerable<CaseClock> Of(EventItem made) => ClocksByEvent[made.Id];

    /// <summary>The first clock of an event, or null.</summary>
    public CaseClock? FirstOf(EventItem made) => ClocksByEvent[made.Id].FirstOrDefault();

    /// <summary>The block that all clocks of two events move in, or null where their days may change apart.</summary>
    public string? BlockOf(EventItem earlier, EventItem later)
    {
        string? block = null;
        foreach (var clock in Of(earlier).Concat(Of(later)))
        {
            if (clock.Block is not { } own || block is not null && block != own)
                return null;
            block = own;
        }

        return block;
    }
}
