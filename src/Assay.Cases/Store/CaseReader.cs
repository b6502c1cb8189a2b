using System.Data.Common;
using Assay.Cases.Accounts;
using Assay.Cases.Journal;
using NodaTime;
using NodaTime.Text;

namespace Assay.Cases.Store;

/// <summary>Reads a case as it is at one moment.</summary>
public class CaseReader
{
    private const string SourceColumns = "id, sha256, file, bytes, published, sequence, origin";
    private const string DraftColumns = "drafter, kind, item, body, source, place, gone, version";
    private const string DecisionColumns = "sequence, decision, kind, item, basis, undone";

    private const int MostSince = 1000;

    internal CaseReader(SqlSession sql) => Sql = sql;

    /// <summary>The transaction.</summary>
    internal SqlSession Session => Sql;

    private protected SqlSession Sql { get; }

    /// <summary>Where the journal ends; null where the store has none.</summary>
    public CaseHead? Head() =>
        Sql.Rows("SELECT sequence, hash FROM head", r => new CaseHead(r.GetInt64(0), r.GetString(1))).SingleOrDefault();

    /// <summary>Everything but the bytes of the sources and the journal.</summary>
    public CaseContent Content() =>
        new(Head() ?? new CaseHead(0, JournalEntry.Nothing), Sources(), Drafts(), Runs(), Decisions()) { Stamps = Stamps() };

    /// <summary>Everything but the bytes of the sources and the journal, of which most may be known: where nothing but decisions came
    /// after it, only those are read.</summary>
    /// <param name="before">The case as it was read before, or null.</param>
    internal CaseContent Content(CaseContent? before)
    {
        var head = Head();
        if (before is null || head is null || before.Head.Sequence == 0)
            return Content();
        if (head == before.Head)
            return before;
        var since = Entries(before.Head.Sequence - 1, MostSince + 1);
        var isSequel =
            since.Count is > 0 and <= MostSince
            && since[0].Hash == before.Head.Hash
            && since.Skip(1).All(e => e.Read()?.Note.Act is JournalAct.Decided or JournalAct.Undone);
        return isSequel ? before with { Head = head, Decisions = Decisions(before) } : Content();
    }

    // Those known before are the same objects, so that what is known of them is known still.
    private List<StoredDecision> Decisions(CaseContent before)
    {
        var known = before.Decisions.ToDictionary(d => d.Sequence);
        var (last, undone) = (before.Head.Sequence, "SELECT sequence, undone FROM decisions WHERE undone > @0");
        foreach (var (sequence, by) in Sql.Rows(undone, r => (r.GetInt64(0), r.GetInt64(1)), last))
            if (known.TryGetValue(sequence, out var old))
                known[sequence] = old with { UndoneBy = by };
        var added = Sql.Rows($"SELECT {DecisionColumns} FROM decisions WHERE sequence > @0 ORDER BY sequence", Decision, last);
        return [.. known.Values.OrderBy(d => d.Sequence), .. added];
    }

    /// <summary>The sources, in the order they were added.</summary>
    public IReadOnlyList<StoredSource> Sources() => Sql.Rows($"SELECT {SourceColumns} FROM sources ORDER BY sequence", Source);

    /// <summary>The bytes of a source as received; null where there is none of that hash.</summary>
    public byte[]? Bytes(string sha256) =>
        Sql.Rows("SELECT content FROM contents WHERE sha256 = @0", r => r.GetFieldValue<byte[]>(0), sha256).SingleOrDefault();

    /// <summary>The time stamps beside the sources, in the order they were added.</summary>
    public IReadOnlyList<StoredStamp> Stamps() =>
        Sql.Rows(
            "SELECT sequence, source, sha256, file, content FROM stamps ORDER BY sequence",
            r => new StoredStamp(r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetFieldValue<byte[]>(4))
        );

    /// <summary>The drafts, by drafter and place.</summary>
    public IReadOnlyList<StoredDraft> Drafts() => Sql.Rows($"SELECT {DraftColumns} FROM drafts ORDER BY drafter, place, item", Draft);

    /// <summary>The drafts of one drafter, by place.</summary>
    public IReadOnlyList<StoredDraft> DraftsBy(string drafter) =>
        Sql.Rows($"SELECT {DraftColumns} FROM drafts WHERE drafter = @0 ORDER BY place, item", Draft, drafter);

    /// <summary>What the drafters have under an id.</summary>
    public IReadOnlyList<StoredDraft> DraftsOf(string item) =>
        Sql.Rows($"SELECT {DraftColumns} FROM drafts WHERE item = @0 ORDER BY drafter", Draft, item);

    /// <summary>The last reading of each drafter.</summary>
    public IReadOnlyList<StoredRun> Runs() =>
        Sql.Rows(
            "SELECT sequence, drafter, frame FROM runs WHERE sequence IN (SELECT max(sequence) FROM runs GROUP BY drafter) ORDER BY drafter",
            r => new StoredRun(r.GetInt64(0), r.GetString(1), r.GetString(2))
        );

    /// <summary>The decisions, in the order they were made.</summary>
    public IReadOnlyList<StoredDecision> Decisions() => Sql.Rows($"SELECT {DecisionColumns} FROM decisions ORDER BY sequence", Decision);

    /// <summary>The decisions about one item, in the order they were made.</summary>
    public IReadOnlyList<StoredDecision> DecisionsOn(string item) =>
        Sql.Rows($"SELECT {DecisionColumns} FROM decisions WHERE item = @0 ORDER BY sequence", Decision, item);

