using Assay.Ground.Anchors;

namespace Assay.Reading.Syntax.Attributions;

/// <summary>Who says what by which words.</summary>
/// <param name="Source">Where those stand who say it; none where nobody is named.</param>
/// <param name="Cue">The words that say that it is said.</param>
/// <param name="Content">What is said: one span or several.</param>
/// <param name="Reason">The pattern that read it.</param>
/// <param name="Margin">The least margin of the arcs it rests on.</param>
internal sealed record Attribution(
    IReadOnlyList<TextSpan> Source,
    IReadOnlyList<TextSpan> Cue,
    IReadOnlyList<TextSpan> Content,
    string Reason,
    float Margin
);
