using System.Text.Json.Serialization;
using Assay.Chronology.Edtf;

namespace Assay.Cases.Accounts;

/// <summary>A claim that goods are, or will be, re-routed through a country past sanctions.</summary>
public sealed record RouteItem
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>The countries it goes through, ISO 3166 two-letter codes.</summary>
    public required IReadOnlyList<string> Through { get; init; }

    /// <summary>The country the goods are for, ISO code.</summary>
    public required string To { get; init; }

    /// <summary>The countries they come from, ISO codes; empty where the text names none.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>Words for the goods; empty where the text names none.</summary>
    public IReadOnlyList<string> Goods { get; init; } = [];

    /// <summary>Since when, EDTF, or null.</summary>
    public EdtfValue? Since { get; init; }

    /// <summary>What the waypoint rests on: named, or read from a word that stands for it.</summary>
    public Reading.Evidence Evidence { get; init; }

    /// <summary>True where it is said of the future or of what might be.</summary>
    public bool Forecast { get; init; }

    /// <summary>The words.</summary>
    public required Anchor Quote { get; init; }

    /// <summary>Who says so, outermost first.</summary>
    public IReadOnlyList<string> Voice { get; init; } = [];

    /// <summary>How firmly.</summary>
    public Reading.Voices.Stance Stance { get; init; }

    /// <summary>Findings of the customs books that somebody attached; null where nobody did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<RouteFinding>? Findings { get; init; }
}
