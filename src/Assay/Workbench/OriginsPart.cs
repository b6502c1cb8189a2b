using System.Globalization;
using System.Text.Json;
using Assay.Cases.Accounts;
using Assay.Cases.Casework;
using Assay.Cases.Report;
using Assay.Html;
using Assay.Wording;

namespace Assay.Workbench;

/// <summary>The sources of a case that look like one origin, with what can be decided about each pair.</summary>
internal static class OriginsPart
{
    private const int Most = 100;

    /// <summary>Writes the part; nothing where every source has an origin of its own.</summary>
    public static void Write(HtmlWriter html, Seat seat)
    {
        var book = DraftBook.Of(seat.Case, (AuditReport?)null);
        var pairs = book.Succeeded ? book.Value.Standing("sameOrigins", int.MaxValue - 1) : [];
        if (pairs.Count == 0)
            return;
        html.Write(
            "<section id=\"origins\" aria-labelledby=\"origins-h\"><h2 id=\"origins-h\">Sources of one origin</h2>\n<p class=\"faint\">Where it is counted how many sources tell something, those of one origin count once. Nothing else is done with them, and a proposal is shown as one until you decide.</p>\n<ul class=\"origins\">"
        );
        foreach (var pair in pairs.OrderBy(p => p.State == ItemState.Open ? 0 : 1).Take(Most))
            Pair(html, seat, pair);
        html.Write("</ul>\n");
        if (pairs.Count > Most)
            html.Write($"<p class=\"faint\">and {Verdicts.Count(pairs.Count - Most, "more pair")}.</p>\n");
        html.Write("</section>\n");
    }

    private static void Pair(HtmlWriter html, Seat seat, DraftEntry pair)
    {
        using var body = JsonDocument.Parse(pair.Body);
        var isConfirmed = pair.State is ItemState.Accepted or ItemState.Edited;
        html.Write($"<li id=\"{pair.Id}\"><p>{Words.Sign(pair.State)} <strong><bdi>{pair.Label}</bdi></strong> ");
        html.Write($"{(isConfirmed ? "have one origin" : "look like one origin")}: <bdi>{Text(body.RootElement)}</bdi>.</p>\n");
        if (seat.MayEdit)
            Form(html, seat, pair, isConfirmed);
        html.Write("</li>\n");
    }

    // Without a source of its own the decision leads back here.
    private static void Form(HtmlWriter html, Seat seat, DraftEntry pair, bool isConfirmed)
    {
        html.Write($"<form class=\"decide\" method=\"post\" action=\"{seat.Root}/decide\">");
        Frame.Key(html, seat.All);
        html.Write(
            $"<input type=\"hidden\" name=\"item\" value=\"{pair.Id}\"><input type=\"hidden\" name=\"version\" value=\"{pair.Version.ToString(CultureInfo.InvariantCulture)}\">"
        );
        if (!isConfirmed)
            html.Write($"<button name=\"does\" value=\"accept\">They have one origin<span class=\"sr\">: {pair.Label}</span></button> ");
        html.Write($"<button name=\"does\" value=\"reject\">They have not<span class=\"sr\">: {pair.Label}</span></button></form>\n");
    }

    private static string Text(JsonElement body) =>
        body.TryGetProperty("reason", out var reason) && reason.GetString() is { Length: > 0 } words ? words : "somebody said so";
}
