using System.Globalization;
using Assay.Cases.Team.UseCases;
using Assay.Ground.Outcomes;
using Assay.Html;
using Microsoft.AspNetCore.Http;

namespace Assay.Workbench.Team;

/// <summary>The second factor of whoever is signed in: set up, confirmed by a code, turned off.</summary>
internal static class FactorPages
{
    /// <summary>Shows the page.</summary>
    public static Task Show(HttpContext context, TeamHouse house) => Page(context, house, null, [], 200);

    /// <summary>Begins to set it up.</summary>
    public static async Task Begin(HttpContext context, TeamHouse house)
    {
        var (person, password) = (TeamHouse.Known(context).Person, context.Request.Form["old"].ToString());
        var done = await Task.Run(() => SecondFactor.Begin(house.People, person, password, TeamHouse.Caller(context)));
        await (done.Succeeded ? Answer.Go(context, "/account/factor") : Wrong(context, house, done.Error));
    }

    /// <summary>Confirms it by its first code, and shows the recovery codes this once.</summary>
    public static Task Confirm(HttpContext context, TeamHouse house)
    {
        var code = context.Request.Form["code"].ToString();
        return Went(context, house, SecondFactor.Confirm(house.People, TeamHouse.Known(context).Person, code, TeamHouse.Caller(context)));
    }

    /// <summary>Makes new recovery codes, or turns it off.</summary>
    public static async Task Change(HttpContext context, TeamHouse house)
    {
        var (person, form, caller) = (TeamHouse.Known(context).Person, context.Request.Form, TeamHouse.Caller(context));
        var (password, code) = (form["old"].ToString(), form["code"].ToString());
        var done = await Task.Run(() =>
            form["does"].ToString() switch
            {
                "off" => SecondFactor.TurnOff(house.People, person, password, code, caller),
                "renew" => SecondFactor.Renew(house.People, person, password, code, caller),
                _ => new Error(ErrorKind.Usage, "That is nothing that can be done here.", "Use the buttons of the page."),
            }
        );
        await Went(context, house, done);
    }

    private static Task Went(HttpContext context, TeamHouse house, Result<FactorReply> done)
    {
        if (!done.Succeeded)
            return Wrong(context, house, done.Error);
        var (session, recovery) = done.Value;
        house.Cookies.GiveSession(context, session);
        return recovery.Count == 0 ? Answer.Go(context, "/account") : Page(context, house, null, recovery, 200, session);
    }

    private static Task Wrong(HttpContext context, TeamHouse house, Error error) =>
        Page(context, house, error.ToString(), [], Answer.Status(error));

    private static Task Page(
        HttpContext context,
        TeamHouse house,
        string? wrong,
        IReadOnlyList<string> recovery,
        int status,
        string? session = null
    )
    {
        var visitor = Visitor.Of(context);
        if (session is not null) // the forms of the page are those of the session that began
            visitor = visitor with { FormKey = Door.FormKey(session) };
        var found = SecondFactor.Look(house.People, visitor.Known!.Person, house.Public!.Host);
        if (!found.Succeeded)
            return Answer.Wrong(context, found.Error);
        return Answer.Page(
            context,
            html =>
                Frame.Write(
                    html,
                    "Second factor",
                    body =>
                    {
                        body.Write("<h1>Second factor</h1>\n");
                        Fields.Wrong(body, wrong);
                        Recovery(body, recovery);
                        if (found.Value.Since is not null)
                            On(body, visitor, found.Value);
                        else
                            Off(body, visitor, found.Value.Setup);
                    },
                    head => Frame.Top(head, visitor)
                ),
            status
        );
    }

    private static void Recovery(HtmlWriter html, IReadOnlyList<string> codes)
    {
        if (codes.Count == 0)
            return;
        html.Write(
            "<div class=\"did\" role=\"status\"><p>These are your recovery codes, for the day on which the device is lost: each works once, and none from before does. They are shown this once; write them down where nobody else looks. All your other sessions have ended.</p><ul class=\"recovery\">"
        );
        foreach (var code in codes)
            html.Write($"<li><code class=\"secret\">{code}</code></li>");
        html.Write("</ul></div>\n");
    }

    private static void Off(HtmlWriter html, Visitor visitor, FactorSetup? setup)
    {
        if (visitor.Known!.LacksFactor)
            html.Write("<p class=\"note\" role=\"status\">This server asks everybody for a second factor. Set yours up to go on.</p>\n");
        html.Write(
            "<p class=\"lead\">After the password, the server can ask for a code that a program on your telephone or computer shows: whoever learns the password alone does not come in.</p>\n"
        );
        if (setup is not null)
        {
            html.Write("<section class=\"box\"><h2>Put this into the program</h2>\n");
            QrCode.Write(html, setup.Address, "The secret as squares to point a camera at; it is written below, too");
            html.Write(
                $"<p>Or type it: <code class=\"secret\" id=\"factor\">{setup.Secret}</code></p><p><a href=\"{setup.Address}\">Open it in a program on this device</a></p>\n<form method=\"post\" action=\"/account/factor/confirm\">"
            );
            Frame.Key(html, visitor);
            Fields.Code(html, "The code that the program shows now");
            html.Write("<p><button class=\"main\">Turn it on</button></p></form></section>\n");
        }

        html.Write("<form class=\"box\" method=\"post\" action=\"/account/factor/begin\">");
        html.Write($"<h2>{(setup is null ? "Set it up" : "Begin anew with another secret")}</h2>");
        Frame.Key(html, visitor);
        Fields.Whose(html, visitor.Who);
        Fields.Password(html, "old", "Present password", isNew: false);
        html.Write("<p><button>Make a secret</button></p></form>\n");
    }

    private static void On(HtmlWriter html, Visitor visitor, FactorEntry factor)
    {
        html.Write(
            $"<p class=\"lead\">A code is asked for since {AccountPages.Moment(factor.Since!.Value)}. {factor.Left.ToString(CultureInfo.InvariantCulture)} recovery codes are left.</p>\n<form class=\"box\" method=\"post\" action=\"/account/factor/change\"><h2>Change it</h2>"
        );
        Frame.Key(html, visitor);
        Fields.Whose(html, visitor.Who);
        Fields.Password(html, "old", "Present password", isNew: false);
        Fields.Code(html, "A code, or a recovery code");
        html.Write(
            "<p><button name=\"does\" value=\"renew\">Make new recovery codes</button> <button name=\"does\" value=\"off\">Turn it off</button></p><p class=\"faint\">All your other sessions end.</p></form>\n"
        );
    }
}
