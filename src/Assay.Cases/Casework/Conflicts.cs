using Assay.Cases.Journal;
using Assay.Cases.Store;
using Assay.Ground.Outcomes;

namespace Assay.Cases.Casework;

/// <summary>Two people about one item: the second is told what the first did, and nothing is overwritten.</summary>
internal static class Conflicts
{
    /// <summary>The conflict of a decision with what happened since the item was seen; null where nothing did.</summary>
    /// <param name="reader">The case as it is now.</param>
    /// <param name="item">The item as it is now.</param>
    /// <param name="seen">The version of it that the decision was made on.</param>
    public static Error? Of(CaseReader reader, ItemInCase item, long seen)
    {
        if (item.Version == seen)
            return null;
        var since = reader
            .EntriesOn(item.Basis.Id)
            .Where(e => e.Sequence > seen)
            .Select(e => e.Read())
            .OfType<JournalEntry>()
            .LastOrDefault();
        since ??= reader.Entry(item.Version)?.Read();
        var told = since is null ? "It is another by now" : EntryWords.Told(since);
        return new Error(
            ErrorKind.Conflict,
            $"{item.Basis.Id} was changed since it was looked at. {told}. Nothing was changed now.",
            $"Look at it again; its version is {item.Version}, and the decision was made on {seen}."
        );
    }
}
