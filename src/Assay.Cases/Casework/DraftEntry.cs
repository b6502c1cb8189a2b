using Assay.Cases.Accounts;

namespace Assay.Cases.Casework;

/// <summary>Why a person is needed for an item, the most telling first.</summary>
public enum Need
{
    /// <summary>A verdict hangs on it: a claim that cannot hold, that depends on a clock, or whose premises clash.</summary>
    Verdict,

    /// <summary>Voices time one event differently, and this is one of their times.</summary>
    Disagreement,

    /// <summary>It may be one with an event of another source.</summary>
    SameEvent,

    /// <summary>Two sources look like one origin, and nobody has said whether they are.</summary>
    SameOrigin,

    /// <summary>It is unsure which event the words mean.</summary>
    WhichEvent,

    /// <summary>The zone of a clock is unsure.</summary>
    Zone,

    /// <summary>Drafters differ about it.</summary>
    DraftersDiffer,

    /// <summary>Nothing hangs on it that is known.</summary>
    None,
}

/// <summary>An item of a case as a person sees it who is to decide about it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">The list of the account it belongs to: <c>events</c>, <c>clocks</c>, <c>claims</c>, ...</param>
/// <param name="State">Where it stands.</param>
/// <param name="Version">Its version, to be named with the decision: the entry of the journal that last changed it.</param>
/// <param name="Need">Why a person is needed.</param>
/// <param name="Claims">Ids of the claims that hang on it, the most telling first.</param>
/// <param name="Drafters">Who drafted it; empty for what was written by hand.</param>
/// <param name="Source">Id of the source its words stand in; null for what has no words.</param>
/// <param name="Start">First UTF-16 code unit of its words in the text layer; 0 without words.</param>
/// <param name="End">One past the last; 0 without words.</param>
/// <param name="Label">A line for a person: its label, name or words.</param>
/// <param name="Body">The item as decisions have it, as a JSON object.</param>
public sealed record DraftEntry(
    string Id,
    string Kind,
    ItemState State,
    long Version,
    Need Need,
    IReadOnlyList<string> Claims,
    IReadOnlyList<string> Drafters,
    string? Source,
    int Start,
    int End,
    string Label,
    string Body
)
{
    /// <summary>Events of other sources that it may be one with, the likeliest first. Merging answers the question, and so does accepting
    /// the event as it is.</summary>
    public IReadOnlyList<SameEventQuestion> MayBe { get; init; } = [];
}
