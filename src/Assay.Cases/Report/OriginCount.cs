using System.Globalization;
using Assay.Cases.Accounts;

namespace Assay.Cases.Report;

/// <summary>
/// Counts the origins of sources. Copies of one text count once, whoever copied from whom. A source that holds the text of another beside
/// its own counts once with it; two others that both stand in it are two.
/// </summary>
internal sealed class OriginCount
{
    private const int MostNamed = 4;

    private readonly Dictionary<string, string> names;
    private readonly Dictionary<string, string> classes = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string)> parts = [];
    private readonly Dictionary<string, string> confirmed = new(StringComparer.Ordinal);

    /// <summary>Counts by what an account says of origins.</summary>
    /// <param name="origins">The pairs of sources that have one origin, or look as if they had.</param>
    /// <param name="names">Of each source its name for a person, by its id.</param>
    public OriginCount(IReadOnlyList<SameOriginEntry> origins, IEnumerable<(string Id, string Name)> names)
    {
        this.names = names.DistinctBy(n => n.Id).ToDictionary(n => n.Id, n => n.Name, StringComparer.Ordinal);
        foreach (var copy in origins.Where(o => o.Kind == OriginKind.Copy))
            Join(classes, copy);
        foreach (var part in origins.Where(o => o.Kind == OriginKind.Part))
        {
            var (a, b) = (Of(classes, part.Sources[0]), Of(classes, part.Sources[1]));
            parts.UnionWith([(a, b), (b, a)]);
        }

        foreach (var said in origins.Where(o => o.Confirmed))
            Join(confirmed, said);
    }

    /// <summary>What there is to tell of sources; null where no two of them have one origin.</summary>
    /// <param name="sources">Ids of the sources, some of them more than once where they tell it more than once.</param>
    public ToldEntry? Of(IEnumerable<string> sources)
    {
        if (classes.Count + parts.Count == 0)
            return null;
        var told = sources.Distinct(StringComparer.Ordinal).ToList();
        if (told.Count < 2)
            return null;
        var groups = Groups(told);
        if (groups.Count == told.Count)
            return null;
        var once = groups.Where(g => g.Count > 1).ToList();
        var isConfirmed = once.TrueForAll(g => g.Select(s => Of(confirmed, s)).Distinct().Count() == 1);
        return new ToldEntry(told.Count, groups.Count, isConfirmed, Sentence(told.Count, groups.Count, once, isConfirmed));
    }

    // Each class that is beside no other one already counted is an origin, those with the fewest beside them first; the others go with
    // the first that they are beside.
    private List<List<string>> Groups(List<string> told)
    {
        var by = told.GroupBy(s => Of(classes, s)).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        var order = by.Keys.OrderBy(c => by.Keys.Count(o => parts.Contains((c, o)))).ToList();
        var counted = new List<string>();
        foreach (var one in order)
            if (!counted.Exists(c => parts.Contains((one, c))))
                counted.Add(one);
        var groups = counted.ToDictionary(c => c, c => by[c].ToList(), StringComparer.Ordinal);
        foreach (var other in order.Except(counted))
            groups[counted.First(c => parts.Contains((other, c)))].AddRange(by[other]);
        return [.. groups.Values];
    }

    private string Sentence(int sources, int origins, List<List<string>> once, bool isConfirmed)
    {
        var groups = string.Join("; ", once.Select(Names));
        var does = isConfirmed ? "have one origin" : "look like one origin";
        return string.Create(CultureInfo.InvariantCulture, $"Told by {sources} sources that count as {origins}: {groups} {does}.");
    }

    private string Names(List<string> group)
    {
        var shown = group.Take(MostNamed).Select(s => names.GetValueOrDefault(s, s)).ToList();
        if (group.Count > MostNamed)
            shown.Add(string.Create(CultureInfo.InvariantCulture, $"{group.Count - MostNamed} more"));
        return $"{string.Join(", ", shown[..^1])} and {shown[^1]}";
    }

    private static void Join(Dictionary<string, string> classes, SameOriginEntry pair)
    {
        var (first, second) = (Of(classes, pair.Sources[0]), Of(classes, pair.Sources[1]));
        if (first != second)
            classes[second] = first;
    }

    private static string Of(Dictionary<string, string> classes, string source)
    {
        while (classes.TryGetValue(source, out var next))
            source = next;
        return source;
    }
}
