using Assay.Reading;

namespace Assay.Cases.Clocks;

/// <summary>What a link ties.</summary>
public enum LinkKind
{
    /// <summary>Words of a claim to the event they refer to.</summary>
    Event,

    /// <summary>A clock to its event.</summary>
    Clock,

    /// <summary>A clock to its day.</summary>
    Day,

    /// <summary>A voice to the seat whose zone its clock is in.</summary>
    Seat,
}

/// <summary>A link that a claim needs, and what it rests on.</summary>
/// <param name="Kind">What it ties.</param>
/// <param name="Evidence">How sure it is.</param>
/// <param name="Words">The words in question.</param>
/// <param name="Reason">What was taken, and why, in one sentence.</param>
/// <param name="Candidates">The other things it may be, likeliest first.</param>
internal sealed record ClaimLink(LinkKind Kind, Evidence Evidence, string Words, string Reason, IReadOnlyList<string> Candidates)
{
    /// <summary>True where it was chosen because the length that the claim states fits it.</summary>
    public bool IsFitted { get; init; }
}

/// <summary>What a claim rests on, and whether it may be tested.</summary>
/// <param name="Links">Its links, weakest first; those that the words state are left out.</param>
/// <param name="NotTested">Why it is not tested, in one sentence; null where it is.</param>
internal sealed record ClaimGround(IReadOnlyList<ClaimLink> Links, string? NotTested)
{
    /// <summary>Every link is stated.</summary>
    public static ClaimGround Firm { get; } = new([], null);
}
