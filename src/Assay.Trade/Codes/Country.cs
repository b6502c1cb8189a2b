namespace Assay.Trade.Codes;

/// <summary>A reporter or partner as trade statistics know it.</summary>
/// <param name="Code">ISO 3166 alpha-2 (GR for Greece, XK for Kosovo), or a code for a bucket, a bloc or the world.</param>
/// <param name="Name">English short name.</param>
/// <param name="Kind"><c>country</c>; <c>bucket</c>: stores, secret or not specified; <c>bloc</c>: an aggregate of countries;
/// <c>world</c>: everybody. Parts of a country that report separately count as countries.</param>
public sealed record Country(string Code, string Name, string Kind)
{
    /// <summary>True for an aggregate, which must not be summed with its members.</summary>
    public bool IsAggregate => Kind is "bloc" or "world";
}
