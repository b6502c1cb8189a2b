using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Assay.Workbench;

/// <summary>
/// Who is let in. The first address holds a secret, which becomes a cookie that no script can read; every later request needs the cookie,
/// a Host that is this machine's (a name that somebody rebinds to it is refused), and for a form the key that only a page of the workbench
/// holds.
/// </summary>
/// <param name="who">Who works here, for the journal.</param>
internal sealed class Gate(string who)
{
    /// <summary>The parameter that holds the secret.</summary>
    public const string Parameter = "open";

    /// <summary>The field of a form that holds its key.</summary>
    public const string Field = "formkey";

    private readonly HashSet<string> hosts = new(StringComparer.OrdinalIgnoreCase);
    private string cookie = "";

    /// <summary>The secret.</summary>
    public string Secret { get; } = Random();

    /// <summary>The key of forms.</summary>
    public string FormKey { get; } = Random();

    /// <summary>Says which port is listened on.</summary>
    public void Open(int port)
    {
        hosts.UnionWith([$"127.0.0.1:{port}", $"localhost:{port}"]);
        cookie = $"assay-{port}";
    }

    /// <summary>Lets a request pass, or answers it.</summary>
    public async Task Pass(HttpContext context, RequestDelegate next)
    {
        Heads.Set(context.Response.Headers);
        new Visitor(who, FormKey, null).Put(context);
        var request = context.Request;
        if (!hosts.Contains(request.Host.Value ?? ""))
            await Refuse(context, StatusCodes.Status421MisdirectedRequest, "This is not the address of the workbench.");
        else if (request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none"))
            await Refuse(
                context,
                StatusCodes.Status403Forbidden,
                "Another site sent you here. Open the workbench by the address it printed."
            );
        else if (request.Path.StartsWithSegments(AgentRoutes.Root))
            await PassAgent(context, next);
        else if (Same(request.Query[Parameter].ToString(), Secret))
            Admit(context);
        else if (!Same(request.Cookies[cookie] ?? "", Secret))
            await Refuse(
                context,
                StatusCodes.Status403Forbidden,
                "The workbench is open to the one who started it. Use the address that 'assay serve' printed."
            );
        else if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsPost(request.Method))
            await Refuse(context, StatusCodes.Status405MethodNotAllowed, "The workbench knows GET and POST alone.");
        else if (HttpMethods.IsPost(request.Method) && await Form(context) is { } wrong)
            await Refuse(context, wrong.Status, wrong.Why);
        else
            await next(context);
    }

    // An agent brings the secret in a head, which no page of another site can set; a cookie or an address that holds it counts for nothing.
    private async Task PassAgent(HttpContext context, RequestDelegate next)
    {
        var (origin, given) = (context.Request.Headers.Origin.ToString(), context.Request.Headers.Authorization.ToString());
        if (origin.Length > 0 && !hosts.Any(h => origin.Equals("http://" + h, StringComparison.OrdinalIgnoreCase)))
            await Refuse(context, StatusCodes.Status403Forbidden, "Another site sent this.");
        else if (!Same(given, "Bearer " + Secret))
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            await Refuse(
                context,
                StatusCodes.Status401Unauthorized,
                "An agent needs the token that 'assay serve' printed: Authorization: Bearer …"
            );
        }
        else
            await next(context);
    }

    private async Task<(int Status, string Why)?> Form(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            return (StatusCodes.Status415UnsupportedMediaType, "The workbench takes forms alone.");
        Uploads.Widen(context);
        try
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            return Same(form[Field].ToString(), FormKey)
                ? null
                : (
                    StatusCodes.Status403Forbidden,
                    "The form is not one of this workbench, or of an earlier run of it. Load the page anew."
                );
        }
        catch (Exception e) when (e is BadHttpRequestException or InvalidDataException)
        {
            return (StatusCodes.Status413PayloadTooLarge, $"That was too large, or no form: {e.Message} Nothing was changed.");
        }
    }

    private void Admit(HttpContext context)
    {
        var options = new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Path = "/",
        };
        context.Response.Cookies.Append(cookie, Secret, options);
        context.Response.Redirect("/");
    }

    private static Task Refuse(HttpContext context, int status, string why)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(why + "\n");
    }

    private static bool Same(string given, string known) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(known));

    private static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
}
