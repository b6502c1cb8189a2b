using Assay.Html;

namespace Assay.TradePages;

/// <summary>Links in a table.</summary>
/// <param name="Column">The column whose cells are links.</param>
/// <param name="To">The address of a row, by its number from 0.</param>
internal sealed record TableLinks(int Column, Func<int, string> To);

/// <summary>The frame of a page of the trade instrument: self-contained, no network, readable without scripts. Its content security
/// policy
/// admits its own scripts by hash and nothing else; the charts set styles on what they draw, so styles in the page are
/// admitted.</summary>
internal static class TradePage
{
    /// <summary>Writes a page.</summary>
    /// <param name="output">Where to; not closed.</param>
    /// <param name="title">Title and heading.</param>
    /// <param name="brand">What kind of page it is, above the heading.</param>
    /// <param name="charts">Charts the body shows with <see cref="Figure"/>.</param>
    /// <param name="body">Writes what stands below the heading.</param>
    public static void Write(TextWriter output, string title, string brand, IReadOnlyList<TradeChart> charts, Action<HtmlWriter> body)
    {
        var html = new HtmlWriter(output);
        var feed = new ChartFeed(charts);
        html.Write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Write(
            $"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src {string.Join(' ', feed.Scripts.Select(s => $"'{s.Hash}'"))}; base-uri 'none'; form-action 'none'\">\n"
        );
        html.Write(
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<link rel=\"icon\" href=\"data:,\">\n"
        );
        html.Write($"<title>{title} · Assay</title>\n<style>");
        html.WriteAsset(Asset.Load("dossier.css"));
        html.WriteAsset(Asset.Load("trade-colours.css"));
        html.WriteAsset(Asset.Load("trade.css"));
        html.Write("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">To the content</a>\n");
        html.Write($"<header class=\"page\"><p class=\"brand\">{brand}</p><h1>{title}</h1></header>\n<main id=\"main\">\n");
        body(html);
        if (!feed.Drawn && charts.Count > 0)
            html.Write(
                "<p class=\"note\">This program was built without its chart library, so the charts are tables here. Build it where npm is installed to have them drawn.</p>\n"
            );
        html.Write("</main>\n");
        feed.Write(html);
        html.Write("</body>\n</html>\n");
    }

    /// <summary>A chart with its caption and its table.</summary>
    public static void Figure(HtmlWriter html, TradeChart chart)
    {
        html.Write(
            $"<figure class=\"chart\" id=\"{chart.Id}\" aria-labelledby=\"{chart.Id}-h\"><h3 id=\"{chart.Id}-h\">{chart.Title}</h3>\n"
        );
        if (chart.Spec is null)
        {
            html.Write($"<p class=\"unknown\">{chart.Caption}</p></figure>\n");
            return;
        }

        html.Write($"<figcaption>{chart.Caption}</figcaption>\n");
        if (ChartScripts.Present)
            html.Write(
                $"<div class=\"plot\" data-chart=\"{chart.Id}-data\" role=\"img\" aria-label=\"{chart.Title}. The table below has its numbers.\"></div>\n"
            );
        html.Write($"<details class=\"rows\"><summary>Table: {chart.Title}</summary>");
        Table(html, chart.Title, chart.Head, chart.Table, false);
        html.Write("</details></figure>\n");
    }

    /// <summary>A table; columns whose cells are numbers stand to the right.</summary>
    public static void Table(
        HtmlWriter html,
        string caption,
        IReadOnlyList<string> head,
        IReadOnlyList<string[]> rows,
        bool sortable,
        TableLinks? links = null
    )
    {
        bool Right(int column) =>
            column > 0
            && rows.Count > 0
            && rows.All(r =>
                r[column].Length == 0
                || char.IsAsciiDigit(r[column][^1])
                || r[column] is "unknown" or "new"
                || r[column].EndsWith(" %", StringComparison.Ordinal)
            )
            && rows.Any(r => r[column].Length > 0 && char.IsAsciiDigit(r[column].TrimEnd('%', ' ')[^1]))
            && rows.All(r => r[column].Length < 24);
        html.Write(
            $"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{caption}\"><table class=\"{(sortable ? "sortable" : "plain")}\"><caption>{caption}</caption><thead><tr>"
        );
        var right = Enumerable.Range(0, head.Count).Select(Right).ToArray();
        for (var c = 0; c < head.Count; c++)
            html.Write($"<th scope=\"col\" class=\"{(right[c] ? "n" : "t")}\">{head[c]}</th>");
        html.Write("</tr></thead><tbody>\n");
        foreach (var (at, row) in rows.Index())
        {
            html.Write($"<tr><th scope=\"row\">{row[0]}</th>");
            for (var c = 1; c < row.Length; c++)
                Cell(html, row[c], right[c], links?.Column == c ? links.To(at) : null);
            html.Write("</tr>\n");
        }

        html.Write("</tbody></table></div>\n");
    }

    private static void Cell(HtmlWriter html, string text, bool right, string? to)
    {
        if (to is not null)
            html.Write($"<td data-value=\"{text}\"><a href=\"{to}\">{text}</a></td>");
        else if (right)
            html.Write($"<td class=\"n\" data-value=\"{text.Replace(",", "", StringComparison.Ordinal)}\">{text}</td>");
        else
            html.Write($"<td>{text}</td>");
    }
}
