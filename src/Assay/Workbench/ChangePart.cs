using Assay.Cases.Casework;
using Assay.Cases.Report;
using Assay.Html;
using Assay.Wording;

namespace Assay.Workbench;

/// <summary>What is told of a decision.</summary>
/// <param name="Did">The decision, with what it changed.</param>
/// <param name="Since">The first entry of several decisions made together; null where it was one.</param>
/// <param name="Known">Whether it is known what it changed.</param>
internal sealed record ToldChange(DecideReply Did, long? Since, Knowledge Known)
{
    /// <summary>The first entry of those that were tested together; null where each is tested by itself.</summary>
    public long? Tested { get; init; }
}

/// <summary>Whether it is known what a decision changed.</summary>
internal enum Knowledge
{
    /// <summary>It is.</summary>
    Told,

    /// <summary>Not yet: the case is being tested again.</summary>
    NotYet,

    /// <summary>No longer: too much was decided since.</summary>
    NoLonger,
}

/// <summary>What a decision changed: the verdicts, old beside new.</summary>
internal static class ChangePart
{
    /// <summary>Writes it.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="told">What is told.</param>
    public static void Write(HtmlWriter html, ToldChange told)
    {
        var (did, since) = (told.Did, told.Since);
        var style = did.Changed.Count == 0 ? "did" : "did changed";
        html.Write($"<div id=\"change\" class=\"{style}\" role=\"status\"><p>You {EntryWords.Did(did.Entry)}");
        if (since is { } first && first < did.Entry.Sequence)
            html.Write($", and {did.Entry.Sequence - first} others with it");
        html.Write(
            $" <span class=\"faint\">(entry {did.Entry.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture)})</span>. "
        );
        html.Write($"{Count(told)}</p>\n");
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

    private static string Count(ToldChange told)
    {
        if (told.Known == Knowledge.NotYet)
            return "The verdicts are being tested again.";
        if (told.Known == Knowledge.NoLonger)
            return "What it changed is no longer kept; the verdicts show it.";
        var count = told.Did.Changed.Count;
        var together =
            told.Tested is { } first && first < told.Did.Entry.Sequence
                ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $", tested together since entry {first}")
                : "";
        return count == 0 ? $"No verdict changed{together}." : $"{Verdicts.Count(count, "verdict")} changed{together}:";
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
