using Assay.Cases.Audit.Report;

namespace Assay.Wording;

/// <summary>What a card says of its cause.</summary>
internal static class CauseWords
{
    /// <summary>The heading of a card: the claim itself, or how many claims there are and what they hang on.</summary>
    public static string Title(ReportIndex index, Cause cause)
    {
        if (cause.Claims.Count == 1)
        {
            return cause.First.Sentence;
        }

        var by = By(index, cause);
        var claims = Verdicts.Count(cause.Claims.Count, "claim");
        return cause.Standing switch
        {
            "never" => $"{claims} that cannot hold{(by.Count == 0 ? "" : $" beside {string.Join("; ", by)}")}",
            "contradictory" => $"{claims} whose premises clash{(by.Count == 0 ? "" : $": {string.Join("; ", by)}")}",
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
        if (claim.GapMin is not null && (claim.GapMin, claim.GapMax) == (claim.HomeGapMin, claim.HomeGapMax))
        {
            return $"The gap is {Spans.SignedRange(claim.GapMin, claim.GapMax)} on every reading of the clocks.";
        }

        var home = Verdicts.Home(claim.Home) is { } look ? $"on home clocks {look.Symbol} {look.Word}{Bracketed(claim.HomeGapMin, claim.HomeGapMax)}" : null;
        var all = claim.GapMin is null && claim.GapMax is null ? null : $"over all readings {Spans.SignedRange(claim.GapMin, claim.GapMax)}";
        var said = string.Join("; ", new[] { home, all }.OfType<string>());
        return said.Length == 0 ? null : char.ToUpperInvariant(said[0]) + said[1..] + ".";
    }

    /// <summary>A link, what it rests on, and what else may be meant.</summary>
    public static string Link(LinkEntry link)
    {
        var others = link.Candidates.Count == 0 ? "" : $" It may be {string.Join(", or ", link.Candidates.Select(c => $"“{c}”"))}.";
        return $"{link.Evidence}: “{link.Words}”. {link.Reason}{others}";
    }

    /// <summary>The links that the words do not state, weakest first.</summary>
    public static IEnumerable<LinkEntry> Weak(ClaimEntry claim) => claim.Links.Where(l => l.Evidence != "stated");

    /// <summary>What an untested cause may mean, likeliest first, each once.</summary>
    public static IReadOnlyList<string> Candidates(Cause cause) =>
        [.. cause.Claims.SelectMany(c => c.Links).Where(l => l.Evidence == "guessed").SelectMany(l => l.Candidates).Distinct()];

    private static string Bracketed(string? min, string? max) => min is null && max is null ? "" : $" ({Spans.SignedRange(min, max)})";
}
