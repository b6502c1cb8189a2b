using System.Text.Json.Nodes;
using Assay.Cases.Accounts;
using Assay.Cases.Journal;
using Assay.Cases.Store;
using Assay.Ground.Outcomes;

namespace Assay.Cases.Casework;

/// <summary>A decision to take back.</summary>
public sealed record UndoRequest
{
    /// <summary>The entry of the journal that made it; null for the last decision of the person that still stands.</summary>
    public long? Entry { get; init; }

    /// <summary>Why, in the person's words.</summary>
    public string? Why { get; init; }

    /// <summary>Directory of the customs books for the check; null for none.</summary>
    public string? Lake { get; init; }

    /// <summary>True where the reply is to say which verdicts changed, for which the case is tested before and after.</summary>
    public bool ShowChanges { get; init; } = true;
}

/// <summary>Takes a decision back. That is an entry of its own; the one taken back stays in the journal.</summary>
public sealed class UndoDecision
{
    /// <summary>Takes a decision back.</summary>
    /// <param name="desk">Who does so, in which case.</param>
    /// <param name="request">Which one.</param>
    /// <param name="cancellation">Stops the check that shows what changed; what is written stays.</param>
    /// <returns>What came of it; or why it was not done: there is no such decision, it was taken back already, or a later one about the
    /// same item stands on it (<see cref="ErrorKind.Conflict"/>).</returns>
    public static Result<DecideReply> Run(Desk desk, UndoRequest request, CancellationToken cancellation = default)
    {
        if (Names.Wrong(desk.Who) is { } wrong)
            return wrong;
        var before = request.ShowChanges ? desk.Store.Read<CaseContent?>(r => r.Content(desk.Case.Known)) : (CaseContent?)null;
        if (!before.Succeeded)
            return before.Error;
        var written = desk.Store.Change<(JournalEntry Entry, ItemState State)>(writer => Write(writer, desk, request));
        if (!written.Succeeded)
            return written.Error;
        var changes = before.Value is { } then ? VerdictChanges.Since(desk.Case, then, request.Lake, cancellation) : [];
        var (entry, state) = written.Value;
        return new DecideReply(entry, state, entry.Sequence, changes) { IsCompared = request.ShowChanges };
    }

    /// <summary>Takes a decision back within a change.</summary>
    internal static Result<(JournalEntry Entry, ItemState State)> Write(CaseWriter writer, Desk desk, UndoRequest request)
    {
        var found = Found(writer, desk.Who, request.Entry);
        if (!found.Succeeded)
            return found.Error;
        var undone = found.Value;
        var id = undone.Decision.Item;
        var decisions = writer.DecisionsOn(id);
        if (decisions.LastOrDefault(d => d.UndoneBy is null && d.Sequence > undone.Sequence) is { } later)
            return new Error(
                ErrorKind.Conflict,
                $"{Told(writer, later.Sequence)} after entry {undone.Sequence}, about the same item. Nothing was changed.",
                $"Take entry {later.Sequence} back first."
            );
        var drafts = writer.DraftsOf(id);
        var before = ItemInCase.Of(drafts, decisions, null).Value;
        var rest = decisions.Where(d => d.Sequence != undone.Sequence).ToList();
        var after = ItemInCase.Of(drafts, rest, null);
        var state = after.Succeeded ? after.Value.State : ItemState.Gone;
        var note = new JournalNote(JournalAct.Undone, desk.Who, desk.Clock.GetCurrentInstant())
        {
            Item = id,
            Before = Shown(before.State, before.Body, null),
            After = Shown(state, after.Succeeded ? after.Value.Body : null, undone.Sequence),
            Why = request.Why,
        };
        var entry = writer.Record(note);
        writer.Undo(undone.Sequence, entry.Sequence);
        return (entry, state);
    }

    private static Result<StoredDecision> Found(CaseWriter writer, string who, long? entry)
    {
        if (entry is { } number)
        {
            var named = writer.Decision(number);
            return named switch
            {
                null => new Error(ErrorKind.Usage, $"Entry {number} of the journal is no decision.", "'assay case log' shows the entries."),
                { UndoneBy: { } by } => new Error(ErrorKind.Usage, $"Entry {number} was taken back by entry {by}.", "Nothing was changed."),
                _ => named,
            };
        }

        for (var last = writer.LastStanding(); last is not null; last = writer.LastStanding(last.Sequence))
        {
            if (writer.Entry(last.Sequence)?.Read()?.Note.Who == who)
                return last;
        }

        return new Error(
            ErrorKind.Usage,
            $"There is no decision of {Printable.Of(who)} to take back.",
            "Name the entry of somebody else's with --entry; 'assay case log' shows them."
        );
    }

    private static string Told(CaseReader reader, long entry) =>
        reader.Entry(entry)?.Read() is { } read ? EntryWords.Told(read) : $"Entry {entry} was made";

    private static string Shown(ItemState state, string? body, long? undoes)
    {
        var shown = new JsonObject { ["state"] = Wording.EnumNames.Of(state) };
        if (undoes is { } number)
            shown["undoes"] = number;
        if (body is not null)
            shown["item"] = JsonNode.Parse(body);
        return shown.ToJsonString();
    }
}
