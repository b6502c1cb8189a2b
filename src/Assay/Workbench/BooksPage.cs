using System.Globalization;
using Assay.Cases.Books;
using Assay.Cases.Casework;
using Assay.Ground.Outcomes;
using Assay.Html;
using Assay.Wording;
using Assay.Wording.Trade;
using NodaTime.Text;

namespace Assay.Workbench;

/// <summary>The page of the customs books: what they hold, what was scanned, the form of a scan, what stands beside claims.</summary>
internal static class BooksPage
{
    private const int MostNamed = 12;
    private static readonly InstantPattern Hour = InstantPattern.CreateWithInvariantCulture("HH':'mm 'UTC'");

    /// <summary>That the workbench has no books.</summary>
    public static Error NoBooks { get; } =
        new(
            ErrorKind.Input,
            "This workbench was opened without customs books.",
            "Import the files of statistical offices into a folder, and open the workbench with it."
        );

    /// <summary>Writes what is inside <c>main</c>.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="seat">The case.</param>
    /// <param name="books">What the books hold, or why they cannot be read.</param>
    /// <param name="routes">The route claims of the case.</param>
    /// <param name="form">The form as it was sent.</param>
    /// <param name="wrong">Why what was asked was not done, or null.</param>
    public static void Write(
        HtmlWriter html,
        Seat seat,
        Result<BooksReply> books,
        IReadOnlyList<RouteInCase> routes,
        ScanForm form,
        Error? wrong
    )
    {
        html.Write(
            "<h1>Customs books</h1>\n<p class=\"lead\">Whether trade statistics show what a text alleges of goods that go round restrictions. A finding is consistent with re-routing; it is never proof of it.</p>\n"
        );
        WorkPages.UnderWay(html, seat);
        if (wrong is not null && books.Succeeded)
            html.Write($"<p class=\"refused\" role=\"alert\">{wrong.ToString()}</p>\n");
        if (!books.Succeeded)
        {
            Empty(html, books.Error);
            Claims(html, seat, routes);
            return;
        }

        html.Write("<div class=\"two\">\n");
        if (seat.MayEdit)
            Form(html, seat, routes, form, books.Value);
        Scans(html, seat);
        html.Write("</div>\n");
        Claims(html, seat, routes);
        Held(html, books.Value);
    }

    private static void Empty(HtmlWriter html, Error why)
    {
        html.Write($"<p class=\"note\">{why.ToString()}</p>\n<div class=\"box\"><h2>How to get there</h2>");
        html.Write(
            "<p>Customs books are made of files that statistical offices publish: Eurostat's monthly files (Comext), UN Comtrade, and others. At the machine the workbench runs on:</p>"
        );
        html.Write(
            "<pre tabindex=\"0\" aria-label=\"Commands\"><code>assay trade import full*.7z comtrade.csv --lake lake\nassay serve cases/ --lake lake</code></pre>"
        );
        html.Write(
            "<p>To see what a scan says without data at hand, let a world be made up; every page then says that its numbers are synthetic:</p>"
        );
        html.Write(
            "<pre tabindex=\"0\" aria-label=\"Commands with made-up data\"><code>assay trade simulate --out world --seed 7\nassay trade import world/*.dat world/*.csv --lake lake</code></pre></div>\n"
        );
    }

