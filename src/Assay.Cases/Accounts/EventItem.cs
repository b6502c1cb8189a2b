using Assay.Reading.Events;
using Assay.Reading.Voices;

namespace Assay.Cases.Accounts;

/// <summary>Something that happened, with every telling of it.</summary>
public sealed record EventItem
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>A short label made of the source's own words.</summary>
    public required string Label { get; init; }

    /// <summary>The clause it rests on.</summary>
    public required Anchor Quote { get; init; }

    /// <summary>Other places where it is told or named.</summary>
    public IReadOnlyList<Anchor> Mentions { get; init; } = [];

    /// <summary>Stem of the word that says what happens, for counting events of a kind; null where nobody said.</summary>
    public string? Verb { get; init; }

    /// <summary>Ids of actors.</summary>
    public IReadOnlyList<string> Actors { get; init; } = [];

    /// <summary>Id of the place, or null.</summary>
    public string? Place { get; init; }

    /// <summary>Id of the time expression that times it, or null.</summary>
    public string? Time { get; init; }

    /// <summary>Who says so: the chain of voices, outermost first.</summary>
    public IReadOnlyList<string> Voice { get; init; } = [];

    /// <summary>How firmly.</summary>
    public Stance Stance { get; init; }

    /// <summary>How it stands to the world: only what is actual is timed by a clock and can be tested.</summary>
    public EventMood Mood { get; init; }
}
