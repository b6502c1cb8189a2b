namespace Assay.Cases.Accounts;

/// <summary>Makes one event of two: what is said of the one is said of the other, which keeps the words of both.</summary>
internal static class EventMerge
{
    /// <summary>The account with events merged. A merge with an event that is not there, or in a ring, changes nothing.</summary>
    public static Account Of(Account account, IEnumerable<Merged> merges)
    {
        var events = account.Events.ToDictionary(e => e.Id, StringComparer.Ordinal);
        var into = merges
            .Where(m => events.ContainsKey(m.Item) && events.ContainsKey(m.Into))
            .ToDictionary(m => m.Item, m => m.Into, StringComparer.Ordinal);
        var last = into.Keys.Select(id => (id, End: Last(id, into))).Where(m => m.End != m.id).ToDictionary(m => m.id, m => m.End);
        if (last.Count == 0)
            return account;
        var joined = account.Events.Where(e => last.ContainsKey(e.Id)).ToLookup(e => last[e.Id], StringComparer.Ordinal);
        return account with
        {
            Events = [.. account.Events.Where(e => !last.ContainsKey(e.Id)).Select(e => Join(e, joined[e.Id]))],
            Clocks = [.. account.Clocks.Select(c => last.TryGetValue(c.Event, out var end) ? c with { Event = end } : c)],
            Claims = [.. account.Claims.Select(c => Point(c, last))],
        };
    }

    // The end of a chain of merges; the id itself where the chain is a ring.
    private static string Last(string id, Dictionary<string, string> into)
    {
        var at = id;
        for (var steps = 0; into.TryGetValue(at, out var next); steps++)
        {
            if (steps > into.Count)
                return id;
            at = next;
        }

        return at;
    }

    private static EventItem Join(EventItem item, IEnumerable<EventItem> others)
    {
        var more = others.SelectMany(o => o.Mentions.Prepend(o.Quote)).ToList();
        return more.Count == 0 ? item : item with { Mentions = [.. item.Mentions.Concat(more).Distinct()] };
    }

    // What names none of them stays the same item.
    private static ClaimItem Point(ClaimItem claim, Dictionary<string, string> last)
    {
        var pointed = claim.WithTies(Point(claim.EarlierTie, last), Point(claim.LaterTie, last));
        return !last.ContainsKey(claim.Earlier) && !last.ContainsKey(claim.Later)
            ? pointed
            : pointed with
            {
                Earlier = last.GetValueOrDefault(claim.Earlier, claim.Earlier),
                Later = last.GetValueOrDefault(claim.Later, claim.Later),
            };
    }

    private static TieItem? Point(TieItem? tie, Dictionary<string, string> last) =>
        tie is null || !tie.Candidates.Any(last.ContainsKey)
            ? tie
            : tie with
            {
                Candidates = [.. tie.Candidates.Select(c => last.GetValueOrDefault(c, c)).Distinct()],
            };
}
