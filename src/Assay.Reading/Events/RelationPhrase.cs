namespace Assay.Reading.Events;

/// <summary>Words of relation in a sentence.</summary>
/// <param name="From">First word, the length before it included.</param>
/// <param name="Words">How many words.</param>
/// <param name="Anchor">First word after them.</param>
/// <param name="Side">Whether what is said of is before or after what follows.</param>
/// <param name="Meaning">What they mean for later minus earlier.</param>
/// <param name="HasLength">True where a length stands before them.</param>
/// <param name="IsVerb">True for a verb: "followed".</param>
internal readonly record struct RelationPhrase(
    int From,
    int Words,
    int Anchor,
    RelationSide Side,
    RelationMeaning Meaning,
    bool HasLength,
    bool IsVerb = false
)
{
    /// <summary>True where the words tell an order only beside what the clause says: "already ... when", "not ... until".</summary>
    public bool TellsDone { get; init; }

    /// <summary>True where the words turn a denial into an order: "did not speak until".</summary>
    public bool TakesDenial { get; init; }
}
