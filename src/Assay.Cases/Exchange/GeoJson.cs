using System.Text.Json.Nodes;
using Assay.Cases.Accounts;

namespace Assay.Cases.Exchange;

/// <summary>GeoJSON by RFC 7946: the places of which the gazetteer has coordinates, and the events there. A name that may mean several
/// places is several points, and says so.</summary>
internal sealed class GeoJson : ExchangeFormat
{
    /// <inheritdoc/>
    public override string Name => "geojson";

    /// <inheritdoc/>
    public override string About => "GeoJSON (RFC 7946) of places and events with known coordinates";

    /// <inheritdoc/>
    public override string Ending => ".geojson";

    /// <inheritdoc/>
    public override string Type => "application/geo+json";

    /// <inheritdoc/>
    protected override ExchangeFile Make(ExchangeMaterial material)
    {
        var places = material.Report.Places.ToDictionary(p => p.Id, StringComparer.Ordinal);
        var (features, left, kept) = (new List<JsonNode?>(), new List<LeftOut>(), new JsonObject());
        var times = new EventTimes(material.Report);
        foreach (var place in material.Report.Places)
        {
            if (Geometry(place) is { } geometry)
                features.Add(Feature(place.Id, geometry, "place", place.Name, place));
            else
                left.Add(new(place.Id, $"No coordinates are known of {place.Name}."));
        }

        foreach (var of in material.Report.Events)
        {
            var place = of.Place is null ? null : places.GetValueOrDefault(of.Place);
            kept[of.Id] = times.Whole(of);
            if (place is not null && Geometry(place) is { } geometry)
                features.Add(Feature(of.Id, geometry, "event", of.Label, place));
            else
                left.Add(new(of.Id, "No place with known coordinates is told."));
        }

        var whole = new JsonObject { ["type"] = "FeatureCollection", ["features"] = Json.List(features) };
        return new(Json.Text(whole), features.Count, left, kept);
    }

    private static JsonObject? Geometry(PlaceEntry place)
    {
        var points = place.Candidates.Where(c => c is { Latitude: not null, Longitude: not null }).Select(Point).ToList();
        if (points.Count == 0)
            return null;
        var isOne = points.Count == 1 && place.Candidates.Count == 1;
        return new() { ["type"] = isOne ? "Point" : "MultiPoint", ["coordinates"] = isOne ? points[0] : Json.List(points) };
    }

    private static JsonArray Point(PlaceCandidateEntry at) => Json.List([(JsonNode)at.Longitude!.Value, (JsonNode)at.Latitude!.Value]);

    private static JsonObject Feature(string id, JsonObject geometry, string kind, string label, PlaceEntry place) =>
        new()
        {
            ["type"] = "Feature",
            ["id"] = id,
            ["geometry"] = geometry,
            ["properties"] = new JsonObject
            {
                ["kind"] = kind,
                ["label"] = label,
                ["place"] = place.Name,
                ["ambiguous"] = place.Candidates.Count > 1,
                ["candidates"] = Json.Words(place.Candidates.Select(c => $"{c.Name}, {c.Country}")),
            },
        };
}
