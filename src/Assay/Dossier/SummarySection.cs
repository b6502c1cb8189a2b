using Assay.Wording;

namespace Assay.Dossier;

/// <summary>The top of the page: what was read, and the joints that do not hold by themselves.</summary>
internal static class SummarySection
{
    /// <summary>Writes the page's header with the table of contents.</summary>
    public static void Header(HtmlWriter html, ReportIndex index)
    {
        var r = index.Report;
        html.Write($"<header class=\"page\"><p class=\"brand\">Assay · dossier</p><h1><bdi>{Title(index)}</bdi></h1>\n");
        foreach (var (i, s) in r.Sources.Take(8).Index())
        {
            var title = i == 0 ? null : $"“{s.Title ?? s.File}”";
            html.Write($"<p class=\"byline\"><a href=\"#{s.Id}\">{s.Id}</a> <bdi>{string.Join(" · ", new[] { title, string.Join(", ", s.Authors), s.Site, s.Published, s.Section }.Where(x => !string.IsNullOrEmpty(x)).DefaultIfEmpty(s.File))}</bdi></p>\n");
        }

        if (r.Sources.Count > 8)
        {
            html.Write($"<p class=\"byline\"><a href=\"#sources\">and {r.Sources.Count - 8} more sources</a></p>\n");
        }

        html.Write("</header>\n<nav class=\"toc\" aria-label=\"Contents\"><ul><li><a href=\"#summary\">Summary</a></li><li><a href=\"#chronology\">Chronology</a></li><li><a href=\"#verdicts\">Verdicts</a></li><li><a href=\"#ledger\">Ledger</a></li><li><a href=\"#open\">Questions</a></li><li><a href=\"#who\">Actors, places</a></li><li><a href=\"#sources\">Sources</a></li><li><a href=\"#method\">Method</a></li></ul></nav>\n");
    }

    /// <summary>The title of the page.</summary>
    public static string Title(ReportIndex index) => index.Report.Sources switch
    {
        [] => "Nothing could be read",
        [var first, ..] => first.Title ?? first.File,
    };

    /// <summary>Writes the summary.</summary>
    public static void Write(HtmlWriter html, ReportIndex index)
    {
        var r = index.Report;
        html.Write("<section id=\"summary\" aria-labelledby=\"summary-h\"><h2 id=\"summary-h\">Summary</h2>\n");
        html.Write($"<p class=\"lead\">{Verdicts.Count(r.Sources.Count, "source")}, {Verdicts.Count(r.Clocks.Count, "clock time")}, {Verdicts.Count(r.Events.Count, "event")}, {Verdicts.Count(r.Claims.Count, "claim")} about their order or distance, {Verdicts.Count(r.Conflicts.Count(c => c.Kind == "conflict"), "conflict")} between figures.</p>\n<ul class=\"tally\" aria-label=\"Verdicts\">");
        foreach (var group in r.Claims.GroupBy(c => c.Verdict).OrderBy(g => Verdicts.Order.ToList().IndexOf(g.Key)))
        {
            var look = Verdicts.Of(group.Key);
            html.Write($"<li class=\"b-{look.Style}\"><span class=\"sym v-{look.Style}\" aria-hidden=\"true\">{look.Symbol}</span> <strong>{group.Count()}</strong> {look.Word}</li>");
        }

        html.Write("</ul>\n");
        foreach (var note in r.Notes)
        {
            html.Write($"<p class=\"note\">{note}</p>\n");
        }

        foreach (var refused in r.Refused)
        {
            html.Write($"<p class=\"refused\"><strong>{refused.File}</strong> was not read. {refused.Message}</p>\n");
        }

        Joints(html, index);
        html.Write("</section>\n");
    }

    private static void Joints(HtmlWriter html, ReportIndex index)
    {
        var weak = Verdicts.Ranked(index.Report.Claims).Where(c => c.Verdict != "always" && !Verdicts.IsUntested(c)).ToList();
        var untested = index.Report.Claims.Count(Verdicts.IsUntested);
        if (untested > 0)
        {
            html.Write($"<p>{Verdicts.Count(untested, "claim")} could not be tested, since no clock in the account times one of its events. Unknown is not wrong.</p>\n");
        }

        if (weak.Count == 0 && untested > 0)
        {
            return;
        }

        if (weak.Count == 0)
        {
            html.Write($"<p>{(index.Report.Claims.Count == 0 ? "There was no claim about time to test." : "Every claim tested holds whatever the clocks.")}</p>\n");
            return;
        }

        html.Write("<ol class=\"joints\">\n");
        foreach (var claim in weak)
        {
            var look = Verdicts.Of(claim.Verdict);
            html.Write($"<li><span class=\"sym v-{look.Style}\" aria-hidden=\"true\">{look.Symbol}</span><div><a href=\"#{claim.Id}\"><bdi>{claim.Sentence}</bdi></a><p><strong>{claim.Heading}.</strong> {(claim.Findings.Count > 0 ? claim.Findings[0] : "")}</p></div></li>\n");
        }

        html.Write("</ol>\n");
    }
}
