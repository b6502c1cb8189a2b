using Assay.Ground.Anchors;
using Assay.Reading.Text;

namespace Assay.Reading.Places;

/// <summary>What kind of place a candidate is.</summary>
public enum PlaceKind
{
    /// <summary>A city or town.</summary>
    City,

    /// <summary>A state, province or region.</summary>
    Region,

    /// <summary>A country or territory.</summary>
    Country,
}

/// <summary>One place a name may mean.</summary>
/// <param name="Name">The name it is best known by.</param>
/// <param name="Kind">City, region or country.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code of its country.</param>
/// <param name="Latitude">Degrees north, WGS 84; of the capital for countries and regions; NaN where unknown.</param>
/// <param name="Longitude">Degrees east, WGS 84; of the capital for countries and regions; NaN where unknown.</param>
/// <param name="Population">Number of people of a city; 0 where not known and for countries and regions.</param>
/// <param name="IsCapital">True for the capital of a country.</param>
/// <param name="Zones">IANA zones its clocks may follow; that of its capital first. Several for a country or region with several.</param>
public sealed record PlaceCandidate(
    string Name,
    PlaceKind Kind,
    string Country,
    double Latitude,
    double Longitude,
    long Population,
    bool IsCapital,
    IReadOnlyList<string> Zones
)
{
    /// <summary>True where the coordinates are known.</summary>
    public bool IsLocated => !double.IsNaN(Latitude) && !double.IsNaN(Longitude);
}

/// <summary>A place named in a text, with every place the name may mean, likeliest first.</summary>
/// <param name="Span">Where the name stands.</param>
/// <param name="Name">The words.</param>
/// <param name="Candidates">Countries first, then regions, then cities by population; never empty.</param>
public sealed record PlaceMention(TextSpan Span, string Name, IReadOnlyList<PlaceCandidate> Candidates)
{
    private const long City = 300_000;
    private const int Outweighs = 10;

    /// <summary>True where the name stands among further capitalised words, and so may be part of another name.</summary>
    public bool IsInName { get; init; }

    /// <summary>
    /// The place that is meant where that is beyond doubt, always the first candidate; null where another one is as likely. One that shares
    /// the
    /// first one's clocks casts no doubt on them.
    /// </summary>
    public PlaceCandidate? Settled => Candidates.Skip(1).Any(c => Rivals(Candidates[0], c)) ? null : Candidates[0];

    private static bool Rivals(PlaceCandidate first, PlaceCandidate other)
    {
        if (first.Country == other.Country && first.Zones.Contains(other.Zones[0]))
            return false;
        if (first.Kind == PlaceKind.City)
            return !first.IsCapital && (other.Kind != PlaceKind.City || other.Population * Outweighs > first.Population);
        if (other.Kind == PlaceKind.City)
            return first.Kind == PlaceKind.Region && (other.IsCapital || other.Population >= City);
        return true;
    }
}
