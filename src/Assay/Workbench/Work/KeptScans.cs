using Assay.Cases.Books;
using NodaTime;

namespace Assay.Workbench.Work;

/// <summary>A scan that was made in a case.</summary>
/// <param name="Id">Its number: that of the work that made it.</param>
/// <param name="Case">The name of the case.</param>
/// <param name="Who">Who asked for it.</param>
/// <param name="At">When.</param>
/// <param name="Scan">What it found.</param>
internal sealed record KeptScan(string Id, string Case, string Who, Instant At, ScanReply Scan);

/// <summary>The last scans of each case, kept in memory: they can be made again at any time. Safe for use by several threads.</summary>
internal sealed class KeptScans
{
    private const int MostOfOne = 5;
    private const int Most = 15;
    private readonly Lock gate = new();
    private readonly List<KeptScan> scans = [];

    /// <summary>Keeps a scan; the oldest goes.</summary>
    public void Keep(KeptScan scan)
    {
        lock (gate)
        {
            scans.Insert(0, scan);
            foreach (var old in scans.Where(s => s.Case == scan.Case).Skip(MostOfOne).Concat(scans.Skip(Most)).ToList())
                scans.Remove(old);
        }
    }

    /// <summary>The scans of a case, the newest first.</summary>
    public IReadOnlyList<KeptScan> Of(string @case)
    {
        lock (gate)
            return [.. scans.Where(s => s.Case == @case)];
    }

    /// <summary>A scan of a case, or null.</summary>
    public KeptScan? Find(string @case, string id) => Of(@case).FirstOrDefault(s => s.Id == id);
}
