using Assay.Cases.Accounts;
using Assay.Cases.Casework;
using Assay.Cases.Report;
using Assay.Html;
using Assay.Wording;

namespace Assay.Workbench;

/// <summary>One case at a glance: what it holds, what the clocks say, what to do next.</summary>
internal static class OverviewPage
{
    /// <summary>Writes what is inside <c>main</c>.</summary>
    public static void Write(HtmlWriter html, Seat seat, CaseSummary shown)
    {
        html.Write($"<h1><bdi>{shown.Title ?? seat.Name}</bdi></h1>\n");
        WorkPages.UnderWay(html, seat);
        Next(html, seat, shown);
        if (shown.Sources.Count > 0)
        {
            var check = CheckCase.Run(seat.Case);
            if (check.Succeeded)
                Said(html, seat, check.Value.Report);
            Sources(html, seat, shown);
        }

        States(html, shown);
        html.Write(
            $"<p class=\"faint\">Made by {shown.By}; {shown.Head.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture)} entries in the journal, whose end was verified when the case was opened. It lies in <code>{shown.Place}</code>.</p>\n"
        );
    }

    private static void Next(HtmlWriter html, Seat seat, CaseSummary shown)
    {
        html.Write("<section class=\"next\" aria-labelledby=\"next-h\"><h2 id=\"next-h\">Next</h2>\n");
        var open = shown.States.GetValueOrDefault(ItemState.Open);
        if (shown.Sources.Count == 0)
        {
            html.Write(
                $"<p class=\"lead\">The case has no source yet. Add an article, a statement, a log: its times, claims and figures are drafted from it.</p><p><a class=\"button\" href=\"{seat.Root}/sources\">Add a source</a></p></section>\n"
            );
            return;
        }

        if (open == 0)
        {
            html.Write(
                $"<p class=\"lead\">Every draft is decided about or looked at. Read the verdicts, then publish.</p><p><a class=\"button\" href=\"{seat.Root}/publish\">Publish the dossier</a></p></section>\n"
            );
            return;
        }

        var first = ListDrafts.Run(seat.Case, new DraftsRequest { States = [ItemState.Open] });
        var needed = first.Succeeded ? first.Value.Entries.Count(e => e.Need != Need.None) : 0;
        var source = shown.Sources.OrderByDescending(s => s.States.GetValueOrDefault(ItemState.Open)).First().Source.Id;
        if (first.Succeeded && first.Value.Entries.FirstOrDefault(e => e.Source is not null) is { } top)
            source = top.Source!;
        html.Write(
            $"<p class=\"lead\">{Verdicts.Count(open, "draft is", "drafts are")} open; {needed} of them need you, because a verdict hangs on them or something is unsure.</p><p><a class=\"button\" href=\"{seat.Root}/sources/{source}\">Decide about drafts</a></p></section>\n"
        );
    }

    private static void Said(HtmlWriter html, Seat seat, AuditReport report)
    {
        html.Write("<section aria-labelledby=\"said-h\"><h2 id=\"said-h\">What the clocks say now</h2>\n");
        if (report.Claims.Count + report.Disagreements.Count == 0)
        {
            html.Write(
                "<p class=\"none\">No claim about the order or the distance of events was found that could be tested.</p></section>\n"
            );
            return;
        }

        html.Write("<ul class=\"tally\">");
        if (report.Disagreements.Count > 0)
            html.Write(
                $"<li><span class=\"sym v-clash\" aria-hidden=\"true\">≠</span> <strong>{report.Disagreements.Count}</strong> timed differently</li>"
            );
        foreach (var group in report.Claims.GroupBy(Verdicts.Standing).OrderBy(g => g.Key))
        {
            var look = Verdicts.Of(group.Key);
            html.Write(
                $"<li><span class=\"sym v-{look.Style}\" aria-hidden=\"true\">{look.Symbol}</span> <strong>{group.Count()}</strong> {look.Word}</li>"
            );
        }

        html.Write($"</ul><p><a href=\"{seat.Root}/verdicts\">The verdicts, with their grounds</a></p></section>\n");
    }

    private static void Sources(HtmlWriter html, Seat seat, CaseSummary shown)
    {
        html.Write("<section aria-labelledby=\"src-h\"><h2 id=\"src-h\">Sources</h2>\n");
        SourcesPage.List(html, seat, shown, isBelow: true);
        html.Write("</section>\n");
    }

    private static void States(HtmlWriter html, CaseSummary shown)
    {
        if (shown.States.Count == 0)
            return;
        html.Write("<section aria-labelledby=\"states-h\"><h2 id=\"states-h\">Drafts</h2><ul class=\"tally\">");
        foreach (var (state, count) in shown.States.OrderBy(s => s.Key))
            html.Write($"<li><span aria-hidden=\"true\">{Words.Sign(state)}</span> <strong>{count}</strong> {Words.State(state)}</li>");
        html.Write("</ul></section>\n");
    }
}
