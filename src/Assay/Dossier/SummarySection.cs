using Assay.Html;
using Assay.Reading.Figures;
using Assay.Wording;

namespace Assay.Dossier;

/// <summary>The top of the page: what was read, and the joints that do not hold by themselves.</summary>
internal static class SummarySection
{
    private const int MostJoints = 8;

    /// <summary>Writes the page's header with the table of contents.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="index">The report.</param>
    /// <param name="title">What the case is about; null where there is no case.</param>
    public static void Header(HtmlWriter html, ReportIndex index, string? title)
    {
        var r = index.Report;
        html.Write($"<header class=\"page\"><p class=\"brand\">Assay · dossier</p><h1><bdi>{Title(index, title)}</bdi></h1>\n");
        foreach (var (i, s) in r.Sources.Take(8).Index())
        {
            var named = i == 0 && string.IsNullOrEmpty(title) ? null : $"“{s.Title ?? s.File}”";
            html.Write(
                $"<p class=\"byline\"><a href=\"#{s.Id}\">{index.Short(s.Id)}</a> <bdi>{string.Join(" · ", new[] { named, string.Join(", ", s.Authors), s.Site, s.Published?.ToString(), s.Section }.Where(x => !string.IsNullOrEmpty(x)).DefaultIfEmpty(s.File))}</bdi></p>\n"
            );
        }

        if (r.Sources.Count > 8)
            html.Write($"<p class=\"byline\"><a href=\"#sources\">and {r.Sources.Count - 8} more sources</a></p>\n");

        html.Write(
            "</header>\n<nav class=\"toc\" aria-label=\"Contents\"><ul><li><a href=\"#summary\">Summary</a></li><li><a href=\"#verdicts\">Verdicts</a></li><li><a href=\"#chronology\">Chronology</a></li><li><a href=\"#ledger\">Ledger</a></li><li><a href=\"#open\">Questions</a></li><li><a href=\"#who\">Actors, places</a></li><li><a href=\"#sources\">Sources</a></li><li><a href=\"#method\">Method</a></li></ul></nav>\n"
        );
    }

    /// <summary>The title of the page: that of the case, or of the first source where there is no case.</summary>
    public static string Title(ReportIndex index, string? title) =>
        index.Report.Sources switch
        {
            _ when !string.IsNullOrEmpty(title) => title,
            [] => "Nothing could be read",
            [var first, ..] => first.Title ?? first.File,
        };

    /// <summary>Writes the summary.</summary>
    public static void Write(HtmlWriter html, ReportIndex index)
    {
        var r = index.Report;
        html.Write("<section id=\"summary\" aria-labelledby=\"summary-h\"><h2 id=\"summary-h\">Summary</h2>\n");
        html.Write(
            $"<p class=\"lead\">{Verdicts.Count(r.Sources.Count, "source")}, {Verdicts.Count(r.Clocks.Count, "clock time")}, {Verdicts.Count(r.Events.Count, "event")}, {Verdicts.Count(r.Claims.Count, "claim")} that can be tested, {Verdicts.Count(r.Conflicts.Count(c => c.Kind == ConflictKind.Conflict), "conflict")} between figures.</p>\n<ul class=\"tally\" aria-label=\"Verdicts\">"
        );
        if (r.Disagreements.Count > 0)
        {
            html.Write(
                $"<li class=\"b-clash\"><span class=\"sym v-clash\" aria-hidden=\"true\">≠</span> <strong>{r.Disagreements.Count}</strong> timed differently</li>"
            );
        }

        foreach (var group in r.Claims.GroupBy(Verdicts.Standing).OrderBy(g => g.Key))
        {
            var look = Verdicts.Of(group.Key);
            html.Write(
                $"<li class=\"b-{look.Style}\"><span class=\"sym v-{look.Style}\" aria-hidden=\"true\">{look.Symbol}</span> <strong>{group.Count()}</strong> {look.Word}</li>"
            );
        }

        html.Write("</ul>\n");
        Folds.Write(html, r.Notes, 3, "note", "notes", note => html.Write($"<p class=\"note\">{note}</p>\n"));
        Folds.Write(
            html,
            r.Refused,
            3,
            "file not read",
            "files not read",
            refused => html.Write($"<p class=\"refused\"><strong>{refused.File}</strong> {Refusals.Fate(refused)} {refused.Message}</p>\n")
        );
        Joints(html, index);
        html.Write("</section>\n");
    }

    private static void Joints(HtmlWriter html, ReportIndex index)
    {
        var (digest, differs) = (index.Digest, index.Report.Disagreements);
        if (differs.Count + digest.Found.Count == 0)
        {
            html.Write($"<p>{Nothing(index)}</p>\n");
            return;
        }

        html.Write("<ol class=\"joints\">\n");
        foreach (var (i, d) in differs.Take(MostJoints).Index())
        {
            Joint(
                html,
                Verdicts.Of(d),
                DisagreementCards.Id(i + 1),
                d.Sentence,
                "Timed differently",
                Excerpts.Sentence(Verdicts.Of(d).Word)
            );
        }

        var room = Math.Max(MostJoints / 2, MostJoints - differs.Count);
        foreach (var cause in digest.Found.Take(room))
        {
            Joint(
                html,
                Verdicts.Of(cause.Standing),
                cause.Id,
                CauseWords.Title(index, cause),
                cause.First.Heading,
                cause.First.Findings.Count > 0 ? cause.First.Findings[0] : ""
            );
        }

        html.Write("</ol>\n");
        var more = Math.Max(0, differs.Count - MostJoints) + Math.Max(0, digest.Found.Count - room);
        if (more > 0)
            html.Write($"<p><a href=\"#verdicts\">and {Verdicts.Count(more, "more card")} below</a></p>\n");
    }

    private static string Nothing(ReportIndex index) =>
        index.Digest switch
        {
            { Holding.Count: > 0, Open.Count: 0 } => "Every claim tested holds whatever the clocks.",
            { Holding.Count: > 0 } =>
                "Every claim tested holds whatever the clocks; for the others it is unsure what they refer to. Unknown is not wrong.",
            { Open.Count: > 0 } => "No claim could be tested. Unknown is not wrong.",
            _ => "There was no claim about time to test.",
        };

    private static void Joint(HtmlWriter html, VerdictLook look, string id, string title, string heading, string words) =>
        html.Write(
            $"<li><span class=\"sym v-{look.Style}\" aria-hidden=\"true\">{look.Symbol}</span><div><a href=\"#{id}\"><bdi>{title}</bdi></a><p><strong>{heading}.</strong> {words}</p></div></li>\n"
        );
}
