using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Assay.Cases.Accounts;
using Assay.Cases.Journal;
using Assay.Cases.Store;

namespace Assay.Cases.Casework;

/// <summary>What a reading changed.</summary>
/// <param name="New">Drafts that were not there.</param>
/// <param name="Changed">Drafts that are another now.</param>
/// <param name="Same">Drafts that are as they were.</param>
/// <param name="Gone">Drafts that are proposed no longer.</param>
/// <param name="Kept">How many of those changed or gone somebody had decided about: the decision stands, and the item with it.</param>
/// <param name="Entry">The entry of the journal; null where nothing changed.</param>
public sealed record ReadingChanges(int New, int Changed, int Same, int Gone, int Kept, JournalEntry? Entry);

/// <summary>Puts what a drafter proposes beside what it proposed before. Nothing that was decided is touched.</summary>
internal static class Readings
{
    /// <summary>Writes a reading.</summary>
    /// <param name="writer">The case.</param>
    /// <param name="desk">Who read.</param>
    /// <param name="drafter">Who or what drafted.</param>
    /// <param name="account">What it drafted.</param>
    /// <param name="sources">Ids of the sources that were read: drafts from others stay; null for all.</param>
    /// <param name="run">The run to tell of; with one, there is an entry even where nothing changes.</param>
    /// <param name="written">Told how many drafts are written, of how many; what it throws undoes the change. May be null.</param>
    public static ReadingChanges Put(
        CaseWriter writer,
        Desk desk,
        string drafter,
        Account account,
        IReadOnlySet<string>? sources,
        DraftRun? run = null,
        Action<int, int>? written = null
    )
    {
        var have = writer.DraftsBy(drafter).ToDictionary(d => d.Item.Id, StringComparer.Ordinal);
        var frame = FrameOf(account);
        var items = AccountLists.Items(account).DistinctBy(i => i.Id).ToList();
        var proposed = items.Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        var gone = have.Values.Where(d => !d.IsGone && !proposed.Contains(d.Item.Id) && IsRead(d, sources)).ToList();
        var fresh = items.Where(i => !have.TryGetValue(i.Id, out var old) || old.IsGone).ToList();
        var other = items.Where(i => have.TryGetValue(i.Id, out var old) && !old.IsGone && old.Item != i).ToList();
        var same = items.Count - fresh.Count - other.Count;
        var framed = writer.Runs().FirstOrDefault(r => r.Drafter == drafter)?.Frame;
        if (run is null && fresh.Count + other.Count + gone.Count == 0 && framed == frame)
            return new ReadingChanges(0, 0, same, 0, 0, null);
        var places = Placed(items, have, sources);
        var lost = gone.Select(d => d.Item.Id).ToHashSet(StringComparer.Ordinal);
        var standing = have.Values.Where(d => !d.IsGone && !places.ContainsKey(d.Item.Id) && !lost.Contains(d.Item.Id));
        var order = OrderOf(places.Select(p => (p.Value, p.Key)).Concat(standing.Select(d => (d.Place, d.Item.Id))));
        var after = After(drafter, frame, sources, fresh, other, gone, order, run);
        var entry = writer.Record(new JournalNote(JournalAct.DraftsRead, desk.Who, desk.Clock.GetCurrentInstant()) { After = after });
        writer.Put(new StoredRun(entry.Sequence, drafter, frame));
        var touched = fresh.Concat(other).Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        var moved = items.Where(i => touched.Contains(i.Id) || have[i.Id].Place != places[i.Id]).ToList();
        writer.Put(
            Counted(moved, written)
                .Select(i => new StoredDraft(
                    drafter,
                    i,
                    touched.Contains(i.Id) ? ItemReferences.Source(i.Body) : have[i.Id].Source,
                    places[i.Id],
                    IsGone: false,
                    touched.Contains(i.Id) ? entry.Sequence : have[i.Id].Version
                ))
        );
        writer.Put(gone.Select(d => d with { IsGone = true, Version = entry.Sequence }));
        var decided = writer
            .Decisions()
            .Where(d => d.UndoneBy is null && CaseAccount.Holds(d.Decision))
            .Select(d => d.Decision.Item)
            .ToHashSet(StringComparer.Ordinal);
        var kept = other.Count(i => decided.Contains(i.Id)) + gone.Count(d => decided.Contains(d.Item.Id));
        return new ReadingChanges(fresh.Count, other.Count, same, gone.Count, kept, entry);
    }

    private static IEnumerable<AccountItem> Counted(List<AccountItem> items, Action<int, int>? told)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (i % ToldEach == 0)
                told?.Invoke(i, items.Count);
            yield return items[i];
        }
    }

    private const int ToldEach = 100;

    /// <summary>SHA-256 of a draft: of its kind and its body, a line each.</summary>
    public static string HashOf(AccountItem item) => HashOf($"{item.Kind}\n{item.Body}");

    /// <summary>SHA-256 of a text in UTF-8, lower-case hexadecimal.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>SHA-256 of the ids of the drafts that stand, in their order, a line each.</summary>
    public static string OrderOf(IEnumerable<(long Place, string Id)> drafts) =>
        HashOf(string.Join('\n', drafts.OrderBy(d => d.Place).ThenBy(d => d.Id, StringComparer.Ordinal).Select(d => d.Id)));

    private static string FrameOf(Account account) => JsonSerializer.Serialize(AccountLists.Of(account, []), AccountJson.OneLine.Account);

    private static bool IsRead(StoredDraft draft, IReadOnlySet<string>? sources) =>
        sources is null || draft.Source is not null && sources.Contains(draft.Source);

    // Where all sources were read the order is that of the account; else what is new comes after what there is.
    private static Dictionary<string, long> Placed(
        List<AccountItem> items,
        Dictionary<string, StoredDraft> have,
        IReadOnlySet<string>? sources
    )
    {
        var next = sources is null ? 0 : have.Values.Select(d => d.Place + 1).DefaultIfEmpty(0).Max();
        return items.ToDictionary(
            i => i.Id,
            i => sources is not null && have.TryGetValue(i.Id, out var old) ? old.Place : next++,
            StringComparer.Ordinal
        );
    }

    private static string After(
        string drafter,
        string frame,
        IReadOnlySet<string>? sources,
        List<AccountItem> fresh,
        List<AccountItem> other,
        List<StoredDraft> gone,
        string order,
        DraftRun? run
    )
    {
        var after = new JsonObject
        {
            ["drafter"] = drafter,
            ["frame"] = HashOf(frame),
            ["sources"] = sources is null
                ? null
                : new JsonArray([.. sources.Order(StringComparer.Ordinal).Select(s => JsonValue.Create(s))]),
            ["new"] = Hashes(fresh),
            ["changed"] = Hashes(other),
            ["gone"] = new JsonArray([.. gone.Select(d => JsonValue.Create(d.Item.Id))]),
            ["order"] = order,
        };
        if (run is not null)
            after["run"] = run.Written();
        return after.ToJsonString();
    }

    private static JsonObject Hashes(List<AccountItem> items) =>
        new(items.Select(i => KeyValuePair.Create(i.Id, (JsonNode?)JsonValue.Create(HashOf(i)))));
}
