using Assay.Cases.Report;
using Assay.Html;
using Assay.Wording;

namespace Assay.Dossier;

/// <summary>What was found, a card for each cause; then what holds, a line each, and what was not tested.</summary>
internal static class VerdictSection
{
    private const int MostJoint = 90;

    /// <summary>Writes the section.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="index">The report.</param>
    /// <param name="cards">What customs books say of route claims.</param>
    public static void Write(HtmlWriter html, ReportIndex index, RouteCards cards)
    {
        html.Write("<section id=\"verdicts\" aria-labelledby=\"verdicts-h\"><h2 id=\"verdicts-h\">Verdicts</h2>\n");
        if (index.Report.Claims.Count + index.Report.Disagreements.Count == 0)
        {
            html.Write(
                "<p class=\"none\">The text makes no claim about the order or the distance of events that could be tested.</p></section>\n"
            );
            return;
        }

        var digest = index.Digest;
        DisagreementCards.Write(html, index);
        if (index.Report.Joint is { } joint)
            Joint(html, index, joint);

        foreach (var (i, cause) in digest.Found.Index())
            Found(html, index, cards, cause, i < Digest.MostCards);

        Holding(html, index, cards);
        OpenClaims.Write(html, index, cards);
        html.Write("</section>\n");
    }

    /// <summary>A verdict as symbol and words.</summary>
    public static void Badge(HtmlWriter html, VerdictLook look, string words) =>
        html.Write($"<span class=\"badge f-{look.Style}\"><span aria-hidden=\"true\">{look.Symbol}</span> {words}</span>");

    private static void Joint(HtmlWriter html, ReportIndex index, JointEntry joint)
    {
        html.Write($"<div class=\"joint\" id=\"joint\"><h3>Taken together</h3><p>");
        Badge(html, Verdicts.Of(joint.Verdict), Verdicts.Of(joint.Verdict).Word);
        html.Write($" {joint.Sentence}</p>");
        if (joint.Table.Count > 0)
        {
            html.Write("<details class=\"quiet\"><summary>The combinations under which all hold together</summary><ul>");
            foreach (var row in joint.Table.Take(12))
                html.Write($"<li>{row.Words}</li>");

            html.Write("</ul></details>");
        }

        html.Write("<p class=\"faint\">Claims: ");
        foreach (var id in joint.Claims.Where(id => index.Report.Claims.Any(c => c.Id == id)))
            html.Write($"<a href=\"#{id}\"><bdi>{Excerpts.Of(index.Report.Claims.First(c => c.Id == id).Sentence, MostJoint)}</bdi></a> ");

        html.Write("</p></div>\n");
    }

    // The cards beyond the first few are a line each until they are opened, on screen and on paper.
    private static void Found(HtmlWriter html, ReportIndex index, RouteCards cards, Cause cause, bool open)
    {
        if (open)
        {
            Card(html, index, cards, cause);
            return;
        }

        var look = Verdicts.Of(cause.Standing);
        html.Write(
            $"<details class=\"line\"><summary><span class=\"sym v-{look.Style}\" aria-hidden=\"true\">{look.Symbol}</span> <bdi>{CauseWords.Title(index, cause)}</bdi> <span class=\"faint\">{cause.First.Heading}</span></summary>\n"
        );
        Card(html, index, cards, cause);
        html.Write("</details>\n");
    }

    private static void Card(HtmlWriter html, ReportIndex index, RouteCards cards, Cause cause)
    {
        var look = Verdicts.Of(cause.Standing);
        html.Write(
            $"<article class=\"card b-{look.Style}\" id=\"{cause.Id}\" aria-labelledby=\"{cause.Id}-h\"><h3 id=\"{cause.Id}-h\"><bdi>{CauseWords.Title(index, cause)}</bdi></h3>\n"
        );
        if (cause.Claims.Count == 1)
        {
            ClaimBody.Write(html, index, cards, cause.First);
            html.Write("</article>\n");
            return;
        }

        html.Write("<p class=\"badges\">");
        Badge(html, look, look.Word);
        html.Write(
            $"</p>\n<p>One cause, {cause.Claims.Count} claims: what settles it settles them all.{(cause.First.Ask.Count > 0 ? $" Settle it: {cause.First.Ask[0]}" : "")}</p>\n"
        );
        foreach (var (i, claim) in cause.Claims.Index())
            Line(html, index, cards, claim, i == 0);

        html.Write("</article>\n");
    }

    private static void Line(HtmlWriter html, ReportIndex index, RouteCards cards, ClaimEntry claim, bool open)
    {
        var look = Verdicts.Of(claim);
        var state = open ? " open" : "";
        html.Write(
            $"<details class=\"line\" id=\"{claim.Id}\"{state}><summary><span class=\"sym v-{look.Style}\" aria-hidden=\"true\">{look.Symbol}</span> <bdi>{claim.Sentence}</bdi> <span class=\"faint\">{CauseWords.Gaps(claim)}</span></summary>\n<div class=\"body\">"
        );
        ClaimBody.Write(html, index, cards, claim);
        html.Write("</div></details>\n");
    }

    private static void Holding(HtmlWriter html, ReportIndex index, RouteCards cards)
    {
        var holding = index.Digest.Holding;
        if (holding.Count == 0)
            return;

        html.Write($"<h3 id=\"holds\">Holds whatever the clocks: {Verdicts.Count(holding.Count, "claim")}</h3>\n");
        html.Write("<div class=\"lines\">");
        Folds.Write(html, holding, 12, "claim that holds", "claims that hold", claim => Line(html, index, cards, claim, false));
        html.Write("</div>\n");
    }
}