    private static void Form(HtmlWriter html, Seat seat, IReadOnlyList<RouteInCase> routes, ScanForm form, BooksReply books)
    {
        var target =
            form.Target.Length > 0 ? form.Target
            : routes.Count > 0 ? CountryLabels.Name(routes[0].Route.To)
            : CountryLabels.Name("RU");
        html.Write($"<form class=\"box\" method=\"post\" action=\"{seat.Root}/trade/scan\"><h2>Scan</h2>");
        Frame.Key(html, seat.All);
        html.Write(
            $"<label for=\"target\">Goods are restricted to</label><input id=\"target\" name=\"target\" required maxlength=\"60\" value=\"{target}\" autocomplete=\"off\">"
        );
        html.Write("<label for=\"list\">Goods</label><select id=\"list\" name=\"list\">");
        foreach (var list in Lists())
            Option(html, list.Name, $"{list.Name}: {list.Title}", form.List);
        html.Write("</select>");
        html.Write(
            $"<label for=\"since\">Since, as 2022-03; empty for the month of the list</label><input id=\"since\" name=\"since\" maxlength=\"7\" inputmode=\"numeric\" value=\"{form.Since}\" autocomplete=\"off\">"
        );
        var isOpen =
            form
            != new ScanForm
            {
                Target = form.Target,
                List = form.List,
                Since = form.Since,
            };
        if (isOpen)
            html.Write("<details class=\"more\" open>");
        else
            html.Write("<details class=\"more\">");
        html.Write("<summary>More</summary>");
        html.Write(
            $"<label for=\"codes\">Codes in place of the list, with commas</label><input id=\"codes\" name=\"codes\" maxlength=\"4000\" value=\"{form.Codes}\" autocomplete=\"off\">"
        );
        html.Write(
            $"<label for=\"origin\">Goods come from: EU27, all, or countries with commas</label><input id=\"origin\" name=\"origin\" maxlength=\"400\" value=\"{form.Origin}\" autocomplete=\"off\">"
        );
        html.Write("<label for=\"level\">Products are told apart by</label><select id=\"level\" name=\"level\">");
        foreach (var (level, words) in new[] { ("HS4", "4 digits (HS4)"), ("HS6", "6 digits (HS6)"), ("CN8", "8 digits (CN8)") })
            Option(html, level, words, form.Level);
        html.Write("</select><label for=\"side\">Whose reports are looked at</label><select id=\"side\" name=\"side\">");
        Option(html, "exports", "Exports, as the origin reports them", form.Side);
        Option(html, "imports", "Imports, as each destination reports them", form.Side);
        html.Write("</select>");
        var currency = form == new ScanForm { Target = form.Target } ? Currency(books) : form.Currency;
        html.Write(
            $"<label for=\"currency\">Amounts in</label><input id=\"currency\" name=\"currency\" maxlength=\"3\" value=\"{currency}\" autocomplete=\"off\"></details>"
        );
        html.Write("<p><button class=\"main\">Scan</button></p></form>\n");
    }

    private static IEnumerable<(string Name, string Title)> Lists() =>
        ShowLists.Run(new ListsRequest(null, null, null)).Match(l => l.Select(s => (s.List.Name, s.List.Title)), _ => []);

    // The currency of the exports where they are in one.
    private static string Currency(BooksReply books) =>
        books.Flows.Where(f => f.Flow == "X").Select(f => f.Currency).Distinct().ToList() is [var one] ? one : BookOptions.StandardCurrency;

    private static void Option(HtmlWriter html, string value, string words, string chosen)
    {
        if (value == chosen)
            html.Write($"<option value=\"{value}\" selected>{words}</option>");
        else
            html.Write($"<option value=\"{value}\">{words}</option>");
    }

    private static void Scans(HtmlWriter html, Seat seat)
    {
        html.Write("<section class=\"box\" aria-labelledby=\"scans-h\"><h2 id=\"scans-h\">Scans</h2>");
        var scans = seat.All.Shelf.Scans.Of(seat.Name);
        if (scans.Count == 0)
            html.Write(
                "<p class=\"none\">None yet. A scan ranks every destination and product by how much trade stands out there since the restrictions.</p>"
            );
        else
            html.Write("<p>The last ones, kept until the workbench is closed:</p><ul class=\"queue\">");
        foreach (var scan in scans)
        {
            var report = scan.Scan.Report;
            html.Write(
                $"<li><a href=\"{seat.Root}/trade/scans/{scan.Id}\">{CountryLabels.Name(report.Request.Target)}, {scan.Scan.List}, {ScanWords.After(report)}<br><small>{report.Findings.Count(f => f.Found)} of {Verdicts.Count(report.Findings.Count, "cell")} stand out · <bdi>{scan.Who}</bdi>, {Hour.Format(scan.At)}</small></a></li>"
            );
        }

        if (scans.Count > 0)
            html.Write("</ul>");
        html.Write("</section>\n");
    }

    private static void Claims(HtmlWriter html, Seat seat, IReadOnlyList<RouteInCase> routes)
    {
        html.Write("<section aria-labelledby=\"claims-h\"><h2 id=\"claims-h\">Claims of a route in this case</h2>\n");
        if (routes.Count == 0)
        {
            html.Write(
                "<p class=\"none\">No source of this case claims that goods go past restrictions through another country. Findings are set beside such claims; one that the rules did not find can be written by hand (assay case decide … add routes).</p></section>\n"
            );
            return;
        }

        html.Write("<ul class=\"claims\">");
        foreach (var route in routes)
            Claim(html, seat, route);
        html.Write("</ul></section>\n");
    }

