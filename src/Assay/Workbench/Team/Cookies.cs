using Microsoft.AspNetCore.Http;

namespace Assay.Workbench.Team;

/// <summary>The cookies of a server. No script reads them, no other site sends them with a form, and over HTTPS they go to this one host
/// alone (<c>__Host-</c>).</summary>
/// <param name="isSecure">True where the server is reached by HTTPS.</param>
/// <param name="port">The port, which tells servers on one machine apart.</param>
internal sealed class Cookies(bool isSecure, int port)
{
    private static readonly TimeSpan CodeLasts = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BrowserLasts = TimeSpan.FromDays(180);

    /// <summary>The secret of a session.</summary>
    public string? Session(HttpContext context) => context.Request.Cookies[Name("session")];

    /// <summary>The secret of a browser that somebody signed in with before.</summary>
    public string? Browser(HttpContext context) => context.Request.Cookies[Name("browser")];

    /// <summary>The secret that the forms of a stranger hang on.</summary>
    public string? Guest(HttpContext context) => context.Request.Cookies[Name("guest")];

    /// <summary>Gives a session.</summary>
    public void GiveSession(HttpContext context, string secret) => context.Response.Cookies.Append(Name("session"), secret, Options(null));

    /// <summary>Gives a browser its secret.</summary>
    public void GiveBrowser(HttpContext context, string secret) =>
        context.Response.Cookies.Append(Name("browser"), secret, Options(BrowserLasts));

    /// <summary>The secret of a sign-in that waits for a code.</summary>
    public string? Challenge(HttpContext context) => context.Request.Cookies[Name("code")];

    /// <summary>Gives the secret of a sign-in that waits for a code.</summary>
    public void GiveChallenge(HttpContext context, string secret) =>
        context.Response.Cookies.Append(Name("code"), secret, Options(CodeLasts));

    /// <summary>Takes it back.</summary>
    public void EndChallenge(HttpContext context) => context.Response.Cookies.Delete(Name("code"), Options(null));

    /// <summary>Gives a stranger a secret.</summary>
    public void GiveGuest(HttpContext context, string secret) => context.Response.Cookies.Append(Name("guest"), secret, Options(null));

    /// <summary>Takes the session back.</summary>
    public void EndSession(HttpContext context) => context.Response.Cookies.Delete(Name("session"), Options(null));

    private string Name(string what) => isSecure ? $"__Host-assay-{what}" : $"assay-{port}-{what}";

    private CookieOptions Options(TimeSpan? lasts) =>
        new()
        {
            HttpOnly = true,
            Secure = isSecure,
            SameSite = SameSiteMode.Lax,
            Path = "/",
            MaxAge = lasts,
            IsEssential = true,
        };
}
