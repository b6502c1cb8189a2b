using Assay.Cases.Accounts;

namespace Assay.Cases.Clocks;

/// <summary>The clocks of a case in groups that share neither an event nor a zone with one another.</summary>
internal sealed class ClockGroups
{
    private readonly Joined joined = new();
    private readonly ILookup<string, (CaseClock Clock, int Place)> groups;

    /// <summary>Groups clocks.</summary>
    public ClockGroups(IReadOnlyList<CaseClock> clocks)
    {
        foreach (var clock in clocks)
            joined.Join("e " + clock.Event.Id, "z " + clock.Variable);
        groups = clocks.Select((c, i) => (c, i)).ToLookup(c => joined.Root("z " + c.c.Variable), StringComparer.Ordinal);
    }

    /// <summary>The clocks of the groups of two events, in the order in which they were given.</summary>
    public IReadOnlyList<CaseClock> Of(EventItem earlier, EventItem later)
    {
        var (a, b) = (joined.Root("e " + earlier.Id), joined.Root("e " + later.Id));
        var found = a == b ? groups[a] : groups[a].Concat(groups[b]);
        return [.. found.OrderBy(c => c.Place).Select(c => c.Clock)];
    }
}
