using Assay.Cases.Audit.Report;
using Assay.Wording;

namespace Assay.Dossier;

/// <summary>One card per claim: heading, findings, picture, table, witnesses, and what would settle it.</summary>
internal static class VerdictSection
{
    /// <summary>Writes the section.</summary>
    public static void Write(HtmlWriter html, ReportIndex index)
    {
        html.Write("<section id=\"verdicts\" aria-labelledby=\"verdicts-h\"><h2 id=\"verdicts-h\">Verdicts</h2>\n");
        var ranked = Verdicts.Ranked(index.Report.Claims).ToList();
        if (ranked.Count == 0)
        {
            html.Write("<p class=\"none\">The text makes no claim about the order or the distance of events that could be tested.</p></section>\n");
            return;
        }

        if (index.Report.Joint is { } joint)
        {
            Joint(html, joint);
        }

        foreach (var claim in ranked.Where(c => (c.Origin == "text" || c.Verdict != "always") && !Verdicts.IsUntested(c)))
        {
            Card(html, index, claim);
        }

        Folded(html, index, ranked.Where(Verdicts.IsUntested).ToList(), "that no clock in the account can test");
        Folded(html, index, ranked.Where(c => c.Origin != "text" && c.Verdict == "always").ToList(), "implied by the order of the narrative, holding whatever the clocks");
        html.Write("</section>\n");
    }

    private static void Folded(HtmlWriter html, ReportIndex index, List<ClaimEntry> claims, string what)
    {
        if (claims.Count == 0)
        {
            return;
        }

        html.Write($"<details class=\"more\"><summary>{Verdicts.Count(claims.Count, "claim")} {what}</summary>\n");
        foreach (var claim in claims)
        {
            Card(html, index, claim);
        }

        html.Write("</details>\n");
    }

    private static void Joint(HtmlWriter html, JointEntry joint)
    {
        html.Write($"<div class=\"joint\" id=\"joint\"><h3>Taken together</h3><p>");
        Badge(html, Verdicts.Of(joint.Verdict), Verdicts.Of(joint.Verdict).Word);
        html.Write($" {joint.Sentence}</p>");
        if (joint.Table.Count > 0)
        {
            html.Write("<p>All hold together under:</p><ul>");
            foreach (var row in joint.Table.Take(12))
            {
                html.Write($"<li>{row.Words}</li>");
            }

            html.Write("</ul>");
        }

        html.Write("<p class=\"faint\">Claims: ");
        foreach (var id in joint.Claims)
        {
            html.Write($"<a href=\"#{id}\">{id}</a> ");
        }

        html.Write("</p></div>\n");
    }

    private static void Card(HtmlWriter html, ReportIndex index, ClaimEntry claim)
    {
        var look = Verdicts.Of(claim.Verdict);
        html.Write($"<article class=\"card b-{look.Style}\" id=\"{claim.Id}\" aria-labelledby=\"{claim.Id}-h\"><h3 id=\"{claim.Id}-h\"><bdi>{claim.Sentence}</bdi></h3>\n<p class=\"badges\">");
        Badge(html, look, claim.Heading);
        if (Verdicts.Home(claim.Home) is { } home)
        {
            html.Write($" <span class=\"badge-home\">On home clocks: <span class=\"v-{home.Style}\">{home.Symbol} {home.Word}</span></span>");
        }

        html.Write($" <span class=\"mode-verdict\" data-claim=\"{claim.Id}\" hidden></span></p>\n");
        foreach (var finding in claim.Findings.Take(1))
        {
            html.Write($"<p class=\"finding\">{finding}</p>\n");
        }

        foreach (var finding in claim.Findings.Skip(1))
        {
            html.Write($"<p>{finding}</p>\n");
        }

        QuoteLinks.Block(html, index, claim.Quote, claim.Id);
        html.Write($"<p class=\"faint\">Claimed by {Verdicts.Chain(claim.Voice)}{(claim.Origin == "text" ? "" : "; implied by the order of the narrative")}.{(claim.Meaning is { } m ? $" {Sentence(m)}" : "")}</p>\n");
        GapDrawing.Write(html, index, claim);
        CombinationTable.Write(html, claim);
        Witnesses(html, index, claim);
        CardFacts.Write(html, index, claim);
        html.Write("</article>\n");
    }

    /// <summary>A verdict as symbol and words.</summary>
    public static void Badge(HtmlWriter html, VerdictLook look, string words) =>
        html.Write($"<span class=\"badge f-{look.Style}\"><span aria-hidden=\"true\">{look.Symbol}</span> {words}</span>");

    private static void Witnesses(HtmlWriter html, ReportIndex index, ClaimEntry claim)
    {
        if (claim.For is null && claim.Against is null)
        {
            return;
        }

        html.Write("<div class=\"witnesses\">");
        Witness(html, index, claim.For, claim.Id, "A reading in which it holds", Verdicts.Of("always"));
        Witness(html, index, claim.Against, claim.Id, "A reading in which it does not", Verdicts.Of("never"));
        html.Write("</div>\n");
    }

    private static void Witness(HtmlWriter html, ReportIndex index, WitnessEntry? witness, string claim, string title, VerdictLook look)
    {
        if (witness is null)
        {
            return;
        }

        html.Write($"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{title}, claim {claim}\"><table><caption><span class=\"v-{look.Style}\">{look.Symbol}</span> {title}");
        if (witness.Global is { } global)
        {
            html.Write($" <span class=\"faint\">(every unstated clock on {index.Zone(global)})</span>");
        }

        html.Write("</caption><thead><tr><th scope=\"col\">Event</th><th scope=\"col\">Local time</th><th scope=\"col\">UTC</th></tr></thead><tbody>");
        foreach (var e in witness.Events)
        {
            html.Write($"<tr><th scope=\"row\"><bdi>{index.Label(e.Event)}</bdi></th><td>{(e.Local is { } l ? Moments.Local(l) : "—")}");
            if (e.Zone is { } zone)
            {
                html.Write($"<br><span class=\"faint\">{index.Zone(zone)}</span>");
            }

            html.Write($"</td><td>{Moments.Utc(e.Utc)}</td></tr>");
        }

        html.Write("</tbody></table></div>\n");
    }

    private static string Sentence(string words) =>
        words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..] + (words[^1] is '.' or '!' or '?' ? "" : ".");
}
