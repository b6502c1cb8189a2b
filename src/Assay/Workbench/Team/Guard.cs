using Assay.Cases.Team;
using Assay.Ground.Outcomes;
using Assay.Workbench.Api;
using Microsoft.AspNetCore.Http;

namespace Assay.Workbench.Team;

/// <summary>
/// The one place that says who may do what. An address says what it needs (<see cref="Needs"/>); one that says nothing is not served. A
/// case
/// that somebody is no member of is not there for them: the answer is the one of a case that never was. What changes something needs the
/// key that only pages of the session hold, or a token that may write.
/// </summary>
internal static class Guard
{
    /// <summary>Lets a request pass, or answers it.</summary>
    public static async Task Pass(HttpContext context, RequestDelegate next)
    {
        var (needs, visitor) = (context.GetEndpoint()?.Metadata.GetMetadata<Needs>(), Visitor.Of(context));
        if (needs is null)
            await Refusals.Say(context, StatusCodes.Status404NotFound, "There is no such address.");
        else if (needs.Access != Access.Anyone && visitor.Known is null)
            await Challenge(context, needs);
        else if (needs is { Access: not Access.Anyone, IsForSetUp: false } && visitor.Known is { LacksFactor: true })
            await SetUpFirst(context, needs);
        else if (needs.Access == Access.ServerOwner && !visitor.Known!.Person.IsOwner)
            await Refusals.Say(context, StatusCodes.Status404NotFound, "There is no such address.");
        else if (needs.Access >= Access.Reader && Refused(context, needs, visitor) is { } refused)
            await refused;
        else if (await Unsafe(context, needs, visitor) is { } wrong)
            await Refusals.Say(context, wrong.Status, wrong.Why);
        else
            await next(context);
    }

    private static Task? Refused(HttpContext context, Needs needs, Visitor visitor)
    {
        var name = Routes.Value(context, "case");
        if (!visitor.Sees(name))
        {
            var none = CaseShelf.None(name);
            return needs.IsApi ? Problems.Of(none).ExecuteAsync(context) : Answer.Wrong(context, none);
        }

        var (has, wanted) = (visitor.Role(name), Role(needs.Access));
        if (has >= wanted)
            return null;
        var why = wanted == CaseRole.Owner ? "Only owners of the case do that." : "You read this case; its editors change it.";
        return Refusals.Say(context, StatusCodes.Status403Forbidden, why + " Nothing was changed.");
    }

    private static CaseRole Role(Access access) =>
        access switch
        {
            Access.Reader => CaseRole.Reader,
            Access.Editor => CaseRole.Editor,
            _ => CaseRole.Owner,
        };

    private static Task Challenge(HttpContext context, Needs needs)
    {
        if (needs.IsApi)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return Refusals.Say(context, StatusCodes.Status401Unauthorized, "A token that counts is needed: Authorization: Bearer assay_…");
        }

        if (!HttpMethods.IsGet(context.Request.Method))
            return Refusals.Say(
                context,
                StatusCodes.Status401Unauthorized,
                "You are not signed in, or no longer. Nothing was changed; sign in and do it again."
            );
        var back = context.Request.Path + context.Request.QueryString;
        return Answer.Go(context, back == "/" ? "/login" : "/login?back=" + Uri.EscapeDataString(back));
    }

    private static Task SetUpFirst(HttpContext context, Needs needs) =>
        !needs.IsApi && HttpMethods.IsGet(context.Request.Method)
            ? Answer.Go(context, "/account/factor")
            : Refusals.Say(
                context,
                StatusCodes.Status403Forbidden,
                "This server asks everybody for a second factor, and you have none yet. Set it up on the page Account. Nothing was changed."
            );

    private static async Task<(int Status, string Why)?> Unsafe(HttpContext context, Needs needs, Visitor visitor)
    {
        var method = context.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method))
            return null;
        if (needs.IsApi)
            return visitor.Known is { Scope: TokenScope.Write } || needs.Access == Access.Anyone || needs.ReadsByPost
                ? null
                : (StatusCodes.Status403Forbidden, "The token is for reading alone. Nothing was changed.");
        return HttpMethods.IsPost(method)
            ? await Form(context, visitor)
            : (StatusCodes.Status405MethodNotAllowed, "Pages know GET and POST alone.");
    }

    private static async Task<(int Status, string Why)?> Form(HttpContext context, Visitor visitor)
    {
        if (!context.Request.HasFormContentType)
            return (StatusCodes.Status415UnsupportedMediaType, "Pages take forms alone.");
        Uploads.Widen(context);
        try
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            var isOurs = visitor.FormKey.Length > 0 && Secret.Same(form[Gate.Field].ToString(), visitor.FormKey);
            return isOurs
                ? null
                : (StatusCodes.Status403Forbidden, "The form is not one of this session. Load the page anew. Nothing was changed.");
        }
        catch (Exception e) when (e is BadHttpRequestException or InvalidDataException)
        {
            return (StatusCodes.Status413PayloadTooLarge, $"That was too large, or no form: {e.Message} Nothing was changed.");
        }
    }
}
