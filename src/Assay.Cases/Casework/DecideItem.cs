using System.Text.Json.Nodes;
using Assay.Cases.Accounts;
using Assay.Cases.Journal;
using Assay.Cases.Store;
using Assay.Ground.Outcomes;

namespace Assay.Cases.Casework;

/// <summary>A decision to make.</summary>
/// <param name="Decision">The decision.</param>
public sealed record DecideRequest(Decision Decision)
{
    /// <summary>The version of the item that the person saw (<see cref="DraftEntry.Version"/>); null for the one it has now.</summary>
    public long? Version { get; init; }

    /// <summary>Why, in the person's words.</summary>
    public string? Why { get; init; }

    /// <summary>How long the person looked, where known; for the journal.</summary>
    public long? Milliseconds { get; init; }

    /// <summary>Directory of the customs books for the check; null for none.</summary>
    public string? Lake { get; init; }

    /// <summary>True where the reply is to say which verdicts changed, for which the case is tested before and after.</summary>
    public bool ShowChanges { get; init; } = true;
}

/// <summary>What came of a decision, or of taking one back.</summary>
/// <param name="Entry">The entry of the journal.</param>
/// <param name="State">Where the item stands now.</param>
/// <param name="Version">The version of the item now.</param>
/// <param name="Changed">The verdicts that are others now; empty where they were not compared.</param>
public sealed record DecideReply(JournalEntry Entry, ItemState State, long Version, IReadOnlyList<VerdictChange> Changed)
{
    /// <summary>True where the case was tested before and after.</summary>
    public bool IsCompared { get; init; }
}

/// <summary>Decides about one item. The decision and its entry in the journal are written together, or neither is.</summary>
public sealed class DecideItem
{
    /// <summary>Decides.</summary>
    /// <param name="desk">Who decides, in which case.</param>
    /// <param name="request">What is decided.</param>
    /// <param name="cancellation">Stops the check that shows what changed; what is written stays.</param>
    /// <returns>
    /// What came of it; or why it was not done: there is no such item, the change does not fit it (<see cref="ErrorKind.Usage"/>), or
    /// somebody else decided about it in between (<see cref="ErrorKind.Conflict"/>, with who, when and what). Nothing is written then.
    /// </returns>
    public static Result<DecideReply> Run(Desk desk, DecideRequest request, CancellationToken cancellation = default)
    {
        if (Names.Wrong(desk.Who) is { } wrong)
            return wrong;
        var seen = request.ShowChanges || ItemEdits.AreOf(request.Decision) ? Sound(desk, request, cancellation) : new Seen(null, null);
        if (!seen.Succeeded)
            return seen.Error;
        var (before, version) = seen.Value;
        var written = desk.Store.Change<JournalEntry>(writer => Write(writer, desk, request, version));
        if (!written.Succeeded)
            return written.Error;
        var changes = request.ShowChanges && before is not null ? VerdictChanges.Since(desk.Case, before, request.Lake, cancellation) : [];
        var state = Decisions.State(request.Decision);
        return new DecideReply(written.Value, state, written.Value.Sequence, changes) { IsCompared = request.ShowChanges };
    }

    // The whole case is read where the decision has to be held against it, or where its verdicts are compared.
    private static Result<Seen> Sound(Desk desk, DecideRequest request, CancellationToken cancellation)
    {
        var content = desk.Case.Content();
        if (!content.Succeeded)
            return content.Error;
        var found = ItemInCase.Of(content.Value, request.Decision);
        if (!found.Succeeded)
            return found.Error;
        return ItemEdits.Refusal(desk.Case, content.Value, found.Value, request.Decision, cancellation) is { } refusal
            ? refusal
            : new Seen(content.Value, found.Value.Version);
    }

    private sealed record Seen(CaseContent? Content, long? Version);

    /// <summary>Writes a decision and its entry within a change.</summary>
    internal static Result<JournalEntry> Write(CaseWriter writer, Desk desk, DecideRequest request, long? seen)
    {
        var now = ItemInCase.Of(writer, request.Decision);
        if (!now.Succeeded)
            return now.Error;
        if (Conflicts.Of(writer, now.Value, request.Version ?? seen ?? now.Value.Version) is { } conflict)
            return conflict;
        var item = now.Value;
        var basis = item.Basis;
        var note = new JournalNote(JournalAct.Decided, desk.Who, desk.Clock.GetCurrentInstant())
        {
            Item = basis.Id,
            Before = item.IsNew ? null : Shown(item.State, item.Body, null),
            After = Shown(Decisions.State(request.Decision), ItemEdits.After(item, request.Decision), request.Decision, basis),
            Why = request.Why,
            Milliseconds = request.Milliseconds,
        };
        var entry = writer.Record(note);
        writer.Put(new StoredDecision(entry.Sequence, request.Decision, basis, null));
        return entry;
    }

    private static string Shown(ItemState state, string? body, Decision? decision, AccountItem? basis = null)
    {
        var shown = new JsonObject { ["state"] = Wording.EnumNames.Of(state) };
        if (decision is not null)
            shown["decision"] = JsonNode.Parse(DecisionJson.Write(decision));
        if (basis is not null)
            shown["basis"] = Readings.HashOf(basis);
        if (body is not null)
            shown["item"] = JsonNode.Parse(body);
        return shown.ToJsonString();
    }
}
