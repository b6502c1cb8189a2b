using System.Globalization;
using Assay.Html;
using Assay.Wording;

namespace Assay.Dossier;

/// <summary>The drawn chronology, the switch of readings, and the same in a table.</summary>
internal static class ChronologySection
{
    private const int MostDrawn = 24;
    private static readonly double[] Steps =
    [
        15,
        30,
        60,
        120,
        180,
        360,
        720,
        1440,
        2880,
        7 * 1440,
        14 * 1440,
        30 * 1440,
        91 * 1440,
        365 * 1440,
    ];

    /// <summary>Writes the section; nothing where no event is dated.</summary>
    public static void Write(HtmlWriter html, ReportIndex index, IReadOnlyList<Panel> panels)
    {
        html.Write("<section id=\"chronology\" aria-labelledby=\"chronology-h\"><h2 id=\"chronology-h\">Chronology</h2>\n");
        if (index.Report.Events.Count == 0)
        {
            html.Write("<p class=\"none\">The text dates no event.</p></section>\n");
            return;
        }

        if (panels.Count > 0)
        {
            html.Write(
                "<p class=\"lead\">Each bar is the whole extent an event may have, in UTC. The pale band spans all admissible readings, each outline is one reading, and the solid mark is the position on home clocks (each voice on the clock of its own seat).</p>\n"
            );
            Switch(html, index);
            html.Write(
                "<ul class=\"key\" aria-label=\"Key to the drawing\"><li><span class=\"k k-all\"></span>all readings</li><li><span class=\"k k-one\"></span>one reading</li><li><span class=\"k k-home\"></span><span id=\"key-mode\">home clocks</span></li><li><span class=\"k k-open\">⇤</span>open end</li></ul>\n"
            );
        }

        foreach (var panel in panels)
            Draw(html, index, panel, panels.Sum(p => p.Rows.Count) > MostDrawn);

        Weak(html, index);
        EventTable.Write(html, index);
        html.Write("</section>\n");
    }

    private static void Weak(HtmlWriter html, ReportIndex index)
    {
        if (index.Digest.Weak.Count == 0)
            return;

        html.Write(
            "<h3 id=\"reversed\">Weak joints of the order told</h3>\n<p class=\"faint\">Nobody claims these orders in so many words; they are how the clocks stand on the page.</p>\n"
        );
        Folds.Write(
            html,
            index.Digest.Weak,
            6,
            "group of clocks",
            "groups of clocks",
            weak =>
            {
                html.Write(
                    $"<div class=\"item\"><p><span class=\"sym v-depends\" aria-hidden=\"true\">±</span> {weak.Sentence(index)}</p>"
                );
                Folds.Write(
                    html,
                    weak.Orders,
                    4,
                    "order",
                    "orders",
                    o => html.Write($"<p class=\"order\"><bdi>{WeakOrder.Words(index, o)}</bdi></p>")
                );
                html.Write("</div>\n");
            }
        );
    }

    private static void Switch(HtmlWriter html, ReportIndex index)
    {
        html.Write("<fieldset class=\"switch\" id=\"switch\" hidden><legend>Read all clocks as</legend>\n");
        html.Write("<label><input type=\"radio\" name=\"mode\" value=\"home\" checked> home clocks</label>\n");
        foreach (var global in index.Report.Globals)
        {
            html.Write(
                $"<label title=\"{global.Reason}\"><input type=\"radio\" name=\"mode\" value=\"zone:{global.Zone}\"> {global.Name}</label>\n"
            );
        }

        html.Write("<label><input type=\"radio\" name=\"mode\" value=\"all\"> all readings</label>\n");
        html.Write("<p id=\"mode-said\" role=\"status\" aria-live=\"polite\"></p></fieldset>\n");
    }

    private static void Draw(HtmlWriter html, ReportIndex index, Panel panel, bool isLong)
    {
        var axis = panel.Axis;
        var ticks = axis.Ticks(Steps, 8);
        html.Write(
            $"<div class=\"chart\" role=\"group\" aria-label=\"Chronology drawn from {Day(axis.From)} to {Day(axis.Until)}; the table below holds the same\">\n"
        );
        AxisRow(html, axis, ticks);
        foreach (var run in Runs(panel.Rows, row => isLong && !index.Digest.IsCited(row.Event.Id)))
            Run(html, axis, ticks, run);

        html.Write("</div>\n");
    }

    // In a long chronology what no finding refers to is folded, run by run, so that the order stays.
    private static IEnumerable<(bool Folded, List<Extent> Rows)> Runs(IEnumerable<Extent> rows, Func<Extent, bool> folds)
    {
        var run = (Folded: false, Rows: new List<Extent>());
        foreach (var row in rows)
        {
            if (run.Rows.Count > 0 && folds(row) != run.Folded)
            {
                yield return run;
                run.Rows = [];
            }

            run.Folded = folds(row);
            run.Rows.Add(row);
        }

        yield return run;
    }

