using System.Globalization;
using System.Text.Json;
using Assay.Cases.Journal;
using Assay.Cases.Store;
using NodaTime.Text;

namespace Assay.Cases.Casework;

/// <summary>What the journal says of sources, drafts and decisions, once all its entries are told.</summary>
/// <param name="faults">Where entries that tell what cannot be are put.</param>
internal sealed class ToldHistory(List<Fault> faults)
{
    /// <summary>A source as the journal tells it.</summary>
    public sealed record ToldSource(
        string Id,
        long Sequence,
        string Sha256,
        string File,
        long Bytes,
        string? Published,
        StoredOrigin? Origin
    )
    {
        /// <summary>True where the store has it so.</summary>
        public bool Matches(StoredSource source) =>
            source.Sha256 == Sha256
            && source.File == File
            && source.Bytes == Bytes
            && source.Sequence == Sequence
            && source.Origin == Origin
            && (source.Published is { } date ? LocalDatePattern.Iso.Format(date) : null) == Published;
    }

    /// <summary>A time stamp as the journal tells it.</summary>
    public sealed record ToldStamp(string Source, string Sha256, string File, long Bytes)
    {
        /// <summary>True where the store has it so.</summary>
        public bool Matches(StoredStamp stamp) =>
            CaseTexts.IdOf(stamp.Source) == Source && stamp.Sha256 == Sha256 && stamp.File == File && stamp.Content.LongLength == Bytes;
    }

    /// <summary>A draft as the journal tells it.</summary>
    public sealed record ToldDraft(string Hash, bool IsGone, long Version);

    /// <summary>A reading as the journal tells it.</summary>
    public sealed record ToldRun(string Drafter, string Frame, string Order);

    /// <summary>A decision as the journal tells it.</summary>
    public sealed record ToldDecision(string Item, string Decision, string Basis, long? UndoneBy);

    /// <summary>The sources, by id.</summary>
    public Dictionary<string, ToldSource> Sources { get; } = new(StringComparer.Ordinal);

    /// <summary>The time stamps, by entry.</summary>
    public Dictionary<long, ToldStamp> Stamps { get; } = [];

    /// <summary>The drafts, by drafter and id.</summary>
    public Dictionary<(string Drafter, string Item), ToldDraft> Drafts { get; } = [];

    /// <summary>The readings, by entry.</summary>
    public Dictionary<long, ToldRun> Runs { get; } = [];

    /// <summary>The decisions, by entry.</summary>
    public Dictionary<long, ToldDecision> Decisions { get; } = [];

    /// <summary>Takes in the next entry.</summary>
    public void Add(JournalEntry entry)
    {
        try
        {
            using var document = JsonDocument.Parse(entry.Note.After ?? "{}");
            Add(entry, document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            faults.Add(new Fault($"entry {entry.Sequence}", "It does not say what such an entry says."));
        }
    }

    private void Add(JournalEntry entry, JsonElement after)
    {
        switch (entry.Note.Act)
        {
            case JournalAct.SourceAdded:
                Sources[entry.Note.Item!] = new ToldSource(
                    entry.Note.Item!,
                    entry.Sequence,
                    Text(after, "sha256"),
                    Text(after, "file"),
                    after.GetProperty("bytes").GetInt64(),
                    after.GetProperty("published").GetString(),
                    after.TryGetProperty("origin", out var origin) ? StoredOrigin.Read(origin.GetRawText()) : null
                );
                break;
            case JournalAct.StampAdded:
                Stamps[entry.Sequence] = new ToldStamp(
                    entry.Note.Item!,
                    Text(after, "sha256"),
                    Text(after, "file"),
                    after.GetProperty("bytes").GetInt64()
                );
                break;
            case JournalAct.DraftsRead:
                Read(entry.Sequence, after, Text(after, "drafter"));
                break;
            case JournalAct.Decided:
                var decision = CanonicalJson.Of(after.GetProperty("decision"));
                Decisions[entry.Sequence] = new ToldDecision(entry.Note.Item!, decision, Text(after, "basis"), null);
                break;
            case JournalAct.Undone:
                Undo(entry.Sequence, after.GetProperty("undoes").GetInt64());
                break;
        }
    }

    private void Read(long sequence, JsonElement after, string drafter)
    {
        Runs[sequence] = new ToldRun(drafter, Text(after, "frame"), Text(after, "order"));
        foreach (var draft in after.GetProperty("new").EnumerateObject().Concat(after.GetProperty("changed").EnumerateObject()))
            Drafts[(drafter, draft.Name)] = new ToldDraft(draft.Value.GetString()!, false, sequence);
        foreach (var gone in after.GetProperty("gone").EnumerateArray())
        {
            var key = (drafter, gone.GetString()!);
            Drafts[key] = Drafts[key] with { IsGone = true, Version = sequence };
        }
    }

    private void Undo(long sequence, long undone)
    {
        if (Decisions.TryGetValue(undone, out var decision) && decision.UndoneBy is null)
            Decisions[undone] = decision with { UndoneBy = sequence };
        else
            faults.Add(
                new Fault(
                    $"entry {sequence}",
                    string.Create(CultureInfo.InvariantCulture, $"It takes back entry {undone}, which is no decision that stands.")
                )
            );
    }

    private static string Text(JsonElement after, string member) => after.GetProperty(member).GetString()!;
}
