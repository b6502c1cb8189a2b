using Assay.Cases.Accounts;

namespace Assay.Cases.Clocks;

/// <summary>The clocks of a case in groups that share neither an event nor a zone with one another.</summary>
internal sealed class ClockGroups
{
    private readonly Dictionary<string, string> parent = new(StringComparer.Ordinal);
    private readonly ILookup<string, (CaseClock Clock, int Place)> groups;

    /// <summary>Groups clocks.</summary>
    public ClockGroups(IReadOnlyList<CaseClock> clocks)
    {
        foreach (var clock in clocks)
            Join("e " + clock.Event.Id, "z " + clock.Variable);
        groups = clocks.Select((c, i) => (c, i)).ToLookup(c => Root("z " + c.c.Variable), StringComparer.Ordinal);
    }

    /// <summary>The clocks of the groups of two events, in the order in which they were given.</summary>
    public IReadOnlyList<CaseClock> Of(EventItem earlier, EventItem later)
    {
        var (a, b) = (Root("e " + earlier.Id), Root("e " + later.Id));
        var found = a == b ? groups[a] : groups[a].Concat(groups[b]);
        return [.. found.OrderBy(c => c.Place).Select(c => c.Clock)];
    }

    private void Join(string a, string b)
    {
        var (first, second) = (Root(a), Root(b));
        parent[first] = second;
        (parent[a], parent[b]) = (second, second); // so that no path grows long
    }

    private string Root(string id)
    {
        while (parent.TryGetValue(id, out var up) && up != id)
            id = up;
        return id;
    }
}
