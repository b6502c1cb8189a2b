using Assay.Cases.Team.UseCases;
using Assay.Cases.Wording;
using Assay.Html;
using Microsoft.AspNetCore.Http;

namespace Assay.Workbench.Team;

/// <summary>Links that are handed out once: to set the server up, to join a case, to set a new password. To look at one uses nothing
/// up.</summary>
internal static class LinkPages
{
    /// <summary>Shows what a link is for.</summary>
    public static Task Show(HttpContext context, TeamHouse house)
    {
        var link = Links.Look(house.People, Routes.Value(context, "secret"));
        return link.Succeeded ? Page(context, link.Value, null, 200) : Answer.Wrong(context, link.Error);
    }

    /// <summary>Does what a link is for.</summary>
    public static async Task Use(HttpContext context, TeamHouse house)
    {
        var (secret, form, caller) = (Routes.Value(context, "secret"), context.Request.Form, TeamHouse.Caller(context));
        var link = Links.Look(house.People, secret);
        if (!link.Succeeded)
        {
            await Answer.Wrong(context, link.Error);
            return;
        }

        var isMember = Visitor.Of(context).Known is not null && link.Value.Case is not null;
        var error = isMember
            ? Links.Join(house.People, secret, TeamHouse.Known(context).Person, caller).Error
            : await Task.Run(() =>
                link.Value.IsReset
                    ? ChangePassword.Reset(house.People, secret, form["new"].ToString(), caller).Error
                    : Links.MakeAccount(house.People, secret, form["name"].ToString().Trim(), form["new"].ToString(), caller).Error
            );
        if (error is not null)
            await Page(context, link.Value, error.ToString(), StatusCodes.Status422UnprocessableEntity);
        else
            await Answer.Go(context, isMember ? "/c/" + Uri.EscapeDataString(link.Value.Case!) : "/login");
    }

    private static Task Page(HttpContext context, LinkEntry link, string? wrong, int status) =>
        Answer.Page(
            context,
            html => Frame.Write(html, "Welcome", body => Write(body, context, link, wrong), head => Frame.Top(head, Visitor.Of(context))),
            status
        );

    private static void Write(HtmlWriter html, HttpContext context, LinkEntry link, string? wrong)
    {
        var visitor = Visitor.Of(context);
        var joins = visitor.Known is not null && link.Case is not null;
        html.Write($"<h1>{Title(link)}</h1>\n");
        if (link.Case is not null)
            html.Write(
                $"<p class=\"lead\"><bdi>{link.By}</bdi> invites you to be {EnumNames.Of(link.Role!.Value)} of the case <bdi>{link.Case}</bdi>.</p>\n"
            );
        if (link.Case is not null && !joins)
            html.Write(
                $"<p>If you have an account, <a href=\"/login?back={Uri.EscapeDataString(context.Request.Path)}\">sign in</a> first.</p>\n"
            );
        Fields.Wrong(html, wrong);
        html.Write($"<form class=\"box\" method=\"post\" action=\"{context.Request.Path.Value}\">");
        Frame.Key(html, visitor);
        if (!joins && !link.IsReset)
            Fields.Name(html);
        if (link.IsReset)
            Fields.Whose(html, link.For);
        if (!joins)
            Fields.Password(html, "new", "New password", isNew: true);
        html.Write(
            $"<p><button class=\"main\">{(joins ? "Join the case" : link.IsReset ? "Set the password" : "Make the account")}</button></p></form>\n"
        );
    }

    private static string Title(LinkEntry link) =>
        link switch
        {
            { IsSetUp: true } => "The first owner of this server",
            { IsReset: true } => $"A new password for {link.For}",
            _ => "An invitation",
        };
}
