using Assay.Cases.Audit.Report;
using Assay.Wording;

namespace Assay.Terminal;

/// <summary>The claims: those that do not always hold in full, the rest in a line each.</summary>
internal static class ClaimLines
{
    /// <summary>Writes the claims.</summary>
    public static void Write(Lines page, ReportIndex index)
    {
        var ranked = Verdicts.Ranked(index.Report.Claims).ToList();
        var weak = ranked.Where(c => c.Verdict != "always" && !Verdicts.IsUntested(c)).ToList();
        var untested = ranked.Where(Verdicts.IsUntested).ToList();
        var firm = ranked.Where(c => c.Verdict == "always" && c.Origin == "text").ToList();
        var implied = ranked.Count(c => c.Verdict == "always" && c.Origin != "text");
        if (ranked.Count == 0)
        {
            page.Heading("Verdicts");
            page.Line("", "The text makes no claim about the order or the distance of events that could be tested.", 2);
        }

        if (weak.Count > 0)
        {
            page.Heading("Weak joints");
            foreach (var claim in weak)
            {
                Weak(page, index, claim);
            }
        }

        if (index.Report.Joint is { } joint)
        {
            page.Line("", $"{Verdicts.Of(joint.Verdict).Symbol} Together: {joint.Sentence}", 2, 2);
        }

        if (firm.Count + implied > 0)
        {
            page.Heading("Holds whatever the clocks");
            foreach (var claim in firm)
            {
                page.Line("", $"✓ {claim.Sentence}{Gap(claim)}", 2, 2);
            }

            if (implied > 0)
            {
                page.Line("dim", $"✓ {(firm.Count > 0 ? "and " : "")}{Verdicts.Count(implied, "order")} that the narrative implies", 2, 2);
            }
        }

        if (untested.Count > 0)
        {
            Untested(page, untested);
        }
    }

    // One line each: there is nothing to weigh.
    private static void Untested(Lines page, List<ClaimEntry> claims)
    {
        page.Heading("No clock to test them");
        foreach (var claim in claims)
        {
            page.Line("", $"? {claim.Sentence}", 2, 2);
            page.Line("dim", $"{claim.Findings[^1]} ({Verdicts.Chain(claim.Voice)})", 4);
        }
    }

    private static void Weak(Lines page, ReportIndex index, ClaimEntry claim)
    {
        var look = Verdicts.Of(claim.Verdict);
        page.Line(Colour(look.Style), $"{look.Symbol} {claim.Sentence}", 2, 2);
        page.Line("", $"{claim.Heading}. {(claim.Findings.Count > 0 ? claim.Findings[0] : "")}", 4);
        if (Range(index, claim) is { } range)
        {
            page.Fact("Over all readings", range);
        }

        if (Verdicts.Home(claim.Home) is { } home)
        {
            var gap = claim.HomeGapMin is null && claim.HomeGapMax is null ? "" : $" (gap {Spans.SignedRange(claim.HomeGapMin, claim.HomeGapMax)})";
            page.Fact("On home clocks", $"{home.Symbol} {home.Word}{gap}");
        }

        if (claim.DecidedBy.Count > 0)
        {
            page.Fact("Decided by", string.Join(", ", claim.DecidedBy.Select(index.Variable)));
        }

        if (claim.Verdict == "contradictory" && claim.Because.Count > 0)
        {
            page.Fact("What clashes", string.Join("; ", claim.Because.Select(b => b.Words)));
        }

        if (claim.Ask.Count > 0)
        {
            page.Fact("Settle it", claim.Ask[0]);
        }

        page.Line("dim", $"“{claim.Quote.Exact}” ({Verdicts.Chain(claim.Voice)}{(claim.Origin == "text" ? "" : ", implied by the order told")})", 4, 2);
        page.Gap();
    }

    /// <summary>The gap in words that a reader of the claim can follow; null where nothing bounds it.</summary>
    public static string? Range(ReportIndex index, ClaimEntry claim)
    {
        if (Spans.BeforeAfter(claim.GapMin, claim.GapMax) is not { } words || claim.Earlier is null || claim.Later is null)
        {
            return null;
        }

        return claim.Kind == "gap"
            ? $"the gap is {Spans.SignedRange(claim.GapMin, claim.GapMax)}"
            : $"“{index.Label(claim.Earlier)}” came {words} “{index.Label(claim.Later)}”";
    }

    private static string Gap(ClaimEntry claim) =>
        claim.GapMin is null && claim.GapMax is null ? "" : $" (gap {Spans.SignedRange(claim.GapMin, claim.GapMax)})";

    private static string Colour(string style) => style switch
    {
        "fails" => "bold red",
        "depends" => "bold yellow",
        "clash" => "bold magenta",
        _ => "bold",
    };
}
