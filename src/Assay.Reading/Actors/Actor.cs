using Assay.Ground.Anchors;
using Assay.Reading.Text;

namespace Assay.Reading.Actors;

/// <summary>What an actor is.</summary>
public enum ActorKind
{
    /// <summary>A human being with a name.</summary>
    Person,

    /// <summary>A body with a name: an alliance, a ministry, a company, a party.</summary>
    Organisation,

    /// <summary>A news outlet or agency.</summary>
    Outlet,

    /// <summary>A government, or the authorities of a country.</summary>
    Government,

    /// <summary>Several people named by what they are: "Russian troops", "witnesses".</summary>
    Group,
}

/// <summary>Whether an office is held at the time of writing, was held before, or was held at the time told of.</summary>
public enum OfficeStatus
{
    /// <summary>The text gives the office without saying that it is over.</summary>
    Current,

    /// <summary>"former", "ex-", "onetime".</summary>
    Former,

    /// <summary>"then the head of": held at the time of the events told.</summary>
    Then,
}

/// <summary>An office as the text gives it.</summary>
/// <param name="Title">The title in the text's own words without determiner: "prime minister", "chairman of the Election Council".</param>
/// <param name="Of">What it is an office of, in the text's words ("Armenian", "Election Council"), or null where the text does not
/// say.</param>
/// <param name="Status">Held now, formerly, or at the time told of.</param>
/// <param name="Quote">Where the text says so.</param>
public sealed record Office(string Title, string? Of, OfficeStatus Status, TextSpan Quote);

/// <summary>Somebody or some body that does or says something in the text.</summary>
public sealed record Actor
{
    /// <summary>Id, unique within the source: <c>a1</c>, <c>a2</c>, ... in the order of first mention.</summary>
    public required string Id { get; init; }

    /// <summary>The fullest name the text gives.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required ActorKind Kind { get; init; }

    /// <summary>Offices of a person, in the order of the text; empty for others.</summary>
    public IReadOnlyList<Office> Offices { get; init; } = [];

    /// <summary>Every mention, in the order of the text: names, short names, and offices that can mean nobody else.</summary>
    public IReadOnlyList<TextSpan> Mentions { get; init; } = [];

    /// <summary>The word that ties the actor to a country or body, as the text has it ("Kenyan", "Kenya"), or null.</summary>
    public string? Country { get; init; }
}