    private static void Claim(HtmlWriter html, Seat seat, RouteInCase route)
    {
        var claim = route.Route;
        html.Write(
            $"<li class=\"box\"><blockquote><a href=\"{seat.Root}/at/{Uri.EscapeDataString(claim.Id)}\"><bdi>{claim.Quote.Exact}</bdi></a></blockquote><p class=\"faint\">To {CountryLabels.Name(claim.To)} through {string.Join(", ", claim.Through.Select(CountryLabels.Name))} · <a href=\"{seat.Root}/verdicts#{Uri.EscapeDataString(claim.Id)}\">its verdict</a></p>"
        );
        if (route.Attached.Count == 0)
            html.Write("<p class=\"none\">No finding stands beside it yet: open one from a scan, and attach it there.</p>");
        foreach (var (finding, entry) in route.Attached)
        {
            html.Write(
                $"<div class=\"inline\"><p>{CountryLabels.Name(finding.Through)}, product {finding.Product}: floor {Amounts.Whole(finding.Floor)} {finding.Unit}, {(finding.StandsOut ? "stands out" : "does not stand out")}</p>"
            );
            if (seat.MayEdit && entry > 0)
            {
                html.Write($"<form method=\"post\" action=\"{seat.Root}/trade/detach\">");
                Frame.Key(html, seat.All);
                html.Write(
                    $"<input type=\"hidden\" name=\"entry\" value=\"{entry.ToString(CultureInfo.InvariantCulture)}\"><button aria-label=\"Take away {finding.Product}\">Take away</button></form>"
                );
            }

            html.Write("</div>");
        }

        html.Write("</li>\n");
    }

    private static void Held(HtmlWriter html, BooksReply books)
    {
        html.Write("<section aria-labelledby=\"held-h\"><h2 id=\"held-h\">What the books hold</h2>\n");
        if (books.Files.Any(f => f.Synthetic))
            html.Write(
                "<p class=\"note\"><strong>Synthetic data.</strong> Numbers in these books were simulated. They say nothing about any country.</p>\n"
            );
        html.Write(
            $"<p>{Verdicts.Count(books.Files.Count, "file")}. A period that nobody reported is unknown, not zero.</p><div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Flows\"><table class=\"held\"><thead><tr><th scope=\"col\">Flow</th><th scope=\"col\">Reported by</th><th scope=\"col\">Periods</th><th scope=\"col\">Products</th><th scope=\"col\">Currency</th><th scope=\"col\">Not reported</th><th scope=\"col\">Rows</th></tr></thead><tbody>\n"
        );
        foreach (var flow in books.Flows)
        {
            html.Write($"<tr><th scope=\"row\">{(flow.Flow == "X" ? "Exports" : "Imports")}</th><td>{Reporters(flow)}</td>");
            html.Write(
                $"<td class=\"num\">{Amounts.Period(flow.First)} to {Amounts.Period(flow.Last)}</td><td>{flow.Level}</td><td>{flow.Currency}</td><td class=\"num\">{flow.Missing}</td><td class=\"num\">{flow.Rows.ToString("#,0", CultureInfo.InvariantCulture)}</td></tr>\n"
            );
        }

        html.Write("</tbody></table></div>\n<details class=\"more\"><summary>Its files</summary><ul class=\"files\">");
        foreach (var file in books.Files)
            html.Write(
                $"<li><bdi>{file.OriginalName}</bdi>, {file.Publisher}, extract of {file.ExtractDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}: {file.RowsKept.ToString("#,0", CultureInfo.InvariantCulture)} rows <code>{file.Sha256[..16]}…</code></li>"
            );
        html.Write("</ul></details></section>\n");
    }

    private static string Reporters(HeldFlow flow)
    {
        var named = flow.Reporters.Take(MostNamed).Select(CountryLabels.Name);
        return flow.Reporters.Count > MostNamed
            ? $"{string.Join(", ", named)} and {flow.Reporters.Count - MostNamed} more"
            : string.Join(", ", named);
    }
}
