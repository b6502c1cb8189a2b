using Assay.Cases.Report;
using Assay.Html;
using Assay.Wording;

namespace Assay.Dossier;

/// <summary>What was not tested or not settled: a question each, what may be meant, and the claims that wait for it.</summary>
internal static class OpenClaims
{
    /// <summary>Writes the list; nothing where every claim was tested.</summary>
    public static void Write(HtmlWriter html, ReportIndex index, RouteCards cards)
    {
        var open = index.Digest.Open;
        if (open.Count == 0)
            return;

        html.Write(
            $"<h3 id=\"not-tested\">Not tested: {Verdicts.Count(open.Sum(c => c.Claims.Count), "claim")}</h3>\n<p class=\"faint\">Unknown is not wrong: nothing is said for or against these.</p>\n<div class=\"untested\">\n"
        );
        Folds.Write(html, open, 8, "such question", "such questions", cause => Question(html, index, cards, cause));
        html.Write("</div>\n");
    }

    private static void Question(HtmlWriter html, ReportIndex index, RouteCards cards, Cause cause)
    {
        var look = Verdicts.Of(cause.First);
        html.Write(
            $"<div class=\"q\"><p><span class=\"sym v-{look.Style}\" aria-hidden=\"true\">{look.Symbol}</span> {Verdicts.WhyOpen(cause.First)} <span class=\"faint\">{look.Word}</span></p>"
        );
        var candidates = CauseWords.Candidates(cause);
        if (candidates.Count > 0)
            html.Write($"<p class=\"may\">It may be <bdi>{CauseWords.Or(candidates)}</bdi>.</p>");

        Folds.Write(html, cause.Claims, 5, "claim", "claims", claim => Claim(html, index, cards, claim));
        html.Write("</div>\n");
    }

    private static void Claim(HtmlWriter html, ReportIndex index, RouteCards cards, ClaimEntry claim)
    {
        html.Write(
            $"<p class=\"waits\" id=\"{claim.Id}\"><bdi>{claim.Sentence}</bdi> <span class=\"faint\">({Verdicts.Chain(claim.Voice)}){(claim.Ask.Count > 0 ? $" {claim.Ask[0]}" : "")}</span>"
        );
        QuoteLinks.Write(html, index, claim.Quote, claim.Id);
        html.Write("</p>\n");
        cards.Write(html, claim.Id);
    }
}
