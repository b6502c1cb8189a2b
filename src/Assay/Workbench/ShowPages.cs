using Assay.Cases.Casework;
using Assay.Cases.Exchange;
using Assay.Cases.UseCases;
using Assay.Ground.Outcomes;
using Assay.Html;
using Microsoft.AspNetCore.Http;

namespace Assay.Workbench;

/// <summary>The pages of a case but the reading view: each asks a use case, and has the answer drawn.</summary>
internal static class ShowPages
{
    /// <summary>The overview.</summary>
    public static Task Overview(HttpContext context, Seat seat) =>
        Shown(context, seat, "Overview", "", (html, shown) => OverviewPage.Write(html, seat, shown));

    /// <summary>The sources.</summary>
    public static Task Sources(HttpContext context, Seat seat) =>
        Sources(context, seat, WorkPages.Sentences(context, seat), StatusCodes.Status200OK);

    /// <summary>The sources, with what is to be told.</summary>
    public static Task Sources(HttpContext context, Seat seat, IReadOnlyList<string> told, int status) =>
        Shown(context, seat, "Sources", "/sources", (html, shown) => SourcesPage.Write(html, seat, shown, told), status);

    /// <summary>The verdicts.</summary>
    public static Task Verdicts(HttpContext context, Seat seat) =>
        Checked(context, seat, "Verdicts", "/verdicts", (html, reply) => ReportPages.Verdicts(html, seat, reply, false, From(context)));

    /// <summary>The chronology.</summary>
    public static Task Chronology(HttpContext context, Seat seat) =>
        Checked(context, seat, "Chronology", "/chronology", (html, reply) => ReportPages.Verdicts(html, seat, reply, true, From(context)));

    private static int From(HttpContext context) => int.TryParse(context.Request.Query["from"], out var from) && from > 0 ? from : 0;

    /// <summary>Looks for words in the sources.</summary>
    public static Task Search(HttpContext context, Seat seat)
    {
        var words = context.Request.Query["q"].ToString();
        var found = SearchCase.Run(seat.Case, new SearchRequest(words), context.RequestAborted);
        return Shown(context, seat, "Search", "/search", (html, _) => SearchPage.Write(html, seat, words, found));
    }

    /// <summary>The ledger.</summary>
    public static Task Ledger(HttpContext context, Seat seat) =>
        Checked(context, seat, "Ledger", "/ledger", (html, reply) => ReportPages.Ledger(html, seat, reply));

    /// <summary>The runs of models and agents.</summary>
    public static Task Runs(HttpContext context, Seat seat)
    {
        var runs = ListRuns.Of(seat.Case);
        return runs.Succeeded
            ? Shown(context, seat, "Runs", "/runs", (html, _) => RunsPage.Write(html, seat, runs.Value))
            : Answer.Wrong(context, runs.Error);
    }

    /// <summary>One run.</summary>
    public static Task Run(HttpContext context, Seat seat)
    {
        var entry = long.TryParse(Routes.Value(context, "entry"), out var number) ? number : 0;
        var run = ListRuns.One(seat.Case, entry);
        return run.Succeeded
            ? Shown(context, seat, "Run", "/runs", (html, _) => RunsPage.Write(html, seat, run.Value))
            : Answer.Wrong(context, run.Error);
    }

    /// <summary>The page to publish from.</summary>
    public static Task Publish(HttpContext context, Seat seat) =>
        Checked(context, seat, "Publish", "/publish", (html, reply) => PublishPage.Write(html, seat, reply), null);

    /// <summary>The journal.</summary>
    public static Task Journal(HttpContext context, Seat seat) => Journal(context, seat, null);

    /// <summary>Checks all of the case, and shows what was found above the journal.</summary>
    public static Task Verify(HttpContext context, Seat seat)
    {
        var found = VerifyCase.Run(seat.Case.Store);
        return found.Succeeded ? Journal(context, seat, found.Value) : Answer.Wrong(context, found.Error);
    }

