namespace Assay.Cases.Clocks;

/// <summary>The clocks of a case in parts that share neither an event nor a zone with one another, before any claim ties them.</summary>
internal sealed class ClockParts
{
    private readonly Dictionary<string, string> roots = new(StringComparer.Ordinal);
    private readonly ILookup<string, (CaseClock Item, int Place)> clocks;
    private readonly ILookup<string, (CaseZone Item, int Place)> zones;
    private readonly Dictionary<string, string> passages;

    /// <summary>Parts the clocks of a book.</summary>
    public ClockParts(ClockBook book)
    {
        var joined = new Joined();
        foreach (var clock in book.Clocks)
            joined.Join(clock.Event.Id, clock.Variable);
        foreach (var id in joined.Ids)
            roots[id] = joined.Root(id);
        clocks = book.Clocks.Select((item, place) => (item, place)).ToLookup(c => Root(c.item.Event.Id), StringComparer.Ordinal);
        zones = book.Zones.Select((item, place) => (item, place)).ToLookup(z => Root(z.item.Variable.Id), StringComparer.Ordinal);
        passages = book
            .Clocks.Where(c => c.Passage is not null)
            .GroupBy(c => c.Event.Id)
            .ToDictionary(g => g.Key, g => g.First().Passage!, StringComparer.Ordinal);
    }

    /// <summary>Names the part of an event or zone; what no clock is of is a part by itself.</summary>
    public string Root(string id) => roots.GetValueOrDefault(id, id);

    /// <summary>The clocks of a part, with their places among all.</summary>
    public IEnumerable<(CaseClock Item, int Place)> Clocks(string root) => clocks[root];

    /// <summary>The zones of a part, with their places among all.</summary>
    public IEnumerable<(CaseZone Item, int Place)> Zones(string root) => zones[root];

    /// <summary>The passage whose unknown day an event is on, or null.</summary>
    public string? Passage(string made) => passages.GetValueOrDefault(made);
}
