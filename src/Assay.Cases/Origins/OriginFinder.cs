using Assay.Cases.Accounts;
using Assay.Reading.Intake;

namespace Assay.Cases.Origins;

/// <summary>
/// Finds the sources of one origin among many. Which are compared at all is looked up by a sample of their runs of five words, so that the
/// time grows with the words and not with the pairs: a copy adds to what is looked up only what it has beyond the text it is a copy of,
/// and a run that many unlike texts have says nothing.
/// </summary>
internal sealed class OriginFinder
{
    private const int MostHolders = 32;
    private const int MostParts = 8;
    private const double LeastSampled = 0.06;

    private readonly List<OriginText> texts;
    private readonly Dictionary<ulong, List<int>> holders = [];
    private readonly Dictionary<string, int> byAddress = new(StringComparer.Ordinal);
    private readonly int[] copyOf;

    private OriginFinder(List<OriginText> texts) => (this.texts, copyOf) = (texts, [.. Enumerable.Range(0, texts.Count)]);

    /// <summary>The pairs of one origin. A source that is a copy of several copies is named with the first of them alone; one that holds
    /// parts of several is named with each, up to eight.</summary>
    /// <param name="documents">The sources, in the order in which the later is said to be like the earlier.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static List<OriginTie> Find(IReadOnlyList<SourceDocument> documents, CancellationToken cancellation = default)
    {
        if (documents.Count < 2)
            return [];
        var texts = documents.Select(OriginText.Of).ToList();
        SiteFurniture.SetAside(texts);
        var finder = new OriginFinder(texts);
        var found = new List<OriginTie>();
        for (var i = 0; i < texts.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            found.AddRange(finder.Next(i));
        }

        return found;
    }

    private List<OriginTie> Next(int at)
    {
        var ties = new List<OriginTie>();
        var tied = new HashSet<int>();
        foreach (var other in Candidates(at))
        {
            if (tied.Contains(copyOf[other]) || ties.Count == MostParts)
                continue;
            if (OriginTies.Of(texts, other, at) is not { } tie)
                continue;
            tied.Add(copyOf[other]);
            ties.Add(tie);
        }

        var copies = ties.Where(t => t.Kind == OriginKind.Copy).ToList();
        if (copies.Count > 0)
            copyOf[at] = copyOf[copies[0].First];
        Add(at, [.. copies.Select(t => texts[t.First].Print)]);
        return ties;
    }

    // The likeliest first, then the earliest.
    private List<int> Candidates(int at)
    {
        var text = texts[at];
        var sample = text.Print.Sample.ToList();
        var counts = new Dictionary<int, int>();
        foreach (var run in sample)
        foreach (var other in holders.GetValueOrDefault(run) ?? [])
            counts[other] = counts.GetValueOrDefault(other) + 1;
        var found = counts
            .Where(c => c.Value >= LeastSampled * Math.Min(sample.Count, texts[c.Key].Print.Words / 8.0))
            .OrderByDescending(c => c.Value)
            .ThenBy(c => c.Key)
            .Select(c => c.Key)
            .ToList();
        if (text.Address is { } address && byAddress.TryGetValue(address, out var same))
            found.Insert(0, same);
        return [.. found.Distinct()];
    }

    private void Add(int at, List<OriginPrint> copied)
    {
        if (texts[at].Address is { } address)
            byAddress.TryAdd(address, at);
        foreach (var run in texts[at].Print.Sample.Where(r => !copied.Exists(c => c.Has(r))))
        {
            if (!holders.TryGetValue(run, out var known))
                holders[run] = known = [];
            if (known.Count < MostHolders)
                known.Add(at);
        }
    }
}
