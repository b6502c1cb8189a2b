namespace Assay.Cases.Routes;

/// <summary>What the books say of a route claim. None of these is proof of anything.</summary>
public enum RouteOutcome
{
    /// <summary>Consistent with re-routing under every specification tried.</summary>
    Supported,

    /// <summary>Under some of them, or for some of the countries named.</summary>
    SupportedInPart,

    /// <summary>Under none.</summary>
    NotSupported,

    /// <summary>The books that were looked at hold nothing that bears on it, or none were.</summary>
    Unknown,
}
