using Assay.Cases.Casework;
using Assay.Ground.Outcomes;
using Assay.Html;
using Assay.Wording;

namespace Assay.Workbench;

/// <summary>Looks for words in all sources of a case.</summary>
internal static class SearchPage
{
    /// <summary>Writes what is inside <c>main</c>.</summary>
    public static void Write(HtmlWriter html, Seat seat, string words, Result<SearchReply> found)
    {
        html.Write(
            $"<h1>Search</h1>\n<form method=\"get\" action=\"{seat.Root}/search\" role=\"search\"><label for=\"q\">Words that stand in one paragraph; a phrase in quotation marks</label><input id=\"q\" name=\"q\" type=\"search\" maxlength=\"{SearchRequest.MostLetters}\" value=\"{words}\"><p><button class=\"main\">Search</button></p></form>\n"
        );
        if (string.IsNullOrWhiteSpace(words))
            return;
        if (!found.Succeeded)
        {
            html.Write($"<p class=\"refused\" role=\"alert\">{found.Error.ToString()}</p>\n");
            return;
        }

        var reply = found.Value;
        var shown = reply.Found.Count < reply.Total ? $", of which these {reply.Found.Count} are shown" : "";
        html.Write(
            $"<p role=\"status\">{Verdicts.Count(reply.Total, "paragraph has", "paragraphs have")} these words, in {Verdicts.Count(reply.Sources, "source")}{shown}.</p>\n<ol class=\"queue\">"
        );
        foreach (var hit in reply.Found)
        {
            var item = hit.Item is { } id ? $"?show=all&item={Uri.EscapeDataString(id)}" : "";
            html.Write(
                $"<li><a href=\"{seat.Root}/sources/{Uri.EscapeDataString(hit.Source)}{item}\"><small><bdi>{hit.File}</bdi></small> <bdi>{hit.Before}<mark>{hit.Words}</mark>{hit.After}</bdi></a></li>\n"
            );
        }

        html.Write("</ol>\n");
    }
}
