namespace Assay.Cases.Accounts;

/// <summary>The lists of an account whose items have ids, in the order in which what rests on others comes after them. A new list of
/// <see cref="Account"/> gets its line here.</summary>
internal static class AccountLists
{
    /// <summary>All lists.</summary>
    public static IReadOnlyList<AccountList> All { get; } =
    [
        Of("times", t => t.Id, a => a.Times, (a, l) => a with { Times = l }, AccountJson.OneLine.TimeExpressionEntry),
        Of("places", p => p.Id, a => a.Places, (a, l) => a with { Places = l }, AccountJson.OneLine.PlaceEntry),
        Of("actors", p => p.Id, a => a.Actors, (a, l) => a with { Actors = l }, AccountJson.OneLine.ActorEntry),
        Of("figures", f => f.Id, a => a.Figures, (a, l) => a with { Figures = l }, AccountJson.OneLine.FigureEntry),
        Of("events", e => e.Id, a => a.Events, (a, l) => a with { Events = l }, AccountJson.OneLine.EventItem),
        Of("zones", z => z.Id, a => a.Zones, (a, l) => a with { Zones = l }, AccountJson.OneLine.ZoneItem),
        Of("clocks", c => c.Id, a => a.Clocks, (a, l) => a with { Clocks = l }, AccountJson.OneLine.ClockItem),
        Of("claims", c => c.Id, a => a.Claims, (a, l) => a with { Claims = l }, AccountJson.OneLine.ClaimItem),
        Of("counts", c => c.Id, a => a.Counts, (a, l) => a with { Counts = l }, AccountJson.OneLine.CountItem),
        Of("distances", d => d.Id, a => a.Distances, (a, l) => a with { Distances = l }, AccountJson.OneLine.DistanceItem),
        Of("routes", r => r.Id, a => a.Routes, (a, l) => a with { Routes = l }, AccountJson.OneLine.RouteItem),
        Of("statements", s => s.Id, a => a.Statements, (a, l) => a with { Statements = l }, AccountJson.OneLine.StatementEntry),
        Of("sameFigures", s => s.Id, a => a.SameFigures, (a, l) => a with { SameFigures = l }, AccountJson.OneLine.SameFigureItem),
        Of(
            "sameOrigins",
            s => s.Id,
            a => a.SameOrigins ?? [],
            (a, l) => a with { SameOrigins = l.Count > 0 ? l : null },
            AccountJson.OneLine.SameOriginEntry
        ),
        Of("questions", q => q.Id, a => a.Questions, (a, l) => a with { Questions = l }, AccountJson.OneLine.QuestionEntry),
        Of("forecasts", f => f.Id, a => a.Forecasts, (a, l) => a with { Forecasts = l }, AccountJson.OneLine.ForecastEntry),
    ];

    /// <summary>The list of a name, or null.</summary>
    public static AccountList? Named(string name) => All.FirstOrDefault(l => l.Name == name);

    /// <summary>Every item of an account, list by list.</summary>
    public static IEnumerable<AccountItem> Items(Account account) => All.SelectMany(l => l.Items(account));

    /// <summary>An account of items.</summary>
    /// <param name="frame">What of the account is no item: sources, meanings, notes.</param>
    /// <param name="items">The items, in the order of their lists.</param>
    public static Account Of(Account frame, IEnumerable<AccountItem> items)
    {
        var byKind = items.ToLookup(i => i.Kind, StringComparer.Ordinal);
        return All.Aggregate(frame, (account, list) => list.With(account, byKind[list.Name]));
    }

    private static AccountList<T> Of<T>(
        string name,
        Func<T, string> id,
        Func<Account, IReadOnlyList<T>> get,
        Func<Account, IReadOnlyList<T>, Account> set,
        System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> form
    )
        where T : class => new(name, id, get, set, form);
}
