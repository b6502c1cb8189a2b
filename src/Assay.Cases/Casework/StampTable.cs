using System.Security.Cryptography;
using Assay.Cases.Store;
using Assay.Ground.Outcomes;

namespace Assay.Cases.Casework;

/// <summary>Holds the time stamps of a case against what the journal tells.</summary>
internal static class StampTable
{
    /// <summary>Checks them.</summary>
    public static void Check(IReadOnlyList<StoredStamp> stamps, ToldHistory told, List<Fault> faults)
    {
        foreach (var stamp in stamps)
        {
            var where = Where(stamp.File, stamp.Sequence);
            if (!told.Stamps.Remove(stamp.Sequence, out var added) || !added.Matches(stamp))
                faults.Add(new Fault(where, "The journal tells another name, hash, size or source of it."));
            if (Convert.ToHexStringLower(SHA256.HashData(stamp.Content)) != stamp.Sha256)
                faults.Add(new Fault(where, "Its bytes are not those that were received: the hash is another."));
        }

        faults.AddRange(told.Stamps.Select(s => new Fault(Where(s.Value.File, s.Key), "The journal tells of it, and it is gone.")));
    }

    private static string Where(string file, long sequence) => $"time stamp {Printable.Of(file)} of entry {sequence}";
}
