using Assay.Cases.Accounts;
using Assay.Reading.Places;

namespace Assay.Cases.Distances;

/// <summary>A distance as claimed, computed along the geodesic between the most likely places of the names.</summary>
/// <param name="Item">The claim.</param>
/// <param name="From">The common place.</param>
/// <param name="Far">The place said to be far.</param>
/// <param name="Near">The place compared with, or null.</param>
/// <param name="FarKm">Distance of the far place, km.</param>
/// <param name="NearKm">Distance of the near place, km, or null.</param>
internal sealed record DistanceVerdict(DistanceItem Item, PlaceEntry From, PlaceEntry Far, PlaceEntry? Near, double FarKm, double? NearKm)
{
    /// <summary>A claimed ratio or distance may be off by this share before it counts as wrong: round words.</summary>
    public const double Tolerance = 0.25;

    /// <summary>How many times as far the far place is, or null.</summary>
    public double? Ratio => NearKm is > 0 ? FarKm / NearKm : null;

    /// <summary>True where it holds as computed.</summary>
    public bool Holds => Math.Abs((Ratio ?? FarKm) - Item.Claimed) <= Item.Claimed * Tolerance;

    /// <summary>The verdicts on the distances of an account; a place whose coordinates are not known can be measured from
    /// nowhere.</summary>
    public static IEnumerable<DistanceVerdict> Of(Account account)
    {
        var places = account.Places.ToDictionary(p => p.Id, StringComparer.Ordinal);
        foreach (var claim in account.Distances)
        {
            var (from, far, near) = (places[claim.From], places[claim.Far], claim.Near is null ? null : places[claim.Near]);
            if (Km(far, from) is { } farKm)
                yield return new DistanceVerdict(claim, from, far, near, farKm, near is null ? null : Km(near, from));
        }
    }

    private static double? Km(PlaceEntry a, PlaceEntry b) =>
        a.Candidates is [{ Latitude: { } latA, Longitude: { } lonA }, ..]
        && b.Candidates is [{ Latitude: { } latB, Longitude: { } lonB }, ..]
            ? Geodesic.Kilometres(latA, lonA, latB, lonB)
            : null;
}
