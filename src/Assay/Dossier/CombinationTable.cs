using Assay.Cases.Report;
using Assay.Html;
using Assay.Wording;

namespace Assay.Dossier;

/// <summary>The combinations of the deciding clocks as a table: the drawing's text.</summary>
internal static class CombinationTable
{
    /// <summary>Writes the table; nothing where no clock decides.</summary>
    public static void Write(HtmlWriter html, ClaimEntry claim)
    {
        if (claim.Table.Count == 0)
            return;

        html.Write(
            $"<details class=\"quiet\"><summary>The {Verdicts.Count(claim.Table.Count, "combination")} of the deciding clocks as a table</summary><div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Combinations for claim {claim.Id}\"><table><thead><tr><th scope=\"col\">Clocks</th><th scope=\"col\">Claim</th><th scope=\"col\">Gap, later minus earlier</th></tr></thead><tbody>"
        );
        foreach (var row in claim.Table)
        {
            var look = Verdicts.Of(row.Verdict);
            html.Write(
                $"<tr><th scope=\"row\">{row.Words}{(row.Home ? " ⌂ home" : "")}</th><td><span class=\"v-{look.Style}\">{look.Symbol}</span> {Under(row.Verdict)}</td><td class=\"num\">{Spans.SignedRange(row.GapMin, row.GapMax)}</td></tr>"
            );
        }

        html.Write("</tbody></table></div></details>\n");
    }

    private static string Under(Outcome verdict) =>
        verdict switch
        {
            Outcome.Always => "holds",
            Outcome.Never => "fails",
            Outcome.Sometimes => "depends on an unstated time",
            Outcome.Contradictory => "not possible with the other statements",
            _ => "not settled",
        };
}
