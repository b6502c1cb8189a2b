using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Assay.Workbench.Team;

/// <summary>The addresses that only a team has.</summary>
internal static class TeamRoutes
{
    /// <summary>Maps them, each with who may use it.</summary>
    public static void Map(WebApplication app, TeamHouse house)
    {
        var guess = new Needs(Access.Anyone) { HasGuestForm = true, Rate = Rate.Guess };
        app.MapGet("/login", SignPages.Show).Needs(new Needs(Access.Anyone) { HasGuestForm = true });
        app.MapPost("/login", (RequestDelegate)(c => SignPages.Enter(c, house))).Needs(guess);
        app.MapGet("/login/code", (RequestDelegate)(c => SignPages.ShowCode(c, house)))
            .Needs(new Needs(Access.Anyone) { HasGuestForm = true });
        app.MapPost("/login/code", (RequestDelegate)(c => SignPages.EnterCode(c, house))).Needs(guess);
        app.MapPost("/logout", (RequestDelegate)(c => SignPages.Leave(c, house))).Needs(new Needs(Access.Person) { IsForSetUp = true });
        app.MapGet("/link/{secret}", (RequestDelegate)(c => LinkPages.Show(c, house))).Needs(guess);
        app.MapPost("/link/{secret}", (RequestDelegate)(c => LinkPages.Use(c, house))).Needs(guess);
        Account(app, house);
        Server(app, house);
        Members(app, house);
        Probe("/health/live", () => true);
        Probe("/health/ready", () => house.People.IsReady());

        void Probe(string path, Func<bool> isWell) =>
            app.MapGet(path, (RequestDelegate)(c => Health(c, isWell())))
                .Needs(new Needs(Access.Anyone) { IsProbe = true, Rate = Rate.Page });
    }

    private static void Account(WebApplication app, TeamHouse house)
    {
        var guess = new Needs(Access.Person) { Rate = Rate.Guess };
        var setUp = new Needs(Access.Person) { IsForSetUp = true };
        app.MapGet("/account", (RequestDelegate)(c => AccountPages.Show(c, house))).Needs(Access.Person);
        app.MapPost("/account/password", (RequestDelegate)(c => AccountPages.Password(c, house))).Needs(guess);
        app.MapGet("/account/factor", (RequestDelegate)(c => FactorPages.Show(c, house))).Needs(setUp);
        app.MapPost("/account/factor/begin", (RequestDelegate)(c => FactorPages.Begin(c, house))).Needs(setUp with { Rate = Rate.Guess });
        app.MapPost("/account/factor/confirm", (RequestDelegate)(c => FactorPages.Confirm(c, house)))
            .Needs(setUp with { Rate = Rate.Guess });
        app.MapPost("/account/factor/change", (RequestDelegate)(c => FactorPages.Change(c, house))).Needs(guess);
        app.MapPost("/account/sessions", (RequestDelegate)(c => AccountPages.Others(c, house))).Needs(Access.Person);
        app.MapPost("/account/tokens", (RequestDelegate)(c => AccountPages.MakeToken(c, house))).Needs(Access.Person);
        app.MapPost("/account/tokens/revoke", (RequestDelegate)(c => AccountPages.Revoke(c, house))).Needs(Access.Person);
    }

    private static void Server(WebApplication app, TeamHouse house)
    {
        app.MapGet("/people", (RequestDelegate)(c => PeoplePages.Show(c, house))).Needs(Access.ServerOwner);
        app.MapPost("/people/bar", (RequestDelegate)(c => PeoplePages.Bar(c, house))).Needs(Access.ServerOwner);
        app.MapPost("/people/reset", (RequestDelegate)(c => PeoplePages.Reset(c, house))).Needs(Access.ServerOwner);
        app.MapPost("/people/factor", (RequestDelegate)(c => PeoplePages.Factor(c, house))).Needs(Access.ServerOwner);
        app.MapPost("/people/factors", (RequestDelegate)(c => PeoplePages.Factors(c, house))).Needs(Access.ServerOwner);
        app.MapPost("/people/invite", (RequestDelegate)(c => PeoplePages.Invite(c, house))).Needs(Access.ServerOwner);
        app.MapPost("/people/adopt", (RequestDelegate)(c => PeoplePages.Adopt(c, house))).Needs(Access.ServerOwner);
        app.MapGet("/audit", (RequestDelegate)(c => PeoplePages.Audit(c, house))).Needs(Access.ServerOwner);
    }

    private static void Members(WebApplication app, TeamHouse house)
    {
        Get("/members", MembersPages.Show);
        Post("/members", MembersPages.Set);
        Post("/members/remove", MembersPages.Remove);
        Post("/members/invite", MembersPages.Invite);
        Post("/members/withdraw", MembersPages.Withdraw);

        void Get(string path, Func<HttpContext, TeamHouse, Seat, Task> show) =>
            app.MapGet("/c/{case}" + path, (RequestDelegate)(c => Within(c, show))).Needs(Access.Reader);
        void Post(string path, Func<HttpContext, TeamHouse, Seat, Task> act) =>
            app.MapPost("/c/{case}" + path, (RequestDelegate)(c => Within(c, act))).Needs(Access.Owner);
        Task Within(HttpContext context, Func<HttpContext, TeamHouse, Seat, Task> show) =>
            Routes.Within(context, new Desks(house.Shelf, Visitor.Of(context), new LastReplies()), (c, seat) => show(c, house, seat));
    }

    private static Task Health(HttpContext context, bool isWell)
    {
        context.Response.StatusCode = isWell ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(isWell ? "well\n" : "not ready\n");
    }
}
