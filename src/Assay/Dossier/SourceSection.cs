using System.Globalization;
using Assay.Cases.Report;
using Assay.Cases.Wording;
using Assay.Html;
using Assay.Reading.Time;
using Assay.Wording;

namespace Assay.Dossier;

/// <summary>The sources: what is known of each, its hash, its time expressions, and its text with every quote highlighted.</summary>
internal static class SourceSection
{
    private const int MostOpen = 16_000;

    /// <summary>Writes the section. The texts of a short account stand open; those of a long one are folded.</summary>
    public static void Write(HtmlWriter html, ReportIndex index)
    {
        html.Write("<section id=\"sources\" aria-labelledby=\"sources-h\"><h2 id=\"sources-h\">Sources</h2>\n");
        var open = index.Report.Sources.Sum(s => s.Text.Length) <= MostOpen;
        var isStamped = index.Report.Sources.Any(s => s.Stamps is not null);
        foreach (var refused in index.Report.Refused)
            html.Write($"<p class=\"refused\"><strong>{refused.File}</strong> {Refusals.Fate(refused)} {refused.Message}</p>\n");

        foreach (var source in index.Report.Sources)
        {
            html.Write(
                $"<article class=\"source\" id=\"{source.Id}\" aria-labelledby=\"{source.Id}-h\"><h3 id=\"{source.Id}-h\"><span class=\"faint\">{index.Short(source.Id)}</span> <bdi>{source.Title ?? source.File}</bdi></h3>\n"
            );
            Facts(html, index, source, isStamped);
            html.Write(
                "<p class=\"key\">In the text <span class=\"m m-clock\">clocks and times</span>, <span class=\"m m-claim\">claims</span>, <span class=\"m m-event\">events</span>, <span class=\"m m-figure\">figures</span>, <span class=\"m m-question\">questions and forecasts</span>, <span class=\"m m-name\">names</span> and <span class=\"m m-statement\">statements</span> link to their entries.</p>\n"
            );
            SourceText.Write(html, index, source, open);
            Times(html, index, source);
            html.Write("</article>\n");
        }

        html.Write("</section>\n");
    }

    private static void Facts(HtmlWriter html, ReportIndex index, SourceEntry s, bool isStamped)
    {
        html.Write("<dl class=\"facts\">\n");
        Fact(html, "File", $"{SourcePlaces.Of(s)} ({s.Format}, {s.Bytes.ToString("#,0", CultureInfo.InvariantCulture)} bytes)");
        html.Write($"<dt>SHA-256</dt><dd><code>{s.Sha256}</code></dd>\n");
        Origin(html, s.Origin);
        if (isStamped)
            Stamped(html, s);
        foreach (var words in Origins.Of(index, s.Id))
            Fact(html, "Origin", words);
        Fact(html, "Site", s.Site);
        Fact(html, "Section", s.Section);
        Fact(html, "Published", s.Published?.ToString());
        Fact(html, s.Authors.Count > 1 ? "Authors" : "Author", string.Join(", ", s.Authors));
        Fact(html, "About the author", s.Bio);
        Fact(html, "Disclaimer", s.Disclaimer);
        Fact(html, "Captions", string.Join(" · ", s.Captions));
        Fact(html, "Credits", string.Join(" · ", s.Credits));
        Fact(
            html,
            "Set aside",
            s.Furniture.Count == 0
                ? null
                : $"{Verdicts.Count(s.Furniture.Count, "block")} of furniture, greyed in the text with the reason for each"
        );
        html.Write("</dl>\n");
    }

    private static void Origin(HtmlWriter html, OriginEntry? origin)
    {
        if (origin is null)
            return;
        Fact(html, "The file's SHA-256", origin.FileSha256);
        Fact(html, "Address", origin.Url);
        Fact(html, "Captured", Moment(origin.Captured));
        Fact(html, "File made", Moment(origin.Made));
        Fact(html, "Signature", origin.Signature);
    }

    private static void Stamped(HtmlWriter html, SourceEntry s)
    {
        if (s.Stamps is null)
            Fact(html, "Time stamp", StampWords.None);
        foreach (var stamp in s.Stamps ?? [])
        {
            Fact(html, "Time stamp", Stamps.Of(stamp));
            html.Write($"<dt>The stamp's SHA-256</dt><dd><code>{stamp.Sha256}</code></dd>\n");
        }
    }

    private static string? Moment(MomentEntry? moment) =>
        moment is null ? null : $"{Moments.Told(moment.Value)} ({moment.Reason}; no date of publication)";

    private static void Fact(HtmlWriter html, string term, string? words)
    {
        if (!string.IsNullOrEmpty(words))
            html.Write($"<dt>{term}</dt><dd><bdi>{words}</bdi></dd>\n");
    }

    private static void Times(HtmlWriter html, ReportIndex index, SourceEntry source)
    {
        var times = index.Report.TimeExpressions.Where(t => t.Source == source.Id).ToList();
        if (times.Count == 0)
            return;

        html.Write(
            $"<details class=\"more\"><summary>{Verdicts.Count(times.Count, "time expression")} and how each was read</summary><div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Time expressions of {index.Short(source.Id)}\"><table><thead><tr><th scope=\"col\">Words</th><th scope=\"col\">Type</th><th scope=\"col\">Value</th><th scope=\"col\">EDTF</th><th scope=\"col\">Why</th></tr></thead><tbody>\n"
        );
        foreach (var t in times)
        {
            html.Write($"<tr id=\"{t.Id}\"><th scope=\"row\"><bdi>{t.Text}</bdi>");
            if (t.End > t.Start && index.Shown(t.Source, t.Start))
            {
                html.Write(
                    $" <a class=\"to\" href=\"#{QuoteLinks.Target(t.Id)}\" aria-label=\"{t.Id}: to its words in source {index.Short(t.Source)}\">↓&#160;{index.Short(t.Source)}</a>"
                );
            }

            html.Write(
                $"</th><td>{TimexNames.Of(t.Type)}</td><td>{t.Value.Text}{(t.Mod is { } m ? $" ({m})" : "")}</td><td>{t.Edtf ?? "—"}</td><td>{t.Reason}"
            );
            foreach (var a in t.Alternatives)
                html.Write($"<br>or {a.Value.Text}: {a.Reason}");

            html.Write("</td></tr>\n");
        }

        html.Write("</tbody></table></div></details>\n");
    }
}
