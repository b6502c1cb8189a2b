namespace Assay.Cases.Accounts;

/// <summary>Applies decisions to what was drafted.</summary>
public static class Decisions
{
    /// <summary>The state that the last decision about an item leaves it in.</summary>
    /// <param name="last">The last decision that stands; null where there is none.</param>
    public static ItemState State(Decision? last) =>
        last switch
        {
            null => ItemState.Open,
            Accepted => ItemState.Accepted,
            Struck => ItemState.Rejected,
            Skipped => ItemState.Skipped,
            Merged => ItemState.Merged,
            _ => ItemState.Edited,
        };

    /// <summary>What the changes among the decisions make of an item, or what is wrong with one of them.</summary>
    /// <param name="kind">The list the item stands in.</param>
    /// <param name="body">The item as drafted.</param>
    /// <param name="decisions">Decisions about it, in order.</param>
    public static (string? Body, string? Wrong) Apply(string kind, string body, IEnumerable<Decision> decisions)
    {
        if (AccountLists.Named(kind) is not { } list)
            return (null, $"An account has no list “{kind}”; it has {string.Join(", ", AccountLists.All.Select(l => l.Name))}.");
        foreach (var decision in decisions)
        {
            if (MergePatch.Of(decision, body) is not { } patch)
                continue;
            var patched = MergePatch.Apply(body, patch);
            if (patched is null)
                return (null, "The changes have to be one JSON object, such as {\"date\":\"2021-05-03\"}.");
            var (whole, wrong) = list.Whole(patched, decision.Item);
            if (whole is null)
                return (null, wrong);
            body = whole;
        }

        return (body, null);
    }

    /// <summary>The account that the decisions make of the drafts; those about items that are not there, or that do not fit their item,
    /// change nothing.</summary>
    internal static Account Of(Account drafts, IReadOnlyList<Decision> decisions)
    {
        if (decisions.Count == 0)
            return drafts;
        var account = Add(drafts, decisions);
        var byItem = decisions.ToLookup(d => d.Item, StringComparer.Ordinal);
        var patched = decisions.Where(MergePatch.IsOf).Select(d => d.Item).ToHashSet(StringComparer.Ordinal);
        if (patched.Count > 0)
            account = AccountLists.All.Aggregate(
                account,
                (a, list) => list.Change(a, patched, (id, body) => Apply(list.Name, body, byItem[id]).Body)
            );
        var last = byItem.ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);
        account = EventMerge.Of(account, last.Values.OfType<Merged>());
        account = Confirmed(account, last);
        return Without(account, last.Values.OfType<Struck>().Select(s => s.Item).ToHashSet(StringComparer.Ordinal));
    }

    // Whoever accepts that two sources have one origin, or writes so, says so.
    private static Account Confirmed(Account account, Dictionary<string, Decision> last) =>
        account.SameOrigins is not { } origins
            ? account
            : account with
            {
                SameOrigins =
                [
                    .. origins.Select(o => last.GetValueOrDefault(o.Id) is Accepted or Edited or Added ? o with { Confirmed = true } : o),
                ],
            };

    private static Account Add(Account account, IReadOnlyList<Decision> decisions)
    {
        var added = decisions.OfType<Added>().ToLookup(a => a.Kind, StringComparer.Ordinal);
        if (added.Count == 0)
            return account;
        var taken = AccountLists.All.SelectMany(l => l.Ids(account)).ToHashSet(StringComparer.Ordinal);
        foreach (var list in AccountLists.All.Where(l => added.Contains(l.Name)))
        {
            var bodies = added[list.Name].Where(a => taken.Add(a.Item)).Select(a => list.Whole(a.Body, a.Item).Body).OfType<string>();
            account = list.Plus(account, bodies);
        }

        return account;
    }

    private static Account Without(Account account, HashSet<string> gone)
    {
        if (gone.Count == 0)
            return account;
        return account with
        {
            Times = [.. account.Times.Where(t => !gone.Contains(t.Id))],
            Events = [.. account.Events.Where(e => !gone.Contains(e.Id)).Select(e => Without(e, gone))],
            Zones = [.. account.Zones.Where(z => !gone.Contains(z.Id))],
            Clocks = [.. account.Clocks.Where(c => !gone.Contains(c.Id) && !gone.Contains(c.Event) && !gone.Contains(c.Zone))],
            Claims =
            [
                .. account
                    .Claims.Where(c => !gone.Contains(c.Id) && !gone.Contains(c.Earlier) && !gone.Contains(c.Later))
                    .Select(c => Without(c, gone)),
            ],
            Counts = [.. account.Counts.Where(c => !gone.Overlaps([c.Id, c.Figure]))],
            Distances = [.. account.Distances.Where(d => !gone.Overlaps([d.Id, d.From, d.Far, d.Near ?? ""]))],
            Routes = [.. account.Routes.Where(r => !gone.Contains(r.Id))],
            Statements = [.. account.Statements.Where(s => !gone.Contains(s.Id))],
            Figures = [.. account.Figures.Where(f => !gone.Contains(f.Id))],
            SameFigures = [.. account.SameFigures.Where(s => !gone.Contains(s.Id) && !gone.Overlaps(s.Figures))],
            SameOrigins = account.SameOrigins?.Where(s => !gone.Contains(s.Id)).ToList() is { Count: > 0 } left ? left : null,
            Questions = [.. account.Questions.Where(q => !gone.Contains(q.Id))],
            Forecasts = [.. account.Forecasts.Where(f => !gone.Contains(f.Id))],
            Places = [.. account.Places.Where(p => !gone.Contains(p.Id))],
            Actors = [.. account.Actors.Where(p => !gone.Contains(p.Id))],
        };
    }

    // An event whose place, time or actor goes is still an event.
    private static EventItem Without(EventItem item, HashSet<string> gone) =>
        !gone.Contains(item.Place ?? "") && !gone.Contains(item.Time ?? "") && !gone.Overlaps(item.Actors)
            ? item
            : item with
            {
                Place = gone.Contains(item.Place ?? "") ? null : item.Place,
                Time = gone.Contains(item.Time ?? "") ? null : item.Time,
                Actors = [.. item.Actors.Where(a => !gone.Contains(a))],
            };

    private static ClaimItem Without(ClaimItem claim, HashSet<string> gone) =>
        claim.WithTies(Without(claim.EarlierTie, gone), Without(claim.LaterTie, gone));

    private static TieItem? Without(TieItem? tie, HashSet<string> gone) =>
        tie is null || !gone.Overlaps(tie.Candidates) ? tie : tie with { Candidates = [.. tie.Candidates.Where(c => !gone.Contains(c))] };
}
