using System.Text.Json;
using Assay.Cases.Accounts;
using Assay.Cases.Store;

namespace Assay.Cases.Casework;

/// <summary>The account of a case as drafted, before anything was decided. It is the same until somebody adds a source or has the case
/// read.</summary>
internal sealed class DraftedAccount
{
    private readonly CaseContent content;
    private readonly Dictionary<string, AccountItem> standing;

    private DraftedAccount(CaseContent content)
    {
        this.content = content;
        Ordered =
        [
            .. content.Drafts.Where(d => d.Drafter == CaseAccount.Rules).Concat(content.Drafts.Where(d => d.Drafter != CaseAccount.Rules)),
        ];
        standing = new Dictionary<string, AccountItem>(content.Drafts.Count, StringComparer.Ordinal);
        Items = [.. Ordered.Where(d => !d.IsGone && standing.TryAdd(d.Item.Id, d.Item)).Select(d => d.Item)];
        Frame = FrameOf(content);
        Account = AccountLists.Of(Frame, Items);
    }

    /// <summary>The drafts, those of the rules first.</summary>
    public IReadOnlyList<StoredDraft> Ordered { get; }

    /// <summary>The items that a drafter still proposes, each once, in the order of their drafters.</summary>
    public IReadOnlyList<AccountItem> Items { get; }

    /// <summary>What of the account is no item.</summary>
    public Account Frame { get; }

    /// <summary>The account.</summary>
    public Account Account { get; }

    /// <summary>The item of an id; null where no drafter proposes it any more.</summary>
    public AccountItem? One(string id) => standing.GetValueOrDefault(id);

    /// <summary>What is drafted in a case.</summary>
    /// <param name="content">The case.</param>
    /// <param name="before">What was drafted in it before, which is given again where it still is; or null.</param>
    public static DraftedAccount Of(CaseContent content, DraftedAccount? before = null) =>
        before is not null && Untouched.AreDrafts(before.content, content) ? before : new DraftedAccount(content);

    private static Account FrameOf(CaseContent content)
    {
        var frames = content
            .Runs.OrderBy(r => r.Drafter != CaseAccount.Rules)
            .Select(r => JsonSerializer.Deserialize(r.Frame, AccountJson.OneLine.Account)!)
            .ToList();
        var known = frames.SelectMany(f => f.Sources).DistinctBy(s => s.Id).ToDictionary(s => s.Id, StringComparer.Ordinal);
        var first = frames.FirstOrDefault() ?? new Account();
        return first with
        {
            Sources = [.. content.Sources.Select(s => known.GetValueOrDefault(s.Id) ?? Unread(s))],
            Globals = [.. frames.SelectMany(f => f.Globals).DistinctBy(g => g.Zone)],
            Notes = [.. frames.SelectMany(f => f.Notes).Distinct()],
        };
    }

    private static SourceItem Unread(StoredSource source) =>
        new()
        {
            Id = source.Id,
            File = source.File,
            Sha256 = source.Sha256,
            Notes = ["it has not been read yet; 'assay case read' reads it."],
        };
}
