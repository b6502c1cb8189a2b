using Assay.Cases.Accounts;
using Assay.Cases.Store;

namespace Assay.Cases.Casework;

/// <summary>Tells whether a case still has the account that it had: accepting a draft as it stands, or passing it over, changes what is
/// known of the draft and nothing in it.</summary>
internal static class Untouched
{
    /// <summary>True where nothing but such decisions came in between.</summary>
    /// <param name="before">The case as it was.</param>
    /// <param name="now">The case as it is.</param>
    /// <param name="items">Its items.</param>
    public static bool Is(CaseContent before, CaseContent now, CaseItems items)
    {
        if (!AreDrafts(before, now) || before.Decisions.Count > now.Decisions.Count)
            return false;
        for (var i = 0; i < before.Decisions.Count; i++)
            if (!ReferenceEquals(before.Decisions[i], now.Decisions[i]))
                return false;
        var added = now.Decisions.Skip(before.Decisions.Count).ToList();
        return added.TrueForAll(d => IsFirst(d, now) && IsAsDrafted(d, items));
    }

    /// <summary>True where nothing but decisions, of any kind, came in between.</summary>
    /// <param name="before">The case as it was.</param>
    /// <param name="now">The case as it is.</param>
    public static bool AreDrafts(CaseContent before, CaseContent now) =>
        ReferenceEquals(before.Drafts, now.Drafts)
        && ReferenceEquals(before.Runs, now.Runs)
        && ReferenceEquals(before.Sources, now.Sources);

    private static bool IsFirst(StoredDecision decision, CaseContent now) =>
        decision.UndoneBy is null
        && now.Decisions.Count(d => string.Equals(d.Decision.Item, decision.Decision.Item, StringComparison.Ordinal)) == 1;

    private static bool IsAsDrafted(StoredDecision decision, CaseItems items) =>
        decision.Decision is Accepted or Skipped
        && (decision.Decision is Skipped || decision.Basis.Kind != CaseItem.Origins) // what is accepted of them is confirmed
        && items.Drafted(decision.Decision.Item) is { Now.State: not ItemState.Gone } drafted
        && drafted.Now.Basis == decision.Basis;
}
