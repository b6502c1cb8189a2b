namespace Assay.Cases.Accounts;

/// <summary>How much of two texts of one origin is the same.</summary>
public enum OriginKind
{
    /// <summary>More than half of either stands in the other: they are one text, and what has one origin with the one has it with the
    /// other.</summary>
    Copy,

    /// <summary>The one holds much of the other, and as much again of its own.</summary>
    Part,
}

/// <summary>Two sources that have one origin, or look as if they had: where the agreement of sources is counted they count once.</summary>
/// <param name="Id">Id.</param>
/// <param name="Sources">Ids of the two sources.</param>
public sealed record SameOriginEntry(string Id, IReadOnlyList<string> Sources)
{
    /// <summary>A line for a person: the names of the sources.</summary>
    public string Label { get; init; } = "";

    /// <summary>copy where more than half of either text stands in the other, part where one holds the other and as much again of its
    /// own.</summary>
    public OriginKind Kind { get; init; }

    /// <summary>Share of the words of the shorter text that stand in the other, in stretches of ten words and more; 0 to 1. Words that both
    /// have in quotation marks are left out. 0 where nobody counted.</summary>
    public double Share { get; init; }

    /// <summary>How many words that are.</summary>
    public int Words { get; init; }

    /// <summary>Why they are taken to have one origin, as a part of a sentence.</summary>
    public string Reason { get; init; } = "";

    /// <summary>True where a person said so; false for a proposal.</summary>
    public bool Confirmed { get; init; }
}
