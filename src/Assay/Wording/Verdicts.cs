using Assay.Cases.Report;
using Assay.Cases.Wording;

namespace Assay.Wording;

/// <summary>How a verdict is shown: a symbol and a word that stand without colour.</summary>
/// <param name="Symbol">One character.</param>
/// <param name="Word">A word or two.</param>
/// <param name="Style">Name of its style: holds, fails, depends, clash, open, untested.</param>
internal sealed record VerdictLook(string Symbol, string Word, string Style);

/// <summary>The looks of verdicts, and what each means.</summary>
internal static class Verdicts
{
    /// <summary>The meaning of each verdict, for the method section.</summary>
    public static readonly IReadOnlyList<(Outcome Verdict, string Meaning)> Meanings =
    [
        (Outcome.Always, "Every consistent reading of the clocks, and every instant in it, satisfies the claim."),
        (Outcome.Sometimes, "Some readings satisfy it and some do not. A witness is given for each side, and the clocks that decide."),
        (Outcome.Never, "No consistent reading satisfies it."),
        (Outcome.Contradictory, "No reading satisfies the premises themselves; the smallest set of statements that clash is named."),
        (
            Outcome.Consistent,
            "The customs books are consistent with it, under all or some of the specifications tried. That is never proof of it."
        ),
        (
            Outcome.NotShown,
            "The customs books that bear on it do not show it. That is no proof of the contrary: amounts below the noise cannot be seen."
        ),
        (
            Outcome.Untested,
            "A link that the claim needs is a guess, or no clock times one of its events. It says nothing for or against the claim."
        ),
        (Outcome.Unsettled, "The search ran out of its budget before an answer. This is never shown as “cannot hold”."),
    ];

    /// <summary>The look of a verdict over all readings.</summary>
    public static VerdictLook Of(Outcome verdict) =>
        verdict switch
        {
            Outcome.Always => new("✓", "always holds", "holds"),
            Outcome.Never => new("✕", "cannot hold", "fails"),
            Outcome.Sometimes => new("±", "depends", "depends"),
            Outcome.Contradictory => new("≠", "premises clash", "clash"),
            Outcome.Consistent => new("≈", "consistent with it", "depends"),
            Outcome.NotShown => new("–", "not shown", "open"),
            Outcome.Untested => new("○", "not tested", "untested"),
            Outcome.Unsettled => new("?", "not settled", "open"),
            _ => throw new System.ComponentModel.InvalidEnumArgumentException(nameof(verdict), (int)verdict, typeof(Outcome)),
        };

    /// <summary>The look of a claim.</summary>
    public static VerdictLook Of(ClaimEntry claim) => Of(Standing(claim));

    /// <summary>The look of a difference between voices or sources: some readings of the clocks reconcile them, or none does.</summary>
    public static VerdictLook Of(DisagreementEntry disagreement) =>
        disagreement.Verdict == Outcome.Never
            ? new("≠", "no reading of the clocks makes them agree", "clash")
            : new("±", "they agree under some readings of the clocks only", "depends");

    /// <summary>The verdict of a claim as it is shown: one on which no clock of the account bears is unknown, not weak.</summary>
    public static Outcome Standing(ClaimEntry claim) =>
        claim is { Verdict: Outcome.Sometimes, DecidedBy.Count: 0, GapMin: null, GapMax: null } ? Outcome.Untested : claim.Verdict;

    /// <summary>Why a claim was not tested or not settled, in a sentence.</summary>
    public static string WhyOpen(ClaimEntry claim) => claim.NotTested ?? (claim.Findings.Count > 0 ? claim.Findings[^1] : claim.Heading);

    /// <summary>The verdict on home clocks, or null where there is none.</summary>
    public static VerdictLook? Home(HomeOutcome? home) =>
        home switch
        {
            null => null,
            HomeOutcome.Holds => new("✓", "holds", "holds"),
            HomeOutcome.Fails => new("✕", "fails", "fails"),
            HomeOutcome.Depends => new("±", "depends on an unstated time", "depends"),
            _ => new("≠", "home clocks clash", "clash"),
        };

    /// <summary>The claims in the order of <see cref="Outcome"/>, those that fail on home clocks first among their like.</summary>
    public static IEnumerable<ClaimEntry> Ranked(IEnumerable<ClaimEntry> claims) =>
        claims.OrderBy(Standing).ThenBy(c => c.Home == HomeOutcome.Fails ? 0 : 1);

    /// <summary>A value as its name in lower case: <c>reported</c>.</summary>
    public static string Name(Enum value) => value is Outcome.NotShown ? "not shown" : EnumNames.Of(value);

    /// <summary>A chain of voices: <c>the author › Riga radio › the captain</c>.</summary>
    public static string Chain(IReadOnlyList<string> voice) =>
        voice.Count == 0 ? "the author" : string.Join(" › ", voice.Select(v => v == "author" ? "the author" : v));

    /// <summary>A count with its noun: <c>1 claim</c>, <c>2 claims</c>.</summary>
    public static string Count(int n, string one, string? many = null) => $"{n} {(n == 1 ? one : many ?? one + "s")}";
}
