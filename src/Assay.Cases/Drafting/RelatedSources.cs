using NodaTime;

namespace Assay.Cases.Drafting;

/// <summary>
/// Tells which sources are about the same thing: they name the same people, bodies and places, and were not published far apart. Only then
/// can
/// a number in one contradict a number in the other.
/// </summary>
internal sealed class RelatedSources
{
    private const int FewestNames = 2;
    private const int SharePart = 4;
    private const int MostDays = 366;
    private readonly List<HashSet<string>> names;
    private readonly List<LocalDate?> dates;
    private readonly Dictionary<(int, int), bool> known = [];

    /// <summary>Collects the names of the sources.</summary>
    public RelatedSources(IReadOnlyList<SourceReading> sources)
    {
        names = sources
            .Select(s =>
                s.Voices.Actors.Where(a => a.Kind != Reading.Actors.ActorKind.Group)
                    .Select(a => a.Name)
                    .Concat(s.Places.Select(p => p.Name))
                    .ToHashSet(StringComparer.OrdinalIgnoreCase)
            )
            .ToList();
        dates = sources.Select(s => s.Document.Metadata.Published?.Value).ToList();
    }

    /// <summary>True where two sources share at least two names, which are a quarter of the names of the one with fewer, and their dates
    /// are within a year.</summary>
    public bool Are(int a, int b)
    {
        var key = a < b ? (a, b) : (b, a);
        if (!known.TryGetValue(key, out var related))
            known[key] = related = Compare(a, b);
        return related;
    }

    private bool Compare(int a, int b)
    {
        if (dates[a] is { } x && dates[b] is { } y && Math.Abs(Period.DaysBetween(x, y)) > MostDays)
            return false;
        var (few, many) = names[a].Count <= names[b].Count ? (names[a], names[b]) : (names[b], names[a]);
        if (few.Count == 0)
            return true; // nothing tells them apart
        var shared = few.Count(many.Contains);
        return shared >= Math.Min(FewestNames, few.Count) && shared * SharePart >= few.Count;
    }
}