    /// <summary>The dossier: to look at, as one page, as a folder.</summary>
    public static Task Dossier(HttpContext context, Seat seat)
    {
        var check = CheckCase.Run(seat.Case, null, context.RequestAborted);
        if (!check.Succeeded)
            return Answer.Wrong(context, check.Error);
        switch (Routes.Value(context, "form"))
        {
            case "preview": // its own policy admits its own script and style; as a page of nowhere it reaches nothing of the workbench
                context.Response.Headers.ContentSecurityPolicy = "sandbox allow-scripts; frame-ancestors 'none'";
                return Answer.Bytes(context, "text/html; charset=utf-8", DossierFiles.Page(check.Value));
            case "page":
                return Answer.File(context, "text/html; charset=utf-8", seat.Name + "-dossier.html", DossierFiles.Page(check.Value));
            case "folder":
                return Answer.File(context, "application/zip", seat.Name + "-dossier.zip", DossierFiles.Folder(check.Value));
            default:
                return Answer.Wrong(context, new Error(ErrorKind.Input, "There is no such form of the dossier.", ""));
        }
    }

    /// <summary>The case in a format of other programs.</summary>
    public static Task Exchange(HttpContext context, Seat seat) =>
        Exchange(context, seat, (f, file) => (f.Type, seat.Name + f.Ending, file.Text));

    /// <summary>What a format of other programs cannot hold of the case.</summary>
    public static Task Sidecar(HttpContext context, Seat seat) =>
        Exchange(context, seat, (f, file) => ("application/json", $"{seat.Name}{f.Ending}.sidecar.json", file.Sidecar(f.Name)));

    private static Task Exchange(
        HttpContext context,
        Seat seat,
        Func<ExchangeFormat, ExchangeFile, (string Type, string Name, string Text)> part
    )
    {
        var made = ExportExchange.Run(seat.Case, Routes.Value(context, "format"), context.RequestAborted);
        if (!made.Succeeded)
            return Answer.Wrong(context, made.Error);
        var (type, name, text) = part(made.Value.Format, made.Value.File);
        return Answer.File(context, type, name, System.Text.Encoding.UTF8.GetBytes(text));
    }

    private static Task Journal(HttpContext context, Seat seat, VerifyReply? verified)
    {
        var before = long.TryParse(context.Request.Query["before"], out var given) && given > 1 ? given : (long?)null;
        return Shown(
            context,
            seat,
            "Journal",
            "/journal",
            (html, shown) =>
            {
                var last = before is { } b ? Math.Min(b - 1, shown.Head.Sequence) : shown.Head.Sequence;
                var after = Math.Max(0, last - JournalPage.Most);
                var entries = ShowCase.Journal(seat.Case, after, (int)(last - after));
                if (entries.Succeeded)
                    JournalPage.Write(html, seat, shown.Head.Sequence, entries.Value, verified);
                else
                    html.Write($"<h1>Journal</h1><p class=\"refused\" role=\"alert\">{entries.Error.ToString()}</p>\n");
            }
        );
    }

    /// <summary>Shows a page that needs what the case holds.</summary>
    public static Task Shown(
        HttpContext context,
        Seat seat,
        string title,
        string tab,
        Action<HtmlWriter, CaseSummary> body,
        int status = StatusCodes.Status200OK,
        bool charts = false
    )
    {
        var shown = ShowCase.Run(seat.Case);
        if (!shown.Succeeded)
            return Answer.Wrong(context, shown.Error);
        return Answer.Page(
            context,
            html => Frame.Write(html, title, b => body(b, shown.Value), h => Frame.Case(h, seat, shown.Value.Title, tab), charts: charts),
            status
        );
    }

    private static Task Checked(
        HttpContext context,
        Seat seat,
        string title,
        string tab,
        Action<HtmlWriter, AuditReply> body,
        string? script = "dossier.js"
    )
    {
        var shown = ShowCase.Run(seat.Case);
        if (!shown.Succeeded)
            return Answer.Wrong(context, shown.Error);
        var check = shown.Value.Sources.Count == 0 ? (Result<AuditReply>?)null : CheckCase.Run(seat.Case, null, context.RequestAborted);
        if (check is { Succeeded: false } failed)
            return Answer.Wrong(context, failed.Error);
        return Answer.Page(
            context,
            html =>
                Frame.Write(
                    html,
                    title,
                    b =>
                    {
                        if (check is { } found)
                            body(b, found.Value);
                        else
                            Empty(b, seat, title);
                    },
                    h => Frame.Case(h, seat, shown.Value.Title, tab),
                    check is null ? null : script,
                    charts: script is not null && check is { Succeeded: true, Value.Routes.Count: > 0 }
                )
        );
    }

    private static void Empty(HtmlWriter html, Seat seat, string title) =>
        html.Write(
            $"<h1>{title}</h1><p class=\"lead none\">The case has no source yet, so there is nothing to show here.</p><p><a class=\"button\" href=\"{seat.Root}/sources\">Add a source</a></p>\n"
        );
}
