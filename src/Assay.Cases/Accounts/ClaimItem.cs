using Assay.Reading;
using Assay.Reading.Events;
using Assay.Reading.Voices;
using NodaTime;

namespace Assay.Cases.Accounts;

/// <summary>What a claim says.</summary>
public enum ClaimKind
{
    /// <summary>One came before the other.</summary>
    Order,

    /// <summary>So long lay between them.</summary>
    Gap,

    /// <summary>They were at the same time.</summary>
    Simultaneity,

    /// <summary>So many things happened in a window of time.</summary>
    Count,

    /// <summary>So far apart are two places.</summary>
    Distance,

    /// <summary>Goods go past sanctions through a country.</summary>
    Route,
}

/// <summary>A claim that words of a text make about two events.</summary>
public sealed record ClaimItem
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>What it says.</summary>
    public ClaimKind Kind { get; init; }

    /// <summary>Id of the event said to be earlier, or subtracted.</summary>
    public required string Earlier { get; init; }

    /// <summary>Id of the other.</summary>
    public required string Later { get; init; }

    /// <summary>Least difference the words mean; null where open.</summary>
    public Duration? Min { get; init; }

    /// <summary>True where the difference has to be greater than <see cref="Min"/>.</summary>
    public bool MinStrict { get; init; }

    /// <summary>Greatest difference the words mean; null where open.</summary>
    public Duration? Max { get; init; }

    /// <summary>The words of relation alone, such as "well in advance of".</summary>
    public string Words { get; init; } = "";

    /// <summary>The words that assert it.</summary>
    public required Anchor Quote { get; init; }

    /// <summary>Who says so, outermost first.</summary>
    public IReadOnlyList<string> Voice { get; init; } = [];

    /// <summary>How firmly.</summary>
    public Stance Stance { get; init; }

    /// <summary>How the clauses that state it stand to the world.</summary>
    public EventMood Mood { get; init; }

    /// <summary>What the choice of the earlier event rests on; null where the words are its own clause.</summary>
    public TieItem? EarlierTie { get; init; }

    /// <summary>What the choice of the later event rests on; null where the words are its own clause.</summary>
    public TieItem? LaterTie { get; init; }

    /// <summary>What the words mean.</summary>
    internal RelationMeaning Meaning =>
        field ??= new(
            Kind == ClaimKind.Order && Min is null && Max is null ? Duration.Zero : Min,
            MinStrict || Kind == ClaimKind.Order && Min is null && Max is null,
            Max,
            Wording.EnumNames.Of(Kind)
        );

    /// <summary>The claim with other ties; this very one where they are these.</summary>
    internal ClaimItem WithTies(TieItem? earlier, TieItem? later) =>
        ReferenceEquals(earlier, EarlierTie) && ReferenceEquals(later, LaterTie)
            ? this
            : this with
            {
                EarlierTie = earlier,
                LaterTie = later,
            };
}

/// <summary>What ties words of a claim to the event they refer to.</summary>
/// <param name="Evidence">How sure it is.</param>
/// <param name="Words">The words that refer to it.</param>
/// <param name="Candidates">Ids of the events that may be meant, likeliest first; empty where there is no choice.</param>
public sealed record TieItem(Evidence Evidence, string Words, IReadOnlyList<string> Candidates)
{
    /// <summary>True where the event was chosen because the length that the claim states fits it and no other: such a claim accuses
    /// nobody.</summary>
    public bool ByLength { get; init; }
}
