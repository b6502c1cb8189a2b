using Assay.Cases.Accounts;
using Assay.Cases.Store;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake;

namespace Assay.Cases.Casework;

/// <summary>Whether a change fits its item and the case.</summary>
internal static class ItemEdits
{
    /// <summary>True for a decision that changes values, and so has to be held against the whole case.</summary>
    public static bool AreOf(Decision decision) => decision is not (Accepted or Struck or Skipped);

    /// <summary>The item after a decision; null where it does not change.</summary>
    public static string? After(ItemInCase item, Decision decision)
    {
        var body = Decisions.Apply(item.Basis.Kind, item.Basis.Body, [.. item.Standing, decision]).Body;
        return item.IsNew || body != item.Body ? body : null;
    }

    /// <summary>Why a decision is not taken: its values are none of their kind, or something in the account no longer holds with it.
    /// Null where it is taken. What does not hold without it is not laid to it.</summary>
    public static Error? Refusal(OpenedCase opened, CaseContent content, ItemInCase item, Decision decision, CancellationToken cancellation)
    {
        if (Decisions.Apply(item.Basis.Kind, item.Basis.Body, [.. item.Standing, decision]).Wrong is { } wrong)
            return Refused(decision, wrong);
        if (decision is Merged merged && Unmergeable(content, item, merged) is { } not)
            return Refused(decision, not);
        if (!AreOf(decision))
            return null;
        var documents = opened.Documents(content.Sources, cancellation);
        if (!documents.Succeeded)
            return documents.Error;
        var made = new StoredDecision(content.Head.Sequence + 1, decision, item.Basis, null);
        var now = Reasons(opened, opened.Account(content), documents.Value.Documents);
        var then = Reasons(opened, opened.Account(content with { Decisions = [.. content.Decisions, made] }), documents.Value.Documents);
        var fresh = then.Except(now).Select(r => r.Id == decision.Item ? r.Reason : $"{r.Id}: {r.Reason}").ToList();
        return fresh.Count == 0 ? null : Refused(decision, string.Join(" ", fresh));
    }

    private static string? Unmergeable(CaseContent content, ItemInCase item, Merged merged)
    {
        if (merged.Item == merged.Into)
            return "An event is one with itself already.";
        if (item.Basis.Kind != "events")
            return $"It is one of the {item.Basis.Kind}, and only events can be merged.";
        var other = ItemInCase.Of(content, new Accepted(merged.Into));
        return other switch
        {
            { Succeeded: false } => $"The case has no event “{merged.Into}”.",
            { Value.Basis.Kind: not "events" } => $"“{merged.Into}” is one of the {other.Value.Basis.Kind}, not an event.",
            { Value.State: ItemState.Rejected or ItemState.Gone } => $"“{merged.Into}” is not in the account: it was rejected or is gone.",
            { Value.State: ItemState.Merged } => $"“{merged.Into}” is itself merged into another event; name that one.",
            _ => null,
        };
    }

    // A refusal names its item by list and place; a person by its id.
    private static List<(string Id, string Reason)> Reasons(
        OpenedCase opened,
        Account account,
        IReadOnlyDictionary<string, SourceDocument> documents
    )
    {
        var refused = CheckCase.Held(account, documents, opened.Checked).Refused;
        return [.. refused.Select(r => (ItemPaths.IdAt(account, r.Path) ?? r.Path, r.Reason))];
    }

    private static Error Refused(Decision decision, string why) =>
        new(ErrorKind.Usage, $"The decision about {Printable.Of(decision.Item)} does not hold: {why}", "Nothing was changed.");
}
