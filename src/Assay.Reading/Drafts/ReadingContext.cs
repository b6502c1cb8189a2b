using Assay.Ground.Anchors;
using Assay.Reading.Text;
using Assay.Reading.Time;

namespace Assay.Reading.Drafts;

/// <summary>What other readers already know of a source, for the readers of voices and figures. Everything is optional.</summary>
public sealed record ReadingContext
{
    /// <summary>Nothing known.</summary>
    public static ReadingContext Empty { get; } = new();

    /// <summary>The time expressions found in the text, in order: never read as figures, and the horizons of forecasts.</summary>
    public IReadOnlyList<TimeExpression> Times { get; init; } = [];

    /// <summary>Where the publication date stands, or null: it dates the article and nothing that is told.</summary>
    public TextSpan? Published { get; init; }

    /// <summary>Spans known to name places, in order: never read as people.</summary>
    public IReadOnlyList<TextSpan> Places { get; init; } = [];
}
