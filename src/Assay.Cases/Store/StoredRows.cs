using System.Text.Json.Serialization;
using Assay.Cases.Accounts;
using Assay.Cases.Journal;
using NodaTime;

namespace Assay.Cases.Store;

/// <summary>Where the journal of a case ends.</summary>
/// <param name="Sequence">Number of its entries.</param>
/// <param name="Hash">Hash of the last one. Whoever notes it down can tell later whether the past was changed.</param>
public sealed record CaseHead(long Sequence, string Hash);

/// <summary>A source as a case keeps it; its bytes are asked for apart.</summary>
/// <param name="Id">Its id in accounts and anchors; made of the hash.</param>
/// <param name="Sha256">SHA-256 of the bytes as received, lower-case hexadecimal.</param>
/// <param name="File">Name as given, or address; safe to print.</param>
/// <param name="Bytes">Number of bytes.</param>
/// <param name="Published">Publication date that the person who added it gave, for a source that states none; or null.</param>
/// <param name="Sequence">The entry of the journal that added it.</param>
public sealed record StoredSource(string Id, string Sha256, string File, long Bytes, LocalDate? Published, long Sequence)
{
    /// <summary>The file it lay in; null where it was given as it is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StoredOrigin? Origin { get; init; }
}

/// <summary>A time stamp that stood beside a source, as received.</summary>
/// <param name="Sequence">The entry of the journal that added it.</param>
/// <param name="Source">SHA-256 of the source.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
/// <param name="File">Its name as given; safe to print.</param>
/// <param name="Content">Its bytes.</param>
public sealed record StoredStamp(long Sequence, string Source, string Sha256, string File, byte[] Content);

/// <summary>What one drafter proposes.</summary>
/// <param name="Drafter"><c>rules</c>, or the name of a model, an agent or a person.</param>
/// <param name="Item">The item as the drafter has it.</param>
/// <param name="Source">Id of the source of its anchor; null for what has none.</param>
/// <param name="Place">Its place among the drafts of its drafter.</param>
/// <param name="IsGone">True where the last reading no longer proposes it. It is kept for what rests on it.</param>
/// <param name="Version">The entry of the journal that last changed it.</param>
public sealed record StoredDraft(string Drafter, AccountItem Item, string? Source, long Place, bool IsGone, long Version);

/// <summary>The last reading of one drafter: what of its account is no item.</summary>
/// <param name="Sequence">The entry of the journal.</param>
/// <param name="Drafter">The drafter.</param>
/// <param name="Frame">The account without its items: sources, meanings, zones for all, notes, refusals; as JSON.</param>
public sealed record StoredRun(long Sequence, string Drafter, string Frame);

/// <summary>A decision as it was made; who, when and why are in the journal, under the same number.</summary>
/// <param name="Sequence">The entry of the journal that made it.</param>
/// <param name="Decision">The decision.</param>
/// <param name="Basis">The item that it was made about, as drafted then. Later readings do not touch it.</param>
/// <param name="UndoneBy">The entry that took it back, or null where it stands.</param>
public sealed record StoredDecision(long Sequence, Decision Decision, AccountItem Basis, long? UndoneBy);

/// <summary>All that a case holds but the bytes of its sources and its journal, at one moment.</summary>
/// <param name="Head">Where the journal ended.</param>
/// <param name="Sources">The sources, in the order they were added.</param>
/// <param name="Drafts">The drafts, by drafter and place.</param>
/// <param name="Runs">The last reading of each drafter.</param>
/// <param name="Decisions">The decisions, in the order they were made, those taken back among them.</param>
public sealed record CaseContent(
    CaseHead Head,
    IReadOnlyList<StoredSource> Sources,
    IReadOnlyList<StoredDraft> Drafts,
    IReadOnlyList<StoredRun> Runs,
    IReadOnlyList<StoredDecision> Decisions
)
{
    /// <summary>The time stamps beside the sources, in the order they were added.</summary>
    public IReadOnlyList<StoredStamp> Stamps { get; init; } = [];
}
