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
    public VerdictMemo Memo { get; init; } = new();

    private Dictionary<string, CaseZone> ZonesById => field ??= Zones.ToDictionary(z => z.Variable.Id, StringComparer.Ordinal);

    private Dictionary<string, int> Places =>
        field ??= Zones.Index().ToDictionary(z => z.Item.Variable.Id, z => z.Index, StringComparer.Ordinal);

    private ILookup<string, CaseClock> ClocksByVariable => field ??= Clocks.ToLookup(c => c.Variable, StringComparer.Ordinal);

    private ClockGroups Groups => field ??= new ClockGroups(Clocks);

    private Dictionary<string, CaseClock> ClocksById => field ??= Clocks.ToDictionary(c => c.Id, StringComparer.Ordinal);

    private ILookup<string, CaseClock> ClocksByEvent => field ??= Clocks.ToLookup(c => c.Event.Id, StringComparer.Ordinal);

    /// <summary>The clocks of an account. A clock without a day or a passage cannot be compared with any, and is left out.</summary>
    public static ClockBook Of(Account account)
    {
        var windows = new ClockWindows(account.Meanings);
        var events = account.Events.ToDictionary(e => e.Id, StringComparer.Ordinal);
        var zones = account.Zones.ToDictionary(z => z.Id, StringComparer.Ordinal);
        var clocks = account
            .Clocks.Select(c => (Item: c, Times: windows.Of(c)))
            .Where(c => c.Times is not null)
            .Select(c => new CaseClock(
                c.Item,
                events[c.Item.Event],
                c.Item.Voice ?? zones[c.Item.Zone].Voice,
                new ClockStatement(c.Item.Id, c.Item.Event, c.Item.Zone, c.Times!.Value.Windows, c.Times.Value.Stated, c.Item.Role)
            ))
            .ToList();
        return new ClockBook(
            clocks,
            account.Zones.Select(CaseZone.Of).ToList(),
            account.Globals.Select(g => new GlobalZone(g.Zone, g.Reason)).ToList(),
            account.Sources.ToDictionary(s => s.Id, StringComparer.Ordinal)
        );
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
