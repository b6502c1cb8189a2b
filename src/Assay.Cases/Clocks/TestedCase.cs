using Assay.Chronology.Model;

namespace Assay.Cases.Clocks;

/// <summary>Everything that was put to the test, with what came out.</summary>
/// <param name="Claims">The claims of the texts.</param>
/// <param name="Orders">The orders that only the clocks imply.</param>
/// <param name="Verdicts">One per claim, then one per order; null for a claim that rests on a guess.</param>
/// <param name="Together">The claims tested together.</param>
/// <param name="Joint">What came of it; null where there are fewer than two.</param>
/// <param name="Tellings">How claims whose premises clash fare on each clock of the event timed twice, by claim.</param>
/// <param name="Disagreements">Events that voices or sources time differently.</param>
internal sealed record TestedCase(
    IReadOnlyList<CaseClaim> Claims,
    IReadOnlyList<CaseClaim> Orders,
    IReadOnlyList<ClaimVerdict?> Verdicts,
    IReadOnlyList<CaseClaim> Together,
    JointVerdict? Joint,
    IReadOnlyDictionary<string, IReadOnlyList<TellingVerdict>> Tellings,
    IReadOnlyList<Disagreement> Disagreements
);
