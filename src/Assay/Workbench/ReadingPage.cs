using System.Globalization;
using System.Text;
using Assay.Cases.Casework;
using Assay.Cases.Report;
using Assay.Dossier;
using Assay.Html;
using Assay.Wording;

namespace Assay.Workbench;

/// <summary>What the reading view is asked to show.</summary>
/// <param name="Source">Id of the source.</param>
/// <param name="Show">The filter of drafts.</param>
/// <param name="Item">The draft in hand, or null for the first open one.</param>
/// <param name="Did">What the last decision changed, or null.</param>
/// <param name="Wrong">Why the last one was not done, or null.</param>
/// <param name="DeskOnly">True where the page already shows the text.</param>
internal sealed record ReadingRequest(string Source, string Show, string? Item, DecideReply? Did, string? Wrong, bool DeskOnly)
{
    /// <summary>The first entry of several decisions made together, of which <see cref="Did"/> tells the last; null where it was
    /// one.</summary>
    public long? Since { get; init; }

    /// <summary>True where the verdicts know of every decision; false where the case is being tested again.</summary>
    public bool IsCurrent { get; init; } = true;

    /// <summary>What the last decision changed, as far as it is known; null where there was none.</summary>
    public ToldChange? Told { get; init; }
}

/// <summary>The reading view: the text with its marks, and beside it the draft in hand.</summary>
internal static class ReadingPage
{
    /// <summary>Writes what is inside <c>main</c>.</summary>
    public static void Write(HtmlWriter html, Seat seat, ReportIndex index, Queue queue, ReadingRequest request)
    {
        var source = index.Source(request.Source);
        var title = source?.Title ?? source?.File.Split('/', '\\')[^1] ?? request.Source;
        html.Write($"<h1 class=\"small\"><bdi>{title}</bdi></h1>\n");
        if (!request.DeskOnly && source is not null)
            StampPart(html, source);
        html.Write("<div class=\"reading\">\n");
        var again = request.IsCurrent ? null : Again(seat, queue, request);
        html.Write("<section id=\"desk\" aria-label=\"Drafts\"");
        if (again is not null)
            html.Write($" data-again=\"{again}\"");
        html.Write(">\n");
        if (again is not null)
            html.Write(
                $"<p id=\"stale\" class=\"note\" role=\"status\">The verdicts here are from before the last decisions; they are being tested again. <a href=\"{again}\">Look again</a></p>\n"
            );
        new DeskPart(html, seat, queue, request).Write(index);
        html.Write("</section>\n");
        if (!request.DeskOnly)
        {
            html.Write("<section id=\"words\" aria-label=\"The text\" tabindex=\"0\">\n");
            if (source is null)
                html.Write("<p class=\"refused\">The text of this source cannot be shown: it was not read, or no longer can be.</p>\n");
            else
                Elsewhere.Write(html, seat.Root, text => SourceText.Plain(text, index, source));
            html.Write("</section>\n");
        }

        html.Write("</div>\n");
    }

    // The same view with the same draft in hand, whatever the new verdicts bring to the front.
    private static string Again(Seat seat, Queue queue, ReadingRequest request)
    {
        var view = new StringBuilder($"{seat.Root}/sources/{Uri.EscapeDataString(request.Source)}?show={queue.Show}");
        if (queue.InHand is { } item)
            view.Append("&item=").Append(Uri.EscapeDataString(item.Id));
        if (request.Did is { } did)
            view.Append(CultureInfo.InvariantCulture, $"&did={did.Entry.Sequence}");
        if (request.Since is { } since)
            view.Append(CultureInfo.InvariantCulture, $"&since={since}");
        return view.ToString();
    }

    // Above the text, whose words scroll: a word of each, and all of it behind that.
    private static void StampPart(HtmlWriter html, SourceEntry source)
    {
        html.Write("<div class=\"stamps\">");
        foreach (var stamp in source.Stamps ?? [])
            html.Write($"<details><summary><bdi>{Stamps.Short(stamp)}</bdi></summary><p><bdi>{Stamps.Of(stamp)}</bdi></p></details>");
        if (source.Stamps is not { Count: > 0 })
            html.Write($"<p class=\"faint\">{Assay.Cases.Wording.StampWords.None}</p>");
        html.Write("</div>\n");
    }
}
