using Assay.Cases.Report;
using Assay.Wording;

namespace Assay.Terminal;

/// <summary>What holds, and what was not tested: counted, a few of each.</summary>
internal static class OpenLines
{
    /// <summary>Writes what holds whatever the clocks.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="index">What to tell.</param>
    /// <param name="all">True to cut no words.</param>
    /// <param name="spare">Lines beyond its few that it may take.</param>
    public static void Holding(Lines page, ReportIndex index, bool all, int spare)
    {
        var holding = index.Digest.Holding;
        page.Section(
            $"Holds whatever the clocks ({holding.Count})",
            [.. holding.Select(c => Holds(c, all))],
            5 + spare,
            n => $"and {n} more, --all shows them"
        );
    }

    /// <summary>Writes what was not tested or not settled: the question, and what may be meant.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="index">What to tell.</param>
    /// <param name="all">True to cut no words.</param>
    /// <param name="spare">Lines beyond its few that it may take.</param>
    public static void NotTested(Lines page, ReportIndex index, bool all, int spare)
    {
        var open = index.Digest.Open;
        page.Section(
            $"Not tested ({open.Sum(c => c.Claims.Count)})",
            [.. open.Select(c => Unsure(c, all))],
            8 + spare,
            n => $"and {Verdicts.Count(n, "more such question")}, --all shows them"
        );
    }

    private static Item Holds(ClaimEntry claim, bool all) =>
        new(page =>
        {
            var gap = claim.GapMin is null && claim.GapMax is null ? "" : $" (gap {Spans.SignedRange(claim.GapMin, claim.GapMax)})";
            page.Line("", $"✓ {(all ? claim.Sentence : Excerpts.Of(claim.Sentence, 130))}{gap}", 2, 2);
        });

    private static Item Unsure(Cause cause, bool all) =>
        new(page =>
        {
            var look = Verdicts.Of(cause.First);
            var claims = cause.Claims.Count == 1 ? "" : $" ({cause.Claims.Count} claims)";
            page.Line("", $"{look.Symbol} {Cut(Verdicts.WhyOpen(cause.First), 140)}{claims}", 2, 2);
            var candidates = CauseWords.Candidates(cause);
            if (candidates.Count > 0)
                page.Line("dim", Cut($"It may be {CauseWords.Or(candidates)}.", 140), 4, 2);

            foreach (var claim in all ? cause.Claims : cause.Claims.Take(candidates.Count == 0 ? 1 : 0))
                page.Line("dim", $"{Cut(claim.Sentence, 110)} ({Cut(Verdicts.Chain(claim.Voice), 30)})", 4, 2);

            string Cut(string words, int most) => all ? words : Excerpts.Of(words, most);
        });
}
