using System.Text.Json;
using Assay.Cases.Accounts;
using Assay.Cases.Report;
using Assay.Ground.Outcomes;

namespace Assay.Cases.Casework;

/// <summary>The items of a case at one moment, to be looked up one by one or source by source without listing them all.</summary>
public sealed class DraftBook
{
    private readonly OpenedCase opened;
    private readonly CaseItems items;
    private readonly Consequences consequences;

    private DraftBook(OpenedCase opened, CaseItems items, Consequences consequences) =>
        (this.opened, this.items, this.consequences) = (opened, items, consequences);

    /// <summary>The items of a case as it is now.</summary>
    /// <param name="opened">The case.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Result<DraftBook> Of(OpenedCase opened, CancellationToken cancellation = default) =>
        Of(opened, StandingCheck.Run(opened, cancellation).Match(r => r.Report, _ => (AuditReport?)null));

    /// <summary>The items of a case as it is now, with what hangs on them by a report of it.</summary>
    /// <param name="opened">The case.</param>
    /// <param name="report">The report; null where there is none.</param>
    public static Result<DraftBook> Of(OpenedCase opened, AuditReport? report)
    {
        var content = opened.Content();
        return content.Succeeded
            ? new DraftBook(opened, opened.Items(content.Value), Consequences.Of(report, opened.Events))
            : content.Error;
    }

    /// <summary>The item of an id, or null.</summary>
    public DraftEntry? One(string id) => items.One(id) is { } found ? Entry(found) : null;

    /// <summary>The items of one kind in the whole case that are in the account, at most so many.</summary>
    /// <param name="kind">The list of the account.</param>
    /// <param name="most">How many at most; where there are more, none.</param>
    public IReadOnlyList<DraftEntry> Standing(string kind, int most)
    {
        var found = items.All.Where(i => i.Now.Basis.Kind == kind && IsStanding(i.Now.State)).Take(most + 1).ToList();
        return found.Count > most ? [] : [.. found.Select(Entry)];
    }

    /// <summary>The items of a source in the order of consequence; with them those that have no words of their own and that its items
    /// name, or that name them: zones of its clocks, figures of one thing.</summary>
    /// <param name="source">Id of the source.</param>
    public IReadOnlyList<DraftEntry> OfSource(string source) => opened.Order(items, consequences, source).Entries;

    private static bool IsStanding(ItemState state) => state is not (ItemState.Rejected or ItemState.Gone or ItemState.Merged);

    private DraftEntry Entry(CaseItem item)
    {
        var on = consequences.On(item.Now.Basis.Id);
        return ListDrafts.Entry(item, ListDrafts.NeedOf(item, on.Need), on.Claims, consequences);
    }
}

/// <summary>What ties an item without words of its own to those with words.</summary>
internal static class NamedItems
{
    /// <summary>The item itself, the zone of a clock, the figures that are of one thing, the sources of one origin.</summary>
    public static IReadOnlyList<string> Of(AccountItem item)
    {
        if (item.Kind is not ("clocks" or "sameFigures" or CaseItem.Origins))
            return [item.Id];
        using var body = JsonDocument.Parse(item.Body);
        var named = new List<string> { item.Id };
        if (body.RootElement.TryGetProperty("zone", out var zone) && zone.GetString() is { } id)
            named.Add(id);
        var list = item.Kind == CaseItem.Origins ? "sources" : "figures";
        if (body.RootElement.TryGetProperty(list, out var others) && others.ValueKind == JsonValueKind.Array)
            named.AddRange(others.EnumerateArray().Select(f => f.GetString()).OfType<string>());
        return named;
    }
}