    private static void Run(HtmlWriter html, Axis axis, IReadOnlyList<double> ticks, (bool Folded, List<Extent> Rows) run)
    {
        if (run.Folded)
            html.Write($"<details class=\"run\"><summary>{Verdicts.Count(run.Rows.Count, "event")}, from {When(run.Rows[0])}</summary>\n");

        foreach (var row in run.Rows)
        {
            html.Write(
                $"<div class=\"row\"><p class=\"row-label\"><a href=\"#{row.Event.Id}\">{row.Event.Label}</a> <span class=\"when\">{When(row)}</span></p>"
            );
            html.Write($"<svg class=\"lane\" width=\"100%\" height=\"26\" role=\"img\" aria-label=\"{row.Event.Label}: {When(row)}\">");
            Grid(html, axis, ticks, 26);
            Bar(html, axis, row);
            html.Write("</svg></div>\n");
        }

        if (run.Folded)
            html.Write("</details>\n");
    }

    private static void AxisRow(HtmlWriter html, Axis axis, IReadOnlyList<double> ticks)
    {
        html.Write(
            "<div class=\"row axis\" aria-hidden=\"true\"><p class=\"row-label\">UTC</p><svg class=\"lane\" width=\"100%\" height=\"34\">"
        );
        var spread = ticks.Count > 1 && ticks[1] - ticks[0] >= 1440;
        var (day, lastDay) = ("", -100.0);
        for (var i = 0; i < ticks.Count; i++)
        {
            var (x, at) = (axis.At(ticks[i]), DateTimeOffset.UnixEpoch.AddMinutes(ticks[i]));
            var anchor =
                x > 90 ? "end"
                : x < 6 ? "start"
                : "middle";
            var today = at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (today != day)
            {
                // On a narrow page dates closer than this would run into each other.
                html.Write(
                    $"<text x=\"{Axis.Percentage(x)}\" y=\"12\" text-anchor=\"{anchor}\" class=\"day{(x - lastDay < 34 ? " minor" : "")}\">{today}</text>"
                );
                (day, lastDay) = (today, x - lastDay < 34 ? lastDay : x);
            }

            if (!spread)
            {
                html.Write(
                    $"<text x=\"{Axis.Percentage(x)}\" y=\"27\" text-anchor=\"{anchor}\" class=\"{(i % 2 == 1 ? "minor" : "major")}\">{at.ToString("HH:mm", CultureInfo.InvariantCulture)}</text>"
                );
            }
        }

        html.Write("</svg></div>\n");
    }

    /// <summary>Thin lines at the marked values.</summary>
    public static void Grid(HtmlWriter html, Axis axis, IReadOnlyList<double> ticks, int height)
    {
        foreach (var tick in ticks)
        {
            var x = axis.Percent(tick);
            html.Write($"<line class=\"grid\" x1=\"{x}\" x2=\"{x}\" y1=\"0\" y2=\"{height}\"/>");
        }
    }

    private static void Bar(HtmlWriter html, Axis axis, Extent row)
    {
        var (from, until) = (row.From ?? axis.From, row.Until ?? axis.Until);
        html.Write(
            $"<rect class=\"all{(row.From is null || row.Until is null ? " open" : "")}\" x=\"{axis.Percent(from)}\" width=\"{axis.Width(from, until)}\" y=\"8\" height=\"10\" rx=\"2\"/>"
        );
        foreach (var (a, b, words) in row.Readings)
        {
            html.Write(
                $"<rect class=\"one\" x=\"{axis.Percent(a)}\" width=\"{axis.Width(a, b)}\" y=\"6\" height=\"14\" rx=\"2\"><title>{words}</title></rect>"
            );
        }

        if (row.From is null)
            html.Write("<text class=\"arrow\" x=\"0\" y=\"18\">⇤</text>");

        if (row.Until is null)
            html.Write("<text class=\"arrow\" x=\"100%\" y=\"18\" text-anchor=\"end\">⇥</text>");

        if (row.HomeFrom is not null || row.HomeUntil is not null)
        {
            var (a, b) = (row.HomeFrom ?? axis.From, row.HomeUntil ?? axis.Until);
            var open = row.HomeFrom is null || row.HomeUntil is null ? " wide" : "";
            html.Write(
                $"<rect class=\"home{open}\" data-event=\"{row.Event.Id}\" x=\"{axis.Percent(a)}\" width=\"{axis.Width(a, b)}\" y=\"4\" height=\"18\" rx=\"2\"/>"
            );
        }
    }

    private static string When(Extent row) =>
        row.HomeFrom is null && row.HomeUntil is null
            ? Moments.UtcRange(row.Event.Time.Earliest, row.Event.Time.Latest)
            : Moments.UtcRange(row.Event.Time.HomeEarliest, row.Event.Time.HomeLatest);

    private static string Day(double minute) =>
        DateTimeOffset.UnixEpoch.AddMinutes(minute).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";
}
