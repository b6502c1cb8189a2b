using System.Globalization;
using Assay.Cases.Team;
using Assay.Cases.Team.UseCases;
using Assay.Cases.Wording;
using Assay.Ground.Outcomes;
using Assay.Html;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Assay.Workbench.Team;

/// <summary>What is one's own: password, sessions, tokens.</summary>
internal static class AccountPages
{
    /// <summary>Shows the page.</summary>
    public static Task Show(HttpContext context, TeamHouse house) => Page(context, house, null, null, 200);

    /// <summary>Changes the password; all other sessions end.</summary>
    public static async Task Password(HttpContext context, TeamHouse house)
    {
        var (person, form) = (TeamHouse.Known(context).Person, context.Request.Form);
        var done = await Task.Run(() =>
            ChangePassword.Run(house.People, person, form["old"].ToString(), form["new"].ToString(), TeamHouse.Caller(context))
        );
        if (!done.Succeeded)
        {
            await Page(context, house, done.Error.ToString(), null, Answer.Status(done.Error));
            return;
        }

        house.Cookies.GiveSession(context, done.Value);
        await Answer.Go(context, "/account");
    }

    /// <summary>Ends all other sessions.</summary>
    public static Task Others(HttpContext context, TeamHouse house)
    {
        var person = TeamHouse.Known(context).Person;
        return Went(context, house, Sessions.EndOthers(house.People, person, house.Cookies.Session(context)!, TeamHouse.Caller(context)));
    }

    /// <summary>Makes a token, and shows it this once.</summary>
    public static Task MakeToken(HttpContext context, TeamHouse house)
    {
        var (person, form) = (TeamHouse.Known(context).Person, context.Request.Form);
        var scope = form["scope"] == "write" ? TokenScope.Write : TokenScope.Read;
        var days = int.TryParse(form["days"], CultureInfo.InvariantCulture, out var given) ? given : 0;
        var made = Tokens.Make(house.People, person.Name, form["label"].ToString(), scope, days, TeamHouse.Caller(context));
        return made.Succeeded
            ? Page(context, house, null, made.Value, 200)
            : Page(context, house, made.Error.ToString(), null, Answer.Status(made.Error));
    }

    /// <summary>Takes a token back.</summary>
    public static Task Revoke(HttpContext context, TeamHouse house)
    {
        var id = long.TryParse(context.Request.Form["id"], CultureInfo.InvariantCulture, out var given) ? given : 0;
        return Went(context, house, Tokens.Revoke(house.People, TeamHouse.Known(context).Person, id, TeamHouse.Caller(context)));
    }

    private static Task Went(HttpContext context, TeamHouse house, Result<bool> done) =>
        done.Succeeded ? Answer.Go(context, "/account") : Page(context, house, done.Error.ToString(), null, Answer.Status(done.Error));

    private static Task Page(HttpContext context, TeamHouse house, string? wrong, string? token, int status)
    {
        var visitor = Visitor.Of(context);
        var sessions = Sessions.List(house.People, visitor.Known!.Person, house.Cookies.Session(context) ?? "");
        var tokens = Tokens.List(house.People, visitor.Known!.Person);
        var factor = SecondFactor.Look(house.People, visitor.Known!.Person, house.Public!.Host);
        if (!sessions.Succeeded || !tokens.Succeeded || !factor.Succeeded)
            return Answer.Wrong(context, sessions.Error ?? tokens.Error ?? factor.Error!);
        return Answer.Page(
            context,
            html =>
                Frame.Write(
                    html,
                    "Account",
                    body =>
                    {
                        body.Write($"<h1>Account of <bdi>{visitor.Who}</bdi></h1>\n");
                        Fields.Wrong(body, wrong);
                        Fields.Secret(body, "The token is made.", token);
                        ChangeForm(body, visitor);
                        body.Write(
                            $"<section><h2>Second factor</h2><p>{(factor.Value.Since is { } since ? $"A code is asked for after the password since {Moment(since)}." : "None: the password alone lets in.")} <a href=\"/account/factor\">{(factor.Value.Since is null ? "Set it up" : "Change it")}</a></p></section>\n"
                        );
                        SessionList(body, visitor, sessions.Value);
                        TokenList(body, visitor, tokens.Value, house.People.Clock.GetCurrentInstant());
                        TokenForm(body, visitor);
                    },
                    head => Frame.Top(head, visitor)
                ),
            status
        );
    }

