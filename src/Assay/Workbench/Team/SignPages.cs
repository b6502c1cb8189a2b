using Assay.Cases.Team.UseCases;
using Assay.Html;
using Microsoft.AspNetCore.Http;

namespace Assay.Workbench.Team;

/// <summary>Signing in and out.</summary>
internal static class SignPages
{
    private const string RefusedCode = "That code is not right, or was used before. Wait for the next one.";
    private const string Refused = "That name and password do not go together here.";

    /// <summary>Shows the form.</summary>
    public static Task Show(HttpContext context) =>
        Visitor.Of(context).Known is null ? Page(context, Back(context.Request.Query["back"]), null, 200) : Answer.Go(context, "/");

    /// <summary>Lets somebody in, or not; why not is not told.</summary>
    public static async Task Enter(HttpContext context, TeamHouse house)
    {
        var form = context.Request.Form;
        var back = Back(form["back"]);
        var request = new SignInRequest(
            form["name"].ToString().Trim(),
            form["password"].ToString(),
            house.Cookies.Browser(context),
            house.Cookies.Session(context)
        );
        var done = await Task.Run(() => SignIn.Run(house.People, request, TeamHouse.Caller(context)));
        if (!done.Succeeded)
            await Answer.Wrong(context, done.Error);
        else if (done.Value.Wait is { } wait)
            await RateRules.Later(context, wait.ToTimeSpan());
        else if (done.Value.Challenge is { } challenge)
        {
            house.Cookies.GiveChallenge(context, challenge);
            await Answer.Go(context, "/login/code" + (back == "/" ? "" : "?back=" + Uri.EscapeDataString(back)));
        }
        else if (done.Value.Session is not null)
            await Entered(context, house, done.Value, back);
        else
            await Page(context, back, Refused, StatusCodes.Status401Unauthorized);
    }

    /// <summary>Shows the form for the code of a second factor.</summary>
    public static Task ShowCode(HttpContext context, TeamHouse house)
    {
        var waits = house.Cookies.Challenge(context) is { } challenge ? SignInCode.Waits(house.People, challenge) : false;
        if (!waits.Succeeded)
            return Answer.Wrong(context, waits.Error);
        return waits.Value ? CodePage(context, Back(context.Request.Query["back"]), null, 200) : Answer.Go(context, "/login");
    }

    /// <summary>Lets somebody in by a code, after the password.</summary>
    public static async Task EnterCode(HttpContext context, TeamHouse house)
    {
        var form = context.Request.Form;
        var back = Back(form["back"]);
        var request = new CodeRequest(
            house.Cookies.Challenge(context) ?? "",
            form["code"].ToString(),
            house.Cookies.Browser(context),
            house.Cookies.Session(context)
        );
        var done = await Task.Run(() => SignInCode.Run(house.People, request, TeamHouse.Caller(context)));
        if (!done.Succeeded)
            await Page(context, back, done.Error.ToString(), StatusCodes.Status401Unauthorized);
        else if (done.Value.Wait is { } wait)
            await RateRules.Later(context, wait.ToTimeSpan());
        else if (done.Value.Session is null)
            await CodePage(context, back, RefusedCode, StatusCodes.Status401Unauthorized);
        else
        {
            house.Cookies.EndChallenge(context);
            await Entered(context, house, done.Value, back);
        }
    }

    private static Task Entered(HttpContext context, TeamHouse house, SignInReply reply, string back)
    {
        house.Cookies.GiveSession(context, reply.Session!);
        if (reply.Device is { } device)
            house.Cookies.GiveBrowser(context, device);
        return Answer.Go(context, back);
    }

    /// <summary>Ends the session.</summary>
    public static Task Leave(HttpContext context, TeamHouse house)
    {
        var secret = house.Cookies.Session(context);
        if (secret is not null)
            Sessions.End(house.People, secret, TeamHouse.Known(context).Person, TeamHouse.Caller(context));
        house.Cookies.EndSession(context);
        context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return Answer.Go(context, "/login");
    }

    // A place of this server, and no other, written as an address is.
    private static string Back(string? given) =>
        given is { Length: > 0 }
        && given[0] == '/'
        && (given.Length == 1 || given[1] is not ('/' or '\\'))
        && given.All(c => c is > ' ' and <= '~')
            ? given
            : "/";

    private static Task CodePage(HttpContext context, string back, string? wrong, int status) =>
        Answer.Page(
            context,
            html =>
                Frame.Write(
                    html,
                    "Code",
                    body =>
                    {
                        body.Write("<h1>The code</h1>\n");
                        Fields.Wrong(body, wrong);
                        body.Write("<form class=\"box\" method=\"post\" action=\"/login/code\">");
                        Frame.Key(body, Visitor.Of(context));
                        Fields.Code(body, "The code that your program shows, or a recovery code");
                        body.Write(
                            $"<input type=\"hidden\" name=\"back\" value=\"{back}\"><p><button class=\"main\">Sign in</button></p></form>\n<p class=\"faint\">Who has lost the device and the recovery codes asks an owner of the server. <a href=\"/login\">Begin anew</a></p>\n"
                        );
                    },
                    head => Frame.Top(head, Visitor.Nobody)
                ),
            status
        );

    private static Task Page(HttpContext context, string back, string? wrong, int status) =>
        Answer.Page(
            context,
            html =>
                Frame.Write(
                    html,
                    "Sign in",
                    body =>
                    {
                        body.Write("<h1>Sign in</h1>\n");
                        Fields.Wrong(body, wrong);
                        body.Write("<form class=\"box\" method=\"post\" action=\"/login\">");
                        Frame.Key(body, Visitor.Of(context));
                        Fields.Name(body);
                        Fields.Password(body, "password", "Password", isNew: false);
                        body.Write(
                            $"<input type=\"hidden\" name=\"back\" value=\"{back}\"><p><button class=\"main\">Sign in</button></p></form>\n<p class=\"faint\">Who has no password any more asks an owner of the server for a link.</p>\n"
                        );
                    },
                    head => Frame.Top(head, Visitor.Nobody)
                ),
            status
        );
}
