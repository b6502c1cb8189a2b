using System.Globalization;
using Assay.Cases.Accounts;
using Assay.Cases.Casework;
using Assay.Cases.Store;
using Assay.Ground.Outcomes;
using Assay.Html;
using Assay.Wording;

namespace Assay.Workbench;

/// <summary>The sources of a case, and the ways to add one.</summary>
internal static class SourcesPage
{
    /// <summary>Writes what is inside <c>main</c>.</summary>
    public static void Write(HtmlWriter html, Seat seat, CaseSummary shown, IEnumerable<string> told)
    {
        html.Write("<h1>Sources</h1>\n");
        Frame.Tell(html, told);
        WorkPages.UnderWay(html, seat);
        if (shown.Sources.Count == 0)
            html.Write("<p class=\"lead none\">There is no source yet.</p>\n");
        List(html, seat, shown, isBelow: false);
        OriginsPart.Write(html, seat);
        if (shown.Sources.Count > 0 && seat.MayEdit)
            Again(html, seat);
        html.Write("<div class=\"two\">\n");
        Upload(html, seat);
        Paste(html, seat);
        html.Write(
            "</div>\n<p class=\"faint\">The bytes are kept as they come, under their SHA-256. A time stamp (RFC 3161) given with its file, by its name and .tsr, is kept beside it. Nothing in a source is run or loaded. All sources are read together, since an event told in two of them is one event.</p>\n"
        );
    }

    /// <summary>Writes the list alone.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="seat">The case.</param>
    /// <param name="shown">What it holds.</param>
    /// <param name="isBelow">True where it stands below a heading of its own.</param>
    public static void List(HtmlWriter html, Seat seat, CaseSummary shown, bool isBelow)
    {
        var level = isBelow ? "h3" : "h2";
        html.Write("<ul class=\"tiles\">");
        foreach (var (source, states) in shown.Sources)
        {
            var (all, open) = (states.Values.Sum(), states.GetValueOrDefault(ItemState.Open));
            var name = Name(source);
            html.Write(
                $"<li class=\"tile\"><{level}><a href=\"{seat.Root}/sources/{source.Id}\"><bdi>{name}</bdi></a></{level}><p>{open} of {Verdicts.Count(all, "draft")} open</p><progress max=\"{Math.Max(all, 1)}\" value=\"{all - open}\" aria-label=\"decided of {name}\"></progress><p class=\"faint\">{source.Bytes.ToString("#,0", CultureInfo.InvariantCulture)} bytes · SHA-256 <code>{source.Sha256[..16]}…</code></p>"
            );
            if (source.Origin is { } origin)
                html.Write(
                    $"<p class=\"faint\">lay in <bdi>{origin.File}</bdi> ({origin.Format}), SHA-256 <code>{origin.Sha256[..16]}…</code></p>"
                );
            html.Write("</li>\n");
        }

        html.Write("</ul>\n");
    }

    private static string Name(StoredSource source) =>
        source.Origin is { } origin ? Printable.Of(origin.Entry) : source.File.Split('/', '\\')[^1];

    private static void Again(HtmlWriter html, Seat seat)
    {
        html.Write($"<form class=\"again\" method=\"post\" action=\"{seat.Root}/read\">");
        Frame.Key(html, seat.All);
        html.Write("<button>Read and test again</button></form>\n");
    }

    private static void Upload(HtmlWriter html, Seat seat)
    {
        html.Write(
            $"<form class=\"box\" method=\"post\" enctype=\"multipart/form-data\" action=\"{seat.Root}{Uploads.Path}\"><h2>Add files</h2>"
        );
        Frame.Key(html, seat.All);
        html.Write(
            "<label for=\"files\">Texts, web pages, PDF, Word, mails, mailboxes, web archives, ZIP archives; several at once, or drop them here</label><input id=\"files\" type=\"file\" name=\"files\" multiple><label for=\"folder\">Or a whole folder</label><input id=\"folder\" type=\"file\" name=\"files\" webkitdirectory multiple><label for=\"day-f\">Day of publication, for sources that state none</label><input id=\"day-f\" type=\"date\" name=\"published\"><p><button class=\"main\">Add and read</button></p></form>\n"
        );
    }

    private static void Paste(HtmlWriter html, Seat seat)
    {
        html.Write(
            $"<form class=\"box\" method=\"post\" enctype=\"multipart/form-data\" action=\"{seat.Root}{Uploads.Path}\"><h2>Paste a text</h2>"
        );
        Frame.Key(html, seat.All);
        html.Write(
            "<label for=\"name\">Name</label><input id=\"name\" name=\"name\" required maxlength=\"180\" autocomplete=\"off\"><label for=\"text\">Text</label><textarea id=\"text\" name=\"text\" rows=\"5\" required></textarea><label for=\"day-p\">Day of publication, where the text states none</label><input id=\"day-p\" type=\"date\" name=\"published\"><p><button class=\"main\">Add and read</button></p></form>\n"
        );
    }
}