    private static void ChangeForm(HtmlWriter html, Visitor visitor)
    {
        html.Write("<form class=\"box\" method=\"post\" action=\"/account/password\"><h2>Password</h2>");
        Frame.Key(html, visitor);
        Fields.Whose(html, visitor.Who);
        Fields.Password(html, "old", "Present password", isNew: false);
        Fields.Password(html, "new", "New password", isNew: true);
        html.Write("<p class=\"faint\">All other sessions end.</p><p><button class=\"main\">Change the password</button></p></form>\n");
    }

    private static void SessionList(HtmlWriter html, Visitor visitor, IReadOnlyList<SessionEntry> sessions)
    {
        html.Write("<section><h2>Sessions</h2><ul>");
        foreach (var session in sessions)
            html.Write(
                $"<li><bdi>{session.Agent}</bdi> <span class=\"faint\">since {Moment(session.Created)}, last used {Moment(session.Seen)}{(session.IsThis ? "; this one" : "")}</span></li>\n"
            );
        html.Write("</ul><form method=\"post\" action=\"/account/sessions\">");
        Frame.Key(html, visitor);
        html.Write("<button>End all others</button></form></section>\n");
    }

    private static void TokenList(HtmlWriter html, Visitor visitor, IReadOnlyList<TokenEntry> tokens, Instant now)
    {
        html.Write("<section><h2>Tokens of the HTTP API</h2>\n");
        if (tokens.Count == 0)
            html.Write("<p class=\"none\">There is none.</p>");
        html.Write("<ul>");
        foreach (var token in tokens)
        {
            var state =
                token.IsRevoked ? "taken back"
                : token.Expires <= now ? "run out"
                : "until " + Moment(token.Expires);
            html.Write($"<li><bdi>{token.Label}</bdi> <span class=\"faint\">{EnumNames.Of(token.Scope)}, {state}</span>");
            if (!token.IsRevoked && token.Expires > now)
            {
                html.Write("<form class=\"inline\" method=\"post\" action=\"/account/tokens/revoke\">");
                Frame.Key(html, visitor);
                html.Write(
                    $"<input type=\"hidden\" name=\"id\" value=\"{token.Id.ToString(CultureInfo.InvariantCulture)}\"><button>Take back <span class=\"sr\">{token.Label}</span></button></form>"
                );
            }

            html.Write("</li>\n");
        }

        html.Write("</ul></section>\n");
    }

    private static void TokenForm(HtmlWriter html, Visitor visitor)
    {
        html.Write("<form class=\"box\" method=\"post\" action=\"/account/tokens\"><h2>A new token</h2>");
        Frame.Key(html, visitor);
        html.Write(
            $"<label for=\"label\">What is it for?</label><input id=\"label\" name=\"label\" required maxlength=\"100\" autocomplete=\"off\"><label for=\"scope\">Good for</label><select id=\"scope\" name=\"scope\"><option value=\"read\">reading</option><option value=\"write\">reading and writing</option></select><label for=\"days\">Days it lasts</label><input id=\"days\" name=\"days\" type=\"number\" min=\"1\" max=\"{Tokens.MostDays}\" value=\"30\" required><p><button class=\"main\">Make the token</button></p></form>\n"
        );
    }

    /// <summary>A time as pages show it.</summary>
    internal static string Moment(Instant at) => at.ToString("uuuu'-'MM'-'dd' 'HH':'mm' UTC'", CultureInfo.InvariantCulture);
}
