using System.Text.Json.Serialization;

namespace Assay.Cases.Accounts;

/// <summary>
/// An anchored quote. Without a position (<see cref="End"/> 0) the words are looked for, and have to stand in the source exactly once.
/// </summary>
/// <param name="Source">Id of the source.</param>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">One past the last; 0 where the drafter gives the words alone.</param>
/// <param name="Exact">The words.</param>
/// <param name="Prefix">Words before.</param>
/// <param name="Suffix">Words after.</param>
public sealed record Anchor(string Source, int Start, int End, string Exact, string Prefix, string Suffix)
{
    /// <summary>Nothing given yet: what a JSON form leaves out stays empty.</summary>
    [JsonConstructor]
    internal Anchor()
        : this("", 0, 0, "", "", "") { }

    /// <summary>Number of the page of the file that the words begin on, from 1; left out where the source has no pages. It is read off the
    /// source: what a drafter gives is not looked at.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Page { get; init; }

    /// <summary>Further pieces of the quote, in the order of the text; null where the words are one stretch.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Anchor>? More { get; init; }

    /// <summary>True where the drafter gave the words alone.</summary>
    [JsonIgnore]
    public bool IsOpen => End == 0;
}
