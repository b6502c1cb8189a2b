using Assay.Ground.Anchors;

namespace Assay.Reading.Voices;

/// <summary>Words that name whoever or whatever a time is told from.</summary>
/// <param name="Span">The words: "the gate log", "it", "his sheet".</param>
/// <param name="Head">The last noun of a record, in lower case; the word itself for a pronoun or a person.</param>
/// <param name="Kind">What they name.</param>
public sealed record Keeper(TextSpan Span, string Head, KeeperKind Kind)
{
    /// <summary>The words before a possessive mark ("the guard" in "the guard's log"), or null.</summary>
    public TextSpan? Owner { get; init; }

    /// <summary>True where the words say what something was done by: "in a letter", "by a note".</summary>
    public bool IsMeans { get; init; }

    /// <summary>True for a part of a record: an entry, a line.</summary>
    public bool IsPart => KeeperWords.English.Parts.Contains(Head);
}

/// <summary>What the words for a keeper name.</summary>
public enum KeeperKind
{
    /// <summary>A record: a log, a watch, a camera.</summary>
    Record,

    /// <summary>A word for a record named before: "by it", "it has".</summary>
    Pronoun,

    /// <summary>Somebody who tells: ", the foreman insists,".</summary>
    Teller,
}
