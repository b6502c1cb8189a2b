using Assay.Ground.Anchors;
using Assay.Reading.Time;

namespace Assay.Reading.Routes;

/// <summary>An allegation that trade goes past sanctions through a third country.</summary>
/// <param name="Quote">The sentence.</param>
/// <param name="Through">The countries it goes through, ISO codes, at least one, none of them <paramref name="To"/>.</param>
/// <param name="To">The country it is for, ISO code.</param>
/// <param name="From">The countries it comes from, ISO codes; empty where none is named.</param>
/// <param name="Goods">Words for the goods; empty where none are named.</param>
/// <param name="Since">Since when, or null.</param>
/// <param name="Evidence">Stated where the waypoint is named in the sentence, read where a word such as "satellite" stands for it.</param>
public sealed record RouteMention(
    TextSpan Quote,
    IReadOnlyList<string> Through,
    string To,
    IReadOnlyList<string> From,
    IReadOnlyList<string> Goods,
    TimeExpression? Since,
    Evidence Evidence
);
