using Assay.Cases.Audit.Report;

namespace Assay.Wording;

/// <summary>How a verdict is shown: a symbol and a word that stand without colour.</summary>
/// <param name="Symbol">One character.</param>
/// <param name="Word">A word or two.</param>
/// <param name="Style">Name of its style: holds, fails, depends, clash, open.</param>
internal sealed record VerdictLook(string Symbol, string Word, string Style);

/// <summary>The looks of verdicts, and what each means.</summary>
internal static class Verdicts
{
    /// <summary>Verdicts in the order in which a reader wants them: the weak joints first.</summary>
    public static readonly IReadOnlyList<string> Order = ["never", "contradictory", "sometimes", "unsettled", "always"];

    /// <summary>The meaning of each verdict, for the method section.</summary>
    public static readonly IReadOnlyList<(string Verdict, string Meaning)> Meanings =
    [
        ("always", "Every consistent reading of the clocks, and every instant in it, satisfies the claim."),
        ("sometimes", "Some readings satisfy it and some do not. A witness is given for each side, and the clocks that decide."),
        ("never", "No consistent reading satisfies it."),
        ("contradictory", "No reading satisfies the premises themselves; the smallest set of statements that clash is named."),
        ("unsettled", "The search ran out of its budget before an answer. This is never shown as “cannot hold”."),
    ];

    /// <summary>The look of a verdict over all readings.</summary>
    public static VerdictLook Of(string verdict) => verdict switch
    {
        "always" => new("✓", "always holds", "holds"),
        "never" => new("✕", "cannot hold", "fails"),
        "sometimes" => new("±", "depends", "depends"),
        "contradictory" => new("≠", "premises clash", "clash"),
        _ => new("?", "not settled", "open"),
    };

    /// <summary>The look of the verdict on home clocks, or null where there is none.</summary>
    public static VerdictLook? Home(string? home) => home switch
    {
        null => null,
        "holds" => new("✓", "holds", "holds"),
        "fails" => new("✕", "fails", "fails"),
        "depends" => new("±", "depends on an unstated time", "depends"),
        _ => new("≠", "home clocks clash", "clash"),
    };

    /// <summary>True where no clock of the account bears on the claim, so that it could not be tested: unknown, and no weak joint.</summary>
    public static bool IsUntested(ClaimEntry claim) => claim is { Verdict: "sometimes", DecidedBy.Count: 0, GapMin: null, GapMax: null };

    /// <summary>The claims in the order of <see cref="Order"/>, those the text asserts before those its order implies.</summary>
    public static IEnumerable<ClaimEntry> Ranked(IEnumerable<ClaimEntry> claims) => claims
        .OrderBy(c => c.Origin == "text" ? 0 : 1)
        .ThenBy(c => Order.ToList().IndexOf(c.Verdict) is var i && i < 0 ? 3 : i);

    /// <summary>A chain of voices: <c>the author › Belta › Lukashenko</c>.</summary>
    public static string Chain(IReadOnlyList<string> voice) =>
        voice.Count == 0 ? "the author" : string.Join(" › ", voice.Select(v => v == "author" ? "the author" : v));

    /// <summary>A count with its noun: <c>1 claim</c>, <c>2 claims</c>.</summary>
    public static string Count(int n, string one, string? many = null) => $"{n} {(n == 1 ? one : many ?? one + "s")}";
}
