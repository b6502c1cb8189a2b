using System.Text;
using Assay.Cases.Casework;
using Assay.Ground.Outcomes;
using Assay.Html;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Assay.Workbench;

/// <summary>Which address shows which page.</summary>
internal static class Routes
{
    private static readonly Dictionary<string, string> Assets = new(StringComparer.Ordinal)
    {
        ["dossier.css"] = "text/css; charset=utf-8",
        ["workbench.css"] = "text/css; charset=utf-8",
        ["dossier.js"] = "text/javascript; charset=utf-8",
        ["workbench.js"] = "text/javascript; charset=utf-8",
    };

    /// <summary>Maps the addresses.</summary>
    public static void Map(WebApplication app, Desks all)
    {
        app.MapGet("/assets/{file}", SendAsset);
        app.MapGet("/", (RequestDelegate)(c => Home(c, all)));
        app.MapPost("/new", (RequestDelegate)(c => New(c, all)));
        Get("", ShowPages.Overview);
        Get("/sources", ShowPages.Sources);
        Get("/sources/{source}", ReadingRoutes.Show);
        Get("/verdicts", ShowPages.Verdicts);
        Get("/chronology", ShowPages.Chronology);
        Get("/ledger", ShowPages.Ledger);
        Get("/search", ShowPages.Search);
        Get("/journal", ShowPages.Journal);
        Get("/publish", ShowPages.Publish);
        Get("/dossier/{form}", ShowPages.Dossier);
        Get("/at/{id}", ReadingRoutes.At);
        Post(Uploads.Path, ShowPages.Add);
        Post("/verify", ShowPages.Verify);
        Post("/decide", ReadingRoutes.Decide);
        Post("/accept", ReadingRoutes.AcceptThese);
        Post("/undo", ReadingRoutes.Undo);
        app.MapFallback((RequestDelegate)(c => Answer.Wrong(c, new Error(ErrorKind.Input, "There is no such page.", ""))));

        void Get(string path, Func<HttpContext, Seat, Task> show) =>
            app.MapGet("/c/{case}" + path, (RequestDelegate)(c => Within(c, all, show)));
        void Post(string path, Func<HttpContext, Seat, Task> act) =>
            app.MapPost("/c/{case}" + path, (RequestDelegate)(c => Within(c, all, act)));
    }

    /// <summary>A value of the address.</summary>
    public static string Value(HttpContext context, string name) => context.Request.RouteValues[name]?.ToString() ?? "";

    private static async Task Within(HttpContext context, Desks all, Func<HttpContext, Seat, Task> show)
    {
        try
        {
            var name = Value(context, "case");
            var desk = all.Shelf.Open(name);
            await (desk.Succeeded ? show(context, new Seat(name, desk.Value, all)) : Answer.Wrong(context, desk.Error));
        }
        catch (Exception e) when (e is not OperationCanceledException && !context.Response.HasStarted)
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
        all.Shelf.IsFolder
            ? Answer.Page(context, html => CasesPage.Write(html, all, []))
            : Answer.Go(context, "/c/" + Uri.EscapeDataString(all.Shelf.Names()[0]));

    private static Task New(HttpContext context, Desks all)
    {
        var made = all.Shelf.Make(context.Request.Form["title"].ToString());
        return made.Succeeded
            ? Answer.Go(context, "/c/" + Uri.EscapeDataString(made.Value))
            : Answer.Page(context, html => CasesPage.Write(html, all, [made.Error.ToString()]), Answer.Status(made.Error));
    }

    private static Task SendAsset(HttpContext context)
    {
        var file = Value(context, "file");
        return Assets.TryGetValue(file, out var type)
            ? Answer.Bytes(context, type, Encoding.UTF8.GetBytes(Asset.Load(file).Text))
            : Answer.Wrong(context, new Error(ErrorKind.Input, "There is no such file.", ""));
    }
}
