using Assay.Cases.Team;
using Assay.Cases.Team.UseCases;
using Microsoft.AspNetCore.Http;

namespace Assay.Workbench.Team;

/// <summary>
/// What every request passes first. It has to ask for the server by its own name (a name that somebody rebinds to it is refused), to have
/// come by HTTPS where the server is reached so, and not to have been made by another site; then it is found out whose it is.
/// </summary>
internal sealed class Door(TeamHouse house)
{
    private const string Bearer = "Bearer ";
    private const string Form = "form";
    private const string Silent = "The store of users does not answer. Try again in a moment.";
    private HashSet<string>? hosts;

    /// <summary>Lets a request pass, or answers it.</summary>
    public async Task Pass(HttpContext context, RequestDelegate next)
    {
        Heads.Set(context.Response.Headers);
        var isSecure = house.Public?.Scheme == Uri.UriSchemeHttps;
        if (isSecure)
            context.Response.Headers.StrictTransportSecurity = "max-age=31536000";
        var needs = context.GetEndpoint()?.Metadata.GetMetadata<Needs>();
        if (needs is { IsProbe: true })
            await next(context);
        else if (!IsOurs(context.Request.Host))
            await Refusals.Say(context, StatusCodes.Status421MisdirectedRequest, "This is not the address of the server.");
        else if (isSecure && !context.Request.IsHttps)
            await Refusals.Say(
                context,
                StatusCodes.Status403Forbidden,
                "The server is reached by HTTPS alone. The proxy before it has to say so (X-Forwarded-Proto), from a network named by --behind-proxy."
            );
        else if (IsOfAnotherSite(context.Request) || needs is { IsApi: true } && !IsOwnOrigin(context.Request))
            await Refusals.Say(context, StatusCodes.Status403Forbidden, "Another site sent this. Open the page itself.");
        else if (Recognise(context, needs) is { } error)
            await Refusals.Say(context, StatusCodes.Status503ServiceUnavailable, error);
        else
            await next(context);
    }

    // A link in a mail may lead here; nothing else that another site makes a browser ask for.
    private static bool IsOfAnotherSite(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none")
            return false;
        var isLink = HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Mode"].ToString() == "navigate";
        return !isLink || request.Headers["Sec-Fetch-Dest"].ToString() is not ("" or "document");
    }

    // Programs send none; a page that sends one has to be of this server.
    private bool IsOwnOrigin(HttpRequest request) =>
        request.Headers.Origin.ToString() is not { Length: > 0 } origin
        || Uri.TryCreate(origin, UriKind.Absolute, out var from)
            && from.Scheme == house.Public!.Scheme
            && IsOurs(new HostString(from.Authority));

    private string? Recognise(HttpContext context, Needs? needs)
    {
        if (needs is { IsApi: true })
            return ByToken(context);
        Guest(context, needs);
        if (house.Cookies.Session(context) is not { } secret)
            return null;
        var found = Sessions.Recognise(house.People, secret);
        if (!found.Succeeded)
            return Silent;
        if (found.Value is { } known)
            new Visitor(known.Person.Name, FormKey(secret), known) { IsOfTeam = true }.Put(context);
        return null;
    }

    private string? ByToken(HttpContext context)
    {
        (Visitor.Nobody with { IsOfTeam = true }).Put(context);
        var head = context.Request.Headers.Authorization.ToString();
        if (!head.StartsWith(Bearer + Tokens.Prefix, StringComparison.Ordinal))
            return null;
        var found = Tokens.Recognise(house.People, head[Bearer.Length..].Trim());
        if (!found.Succeeded)
            return Silent;
        if (found.Value is { } known)
            new Visitor(known.Person.Name, "", known) { IsOfTeam = true }.Put(context);
        return null;
    }

    /// <summary>The key of the forms of a session.</summary>
    internal static string FormKey(string session) => Secret.Derive(session, Form);

    private void Guest(HttpContext context, Needs? needs)
    {
        var secret = house.Cookies.Guest(context);
        if (secret is not { Length: 43 } && needs is { HasGuestForm: true } && HttpMethods.IsGet(context.Request.Method))
            house.Cookies.GiveGuest(context, secret = Secret.New());
        new Visitor("", secret is { Length: 43 } ? Secret.Derive(secret, Form) : "", null) { IsOfTeam = true }.Put(context);
    }

    private bool IsOurs(HostString host)
    {
        if (house.Public is not { } address)
            return false;
        return (hosts ??= HostsOf(address)).Contains(host.Value ?? "");
    }

    private static HashSet<string> HostsOf(Uri address)
    {
        var hosts = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { address.Authority };
        if (address.IsLoopback)
            hosts.UnionWith([$"127.0.0.1:{address.Port}", $"localhost:{address.Port}"]);
        return hosts;
    }
}
