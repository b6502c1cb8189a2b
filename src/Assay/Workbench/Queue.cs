using System.Text.Json;
using Assay.Cases.Accounts;
using Assay.Cases.Casework;
using Assay.Ground.Outcomes;

namespace Assay.Workbench;

/// <summary>The drafts of one source in the order of consequence, as far as a filter shows them, and the one that is in hand.</summary>
internal sealed class Queue
{
    private readonly Dictionary<string, DraftEntry> byId;

    private Queue(IReadOnlyList<DraftEntry> all, IReadOnlyList<DraftEntry> ofSource, string show, string? item)
    {
        All = all;
        OfSource = ofSource;
        byId = all.DistinctBy(e => e.Id).ToDictionary(e => e.Id, StringComparer.Ordinal);
        Show = show is "needed" or "all" ? show : "open";
        Shown = [.. ofSource.Where(e => IsShown(e, Show))];
        InHand = (item is null ? null : byId.GetValueOrDefault(item)) ?? Shown.FirstOrDefault(e => e.State == ItemState.Open) ?? First;
    }

    /// <summary>Every item of the case.</summary>
    public IReadOnlyList<DraftEntry> All { get; }

    /// <summary>The items of the source, zones of its clocks among them.</summary>
    public IReadOnlyList<DraftEntry> OfSource { get; }

    /// <summary>The filter: <c>needed</c>, <c>open</c> or <c>all</c>.</summary>
    public string Show { get; }

    /// <summary>The items that the filter shows.</summary>
    public IReadOnlyList<DraftEntry> Shown { get; }

    /// <summary>The item in hand; null where there is none.</summary>
    public DraftEntry? InHand { get; }

    private DraftEntry? First => Shown.Count > 0 ? Shown[0] : null;

    /// <summary>The item of an id, or null.</summary>
    public DraftEntry? Item(string? id) => id is not null ? byId.GetValueOrDefault(id) : null;

    /// <summary>The item before or after the one in hand, or null.</summary>
    public DraftEntry? Beside(int step)
    {
        var at = Shown.ToList().FindIndex(e => e.Id == InHand?.Id);
        if (at < 0)
            return First;
        return at + step >= 0 && at + step < Shown.Count ? Shown[at + step] : null;
    }

    /// <summary>How many items a filter shows.</summary>
    public int Count(string show) => OfSource.Count(e => IsShown(e, show));

    /// <summary>The queue of a source.</summary>
    /// <param name="opened">The case.</param>
    /// <param name="source">Id of the source.</param>
    /// <param name="show">The filter.</param>
    /// <param name="item">Id of the item to take in hand; null for the first that is open.</param>
    public static Result<Queue> Of(OpenedCase opened, string source, string show, string? item)
    {
        var listed = ListDrafts.Run(opened, new DraftsRequest());
        if (!listed.Succeeded)
            return listed.Error;
        var all = listed.Value.Entries;
        var named = all.Where(e => e.Source == source).SelectMany(Named).ToHashSet(StringComparer.Ordinal);
        return new Queue(all, [.. all.Where(e => e.Source == source || e.Source is null && IsOf(e, named))], show, item);
    }

    private static bool IsShown(DraftEntry entry, string show) =>
        show switch
        {
            "needed" => entry.State == ItemState.Open && entry.Need != Need.None,
            "open" => entry.State == ItemState.Open,
            _ => true,
        };

    private static bool IsOf(DraftEntry entry, HashSet<string> named) => named.Contains(entry.Id) || Named(entry).Any(named.Contains);

    // What has no words of its own belongs to the sources whose items name it, or which it names.
    private static IEnumerable<string> Named(DraftEntry entry)
    {
        yield return entry.Id;
        using var body = JsonDocument.Parse(entry.Body);
        if (entry.Kind == "clocks" && body.RootElement.TryGetProperty("zone", out var zone) && zone.GetString() is { } id)
            yield return id;
        if (!body.RootElement.TryGetProperty("figures", out var figures) || figures.ValueKind != JsonValueKind.Array)
            yield break;
        foreach (var figure in figures.EnumerateArray().Select(f => f.GetString()).OfType<string>())
            yield return figure;
    }
}
