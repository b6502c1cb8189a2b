using Assay.Html;
using Assay.Wording;

namespace Assay.Dossier;

/// <summary>What the verdicts mean, what was taken as given, and what the dossier cannot say.</summary>
internal static class MethodSection
{
    /// <summary>Writes the section.</summary>
    public static void Write(HtmlWriter html, ReportIndex index)
    {
        html.Write("<section id=\"method\" aria-labelledby=\"method-h\"><h2 id=\"method-h\">Method and limits</h2>\n");
        html.Write(
            "<p>Each voice's clock is an unknown time zone with a short list of admissible zones, each with its reason. A <em>reading</em> gives every clock one of its zones. A claim is tested against every reading that fits all statements together, exactly and without sampling; the claim itself is never among its own premises.</p>\n<dl class=\"facts\">\n"
        );
        foreach (var (verdict, meaning) in Verdicts.Meanings)
        {
            var look = Verdicts.Of(verdict);
            html.Write($"<dt><span class=\"sym v-{look.Style}\">{look.Symbol}</span> {Verdicts.Name(verdict)}</dt><dd>{meaning}</dd>\n");
        }

        html.Write("</dl>\n");
        Premises(html, index);
        Meanings(html, index);
        html.Write(
            """
            <h3>Settled points</h3>
            <ul>
            <li>A zone the text states is fixed. A voice whose zone is not stated may be on the clock of its seat (home) or of the place of the event. Statements by one voice share one clock.</li>
            <li>The author may have converted every unstated clock to one zone; that is tested as a reading of its own.</li>
            <li>A country with several zones contributes all of them only where no seat within it is known.</li>
            <li>A local time that a clock change skipped is no reading; one that it repeats means both instants.</li>
            <li>A clock that times a report bounds the event: it happened then or earlier.</li>
            <li>A contradiction taints only the statements connected with it.</li>
            </ul>
            <h3>Limits</h3>
            <ul>
            <li>A share of combinations is a count, not a probability: nothing says that all clocks are equally likely.</li>
            <li>An allegation stays an allegation, a question a question, a forecast a forecast. That a claim holds on the clocks does not make it true.</li>
            <li>Events, voices and figures were read by rules and may be misread; every one of them shows the words it rests on.</li>
            <li>What no source reports is unknown, not absent.</li>
            </ul>

            """
        );
        html.Write(
            $"<p class=\"faint\">Assay {index.Report.Version}, report shape {index.Report.Schema}. The same inputs give the same report.</p></section>\n"
        );
    }

    private static void Premises(HtmlWriter html, ReportIndex index)
    {
        if (index.Report.Relations.Count == 0)
            return;

        var relations = index.Report.Relations;
        Folds.Begin(
            html,
            false,
            $"{Verdicts.Count(relations.Count, "relation")} taken as premises",
            relations.Count,
            relations.Count(r => index.Digest.IsCited(r.Id)),
            "relations"
        );
        html.Write("<ul class=\"premises\">\n");
        foreach (var r in index.Report.Relations)
        {
            html.Write(
                $"<li id=\"{r.Id}\"{(index.Digest.IsCited(r.Id) ? "" : " class=aside")}>“{r.Words}”: from <bdi>{index.Label(r.From)}</bdi> to <bdi>{index.Label(r.To)}</bdi>, {Spans.SignedRange(r.Min, r.Max)}"
            );
            QuoteLinks.Write(html, index, r.Quote, r.Id);
            html.Write("</li>\n");
        }

        html.Write("</ul></details>\n");
    }

    private static void Meanings(HtmlWriter html, ReportIndex index)
    {
        if (index.Report.Meanings.Count == 0)
            return;

        html.Write(
            "<details class=\"more\"><summary>What words of time were taken to mean</summary><table class=\"meanings\"><thead><tr><th scope=\"col\">Words</th><th scope=\"col\">Meaning</th></tr></thead><tbody>\n"
        );
        foreach (var m in index.Report.Meanings)
            html.Write($"<tr><th scope=\"row\">{m.Words}</th><td>{m.Meaning}</td></tr>\n");

        html.Write("</tbody></table></details>\n");
    }
}
