using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Assay.Cases.Journal;
using Assay.Cases.Store;
using Assay.Reading.Intake;

namespace Assay.Cases.Casework;

/// <summary>Keeps time stamps beside the sources they came with, as received; those that are there already are not kept again.</summary>
internal static class KeepStamps
{
    /// <summary>Keeps the stamps of sources that are in the case.</summary>
    /// <param name="writer">The change.</param>
    /// <param name="desk">Who adds them.</param>
    /// <param name="sources">The sources, with their stamps.</param>
    /// <returns>Those that are new.</returns>
    public static List<StoredStamp> Run(CaseWriter writer, Desk desk, IReadOnlyList<ReceivedSource> sources)
    {
        var kept = new List<StoredStamp>();
        if (sources.All(s => s.Stamps.Count == 0))
            return kept;
        var have = writer.Stamps().Select(s => (s.Source, s.Sha256)).ToHashSet();
        foreach (var source in sources)
        foreach (var stamp in source.Stamps)
            if (Convert.ToHexStringLower(SHA256.HashData(stamp.Bytes)) is var hash && have.Add((source.Sha256, hash)))
                kept.Add(Put(writer, desk, source, stamp, hash));
        return kept;
    }

    private static StoredStamp Put(CaseWriter writer, Desk desk, ReceivedSource source, SourceStamp stamp, string hash)
    {
        var after = new JsonObject
        {
            ["sha256"] = hash,
            ["file"] = stamp.Name,
            ["bytes"] = stamp.Bytes.LongLength,
        };
        var note = new JournalNote(JournalAct.StampAdded, desk.Who, desk.Clock.GetCurrentInstant())
        {
            Item = CaseTexts.IdOf(source.Sha256),
            After = after.ToJsonString(),
        };
        var stored = new StoredStamp(writer.Record(note).Sequence, source.Sha256, hash, stamp.Name, stamp.Bytes);
        writer.PutAll([stored]);
        return stored;
    }
}
