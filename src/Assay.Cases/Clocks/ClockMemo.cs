using Assay.Cases.Keeping;
using Assay.Chronology.Model;

namespace Assay.Cases.Clocks;

/// <summary>What was made of the clocks and claims of a case before, and what the solver said of them: after a decision only what it
/// touched is made and tested anew. Safe for use by several threads.</summary>
internal sealed class ClockMemo
{
    private volatile IReadOnlyList<GlobalZone> globals = [];

    /// <summary>Clocks as the solver takes them, by their items.</summary>
    public Kept<CaseClock> Clocks { get; } = new();

    /// <summary>Zones as the solver takes them, by their items.</summary>
    public Kept<CaseZone> Zones { get; } = new();

    /// <summary>Claims as they go to the test, by their items.</summary>
    public Kept<CaseClaim> Claims { get; } = new();

    /// <summary>Claims on each of the events that they may mean, by their items.</summary>
    public Kept<IReadOnlyList<CaseClaim>> Referents { get; } = new();

    /// <summary>What the solver said.</summary>
    public VerdictMemo Verdicts { get; } = new();

    /// <summary>The zones for all: the same list as before where they are the same.</summary>
    public IReadOnlyList<GlobalZone> Globals(IReadOnlyList<GlobalZone> now) =>
        globals is var before && before.SequenceEqual(now) ? before : globals = now;

    /// <summary>Ends a test.</summary>
    public void Turn()
    {
        Clocks.Turn();
        Zones.Turn();
        Claims.Turn();
        Referents.Turn();
        Verdicts.Turn();
    }
}
