using Assay.Cases.Report;
using Assay.Cases.Wording;
using Assay.Html;
using Assay.Wording;

namespace Assay.Dossier;

/// <summary>Events that voices or sources time differently: who says what, each with its words and the zones its clock may be in.</summary>
internal static class DisagreementCards
{
    /// <summary>The id of the card of the nth disagreement, counted from one.</summary>
    public static string Id(int n) => $"differs-{n}";

    /// <summary>Writes the cards; nothing where voices agree.</summary>
    public static void Write(HtmlWriter html, ReportIndex index) =>
        Folds.Write(
            html,
            [.. index.Report.Disagreements.Index()],
            Digest.MostCards,
            "event timed differently",
            "events timed differently",
            d => Card(html, index, d.Item, Id(d.Index + 1))
        );

    private static void Card(HtmlWriter html, ReportIndex index, DisagreementEntry d, string id)
    {
        var look = Verdicts.Of(d);
        html.Write(
            $"<article class=\"card b-{look.Style}\" id=\"{id}\" aria-labelledby=\"{id}-h\"><h3 id=\"{id}-h\"><bdi>{d.Sentence}</bdi></h3>\n<p class=\"badges\">"
        );
        VerdictSection.Badge(html, look, "Timed differently");
        html.Write($" <span class=\"v-{look.Style}\">{Excerpts.Sentence(look.Word)}</span></p>\n");
        if (d.GapMin is not null || d.GapMax is not null)
            html.Write($"<p>Between the first and the last: {Spans.SignedRange(d.GapMin, d.GapMax)} over all readings.</p>\n");

        if (index.Event(d.Event)?.Told is { } told)
            html.Write($"<p class=\"faint\"><bdi>{told.Sentence}</bdi></p>\n");

        html.Write("<div class=\"sides-by\">");
        foreach (var clock in d.Clocks.Select(index.Clock).OfType<ClockEntry>())
        {
            html.Write(
                $"<div><p class=\"figure\">{Moments.Local(clock.Local)}</p><p class=\"faint\">{VoiceNames.Of(clock.Voice)}, source {index.Short(clock.Quote.Source)}; {string.Join(" or ", clock.Zones.Select(z => z.Name))}</p>"
            );
            QuoteLinks.Block(html, index, clock.Quote, clock.Id);
            html.Write("</div>");
        }

        html.Write($"</div><p class=\"faint\">Event: <a href=\"#{d.Event}\"><bdi>{index.Label(d.Event)}</bdi></a></p></article>\n");
    }
}
