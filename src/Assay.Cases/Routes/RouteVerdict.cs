using Assay.Ground.Outcomes;
using Assay.Trade.Lake;

namespace Assay.Cases.Routes;

/// <summary>A route claim with what the books say of it.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Terms">What it was tested as.</param>
/// <param name="Scans">One scan per specification that the data allow; empty where there is no lake or it does not bear on the
/// claim.</param>
/// <param name="Ways">One entry per country named, in the order of the claim.</param>
/// <param name="Needs">The statistics that bear on it.</param>
/// <param name="Files">The files of the lake; empty without one.</param>
public sealed record RouteVerdict(
    RouteClaim Claim,
    RouteTerms Terms,
    IReadOnlyList<RouteScan> Scans,
    IReadOnlyList<RouteWay> Ways,
    IReadOnlyList<RouteNeed> Needs,
    IReadOnlyList<FileProvenance> Files
)
{
    /// <summary>Why no scan could be made of the lake; null where one was, and where there is no lake.</summary>
    public Error? Cause { get; init; }

    /// <summary>
    /// What the books say of the claim as a whole: what they say of every country where that is the same, else supported in part where any
    /// is, else
    /// unknown.
    /// </summary>
    public RouteOutcome Outcome
    {
        get
        {
            var first = Ways[0].Outcome;
            if (Ways.All(w => w.Outcome == first))
                return first;
            return Ways.Any(w => w.Outcome is RouteOutcome.Supported or RouteOutcome.SupportedInPart)
                ? RouteOutcome.SupportedInPart
                : RouteOutcome.Unknown;
        }
    }

    /// <summary>What data would settle the claim: the statistics that bear on it and are not in the lake.</summary>
    public IReadOnlyList<RouteNeed> WouldSettle => [.. Needs.Where(n => n.Held != true)];
}
