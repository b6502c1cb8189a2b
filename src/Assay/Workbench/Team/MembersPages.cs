using System.Globalization;
using Assay.Cases.Casework;
using Assay.Cases.Team;
using Assay.Cases.Team.UseCases;
using Assay.Cases.Wording;
using Assay.Ground.Outcomes;
using Assay.Html;
using Microsoft.AspNetCore.Http;

namespace Assay.Workbench.Team;

/// <summary>Who is a member of a case. Every member sees it; owners of the case change it.</summary>
internal static class MembersPages
{
    /// <summary>Shows the members.</summary>
    public static Task Show(HttpContext context, TeamHouse house, Seat seat) => Page(context, house, seat, null, null, 200);

    /// <summary>Gives somebody a role.</summary>
    public static Task Set(HttpContext context, TeamHouse house, Seat seat)
    {
        var form = context.Request.Form;
        if (Fields.Role(form["role"]) is not { } role)
            return Page(context, house, seat, "The form names no role.", null, StatusCodes.Status422UnprocessableEntity);
        var (by, caller) = (TeamHouse.Known(context).Person, TeamHouse.Caller(context));
        return Went(context, house, seat, Members.Set(house.People, seat.Name, form["name"].ToString().Trim(), role, by, caller));
    }

    /// <summary>Takes a member out.</summary>
    public static Task Remove(HttpContext context, TeamHouse house, Seat seat)
    {
        var (by, caller) = (TeamHouse.Known(context).Person, TeamHouse.Caller(context));
        return Went(context, house, seat, Members.Remove(house.People, seat.Name, context.Request.Form["name"].ToString(), by, caller));
    }

    /// <summary>Makes an invitation, and shows its link this once.</summary>
    public static Task Invite(HttpContext context, TeamHouse house, Seat seat)
    {
        if (Fields.Role(context.Request.Form["role"]) is not { } role)
            return Page(context, house, seat, "The form names no role.", null, StatusCodes.Status422UnprocessableEntity);
        var made = Members.Invite(house.People, seat.Name, role, TeamHouse.Known(context).Person, TeamHouse.Caller(context));
        return made.Succeeded
            ? Page(context, house, seat, null, house.Link(made.Value), 200)
            : Page(context, house, seat, made.Error.ToString(), null, Answer.Status(made.Error));
    }

    /// <summary>Makes an invitation void.</summary>
    public static Task Withdraw(HttpContext context, TeamHouse house, Seat seat)
    {
        var id = long.TryParse(context.Request.Form["id"], CultureInfo.InvariantCulture, out var given) ? given : 0;
        var (by, caller) = (TeamHouse.Known(context).Person, TeamHouse.Caller(context));
        return Went(context, house, seat, Members.Withdraw(house.People, seat.Name, id, by, caller));
    }

    private static Task Went(HttpContext context, TeamHouse house, Seat seat, Result<bool> done) =>
        done.Succeeded
            ? Answer.Go(context, seat.Root + "/members")
            : Page(context, house, seat, done.Error.ToString(), null, Answer.Status(done.Error));

    private static Task Page(HttpContext context, TeamHouse house, Seat seat, string? wrong, string? link, int status)
    {
        var members = Members.List(house.People, seat.Name);
        var shown = ShowCase.Run(seat.Case);
        if (!members.Succeeded || !shown.Succeeded)
            return Answer.Wrong(context, members.Error ?? shown.Error!);
        var isOwner = seat.All.Visitor.Role(seat.Name) == CaseRole.Owner;
        return Answer.Page(
            context,
            html =>
                Frame.Write(
                    html,
                    "Members",
                    body =>
                    {
                        body.Write("<h1>Members</h1>\n");
                        Fields.Wrong(body, wrong);
                        Fields.Secret(body, "The invitation is made. Send its link to one person; it works once, for seven days.", link);
                        List(body, seat, members.Value, isOwner);
                        if (isOwner)
                            Forms(body, seat);
                    },
                    head => Frame.Case(head, seat, shown.Value.Title, "/members")
                ),
            status
        );
    }

    private static void List(HtmlWriter html, Seat seat, MembersReply reply, bool isOwner)
    {
        html.Write("<p class=\"lead\">Nobody else sees this case.</p><ul class=\"tiles\">");
        foreach (var member in reply.Members)
        {
            html.Write($"<li class=\"tile\"><h2><bdi>{member.Name}</bdi></h2><p>{member.Role}</p>");
            if (isOwner)
            {
                html.Write($"<form class=\"inline\" method=\"post\" action=\"{seat.Root}/members/remove\">");
                Frame.Key(html, seat.All);
                html.Write(
                    $"<input type=\"hidden\" name=\"name\" value=\"{member.Name}\"><button>Take out <span class=\"sr\">{member.Name}</span></button></form>"
                );
            }

            html.Write("</li>\n");
        }

        html.Write("</ul>\n");
        if (isOwner && reply.Open.Count > 0)
            Open(html, seat, reply);
    }

    private static void Open(HtmlWriter html, Seat seat, MembersReply reply)
    {
        html.Write("<h2>Invitations that were not used yet</h2><ul>");
        foreach (var (id, role, expires) in reply.Open)
        {
            var number = id.ToString(CultureInfo.InvariantCulture);
            html.Write($"<li>Number {number}, {EnumNames.Of(role)}, until {AccountPages.Moment(expires)} ");
            html.Write($"<form class=\"inline\" method=\"post\" action=\"{seat.Root}/members/withdraw\">");
            Frame.Key(html, seat.All);
            html.Write($"<input type=\"hidden\" name=\"id\" value=\"{number}\"><button>Withdraw number {number}</button></form></li>\n");
        }

        html.Write("</ul>\n");
    }

    private static void Forms(HtmlWriter html, Seat seat)
    {
        html.Write(
            $"<div class=\"two\"><form class=\"box\" method=\"post\" action=\"{seat.Root}/members\"><h2>Somebody with an account</h2>"
        );
        Frame.Key(html, seat.All);
        html.Write("<label for=\"name\">Name</label><input id=\"name\" name=\"name\" required maxlength=\"60\" autocomplete=\"off\">");
        Fields.Role(html, "role", CaseRole.Editor);
        html.Write("<p><button class=\"main\">Give the role</button></p></form>\n");
        html.Write($"<form class=\"box\" method=\"post\" action=\"{seat.Root}/members/invite\"><h2>An invitation</h2>");
        Frame.Key(html, seat.All);
        Fields.Role(html, "invited", CaseRole.Editor);
        html.Write(
            "<p class=\"faint\">A link for somebody who may have no account yet.</p><p><button>Make a link</button></p></form></div>\n"
        );
    }
}
