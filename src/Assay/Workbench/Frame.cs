using Assay.Html;

namespace Assay.Workbench;

/// <summary>What the pages have in common: head, name of the case, the way to its other pages.</summary>
internal static class Frame
{
    private static readonly (string Path, string Word)[] Tabs =
    [
        ("", "Overview"),
        ("/sources", "Sources"),
        ("/verdicts", "Verdicts"),
        ("/chronology", "Chronology"),
        ("/ledger", "Ledger"),
        ("/trade", "Trade"),
        ("/search", "Search"),
        ("/runs", "Runs"),
        ("/journal", "Journal"),
        ("/publish", "Publish"),
    ];

    /// <summary>Writes a page.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="title">Its title.</param>
    /// <param name="body">Writes what is inside <c>main</c>.</param>
    /// <param name="nav">Writes what stands above it.</param>
    /// <param name="script">Name of a script of the program that it needs besides the workbench's own; or null.</param>
    /// <param name="charts">True for a page with parts of the trade instrument and their charts.</param>
    /// <param name="refreshes">True for a page that shows something else soon: without scripts it is loaded anew every two
    /// seconds.</param>
    public static void Write(
        HtmlWriter html,
        string title,
        Action<HtmlWriter> body,
        Action<HtmlWriter> nav,
        string? script = null,
        bool charts = false,
        bool refreshes = false
    )
    {
        html.Write(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"/assets/dossier.css\">\n<link rel=\"stylesheet\" href=\"/assets/workbench.css\">\n"
        );
        if (charts)
            html.Write("<link rel=\"stylesheet\" href=\"/assets/trade.css\">\n");
        if (refreshes)
            html.Write("<noscript><meta http-equiv=\"refresh\" content=\"2\"></noscript>\n");
        html.Write(
            $"<title>{title} · Assay</title>\n</head>\n<body class=\"bench\">\n<a class=\"skip\" href=\"#main\">To the content</a>\n"
        );
        nav(html);
        html.Write("<main id=\"main\">\n");
        body(html);
        html.Write("</main>\n<script src=\"/assets/workbench.js\" defer></script>\n");
        if (script is not null)
            html.Write($"<script src=\"/assets/{script}\" defer></script>\n");
        foreach (var file in charts ? TradePages.ChartScripts.Files.Append("charts.js") : [])
            html.Write($"<script src=\"/assets/{file}\" defer></script>\n");
        html.Write("</body>\n</html>\n");
    }

    /// <summary>The head of the pages of a case.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="seat">The case.</param>
    /// <param name="title">Its title.</param>
    /// <param name="tab">The end of the address of the page that is open.</param>
    public static void Case(HtmlWriter html, Seat seat, string? title, string tab)
    {
        var visitor = seat.All.Visitor;
        html.Write("<header class=\"page\">");
        Brand(html, visitor);
        html.Write("<p class=\"casename\">");
        if (seat.All.Shelf.TakesMore || visitor.IsOfTeam)
            html.Write("<a href=\"/\">All cases</a> <span aria-hidden=\"true\">/</span> ");
        html.Write(
            $"<bdi>{title ?? seat.Name}</bdi></p></header>\n<nav class=\"toc{(seat.MayEdit ? "" : " reads")}\" aria-label=\"The case\"><ul>"
        );
        foreach (var (path, word) in Tabs)
            Link(html, seat.Root + path, word, path == tab);
        if (visitor.IsOfTeam)
            Link(html, seat.Root + "/members", "Members", tab == "/members");
        html.Write("</ul></nav>\n");
    }

    /// <summary>The head of the list of cases.</summary>
    public static void Top(HtmlWriter html, Visitor visitor)
    {
        html.Write("<header class=\"page\">");
        Brand(html, visitor);
        html.Write("</header>\n");
    }

    /// <summary>The field that every form needs.</summary>
    public static void Key(HtmlWriter html, Desks all) => Key(html, all.Visitor);

    /// <summary>The field that every form needs.</summary>
    public static void Key(HtmlWriter html, Visitor visitor) =>
        html.Write($"<input type=\"hidden\" name=\"{Gate.Field}\" value=\"{visitor.FormKey}\">");

    /// <summary>Tells sentences above a page.</summary>
    public static void Tell(HtmlWriter html, IEnumerable<string> sentences)
    {
        foreach (var sentence in sentences)
            html.Write($"<p class=\"note\" role=\"status\">{sentence}</p>\n");
    }

    // Who is signed in, and the way to what is theirs.
    private static void Brand(HtmlWriter html, Visitor visitor)
    {
        html.Write("<p class=\"brand\">Assay · workbench</p>");
        if (visitor.Known is not { } known)
            return;
        html.Write("<div class=\"who\"><a href=\"/\">Cases</a> <a href=\"/account\">Account of <bdi>");
        html.Write($"{known.Person.Name}</bdi></a> ");
        if (known.Person.IsOwner)
            html.Write("<a href=\"/people\">People</a> <a href=\"/audit\">Audit</a> ");
        html.Write("<form method=\"post\" action=\"/logout\">");
        Key(html, visitor);
        html.Write("<button>Sign out</button></form></div>");
    }

    private static void Link(HtmlWriter html, string path, string word, bool isHere)
    {
        if (isHere)
            html.Write($"<li><a href=\"{path}\" aria-current=\"page\">{word}</a></li>");
        else
            html.Write($"<li><a href=\"{path}\">{word}</a></li>");
    }
}
