namespace Assay.Reading.Places;

/// <summary>
/// Which of several places of one name a text means, by the others it names: the one that lies near them, where all that keep other clocks
/// lie
/// far off. Immutable.
/// </summary>
internal static class NearestPlaces
{
    private const double Near = 300;
    private const double Times = 3;

    /// <summary>The places with those left out that lie far from the rest.</summary>
    /// <param name="places">The places, in the order of the text.</param>
    public static IReadOnlyList<PlaceMention> Of(IReadOnlyList<PlaceMention> places)
    {
        var sure = places.Where(IsSure).DistinctBy(m => m.Name).ToList();
        return sure.Count == 0
            ? places
            : [.. places.Select(m => m.Settled is null && m.Candidates[0].Kind == PlaceKind.City ? Nearest(m, sure) : m)];
    }

    // One place, or several of one zone.
    private static bool IsSure(PlaceMention mention) =>
        mention.Candidates[0] is { Kind: not PlaceKind.Country, IsLocated: true } first
        && mention.Candidates.All(c => c.Zones[0] == first.Zones[0]);

    private static PlaceMention Nearest(PlaceMention mention, List<PlaceMention> sure)
    {
        var apart = mention
            .Candidates.Where(c => c.IsLocated)
            .Select(c =>
                (
                    Place: c,
                    Far: sure.Where(s => s.Name != mention.Name)
                        .Select(s => Geodesic.Kilometres(s.Candidates[0], c))
                        .DefaultIfEmpty(double.MaxValue)
                        .Min()
                )
            )
            .OrderBy(c => c.Far)
            .ToList();
        if (apart.Count == 0 || apart[0].Far > Near)
            return mention;
        var zone = apart[0].Place.Zones[0];
        return apart.Exists(c => c.Place.Zones[0] != zone && c.Far < Near + Times * apart[0].Far)
            ? mention
            : mention with
            {
                Candidates = [.. apart.Where(c => c.Place.Zones[0] == zone).Select(c => c.Place)],
            };
    }
}
