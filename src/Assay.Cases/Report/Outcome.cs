namespace Assay.Cases.Report;

/// <summary>What the test of a claim says, in the order in which a reader wants it: what cannot be first, what was not settled
/// last.</summary>
public enum Outcome
{
    /// <summary>No consistent reading satisfies it.</summary>
    Never,

    /// <summary>No reading satisfies the premises themselves.</summary>
    Contradictory,

    /// <summary>Some readings satisfy it and some do not.</summary>
    Sometimes,

    /// <summary>Data are consistent with it, under all or some of the ways of looking at them. That is no proof.</summary>
    Consistent,

    /// <summary>Every consistent reading satisfies it.</summary>
    Always,

    /// <summary>Data that bear on it do not show it. That is no refutation.</summary>
    NotShown,

    /// <summary>A link that it needs is a guess, no clock bears on it, or the data it speaks of are not at hand: nothing is said for or
    /// against it.</summary>
    Untested,

    /// <summary>The search ran out of its budget.</summary>
    Unsettled,
}

/// <summary>What the test of a claim says on home clocks.</summary>
public enum HomeOutcome
{
    /// <summary>It is true.</summary>
    Holds,

    /// <summary>It is false.</summary>
    Fails,

    /// <summary>An unstated time decides.</summary>
    Depends,
}
