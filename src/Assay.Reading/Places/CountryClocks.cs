namespace Assay.Reading.Places;

/// <summary>
/// A country with several zones keeps, in a text, those of the places in it that the text names: a known place excludes the others.
/// </summary>
internal static class CountryClocks
{
    /// <summary>The mentions, countries among them with the zones of their places.</summary>
    /// <param name="places">The mentions of a text.</param>
    public static IReadOnlyList<PlaceMention> Narrowed(IReadOnlyList<PlaceMention> places) => [.. places.Select(p => Narrowed(p, places)!)];

    /// <summary>A mention, with the zones of the places in it where it is a country of which the text names any.</summary>
    /// <param name="mention">The mention; may be null.</param>
    /// <param name="places">The mentions of the text.</param>
    public static PlaceMention? Narrowed(PlaceMention? mention, IReadOnlyList<PlaceMention> places)
    {
        if (mention?.Settled is not { Kind: PlaceKind.Country, Zones.Count: > 1 } country)
            return mention;
        var kept = places
            .Select(p => p.Settled)
            .Where(c => c is { Kind: not PlaceKind.Country, Zones.Count: 1 } && c.Country == country.Country)
            .GroupBy(c => c!.Zones[0], StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .Select(g => g.Key)
            .Where(country.Zones.Contains)
            .ToList();
        return kept.Count == 0 ? mention : mention with { Candidates = [country with { Zones = kept }] };
    }
}