    /// <summary>The decision that an entry of the journal made; null where it made none.</summary>
    public StoredDecision? Decision(long sequence) =>
        Sql.Rows($"SELECT {DecisionColumns} FROM decisions WHERE sequence = @0", Decision, sequence).SingleOrDefault();

    /// <summary>The last decision that stands; null where there is none.</summary>
    /// <param name="before">Only those made before this entry.</param>
    public StoredDecision? LastStanding(long before = long.MaxValue) =>
        Sql.Rows(
                $"SELECT {DecisionColumns} FROM decisions WHERE undone IS NULL AND sequence < @0 ORDER BY sequence DESC LIMIT 1",
                Decision,
                before
            )
            .SingleOrDefault();

    /// <summary>Entries of the journal, oldest first.</summary>
    /// <param name="after">Only those after this one.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<RawEntry> Entries(long after = 0, int most = int.MaxValue) =>
        Sql.Rows(
            "SELECT sequence, item, content, hash FROM journal WHERE sequence > @0 ORDER BY sequence LIMIT @1",
            Entry,
            after,
            (long)most
        );

    /// <summary>The last entry of the journal, or null.</summary>
    public RawEntry? LastEntry() =>
        Sql.Rows("SELECT sequence, item, content, hash FROM journal ORDER BY sequence DESC LIMIT 1", Entry).SingleOrDefault();

    /// <summary>The entry of a number, or null.</summary>
    public RawEntry? Entry(long sequence) =>
        Sql.Rows("SELECT sequence, item, content, hash FROM journal WHERE sequence = @0", Entry, sequence).SingleOrDefault();

    /// <summary>Entries about one item, oldest first.</summary>
    public IReadOnlyList<RawEntry> EntriesOn(string item) =>
        Sql.Rows("SELECT sequence, item, content, hash FROM journal WHERE item = @0 ORDER BY sequence", Entry, item);

    /// <summary>Goes through the journal, oldest first, keeping none of it.</summary>
    internal void EachEntry(Action<RawEntry> entry) =>
        Sql.Each("SELECT sequence, item, content, hash FROM journal ORDER BY sequence", r => entry(Entry(r)));

    /// <summary>Goes through the readings of all drafters.</summary>
    internal void EachRun(Action<StoredRun> run) =>
        Sql.Each(
            "SELECT sequence, drafter, frame FROM runs ORDER BY sequence",
            r => run(new(r.GetInt64(0), r.GetString(1), r.GetString(2)))
        );

    /// <summary>Goes through the decisions as they lie in the store, whether they can be read or not.</summary>
    internal void EachDecision(Action<RawDecision> decision) =>
        Sql.Each(
            $"SELECT {DecisionColumns} FROM decisions ORDER BY sequence",
            r =>
                decision(
                    new RawDecision(
                        r.GetInt64(0),
                        r.GetString(1),
                        new AccountItem(r.GetString(2), r.GetString(3), r.GetString(4)),
                        r.IsDBNull(5) ? null : r.GetInt64(5)
                    )
                )
        );

    private static RawEntry Entry(DbDataReader r) => new(r.GetInt64(0), Text(r, 1), r.GetString(2), r.GetString(3));

    private static StoredSource Source(DbDataReader r) =>
        new(
            r.GetString(0),
            r.GetString(1),
            r.GetString(2),
            r.GetInt64(3),
            Text(r, 4) is { } date && LocalDatePattern.Iso.Parse(date) is { Success: true } parsed ? parsed.Value : (LocalDate?)null,
            r.GetInt64(5)
        )
        {
            Origin = Text(r, 6) is { } origin ? StoredOrigin.Kept(origin) : null,
        };

    private static StoredDraft Draft(DbDataReader r) =>
        new(
            r.GetString(0),
            new AccountItem(r.GetString(1), r.GetString(2), r.GetString(3)),
            Text(r, 4),
            r.GetInt64(5),
            r.GetInt64(6) != 0,
            r.GetInt64(7)
        );

    private static StoredDecision Decision(DbDataReader r) =>
        new(
            r.GetInt64(0),
            DecisionJson.Read(r.GetString(1)),
            new AccountItem(r.GetString(2), r.GetString(3), r.GetString(4)),
            r.IsDBNull(5) ? null : r.GetInt64(5)
        );

    private static string? Text(DbDataReader r, int column) => r.IsDBNull(column) ? null : r.GetString(column);
}

/// <summary>An entry of the journal as it lies in the store, whether it holds or not.</summary>
/// <param name="Sequence">Its number.</param>
/// <param name="Item">The item that it is filed under.</param>
/// <param name="Content">The line that its hash is of.</param>
/// <param name="Hash">The hash it was written with.</param>
public sealed record RawEntry(long Sequence, string? Item, string Content, string Hash)
{
    /// <summary>The entry as it can be read; null where the content is none.</summary>
    public JournalEntry? Read() => EntryContent.Read(Content);
}

/// <summary>A decision as it lies in the store.</summary>
/// <param name="Sequence">The entry of the journal that made it.</param>
/// <param name="Decision">Its JSON form.</param>
/// <param name="Basis">The item that it was made about.</param>
/// <param name="UndoneBy">The entry that took it back, or null.</param>
internal sealed record RawDecision(long Sequence, string Decision, AccountItem Basis, long? UndoneBy);
