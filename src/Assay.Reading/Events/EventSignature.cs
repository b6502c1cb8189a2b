namespace Assay.Reading.Events;

/// <summary>What some words of a tree tell of an event, to be compared with others.</summary>
/// <param name="Head">Stem of the word that says what happens, with its particle.</param>
/// <param name="Lemma">The word itself as a dictionary has it, with its particle: "go down".</param>
/// <param name="Kinds">The kinds that word tells, as <c>Events/Data/en.likes.txt</c> numbers them; "sank" and "went down" share
/// one.</param>
/// <param name="Subject">Stem of the noun that does it or that it happens to, or null where a pronoun or nothing names it.</param>
/// <param name="Stems">Stems of all content words.</param>
/// <param name="Names">The names among them.</param>
/// <param name="Ordinals">first, second, last: which of several.</param>
/// <param name="Marks">Stems of what says which subject it is: "municipal" of the municipal siren, "its" of its siren.</param>
/// <param name="IsLight">True where the verb says little: "came", "had".</param>
public sealed record EventSignature(
    string Head,
    string Lemma,
    IReadOnlyList<int> Kinds,
    string? Subject,
    IReadOnlySet<string> Stems,
    IReadOnlySet<string> Names,
    IReadOnlySet<string> Ordinals,
    IReadOnlySet<string> Marks,
    bool IsLight
)
{
    /// <summary>Whose it is by a pronoun: "their" of their aircraft.</summary>
    public IReadOnlySet<string> Owners { get; init; } = new HashSet<string>();

    /// <summary>Stem of the noun that it is done to, or null: the gate of "closed the gate" and of "the gate was closed".</summary>
    public string? Patient { get; init; }

    /// <summary>Stem of whoever made what a noun tells, or null: the wife of "a call from his wife", the driver of "the driver's
    /// call".</summary>
    public string? Maker { get; init; }

    /// <summary>Stem of the noun that somebody or something is at, in or on, where that is all that is told: the hospital of "he was at the
    /// hospital".</summary>
    public string? Place { get; init; }

    /// <summary>True where a noun names it: "the call".</summary>
    public bool IsNoun { get; init; }

    /// <summary>True where a pronoun is its subject: what it stands for was named shortly before.</summary>
    public bool IsOfPronoun { get; init; }

    /// <summary>The numbers among its words: "77" of American 77.</summary>
    public IReadOnlySet<string> Numbers => Stems.Where(s => s.Any(char.IsAsciiDigit)).ToHashSet();

    /// <summary>True for what happens to a thing once: "sank", "the collision".</summary>
    public bool IsOnce { get; init; }

    /// <summary>True where the word tells of speaking or seeing, which is done often.</summary>
    public bool IsSpeech { get; init; }
}
