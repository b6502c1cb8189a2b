using Assay.Cases.Accounts;
using Assay.Cases.Journal;
using Assay.Ground.Outcomes;

namespace Assay.Cases.Casework;

/// <summary>A draft as a person saw it.</summary>
/// <param name="Item">Its id.</param>
/// <param name="Version">The version that was seen (<see cref="DraftEntry.Version"/>).</param>
public sealed record SeenDraft(string Item, long Version);

/// <summary>What came of accepting drafts together, or of taking that back.</summary>
/// <param name="First">The first of the entries of the journal; each draft has one of its own, in a row.</param>
/// <param name="Last">The last of them, as <see cref="DecideItem"/> would tell of it.</param>
/// <param name="Count">How many there are.</param>
public sealed record TogetherReply(long First, DecideReply Last, int Count);

/// <summary>Accepts the drafts that a person has before her, all of them or none: each is a decision of its own in the journal. It takes
/// no
/// "all": who accepts names what was seen, in the version it was seen in.</summary>
public sealed class AcceptTogether
{
    /// <summary>Most drafts at once: what fits on a screen.</summary>
    public const int Most = 50;

    /// <summary>Accepts.</summary>
    /// <param name="desk">Who accepts, in which case.</param>
    /// <param name="seen">The drafts.</param>
    /// <param name="showChanges">True where the reply is to say which verdicts changed, for which the case is tested before and
    /// after.</param>
    /// <param name="cancellation">Stops the check that shows what changed; what is written stays.</param>
    /// <returns>What came of it; or why nothing was accepted: one of them is another by now, or there are too many.</returns>
    public static Result<TogetherReply> Run(
        Desk desk,
        IReadOnlyList<SeenDraft> seen,
        bool showChanges = true,
        CancellationToken cancellation = default
    )
    {
        if (Names.Wrong(desk.Who) is { } wrong)
            return wrong;
        if (seen.Count is 0 or > Most)
            return new Error(ErrorKind.Usage, $"{seen.Count} drafts were named.", $"Name 1 to {Most}, those on the screen.");
        var why = $"accepted together, {seen.Count} at once";
        return InOne(
            desk,
            writer =>
                seen.Select(s =>
                    DecideItem.Write(writer, desk, new DecideRequest(new Accepted(s.Item)) { Version = s.Version, Why = why }, null)
                ),
            ItemState.Accepted,
            showChanges,
            cancellation
        );
    }

    /// <summary>Takes back what was accepted together.</summary>
    /// <param name="desk">Who takes it back.</param>
    /// <param name="first">The first of the entries.</param>
    /// <param name="last">The last of them.</param>
    /// <param name="showChanges">As for accepting.</param>
    /// <param name="cancellation">Stops the check that shows what changed; what is written stays.</param>
    /// <returns>What came of it; or why nothing was taken back.</returns>
    public static Result<TogetherReply> Undo(
        Desk desk,
        long first,
        long last,
        bool showChanges = true,
        CancellationToken cancellation = default
    )
    {
        if (Names.Wrong(desk.Who) is { } wrong)
            return wrong;
        if (first < 1 || last < first || last - first >= Most)
            return new Error(ErrorKind.Usage, $"Entries {first} to {last} are not what was accepted together.", "Nothing was changed.");
        return InOne(
            desk,
            writer =>
                Enumerable
                    .Range(0, (int)(last - first) + 1)
                    .Select(i => UndoDecision.Write(writer, desk, new UndoRequest { Entry = last - i }))
                    .Select(undone => undone.Succeeded ? undone.Value.Entry : (Result<JournalEntry>)undone.Error),
            ItemState.Open,
            showChanges,
            cancellation
        );
    }

    private static Result<TogetherReply> InOne(
        Desk desk,
        Func<Store.CaseWriter, IEnumerable<Result<JournalEntry>>> write,
        ItemState state,
        bool showChanges,
        CancellationToken cancellation
    )
    {
        var before = desk.Case.Content();
        if (!before.Succeeded)
            return before.Error;
        var written = desk.Store.Change<List<JournalEntry>>(writer =>
        {
            var entries = new List<JournalEntry>();
            foreach (var entry in write(writer))
            {
                if (!entry.Succeeded)
                    return entry.Error;
                entries.Add(entry.Value);
            }

            return entries;
        });
        if (!written.Succeeded)
            return written.Error;
        var (first, last) = (written.Value[0], written.Value[^1]);
        var changes = showChanges ? VerdictChanges.Since(desk.Case, before.Value, null, cancellation) : [];
        var reply = new DecideReply(last, state, last.Sequence, changes) { IsCompared = showChanges };
        return new TogetherReply(first.Sequence, reply, written.Value.Count);
    }
}
