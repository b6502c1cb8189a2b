using Assay.Cases.Report;
using Assay.Cases.Store;

namespace Assay.Cases.Casework;

/// <summary>A verdict that is another now.</summary>
/// <param name="Claim">Id of the claim.</param>
/// <param name="Sentence">The claim in plain words, as it is now, or as it was where it is gone.</param>
/// <param name="Before">What the test said; null where there was no such claim.</param>
/// <param name="After">What the test says; null where there is no such claim any more.</param>
/// <param name="HomeBefore">What it said on home clocks, or null.</param>
/// <param name="HomeAfter">What it says on home clocks, or null.</param>
public sealed record VerdictChange(
    string Claim,
    string Sentence,
    Outcome? Before,
    Outcome? After,
    HomeOutcome? HomeBefore,
    HomeOutcome? HomeAfter
);

/// <summary>Sets the verdicts of two reports against each other.</summary>
public static class VerdictChanges
{
    /// <summary>The verdicts of one report that are others in the next.</summary>
    public static IReadOnlyList<VerdictChange> Between(AuditReport before, AuditReport after)
    {
        var (old, now) = (before.Claims.ToDictionary(c => c.Id), after.Claims.ToDictionary(c => c.Id));
        return
        [
            .. after
                .Claims.Select(c => Of(old.GetValueOrDefault(c.Id), c))
                .Concat(before.Claims.Where(c => !now.ContainsKey(c.Id)).Select(c => Of(c, null)))
                .OfType<VerdictChange>(),
        ];
    }

    /// <summary>What changed in a case since it was read; empty where either cannot be tested.</summary>
    internal static IReadOnlyList<VerdictChange> Since(OpenedCase opened, CaseContent before, string? lake, CancellationToken cancellation)
    {
        var was = CheckCase.Run(opened, before, lake, cancellation);
        var now = CheckCase.Run(opened, lake, cancellation);
        return was.Succeeded && now.Succeeded ? Between(was.Value.Report, now.Value.Report) : [];
    }

    private static VerdictChange? Of(ClaimEntry? old, ClaimEntry? now) =>
        old?.Verdict == now?.Verdict && old?.Home == now?.Home
            ? null
            : new VerdictChange((now ?? old)!.Id, (now ?? old)!.Sentence, old?.Verdict, now?.Verdict, old?.Home, now?.Home);
}
