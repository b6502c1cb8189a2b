using Assay.Cases.Accounts;
using Assay.Cases.Store;

namespace Assay.Cases.Casework;

/// <summary>An item of a case with where it comes from.</summary>
/// <param name="Now">The item as it is now.</param>
/// <param name="Drafters">Who drafted it; those who propose it no longer left out.</param>
/// <param name="Source">Id of the source of its words, or null.</param>
/// <param name="Place">Its place among all.</param>
/// <param name="IsDisputed">True where drafters have it differently.</param>
internal sealed record CaseItem(ItemInCase Now, IReadOnlyList<string> Drafters, string? Source, int Place, bool IsDisputed);

/// <summary>Every item of a case.</summary>
internal static class CaseItems
{
    /// <summary>The items: those drafted, in the order of their drafters, then those written by hand.</summary>
    public static IReadOnlyList<CaseItem> Of(CaseContent content)
    {
        var decisions = content.Decisions.ToLookup(d => d.Decision.Item, StringComparer.Ordinal);
        var drafts = content
            .Drafts.OrderBy(d => d.Drafter != CaseAccount.Rules)
            .GroupBy(d => d.Item.Id, StringComparer.Ordinal)
            .Select(g => (Id: g.Key, Drafts: g.ToList()))
            .ToList();
        var drafted = drafts.Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        var written = decisions
            .Where(g => !drafted.Contains(g.Key) && g.Any(d => d.UndoneBy is null))
            .Select(g => (Id: g.Key, Drafts: new List<StoredDraft>()));
        return [.. drafts.Concat(written).Select((d, place) => Of(d.Drafts, [.. decisions[d.Id]], place))];
    }

    private static CaseItem Of(List<StoredDraft> drafts, List<StoredDecision> decisions, int place)
    {
        var now = ItemInCase.Of(drafts, decisions, null).Value;
        var standing = drafts.Where(d => !d.IsGone).ToList();
        return new CaseItem(
            now,
            [.. standing.Select(d => d.Drafter)],
            drafts.Count > 0 ? drafts[0].Source : ItemReferences.Source(now.Body),
            place,
            standing.Select(d => d.Item.Body).Distinct().Skip(1).Any()
        );
    }
}
