namespace Assay.Reading.Figures;

/// <summary>A figure with what decides whether it may be compared with another.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Kind">What is counted.</param>
/// <param name="Happening">What happened to those counted, or empty.</param>
/// <param name="Increment">True for a part of, or an addition to, another figure.</param>
/// <param name="Date">The calendar day its sentence names, or empty.</param>
internal sealed record FigureDraft(Figure Figure, string Kind, string Happening, bool Increment, string Date)
{
    /// <summary>True for the ends of a change ("rose from 3 to 5").</summary>
    public bool Apart { get; init; }

    /// <summary>True where it names no subject of its own and answers the figure before it: "Moscow spoke of nine", "survivors put the
    /// number at 160".</summary>
    public bool Echo { get; init; }

    /// <summary>Index of the source it stands in, where several are compared.</summary>
    public int Source { get; init; }
}

/// <summary>
/// Sets figures on one subject beside each other. Precision comes first: parts, additions, changes, other measures, other people, other
/// nationalities and other days are never compared.
/// </summary>
internal static class FigureComparison
{
    private const int MostGroups = 64;
    private const decimal Countable = 10;

    /// <summary>The groups of two or more comparable figures.</summary>
    /// <param name="drafts">The figures.</param>
    /// <param name="areRelated">Whether two sources tell of the same thing; all do where null.</param>
    public static IReadOnlyList<FigureConflict> Compare(IReadOnlyList<FigureDraft> drafts, Func<int, int, bool>? areRelated = null)
    {
        var bySubject = new Dictionary<(string, string), List<List<FigureDraft>>>();
        foreach (
            var draft in drafts.Where(d =>
                !d.Increment
                && !d.Apart
                && (d.Figure.Unit is null || IsMeasured(d))
                && d.Figure.Stance != Voices.Stance.Forecast
                && d.Kind.Length > 0
            )
        )
        {
            var key = (draft.Figure.Subject, draft.Happening is "death" or "injury" or "arrest" ? draft.Happening : "");
            if (!bySubject.TryGetValue(key, out var groups))
                bySubject[key] = groups = [];

            // The last groups only: figures of one subject that stand far apart in a very long text are not compared.
            var home = groups.TakeLast(MostGroups).FirstOrDefault(g => Fits(g, draft, areRelated));
            if (home is null)
                groups.Add([draft]);
            else
                home.Add(draft);
        }

        return bySubject
            .Values.SelectMany(g => g)
            .Where(g => g.Count > 1)
            .OrderBy(g => g[0].Source)
            .ThenBy(g => g[0].Figure.Quote.Start)
            .Select(g => new FigureConflict(
                g[0].Figure.Subject,
                g.ConvertAll(d => d.Figure),
                Meet(g) ? ConflictKind.Agree : ConflictKind.Conflict
            ))
            .ToList();
    }

    // The last of the group first: in a long sentence of many figures that is the one that does not go with it.
    private static bool Fits(List<FigureDraft> group, FigureDraft draft, Func<int, int, bool>? areRelated)
    {
        for (var i = group.Count - 1; i >= Math.Max(0, group.Count - MostGroups); i--)
        {
            var other = group[i];
            if (!Comparable(other, draft))
                return false;
            if (other.Source != draft.Source && areRelated is not null && !areRelated(other.Source, draft.Source))
                return false;
        }
        return true;
    }

    private static bool Comparable(FigureDraft a, FigureDraft b)
    {
        if (a.Date.Length > 0 && b.Date.Length > 0 && a.Date != b.Date)
            return false;

        if (a.Source == b.Source && a.Figure.Sentence == b.Figure.Sentence && a.Figure.Chain[^1] == b.Figure.Chain[^1])
            return false;

        if (a.Figure.Unit != b.Figure.Unit)
            return false;

        var happening = a.Happening == b.Happening || a.Happening.Length == 0 || b.Happening.Length == 0;
        var kinds = a.Kind == b.Kind || (a.Happening == b.Happening && a.Happening.Length > 0 && Whole(a.Kind) && Whole(b.Kind));
        return happening
            && kinds
            && Qualified(a.Figure.Qualifiers, b.Figure.Qualifiers)
            && (Known(a) || Known(b) || Answers(a, b) || IsNear(a, b) || (a.Figure.Value == 0) != (b.Figure.Value == 0));
    }

    // "40,000 tonnes of grain" measures something; "30 percent" and "$2 million" do not say of what.
    private static bool IsMeasured(FigureDraft d) =>
        d.Echo
        || (
            d.Kind.Length > 0
            && d.Kind != d.Figure.Unit
            && d.Figure.Unit is not ("percent" or "fraction")
            && d.Figure.Unit!.Any(char.IsLower)
        );

    private static bool Answers(FigureDraft a, FigureDraft b) =>
        a.Source == b.Source && (a.Echo || b.Echo) && Math.Abs(a.Figure.Sentence - b.Figure.Sentence) <= 1 && !SameVoice(a, b);

    // "26 countries" here and "25 countries" there, by different voices or sources: one count told twice more likely than two.
    private static bool IsNear(FigureDraft a, FigureDraft b) =>
        (a.Source != b.Source || !SameVoice(a, b))
        && a.Figure.Value is >= Countable and var x
        && b.Figure.Value is >= Countable and var y
        && Math.Abs(x - y) * 5 <= Math.Min(x, y)
        && !FigureWords.English.Generic.Contains(a.Kind);

    private static bool SameVoice(FigureDraft a, FigureDraft b) => a.Figure.Chain[^1].Name == b.Figure.Chain[^1].Name;

    // Nouns of no known set are compared only with a happening or a qualifier in common: "two men" here and "nine men" there are others.
    private static bool Known(FigureDraft d) =>
        d.Happening.Length > 0 || (FigureWords.English.Kinds.Contains(d.Kind) && !FigureWords.English.Generic.Contains(d.Kind));

    private static bool Whole(string kind) => kind is "death" or "injury" or "arrest" || FigureWords.English.Generic.Contains(kind);

    // Two nationalities differ; a nationality and an alliance's abbreviation need not.
    private static bool Qualified(IReadOnlyList<string> a, IReadOnlyList<string> b) =>
        a.Count == 0 || b.Count == 0 || a.Intersect(b, StringComparer.Ordinal).Any() || IsAbbreviation(a[0]) != IsAbbreviation(b[0]);

    private static bool IsAbbreviation(string word) => word.Length > 1 && word.All(char.IsUpper);

    private static bool Meet(List<FigureDraft> group)
    {
        var low = group.Max(d => d.Figure.Min ?? decimal.MinValue);
        var high = group.Min(d => d.Figure.Max ?? decimal.MaxValue);
        return low <= high;
    }
}
