using Assay.Cases.Report;
using Assay.Html;
using Assay.Wording;
using NodaTime;

namespace Assay.Dossier;

/// <summary>
/// A verdict's picture: one bar per combination of the deciding clocks on an axis of the gap (later minus earlier), over the region where
/// the claim holds.
/// </summary>
internal static class GapDrawing
{
    private const int MostRows = 12;
    private static readonly double[] Steps = [1, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 7 * 1440, 30 * 1440, 365 * 1440];

    /// <summary>Draws the claim; nothing where no gap is known.</summary>
    public static void Write(HtmlWriter html, ReportIndex index, ClaimEntry claim)
    {
        var rows = Rows(claim);
        var known = rows.SelectMany(r => new[] { r.GapMin?.TotalMinutes, r.GapMax?.TotalMinutes }).OfType<double>().ToList();
        if (known.Count == 0)
            return;

        var axis = Around(known, claim);
        var ticks = axis.Ticks(Steps, 8);
        html.Write("<div class=\"chart gaps\">\n");
        foreach (var row in rows.Take(MostRows))
            Row(html, axis, ticks, claim, row);

        Scale(html, index, axis, ticks, claim);
        html.Write("</div>\n");
        if (rows.Count > MostRows)
            html.Write($"<p class=\"faint\">{MostRows} of {rows.Count} combinations are drawn; the table has all.</p>\n");
    }

    private static IReadOnlyList<TableRowEntry> Rows(ClaimEntry claim)
    {
        if (claim.Table.Count > 0)
            return [.. claim.Table.OrderByDescending(r => r.Home)];

        var none = new Dictionary<string, string>();
        var all = new TableRowEntry(none, null, "All readings", claim.Verdict, claim.GapMin, claim.GapMax, false);
        return claim.HomeGapMin is null && claim.HomeGapMax is null
            ? [all]
            :
            [
                new(
                    none,
                    null,
                    "Home clocks",
                    claim.Home switch
                    {
                        HomeOutcome.Holds => Outcome.Always,
                        HomeOutcome.Fails => Outcome.Never,
                        _ => Outcome.Sometimes,
                    },
                    claim.HomeGapMin,
                    claim.HomeGapMax,
                    true
                ),
                all,
            ];
    }

    private static Axis Around(List<double> known, ClaimEntry claim)
    {
        var marks = new List<double?>(known.Select(v => (double?)v)) { 0, claim.Min?.TotalMinutes, claim.Max?.TotalMinutes }
            .OfType<double>()
            .ToList();
        var margin = Math.Max(20, (marks.Max() - marks.Min()) * 0.12);
        return new Axis(marks.Min() - margin, marks.Max() + margin);
    }

    private static void Row(HtmlWriter html, Axis axis, IReadOnlyList<double> ticks, ClaimEntry claim, TableRowEntry row)
    {
        var look = Verdicts.Of(row.Verdict);
        var gap = Spans.SignedRange(row.GapMin, row.GapMax);
        html.Write(
            $"<div class=\"row{(row.Home ? " is-home" : "")}\"><p class=\"row-label\"><span class=\"sym v-{look.Style}\">{look.Symbol}</span> {row.Words}{(row.Home && claim.Table.Count > 0 ? " (home)" : "")} <span class=\"when\">{gap}</span></p>"
        );
        html.Write($"<svg class=\"lane\" width=\"100%\" height=\"26\" role=\"img\" aria-label=\"{row.Words}: {gap}, {look.Word}\">");
        Region(html, axis, claim);
        ChronologySection.Grid(html, axis, ticks, 26);
        html.Write($"<line class=\"zero\" x1=\"{axis.Percent(0)}\" x2=\"{axis.Percent(0)}\" y1=\"0\" y2=\"26\"/>");
        if (row.Verdict != Outcome.Contradictory && (row.GapMin ?? row.GapMax) is not null)
        {
            var (from, until) = (row.GapMin?.TotalMinutes ?? axis.From, row.GapMax?.TotalMinutes ?? axis.Until);
            html.Write(
                $"<rect class=\"gap f-{look.Style}\" x=\"{axis.Percent(from)}\" width=\"{axis.Width(from, until)}\" y=\"6\" height=\"14\" rx=\"3\"/>"
            );
        }

        html.Write("</svg></div>\n");
    }

    private static void Region(HtmlWriter html, Axis axis, ClaimEntry claim)
    {
        if (claim.Min?.TotalMinutes is null && claim.Max?.TotalMinutes is null)
            return;

        var (from, until) = (claim.Min?.TotalMinutes ?? axis.From, claim.Max?.TotalMinutes ?? axis.Until);
        html.Write($"<rect class=\"region\" x=\"{axis.Percent(from)}\" width=\"{axis.Width(from, until)}\" y=\"0\" height=\"26\"/>");
    }

    private static void Scale(HtmlWriter html, ReportIndex index, Axis axis, IReadOnlyList<double> ticks, ClaimEntry claim)
    {
        html.Write(
            "<div class=\"row axis\" aria-hidden=\"true\"><p class=\"row-label\">Gap, and the shaded region where the claim holds</p><svg class=\"lane\" width=\"100%\" height=\"20\">"
        );
        for (var i = 0; i < ticks.Count; i++)
        {
            var at = axis.At(ticks[i]);
            html.Write(
                $"<text class=\"{(i % 2 == 1 && ticks[i] != 0 ? "minor" : "major")}\" x=\"{axis.Percent(ticks[i])}\" y=\"14\" text-anchor=\"{(at > 92 ? "end" : at < 6 ? "start" : "middle")}\">{Spans.Signed(Duration.FromMinutes(ticks[i]))}</text>"
            );
        }

        html.Write("</svg></div>\n");
        if (claim.Earlier is not null && claim.Later is not null)
        {
            html.Write(
                $"<p class=\"sides\">Right of zero: <bdi>“{index.Label(claim.Later)}”</bdi> comes after <bdi>“{index.Label(claim.Earlier)}”</bdi>. Left of zero: it comes before.</p>\n"
            );
        }
    }
}
