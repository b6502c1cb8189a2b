using Assay.Cases.Accounts;
using Assay.Cases.Journal;
using NodaTime.Text;

namespace Assay.Cases.Store;

/// <summary>Changes a case. Every change comes with its entry of the journal, in one transaction.</summary>
public sealed class CaseWriter : CaseReader
{
    private const string Drafted = "drafts (drafter, kind, item, body, source, place, gone, version)";

    internal CaseWriter(SqlSession sql)
        : base(sql) { }

    /// <summary>Writes an entry of the journal.</summary>
    /// <param name="note">What is recorded.</param>
    /// <returns>The entry.</returns>
    public JournalEntry Record(JournalNote note)
    {
        var head = Head() ?? new CaseHead(0, JournalEntry.Nothing);
        var entry = JournalEntry.After(head.Sequence, head.Hash, note with { At = EntryContent.Cut(note.At) });
        Put(new RawEntry(entry.Sequence, note.Item, entry.Content, entry.Hash));
        return entry;
    }

    /// <summary>Writes an entry as it is, and makes it the head.</summary>
    internal void Put(RawEntry entry)
    {
        Sql.Insert(
            "journal (sequence, item, content, hash)",
            [
                [entry.Sequence, entry.Item, entry.Content, entry.Hash],
            ]
        );
        Head(entry);
    }

    // The row is changed and never put in anew: it is what others wait for.
    private void Head(RawEntry last) =>
        Sql.Insert(
            "head (one, sequence, hash)",
            [
                [1L, last.Sequence, last.Hash],
            ],
            "ON CONFLICT (one) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash"
        );

    /// <summary>Writes entries as they are into a journal that is empty.</summary>
    internal void PutAll(IEnumerable<RawEntry> entries)
    {
        RawEntry? last = null;
        Sql.Insert(
            "journal (sequence, item, content, hash)",
            entries.Select(e => new object?[] { (last = e).Sequence, e.Item, e.Content, e.Hash })
        );
        if (last is not null)
            Head(last);
    }

    /// <summary>Writes readings as they are.</summary>
    internal void PutAll(IEnumerable<StoredRun> runs) =>
        Sql.Insert("runs (sequence, drafter, frame)", runs.Select(r => new object?[] { r.Sequence, r.Drafter, r.Frame }));

    /// <summary>Writes decisions as they are.</summary>
    internal void PutAll(IEnumerable<RawDecision> decisions) =>
        Sql.Insert(
            "decisions (sequence, decision, kind, item, basis, undone)",
            decisions.Select(d => new object?[] { d.Sequence, d.Decision, d.Basis.Kind, d.Basis.Id, d.Basis.Body, d.UndoneBy })
        );

    /// <summary>Writes time stamps as they are.</summary>
    internal void PutAll(IEnumerable<StoredStamp> stamps) =>
        Sql.Insert(
            "stamps (sequence, source, sha256, file, content)",
            stamps.Select(s => new object?[] { s.Sequence, s.Source, s.Sha256, s.File, s.Content })
        );

    /// <summary>Keeps a source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="bytes">Its bytes as received.</param>
    public void Put(StoredSource source, byte[] bytes)
    {
        var published = source.Published is { } date ? LocalDatePattern.Iso.Format(date) : null;
        Sql.Insert(
            "sources (id, sha256, file, bytes, published, sequence, origin)",
            [
                [source.Id, source.Sha256, source.File, source.Bytes, published, source.Sequence, source.Origin?.Json()],
            ]
        );
        Sql.Insert(
            "contents (sha256, content)",
            [
                [source.Sha256, bytes],
            ]
        );
    }

    /// <summary>Keeps what a reading is beside its items.</summary>
    public void Put(StoredRun run) => PutAll([run]);

    /// <summary>Keeps drafts in place of those of the same drafter and id.</summary>
    public void Put(IEnumerable<StoredDraft> drafts) =>
        Sql.Insert(
            Drafted,
            drafts.Select(d =>
                new object?[] { d.Drafter, d.Item.Kind, d.Item.Id, d.Item.Body, d.Source, d.Place, d.IsGone ? 1L : 0L, d.Version }
            ),
            "ON CONFLICT (drafter, item) DO UPDATE SET kind = excluded.kind, body = excluded.body, source = excluded.source, "
                + "place = excluded.place, gone = excluded.gone, version = excluded.version"
        );

    /// <summary>Keeps a decision.</summary>
    public void Put(StoredDecision decision) =>
        PutAll([new RawDecision(decision.Sequence, DecisionJson.Write(decision.Decision), decision.Basis, decision.UndoneBy)]);

    /// <summary>Marks a decision as taken back.</summary>
    /// <param name="sequence">The decision.</param>
    /// <param name="by">The entry that takes it back.</param>
    public void Undo(long sequence, long by) => Sql.Execute("UPDATE decisions SET undone = @0 WHERE sequence = @1", by, sequence);
}
