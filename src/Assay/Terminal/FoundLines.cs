using Assay.Cases.Report;
using Assay.Wording;

namespace Assay.Terminal;

/// <summary>What was found: events that voices time differently, then what cannot hold or clashes, then what depends on a clock. One cause
/// is one card.</summary>
internal static class FoundLines
{
    private const int MostOfOneCause = 3;

    /// <summary>Writes the findings.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="index">What to tell.</param>
    /// <param name="room">Lines that there are for them; null to show everything.</param>
    public static void Write(Lines page, ReportIndex index, int? room)
    {
        var (report, digest) = (index.Report, index.Digest);
        if (report.Claims.Count + report.Disagreements.Count == 0)
        {
            page.Heading("Verdicts");
            page.Line("", "The text makes no claim about the order or the distance of events that could be tested.", 2);
            return;
        }

        var all = room is null;
        var together = page.Blank();
        if (report.Joint is { Verdict: not Outcome.Always } joint)
            together.Line("", $"{Verdicts.Of(joint.Verdict).Symbol} Together: {Cut(joint.Sentence, 150, all)}", 2, 2);

        (string Heading, List<Item> Items, int Share)[] sections =
        [
            ("Timed differently", [.. report.Disagreements.Select(d => Differs(index, d, all))], 2),
            ("Cannot hold", [.. digest.Found.Where(c => c.Standing == Outcome.Never).Select(c => Card(index, c, all))], 2),
            (
                "Rests on clocks that clash",
                [.. digest.Found.Where(c => c.Standing == Outcome.Contradictory).Select(c => Card(index, c, all))],
                2
            ),
            (
                "Consistent with the customs books",
                [.. digest.Found.Where(c => c.Standing == Outcome.Consistent).Select(c => Card(index, c, all))],
                2
            ),
            ("Depends on the clock", [.. digest.Found.Where(c => c.Standing == Outcome.Sometimes).Select(c => Card(index, c, all))], 3),
        ];
        var left = (room ?? int.MaxValue) - together.Count;
        for (var i = 0; i < sections.Length; i++)
        {
            // Each has its share, and what the others do not need.
            var shares = Math.Max(1, sections.Skip(i).Where(s => s.Items.Count > 0).Sum(s => s.Share));
            var (needed, before) = (sections.Skip(i + 1).Sum(s => Length(page, s.Items)), page.Count);
            var most = all ? int.MaxValue : Math.Max(left * sections[i].Share / shares, left - needed);
            page.Section(sections[i].Heading, sections[i].Items, most, n => $"and {n} more, --all shows them");
            left -= page.Count - before;
        }

        page.Add(together);
    }

    private static int Length(Lines page, List<Item> items)
    {
        var whole = page.Blank();
        whole.Section("-", items, int.MaxValue, _ => "");
        return whole.Count;
    }

    private static Item Differs(ReportIndex index, DisagreementEntry d, bool all) =>
        new(page =>
        {
            var look = Verdicts.Of(d);
            page.Line(Colour(look.Style), $"{look.Symbol} {Cut(d.Sentence, 240, all)}", 2, 2);
            var apart = d.GapMin is null && d.GapMax is null ? "" : $", {Spans.SignedRange(d.GapMin, d.GapMax)} apart";
            page.Line("", Excerpts.Sentence(look.Word + apart), 4, 2);
            foreach (var clock in all ? d.Clocks.Select(index.Clock).OfType<ClockEntry>() : [])
                page.Line("dim", $"{ChronologyLines.Clock(clock)}: “{clock.Quote.Exact}”{SourcePlaces.Page(clock.Quote)}", 4, 2);
        });

    private static Item Card(ReportIndex index, Cause cause, bool all) =>
        new(
            page =>
            {
                Title(page, index, cause, all);
                if (cause.Claims.Count == 1)
                    One(page, index, cause.First, all);
                else
                    Several(page, cause, all ? int.MaxValue : MostOfOneCause);

                if (cause.First.Ask.Count > 0)
                    page.Fact("Settle it", Cut(cause.First.Ask[0], 150, all));

                if (cause.Claims.Count == 1)
                {
                    page.Line(
                        "dim",
                        $"“{Cut(cause.First.Quote.Exact, 100, all)}” ({Cut(Verdicts.Chain(cause.First.Voice), 40, all)}{SourcePlaces.Page(cause.First.Quote)})",
                        4,
                        2
                    );
                }
            },
            page =>
            {
                Title(page, index, cause, all);
                if (cause.Claims.Count == 1)
                    page.Line("", CauseWords.Gaps(cause.First) ?? $"{cause.First.Heading}.", 4, 2);
                else
                    Several(page, cause, 1);
            }
        );

    private static void Title(Lines page, ReportIndex index, Cause cause, bool all)
    {
        var look = Verdicts.Of(cause.Standing);
        page.Line(Colour(look.Style), $"{look.Symbol} {Cut(CauseWords.Title(index, cause), 200, all)}", 2, 2);
    }

    private static void One(Lines page, ReportIndex index, ClaimEntry claim, bool all)
    {
        if (claim.Findings.Count > 0)
            page.Line("", Cut(claim.Findings[0], 230, all), 4);

        if (CauseWords.Range(claim) is { } range)
            page.Line("", range, 4, 2);

        if (claim.DecidedBy.Count > 0)
            page.Fact("Decided by", Cut(string.Join(", ", claim.DecidedBy.Select(index.Variable)), 140, all));

        if (claim.Because.Count > 0 && claim.Verdict != Outcome.Sometimes)
        {
            page.Fact(
                claim.Verdict == Outcome.Contradictory ? "What clashes" : "Because",
                Cut(string.Join("; ", claim.Because.Select(b => b.Words)), 130, all)
            );
        }

        foreach (var link in CauseWords.Weak(claim).Take(all ? int.MaxValue : 1))
            page.Line("", Cut(CauseWords.Link(link), 130, all), 4, 2);
    }

    private static void Several(Lines page, Cause cause, int most)
    {
        foreach (var claim in cause.Claims.Take(most))
        {
            var gap = claim.GapMin is null && claim.GapMax is null ? "" : $" ({Spans.SignedRange(claim.GapMin, claim.GapMax)})";
            page.Line("", $"{Verdicts.Of(claim).Symbol} {Cut(claim.Sentence, 110, most == int.MaxValue)}{gap}", 4, 2);
            if (most == int.MaxValue)
                page.Line("dim", $"“{claim.Quote.Exact}” ({Verdicts.Chain(claim.Voice)}{SourcePlaces.Page(claim.Quote)})", 6, 2);
        }

        if (cause.Claims.Count > most)
            page.Line("dim", $"and {cause.Claims.Count - most} more, --all shows them", 4, 2);
    }

    private static string Cut(string words, int most, bool all) => all ? words : Excerpts.Of(words, most);

    private static string Colour(string style) =>
        style switch
        {
            "fails" => "bold red",
            "depends" => "bold yellow",
            "clash" => "bold magenta",
            _ => "bold",
        };
}
