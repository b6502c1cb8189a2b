using Assay.Cases.Report;
using Assay.Html;
using Assay.Wording;

namespace Assay.Dossier;

/// <summary>All that is known of one claim: findings, words, picture, table, witnesses, and what would settle it.</summary>
internal static class ClaimBody
{
    /// <summary>Writes the body of a card, its heading aside.</summary>
    public static void Write(HtmlWriter html, ReportIndex index, RouteCards cards, ClaimEntry claim)
    {
        html.Write("<p class=\"badges\">");
        VerdictSection.Badge(html, Verdicts.Of(claim), claim.Heading);
        if (Verdicts.Home(claim.Home) is { } home)
        {
            html.Write(
                $" <span class=\"badge-home\">On home clocks: <span class=\"v-{home.Style}\">{home.Symbol} {home.Word}</span></span>"
            );
        }

        html.Write($" <span class=\"mode-verdict\" data-claim=\"{claim.Id}\" hidden></span></p>\n");
        foreach (var (i, finding) in claim.Findings.Index())
            html.Write($"<p{(i == 0 ? " class=finding" : "")}>{finding}</p>\n");

        QuoteLinks.Block(html, index, claim.Quote, claim.Id);
        html.Write(
            $"<p class=\"faint\">Claimed by {Verdicts.Chain(claim.Voice)}.{(claim.Meaning is { } m ? $" {Excerpts.Sentence(m)}" : "")}</p>\n"
        );
        cards.Write(html, claim.Id);
        GapDrawing.Write(html, index, claim);
        CombinationTable.Write(html, claim);
        Witnesses(html, index, claim);
        CardFacts.Write(html, index, claim);
    }

    private static void Witnesses(HtmlWriter html, ReportIndex index, ClaimEntry claim)
    {
        if (claim.For is null && claim.Against is null)
            return;

        html.Write("<details class=\"quiet\"><summary>A reading for each side</summary><div class=\"witnesses\">");
        Witness(html, index, claim.For, claim.Id, "A reading in which it holds", Verdicts.Of(Outcome.Always));
        Witness(html, index, claim.Against, claim.Id, "A reading in which it does not", Verdicts.Of(Outcome.Never));
        html.Write("</div></details>\n");
    }

    private static void Witness(HtmlWriter html, ReportIndex index, WitnessEntry? witness, string claim, string title, VerdictLook look)
    {
        if (witness is null)
            return;

        html.Write(
            $"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{title}, claim {claim}\"><table><caption><span class=\"v-{look.Style}\">{look.Symbol}</span> {title}"
        );
        if (witness.Global is { } global)
            html.Write($" <span class=\"faint\">(every unstated clock on {index.Zone(global)})</span>");

        html.Write(
            "</caption><thead><tr><th scope=\"col\">Event</th><th scope=\"col\">Local time</th><th scope=\"col\">UTC</th></tr></thead><tbody>"
        );
        foreach (var e in witness.Events)
        {
            html.Write($"<tr><th scope=\"row\"><bdi>{index.Label(e.Event)}</bdi></th><td>{(e.Local is { } l ? Moments.Local(l) : "—")}");
            if (e.Zone is { } zone)
                html.Write($"<br><span class=\"faint\">{index.Zone(zone)}</span>");

            html.Write($"</td><td>{Moments.Utc(e.Utc)}</td></tr>");
        }

        html.Write("</tbody></table></div>\n");
    }
}
