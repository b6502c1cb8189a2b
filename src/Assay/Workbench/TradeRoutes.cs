using System.Globalization;
using Assay.Cases.Books;
using Assay.Cases.Casework;
using Assay.Ground.Outcomes;
using Assay.Html;
using Assay.TradePages;
using Assay.Wording.Trade;
using Assay.Workbench.Work;
using Microsoft.AspNetCore.Http;

namespace Assay.Workbench;

/// <summary>The customs books of a case: what they hold, scans, cards of findings, and findings set beside claims.</summary>
internal static class TradeRoutes
{
    private const int MostRows = 100;
    private const string Tab = "/trade";

    /// <summary>What the books hold, the form of a scan, what is attached.</summary>
    public static Task Show(HttpContext context, Seat seat) => Show(context, seat, new ScanForm(), null);

    /// <summary>Begins a scan, or says what is wrong with what was asked.</summary>
    public static Task Begin(HttpContext context, Seat seat)
    {
        var form = ScanForm.Of(context.Request.Form);
        if (seat.All.Shelf.Lake is not { } lake)
            return Show(context, seat, form, BooksPage.NoBooks);
        var request = form.Request(lake);
        if (!request.Succeeded)
            return Show(context, seat, form, request.Error);
        return WorkPages.Begin(
            context,
            seat,
            Scanning(seat, request.Value),
            end => end.Succeeded ? Answer.Go(context, end.Value.Next!) : Show(context, seat, form, end.Error)
        );
    }

    /// <summary>The work of a scan.</summary>
    public static Errand Scanning(Seat seat, ScanRequest request) =>
        new(
            new Job(
                seat.Name,
                seat.Desk.Who,
                $"Scan of trade with {request.Target}",
                "The scan was cancelled. Nothing of it is kept; the case is as it was."
            ),
            (work, stop) => Scanned(seat, work, request, stop)
        );

    /// <summary>What a scan found.</summary>
    public static Task Scan(HttpContext context, Seat seat)
    {
        if (Kept(context, seat) is not { } kept)
            return Answer.Wrong(context, Gone);
        var chart = ScanPage.Overview(kept.Scan.Report, kept.Scan.ByFloor);
        var root = $"{seat.Root}/trade/scans/{kept.Id}";
        return ShowPages.Shown(
            context,
            seat,
            "Scan",
            Tab,
            (html, _) =>
            {
                html.Write(
                    $"<p class=\"steps\"><a href=\"{seat.Root}/trade\">Customs books</a></p><h1>Restricted goods away from {CountryLabels.Name(kept.Scan.Report.Request.Target)}</h1>\n<div class=\"route\">"
                );
                ScanPage.Body(html, kept.Scan, MostRows, chart, f => $"{root}/{f.Destination}/{f.Product}");
                html.Write("</div>\n");
                Data(html, [chart]);
            },
            charts: true
        );
    }

    /// <summary>The card of one finding, and the claims it can be set beside.</summary>
    public static Task Card(HttpContext context, Seat seat) =>
        Kept(context, seat) is { } kept
            ? Card(context, seat, kept, Routes.Value(context, "destination"), Routes.Value(context, "product"), null)
            : Answer.Wrong(context, Gone);

    /// <summary>Sets a finding beside a claim.</summary>
    public static Task Attach(HttpContext context, Seat seat)
    {
        var form = context.Request.Form;
        var (scan, destination, product) = (form["scan"].ToString(), form["destination"].ToString(), form["product"].ToString());
        if (seat.All.Shelf.Scans.Find(seat.Name, scan) is not { } kept)
            return Answer.Wrong(context, Gone);
        var item = form["item"].ToString();
        var request = new AttachRequest(item, kept.Scan, destination, product)
        {
            Version = long.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null,
            Why = form["why"].ToString() is { Length: > 0 } why ? why : null,
        };
        var job = new Job(
            seat.Name,
            seat.Desk.Who,
            "Setting a finding beside a claim",
            "It was cancelled. Look at the journal to see whether the finding had been set beside the claim by then."
        );
        return WorkPages.Begin(
            context,
            seat,
            new Errand(job, (work, stop) => Attached(seat, work, request, stop)),
            end => end.Succeeded ? Answer.Go(context, end.Value.Next!) : Card(context, seat, kept, destination, product, end.Error)
        );
    }

