namespace Assay.Chronology.Solving;

/// <summary>How much work the solver may spend before it hands over or gives up.</summary>
public sealed record SolverOptions
{
    /// <summary>Conflicts that one question may cost the solver's own search before the fallback gets it. With 0, every
    /// conflict goes there.</summary>
    public int MaxConflicts { get; init; } = 20_000;

    /// <summary>Rows that a table of combinations may have; deciding clocks beyond that are left out of the table. At least 1.</summary>
    public int MaxTableRows { get; init; } = 64;

    /// <summary>Combinations of clocks that are tried when looking for the smallest flip. At least 0.</summary>
    public int MaxFlipTrials { get; init; } = 2_000;

    /// <summary>Premises that the claims of one call may be examined against, added up over the claims: what explaining verdicts costs
    /// grows with
    /// both. Claims beyond that are <see cref="Model.Verdict.Unsettled"/>, and all are where it would do for fewer than ten. At least
    /// 0.</summary>
    public int MaxExaminedPremises { get; init; } = 80_000;
}
