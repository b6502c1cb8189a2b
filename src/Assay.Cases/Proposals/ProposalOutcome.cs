using Assay.Cases.Accounts;

namespace Assay.Cases.Proposals;

/// <summary>Why a proposal was not taken.</summary>
public enum RefusalReason
{
    /// <summary>The kind is none of those there are.</summary>
    UnknownKind,

    /// <summary>There is no source of that id.</summary>
    NoSource,

    /// <summary>Something that the kind needs was not given.</summary>
    Incomplete,

    /// <summary>The words are fewer than three, and neither a number nor a time.</summary>
    TooShort,

    /// <summary>The words hold an ellipsis that the text does not.</summary>
    Ellipsis,

    /// <summary>The words do not stand in the source.</summary>
    NotFound,

    /// <summary>They stand in another sentence.</summary>
    OtherSentence,

    /// <summary>They stand in the sentence more than once.</summary>
    MoreThanOnce,

    /// <summary>The source has no text to hold them against.</summary>
    CannotBeChecked,

    /// <summary>A value is none of its kind.</summary>
    WrongValue,

    /// <summary>It refers to an item that is not there.</summary>
    UnknownReference,

    /// <summary>The words allow several readings, and the value given is none of them.</summary>
    Contradicted,

    /// <summary>The account had this item already.</summary>
    AlreadyThere,

    /// <summary>It points at a sentence that the drafter was shown to be understood, or not at all; whoever is shown it may draft from
    /// it.</summary>
    NotAsked,
}

/// <summary>What became of one proposal.</summary>
public sealed record ProposalOutcome
{
    /// <summary>Its place in the list, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The drafter's name for it, or null.</summary>
    public string? Key { get; init; }

    /// <summary>Its kind as given.</summary>
    public required string Kind { get; init; }

    /// <summary>True where it became a draft.</summary>
    public required bool Taken { get; init; }

    /// <summary>The id of the draft; null where refused.</summary>
    public string? Id { get; init; }

    /// <summary>Why it was refused; null where taken.</summary>
    public RefusalReason? Reason { get; init; }

    /// <summary>What was wrong and what to do, or that it was taken; whole sentences.</summary>
    public required string Message { get; init; }

    /// <summary>exact or folded, where words were looked for and found.</summary>
    public string? Words { get; init; }

    /// <summary>The words as the source has them, and where; null where refused or without words.</summary>
    public Anchor? Quote { get; init; }

    /// <summary>Where Assay reads something else than was proposed; Assay's reading stands. Whole sentences.</summary>
    public IReadOnlyList<string> Differences { get; init; } = [];
}
