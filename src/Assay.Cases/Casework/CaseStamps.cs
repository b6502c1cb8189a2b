using System.Collections.Concurrent;
using Assay.Cases.Report;
using Assay.Cases.Store;
using Assay.Cases.Wording;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake.Stamps;

namespace Assay.Cases.Casework;

/// <summary>What the time stamps of a case show, each verified once. Safe for use by several threads.</summary>
/// <param name="trust">The roots that are trusted.</param>
internal sealed class CaseStamps(StampTrust trust)
{
    private readonly ConcurrentDictionary<(string Source, string Stamp), StampEntry> known = new();

    /// <summary>What the stamps of sources show, by the SHA-256 of the source.</summary>
    /// <param name="reader">The case.</param>
    /// <param name="stamps">The stamps.</param>
    public Dictionary<string, IReadOnlyList<StampEntry>> Of(CaseReader reader, IReadOnlyList<StoredStamp> stamps)
    {
        var found = new Dictionary<string, IReadOnlyList<StampEntry>>(StringComparer.Ordinal);
        foreach (var beside in stamps.GroupBy(s => s.Source, StringComparer.Ordinal))
        {
            byte[]? bytes = null;
            found[beside.Key] =
            [
                .. beside.Select(s => known.GetOrAdd((s.Source, s.Sha256), _ => Entry(s, bytes ??= reader.Bytes(s.Source)))),
            ];
        }

        return found;
    }

    private StampEntry Entry(StoredStamp stamp, byte[]? source)
    {
        var found = StampCheck.Of(stamp.Content, source, trust);
        return new StampEntry
        {
            File = Printable.Of(stamp.File),
            Sha256 = stamp.Sha256,
            State = found.State,
            Words = StampWords.Of(found),
            Reason = found.Reason,
            By = found.By,
            At = found.At,
            Algorithm = found.Algorithm,
            Hash = found.Hash,
            Root = found.Root,
        };
    }
}
