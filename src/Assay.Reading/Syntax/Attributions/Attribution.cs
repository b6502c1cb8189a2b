using Assay.Ground.Anchors;
using Assay.Reading.Syntax.Patterns;

namespace Assay.Reading.Syntax.Attributions;

/// <summary>Who says what by which words.</summary>
/// <param name="Source">Where those stand who say it; none where nobody is named.</param>
/// <param name="Cue">The words that say that it is said.</param>
/// <param name="Content">What is said: one span or several.</param>
/// <param name="Match">The pattern that read it, with its tree.</param>
internal sealed record Attribution(
    IReadOnlyList<TextSpan> Source,
    IReadOnlyList<TextSpan> Cue,
    IReadOnlyList<TextSpan> Content,
    PatternMatch Match
)
{
    /// <summary>The name of the pattern: the reason to show.</summary>
    public string Reason => Match.Pattern;
}