    /// <summary>Takes a finding away from a claim.</summary>
    public static Task Detach(HttpContext context, Seat seat)
    {
        var isNumber = long.TryParse(context.Request.Form["entry"], NumberStyles.None, CultureInfo.InvariantCulture, out var entry);
        if (!isNumber)
            return Show(
                context,
                seat,
                new ScanForm(),
                new Error(ErrorKind.Usage, "It is not said what is taken away.", "Load the page anew.")
            );
        var done = UndoDecision.Run(seat.Desk, new UndoRequest { Entry = entry }, context.RequestAborted);
        return done.Succeeded ? Answer.Go(context, seat.Root + Tab) : Show(context, seat, new ScanForm(), done.Error);
    }

    /// <summary>That a scan is no longer kept.</summary>
    public static Error Gone { get; } =
        new(
            ErrorKind.Input,
            "That scan is no longer kept.",
            "The last five of a case are, until the workbench is closed; the page Trade makes it again."
        );

    private static Result<JobEnd> Scanned(Seat seat, Job job, ScanRequest request, CancellationToken stop)
    {
        var scan = ScanBooks.Run(request, stage => job.Step = WorkStep.Of(stage), stop);
        if (!scan.Succeeded)
            return scan.Error;
        seat.All.Shelf.Scans.Keep(new KeptScan(job.Id, seat.Name, seat.Desk.Who, seat.Desk.Clock.GetCurrentInstant(), scan.Value));
        return new JobEnd($"{seat.Root}/trade/scans/{job.Id}", []);
    }

    // The decision is written when the books are asked for the first time with it; from there on it stays, whatever is stopped.
    private static Result<JobEnd> Attached(Seat seat, Job job, AttachRequest request, CancellationToken stop)
    {
        job.Step = WorkStep.Of("Putting the claim to the customs books");
        var done = AttachFinding.Run(seat.Desk, request, stop);
        return done.Succeeded ? new JobEnd($"{seat.Root}/verdicts#{Uri.EscapeDataString(request.Item)}", []) : done.Error;
    }

    private static KeptScan? Kept(HttpContext context, Seat seat) => seat.All.Shelf.Scans.Find(seat.Name, Routes.Value(context, "scan"));

    private static Task Show(HttpContext context, Seat seat, ScanForm form, Error? wrong)
    {
        var routes = AttachFinding.Routes(seat.Case);
        if (!routes.Succeeded)
            return Answer.Wrong(context, routes.Error);
        var books = seat.All.Shelf.Lake is { } lake ? ShowBooks.Run(lake) : BooksPage.NoBooks;
        return ShowPages.Shown(
            context,
            seat,
            "Trade",
            Tab,
            (html, _) => BooksPage.Write(html, seat, books, routes.Value, form, wrong),
            wrong is null ? StatusCodes.Status200OK : Answer.Status(wrong)
        );
    }

    private static Task Card(HttpContext context, Seat seat, KeptScan kept, string destination, string product, Error? wrong)
    {
        var cell = ExplainCell.Of(kept.Scan, destination, product);
        var routes = AttachFinding.Routes(seat.Case);
        if (!cell.Succeeded || !routes.Succeeded)
            return Answer.Wrong(context, cell.Error ?? routes.Error!);
        var charts = new FindingCharts(cell.Value).All();
        var title = new FindingCard(cell.Value.Report, cell.Value.Finding).Title;
        return ShowPages.Shown(
            context,
            seat,
            "Finding",
            Tab,
            (html, _) =>
            {
                html.Write(
                    $"<p class=\"steps\"><a href=\"{seat.Root}/trade\">Customs books</a> <a href=\"{seat.Root}/trade/scans/{kept.Id}\">The scan</a></p><h1>{title}</h1>\n"
                );
                AttachPart.Write(html, seat, kept, cell.Value, routes.Value, wrong);
                html.Write("<div class=\"route\">");
                FindingPage.Body(html, cell.Value, charts);
                html.Write("</div>\n");
                Data(html, charts);
            },
            wrong is null ? StatusCodes.Status200OK : Answer.Status(wrong),
            charts: true
        );
    }

    private static void Data(HtmlWriter html, IReadOnlyList<TradeChart> charts)
    {
        if (!ChartScripts.Present)
            html.Write(
                "<p class=\"note\">This program was built without its chart library, so the charts are tables here. Build it where npm is installed to have them drawn.</p>\n"
            );
        new ChartFeed(charts).WriteData(html);
    }
}
