namespace Assay.Cases.Routes;

/// <summary>Which side of a route a set of statistics shows.</summary>
public enum RouteSide
{
    /// <summary>What the origin reports as sent, to every country: those on the route, the target, and all others to compare
    /// with.</summary>
    Sent,

    /// <summary>What a country on the route reports as received from the origin.</summary>
    Received,

    /// <summary>What a country on the route reports as sent on to the target.</summary>
    SentOn,
}

/// <summary>Statistics that bear on a route claim.</summary>
/// <param name="Side">What they show.</param>
/// <param name="Reporter">Who reports them: a country's ISO alpha-2, or the origin as the terms name it.</param>
/// <param name="Partner">The other side; null for every country.</param>
/// <param name="First">First month needed, yyyymm.</param>
/// <param name="Held">Whether the lake has them; null where it was not looked.</param>
public sealed record RouteNeed(RouteSide Side, string Reporter, string? Partner, int First, bool? Held);
