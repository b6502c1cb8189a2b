using System.Text;
using Assay.Ground.Outcomes;
using Assay.Html;
using Assay.TradePages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Assay.Workbench;

/// <summary>Which address shows which page.</summary>
internal static class Routes
{
    private const string Style = "text/css; charset=utf-8";
    private const string Script = "text/javascript; charset=utf-8";

    private static readonly Dictionary<string, (string Type, Func<Asset> Load)> Assets = new(StringComparer.Ordinal)
    {
        ["dossier.css"] = (Style, () => Asset.Load("dossier.css")),
        ["workbench.css"] = (Style, () => Asset.Load("workbench.css")),
        ["trade.css"] = (Style, () => TradeStyle.OfParts),
        ["dossier.js"] = (Script, () => Asset.Load("dossier.js")),
        ["workbench.js"] = (Script, () => Asset.Load("workbench.js")),
        ["charts.js"] = (Script, () => Asset.Load("charts.js")),
    };

    /// <summary>Maps the addresses, each with who may use it.</summary>
    /// <param name="app">The server.</param>
    /// <param name="shelf">The cases.</param>
    /// <param name="made">Told of each case that is made, by its name; null where nobody needs to know.</param>
    public static void Map(WebApplication app, CaseShelf shelf, Func<HttpContext, string, Result<bool>>? made = null)
    {
        var replies = new LastReplies();
        app.MapGet("/assets/{file}", SendAsset).Needs(new Needs(Access.Anyone) { Rate = Rate.Free });
        app.MapGet("/", (RequestDelegate)(c => Home(c, All(c)))).Needs(Access.Person);
        app.MapPost("/new", (RequestDelegate)(c => New(c, All(c), made))).Needs(Access.Person);
        Get("", ShowPages.Overview);
        Get("/sources", ShowPages.Sources);
        Get("/sources/{source}", ReadingRoutes.Show);
        Get("/verdicts", ShowPages.Verdicts);
        Get("/chronology", ShowPages.Chronology);
        Get("/ledger", ShowPages.Ledger);
        Get("/trade", TradeRoutes.Show);
        Get("/trade/scans/{scan}", TradeRoutes.Scan);
        Get("/trade/scans/{scan}/{destination}/{product}", TradeRoutes.Card);
        Post("/trade/scan", TradeRoutes.Begin, Access.Editor, Rate.Upload);
        Post("/trade/attach", TradeRoutes.Attach, Access.Editor);
        Post("/trade/detach", TradeRoutes.Detach, Access.Editor);
        Get("/work/{work}", WorkPages.Show);
        Get("/work/{work}/state", WorkPages.State);
        Get("/work/{work}/file", WorkPages.File);
        Post("/work/{work}/cancel", WorkPages.Cancel, Access.Reader);
        Get("/search", ShowPages.Search);
        Get("/runs", ShowPages.Runs);
        Get("/runs/{entry}", ShowPages.Run);
        Get("/journal", ShowPages.Journal);
        Get("/publish", ShowPages.Publish);
        Get("/dossier/{form}", ShowPages.Dossier);
        Get("/exchange/{format}", ShowPages.Exchange);
        Get("/exchange/{format}/sidecar", ShowPages.Sidecar);
        Post("/export", LongWork.Export, Access.Reader, Rate.Upload);
        Post("/read", LongWork.Read, Access.Editor, Rate.Upload);
        Get("/at/{id}", ReadingRoutes.At);
        Post(Uploads.Path, LongWork.TakeIn, Access.Editor, Rate.Upload);
        Post("/verify", ShowPages.Verify, Access.Reader);
        Post("/decide", ReadingRoutes.Decide, Access.Editor);
        Post("/accept", ReadingRoutes.AcceptThese, Access.Editor);
        Post("/undo", ReadingRoutes.Undo, Access.Editor);
        app.MapFallback((RequestDelegate)(c => Answer.Wrong(c, new Error(ErrorKind.Input, "There is no such page.", ""))))
            .Needs(Access.Anyone);

        Desks All(HttpContext context) => new(shelf, Visitor.Of(context), replies);
        void Get(string path, Func<HttpContext, Seat, Task> show) =>
            app.MapGet("/c/{case}" + path, (RequestDelegate)(c => Within(c, All(c), show))).Needs(Access.Reader);
        void Post(string path, Func<HttpContext, Seat, Task> act, Access access, Rate rate = Rate.Page) =>
            app.MapPost("/c/{case}" + path, (RequestDelegate)(c => Within(c, All(c), act))).Needs(new Needs(access) { Rate = rate });
    }

    /// <summary>A value of the address.</summary>
    public static string Value(HttpContext context, string name) => context.Request.RouteValues[name]?.ToString() ?? "";

    /// <summary>Shows a page of the case that the address names.</summary>
    public static async Task Within(HttpContext context, Desks all, Func<HttpContext, Seat, Task> show)
    {
        try
        {
            var seat = all.Open(Value(context, "case"));
            await (seat.Succeeded ? show(context, seat.Value) : Answer.Wrong(context, seat.Error));
        }
        catch (Exception e) when (e is not OperationCanceledException && !all.Visitor.IsOfTeam && !context.Response.HasStarted)
        {
            await Answer.Wrong(
                context,
                new Error(
                    ErrorKind.Output,
                    $"The program has a defect here: {e.Message}",
                    "What was decided before is saved; go back and go on."
                )
            );
        }
    }

    private static Task Home(HttpContext context, Desks all) =>
        all is { Shelf.TakesMore: false, Names: [var one] }
            ? Answer.Go(context, "/c/" + Uri.EscapeDataString(one))
            : Answer.Page(context, html => CasesPage.Write(html, all, []));

    private static Task New(HttpContext context, Desks all, Func<HttpContext, string, Result<bool>>? told)
    {
        var made = all.Shelf.Make(context.Request.Form["title"].ToString(), all.Visitor.Who);
        var error = made.Error ?? told?.Invoke(context, made.Value).Error;
        return error is null
            ? Answer.Go(context, "/c/" + Uri.EscapeDataString(made.Value))
            : Answer.Page(context, html => CasesPage.Write(html, all, [error.ToString()]), Answer.Status(error));
    }

    // Where the program was built without its chart library there is an empty script in its place.
    private static Task SendAsset(HttpContext context)
    {
        var file = Value(context, "file");
        if (Assets.TryGetValue(file, out var asset))
            return Answer.Bytes(context, asset.Type, Encoding.UTF8.GetBytes(asset.Load().Text));
        return ChartScripts.Files.Contains(file)
            ? Answer.Bytes(context, Script, ChartScripts.Present ? Encoding.UTF8.GetBytes(ChartScripts.One(file).Text) : [])
            : Answer.Wrong(context, new Error(ErrorKind.Input, "There is no such file.", ""));
    }
}
