using Assay.Cases.Accounts;

namespace Assay.Cases.Origins;

/// <summary>Two sources that look as if they had one origin.</summary>
/// <param name="First">Index of the earlier source.</param>
/// <param name="Second">Index of the later one.</param>
/// <param name="Kind">How much of both is the same.</param>
/// <param name="Shorter">Index of the one with the fewer words.</param>
/// <param name="Words">How many words of the shorter stand in the other.</param>
/// <param name="Share">Which share of it that is, 0 to 1.</param>
/// <param name="Agency">The agency that both credit, or null.</param>
/// <param name="Address">The address that both have, or null.</param>
internal sealed record OriginTie(
    int First,
    int Second,
    OriginKind Kind,
    int Shorter,
    int Words,
    double Share,
    string? Agency,
    string? Address
);
