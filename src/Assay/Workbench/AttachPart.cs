using System.Globalization;
using Assay.Cases.Books;
using Assay.Cases.Casework;
using Assay.Ground.Outcomes;
using Assay.Html;
using Assay.Workbench.Work;

namespace Assay.Workbench;

/// <summary>On the card of a finding: the claims it can be set beside.</summary>
internal static class AttachPart
{
    /// <summary>Writes the part.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="seat">The case.</param>
    /// <param name="kept">The scan.</param>
    /// <param name="cell">The finding.</param>
    /// <param name="routes">The route claims of the case.</param>
    /// <param name="wrong">Why it was not attached, or null.</param>
    public static void Write(HtmlWriter html, Seat seat, KeptScan kept, CellReply cell, IReadOnlyList<RouteInCase> routes, Error? wrong)
    {
        var finding = cell.Finding;
        var fitting = routes.Where(r => AttachFinding.Fits(r.Route, kept.Scan, finding.Destination)).ToList();
        html.Write("<section class=\"box\" id=\"beside\" aria-labelledby=\"beside-h\"><h2 id=\"beside-h\">Set it beside a claim</h2>\n");
        if (wrong is not null)
            html.Write($"<p class=\"refused\" role=\"alert\">{wrong.ToString()}</p>\n");
        if (fitting.Count == 0)
            html.Write(
                $"<p class=\"none\">No claim of this case is of goods that go to {CountryLabels.Name(kept.Scan.Report.Request.Target)} through {CountryLabels.Name(finding.Destination)}.</p>"
            );
        foreach (var route in fitting)
            Claim(html, seat, kept, finding.Destination, finding.Product, route);
        html.Write("</section>\n");
    }

    private static void Claim(HtmlWriter html, Seat seat, KeptScan kept, string destination, string product, RouteInCase route)
    {
        html.Write($"<blockquote><bdi>{route.Route.Quote.Exact}</bdi></blockquote>");
        if (route.Attached.Any(a => a.Finding.Through == destination && a.Finding.Product == product))
        {
            html.Write(
                $"<p>It stands beside this claim. <a href=\"{seat.Root}/verdicts#{Uri.EscapeDataString(route.Route.Id)}\">The verdict of the claim</a> · <a href=\"{seat.Root}/trade#claims-h\">take it away</a></p>\n"
            );
            return;
        }

        if (!seat.MayEdit)
            return;
        html.Write($"<form method=\"post\" action=\"{seat.Root}/trade/attach\">");
        Frame.Key(html, seat.All);
        html.Write(
            $"<input type=\"hidden\" name=\"scan\" value=\"{kept.Id}\"><input type=\"hidden\" name=\"destination\" value=\"{destination}\"><input type=\"hidden\" name=\"product\" value=\"{product}\"><input type=\"hidden\" name=\"item\" value=\"{route.Route.Id}\"><input type=\"hidden\" name=\"version\" value=\"{route.Version.ToString(CultureInfo.InvariantCulture)}\">"
        );
        html.Write(
            $"<label for=\"why-{route.Route.Id}\">Why, for the journal (may be left empty)</label><input id=\"why-{route.Route.Id}\" name=\"why\" maxlength=\"500\" autocomplete=\"off\"><p><button class=\"main\">Attach to this claim</button></p></form>\n"
        );
    }
}
