using Assay.Cases.Report;
using Assay.Reading;

namespace Assay.Wording;

/// <summary>What a card says of its cause.</summary>
internal static class CauseWords
{
    /// <summary>The heading of a card: the claim itself, or how many claims there are and what they hang on.</summary>
    public static string Title(ReportIndex index, Cause cause)
    {
        if (cause.Claims.Count == 1)
            return cause.First.Sentence;

        var by = By(index, cause);
        var claims = Verdicts.Count(cause.Claims.Count, "claim");
        return cause.Standing switch
        {
            Outcome.Never => $"{claims} that cannot hold{(by.Count == 0 ? "" : $" beside {string.Join("; ", by)}")}",
            Outcome.Contradictory => $"{claims} whose premises clash{(by.Count == 0 ? "" : $": {string.Join("; ", by)}")}",
            _ => $"{claims} that {string.Join(" and ", by)} {(by.Count == 1 ? "decides" : "decide")}",
        };
    }

    /// <summary>The clocks or statements that decide, in words.</summary>
    public static IReadOnlyList<string> By(ReportIndex index, Cause cause)
    {
        var words = cause.Claims.SelectMany(c => c.Because).DistinctBy(b => b.Id).ToDictionary(b => b.Id, b => b.Words);
        return [.. cause.By.Select(id => words.TryGetValue(id, out var w) ? w : index.Variable(id))];
    }

    /// <summary>The gap of a claim on home clocks and over all readings, in a line; null where neither is known.</summary>
    public static string? Gaps(ClaimEntry claim)
    {
        var range = Range(claim);
        if (Verdicts.Home(claim.Home) is not { } home || IsOneGap(claim))
            return range;

        var gap = claim.HomeGapMin is null && claim.HomeGapMax is null ? "" : $" ({Spans.SignedRange(claim.HomeGapMin, claim.HomeGapMax)})";
        return $"On home clocks {home.Symbol} {home.Word}{gap}.{(range is null ? "" : " " + range)}";
    }

    /// <summary>The gap of a claim over all readings, in a sentence; null where nothing bounds it.</summary>
    public static string? Range(ClaimEntry claim) =>
        claim switch
        {
            { GapMin: null, GapMax: null } => null,
            _ when IsOneGap(claim) => $"The gap is {Spans.SignedRange(claim.GapMin, claim.GapMax)} on every reading of the clocks.",
            _ => $"Over all readings {Spans.SignedRange(claim.GapMin, claim.GapMax)}.",
        };

    /// <summary>A link in a sentence: what it rests on, what was taken and why, and, where that is a guess, what else may be
    /// meant.</summary>
    public static string Link(LinkEntry link)
    {
        var words = link.Reason.Contains(link.Words, StringComparison.Ordinal) ? "" : $"“{link.Words}”: ";
        var may = link.Evidence == Evidence.Guessed && link.Candidates.Count > 0 ? $" It may be {Or(link.Candidates)}." : "";
        return Excerpts.Sentence($"{link.Evidence}: {words}{link.Reason}{may}");
    }

    /// <summary>Alternatives in quotation marks: “the call”, or “the second call”.</summary>
    public static string Or(IReadOnlyList<string> candidates) => string.Join(", or ", candidates.Select(c => $"“{c}”"));

    /// <summary>The links that the words do not state, weakest first.</summary>
    public static IEnumerable<LinkEntry> Weak(ClaimEntry claim) => claim.Links.Where(l => l.Evidence != Evidence.Stated);

    /// <summary>What an untested cause may mean, likeliest first, each once.</summary>
    public static IReadOnlyList<string> Candidates(Cause cause) =>
        [.. cause.Claims.SelectMany(c => c.Links).Where(l => l.Evidence == Evidence.Guessed).SelectMany(l => l.Candidates).Distinct()];

    private static bool IsOneGap(ClaimEntry claim) =>
        claim.Home is not null && (claim.GapMin, claim.GapMax) == (claim.HomeGapMin, claim.HomeGapMax);
}
