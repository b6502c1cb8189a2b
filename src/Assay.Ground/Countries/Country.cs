namespace Assay.Ground.Countries;

/// <summary>A country or territory, or what else trade statistics know as a reporter or partner.</summary>
/// <param name="Code">ISO 3166 alpha-2 (GR for Greece, XK for Kosovo), or a code for a bucket, a bloc or the world.</param>
/// <param name="Name">English short name as statistics have it.</param>
/// <param name="Kind"><c>country</c>; <c>bucket</c>: stores, secret or not specified; <c>bloc</c>: an aggregate of countries;
/// <c>world</c>: everybody. Parts of a country that report separately count as countries.</param>
public sealed record Country(string Code, string Name, string Kind)
{
    /// <summary>What texts call it, the usual name first; empty where it is no name for a text.</summary>
    public IReadOnlyList<string> ProseNames { get; init; } = [];

    /// <summary>The name it is told by in a text about reporting: the usual one of <see cref="ProseNames"/>.</summary>
    public string UsualName => ProseNames.Count > 0 ? ProseNames[0] : Name;

    /// <summary>Words for its people and things; empty where there are none.</summary>
    public IReadOnlyList<string> Demonyms { get; init; } = [];

    /// <summary>Its capital, or the seat of its government where that is elsewhere; empty where there is none.</summary>
    public string Capital { get; init; } = "";

    /// <summary>IANA name of the capital's zone where a table of cities may not know it, or null.</summary>
    public string? CapitalZone { get; init; }
}
