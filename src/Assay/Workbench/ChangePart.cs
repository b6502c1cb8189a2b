using Assay.Cases.Casework;
using Assay.Cases.Report;
using Assay.Html;
using Assay.Wording;

namespace Assay.Workbench;

/// <summary>What a decision changed: the verdicts, old beside new.</summary>
internal static class ChangePart
{
    /// <summary>Writes it.</summary>
    public static void Write(HtmlWriter html, DecideReply did, long? since = null)
    {
        var style = did.Changed.Count == 0 ? "did" : "did changed";
        html.Write($"<div class=\"{style}\" role=\"status\"><p>You {EntryWords.Did(did.Entry)}");
        if (since is { } first && first < did.Entry.Sequence)
            html.Write($", and {did.Entry.Sequence - first} others with it");
        html.Write(
            $" <span class=\"faint\">(entry {did.Entry.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture)})</span>. "
        );
        html.Write(
            $"{(did.Changed.Count == 0 ? "No verdict changed." : Verdicts.Count(did.Changed.Count, "verdict") + " changed:")}</p>\n"
        );
        if (did.Changed.Count > 0)
            html.Write("<ul>");
        foreach (var change in did.Changed)
        {
            html.Write("<li><span class=\"was\">");
            Look(html, change.Before, change.HomeBefore);
            html.Write("</span> <span aria-label=\"is now\">→</span> <span class=\"is\">");
            Look(html, change.After, change.HomeAfter);
            html.Write($"</span> <bdi>{Excerpts.Of(change.Sentence, 160)}</bdi></li>\n");
        }

        if (did.Changed.Count > 0)
            html.Write("</ul>");
        html.Write("</div>\n");
    }

    private static void Look(HtmlWriter html, Outcome? outcome, HomeOutcome? home)
    {
        if (outcome is not { } told)
        {
            html.Write("no claim");
            return;
        }

        var look = Verdicts.Of(told);
        html.Write($"<span class=\"sym v-{look.Style}\" aria-hidden=\"true\">{look.Symbol}</span> {look.Word}");
        if (Verdicts.Home(home) is { } homely)
            html.Write($" ({homely.Word} on home clocks)");
    }
}
