using Assay.Ground.Anchors;
using Assay.Reading.Text;
using Assay.Reading.Voices;

namespace Assay.Reading.Figures;

/// <summary>A quantity the text gives, with its bounds, its subject and its voice.</summary>
public sealed record Figure
{
    /// <summary>Id, unique within the source: <c>n1</c>, <c>n2</c>, ... in the order of the text.</summary>
    public required string Id { get; init; }

    /// <summary>The stated number; null where only a vague word stands ("hundreds").</summary>
    public decimal? Value { get; init; }

    /// <summary>Least amount meant, or null where open below.</summary>
    public decimal? Min { get; init; }

    /// <summary>Greatest amount meant, or null where open above.</summary>
    public decimal? Max { get; init; }

    /// <summary>True for words without a number ("hundreds", "several").</summary>
    public bool Vague { get; init; }

    /// <summary>"percent", a currency such as "EUR", a measure such as "kilometre"; null for a count.</summary>
    public string? Unit { get; init; }

    /// <summary>What is counted, as a lemma or the name of its set of synonyms: "death", "troops", "terrorist".</summary>
    public required string Subject { get; init; }

    /// <summary>The words for what is counted, as the text has them; empty where the text leaves them out.</summary>
    public string SubjectText { get; init; } = "";

    /// <summary>Words that narrow the subject down: nationality, body, place ("Danish", "Aarhus").</summary>
    public IReadOnlyList<string> Qualifiers { get; init; } = [];

    /// <summary>Who vouches for it, outermost voice first.</summary>
    public required IReadOnlyList<Voice> Chain { get; init; }

    /// <summary>How firmly it stands.</summary>
    public required Stance Stance { get; init; }

    /// <summary>The figure with its bound words and what is counted.</summary>
    public required TextSpan Quote { get; init; }

    /// <summary>Index of its sentence.</summary>
    public required int Sentence { get; init; }
}

/// <summary>How figures on one subject stand to each other.</summary>
public enum ConflictKind
{
    /// <summary>Their intervals have a value in common.</summary>
    Agree,

    /// <summary>At least two of their intervals do not meet.</summary>
    Conflict,
}

/// <summary>Figures on one subject, set beside each other.</summary>
/// <param name="Subject">The subject they share.</param>
/// <param name="Figures">Two or more figures, in the order of the text.</param>
/// <param name="Kind">Whether they can all be true at once.</param>
public sealed record FigureConflict(string Subject, IReadOnlyList<Figure> Figures, ConflictKind Kind);

/// <summary>What was read about quantities.</summary>
/// <param name="Figures">The figures, in the order of the text.</param>
/// <param name="Conflicts">Figures on one subject beside each other, agreeing or not.</param>
public sealed record FigureReading(IReadOnlyList<Figure> Figures, IReadOnlyList<FigureConflict> Conflicts)
{
    /// <summary>What decides which figures may be compared, one per figure.</summary>
    internal IReadOnlyList<FigureDraft> Drafts { get; init; } = [];

    /// <summary>Sets the figures of several sources beside each other: those of one subject, within the sources and across those that tell
    /// of the same thing.</summary>
    /// <param name="readings">The figures of each source.</param>
    /// <param name="areRelated">Whether two sources, by their indexes, tell of the same thing; symmetric.</param>
    public static IReadOnlyList<FigureConflict> Across(IReadOnlyList<FigureReading> readings, Func<int, int, bool> areRelated) =>
        readings.Count == 1
            ? readings[0].Conflicts
            : FigureComparison.Compare(readings.SelectMany((r, i) => r.Drafts.Select(d => d with { Source = i })).ToList(), areRelated);
}
