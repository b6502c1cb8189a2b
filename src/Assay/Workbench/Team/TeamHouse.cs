using Assay.Cases.Team.UseCases;
using Microsoft.AspNetCore.Http;

namespace Assay.Workbench.Team;

/// <summary>What the pages of a team work with.</summary>
/// <param name="people">The people.</param>
/// <param name="shelf">The cases.</param>
internal sealed class TeamHouse(OpenedTeam people, CaseShelf shelf)
{
    /// <summary>The people.</summary>
    public OpenedTeam People { get; } = people;

    /// <summary>The cases.</summary>
    public CaseShelf Shelf { get; } = shelf;

    /// <summary>The address that people open; null until it is known.</summary>
    public Uri? Public { get; private set; }

    /// <summary>The cookies.</summary>
    public Cookies Cookies { get; private set; } = new(false, 0);

    /// <summary>Says which address people open.</summary>
    public void Open(Uri address)
    {
        Cookies = new Cookies(address.Scheme == Uri.UriSchemeHttps, address.Port);
        Public = address;
    }

    /// <summary>A link that is handed out.</summary>
    public string Link(string secret) => new Uri(Public!, "/link/" + secret).AbsoluteUri;

    /// <summary>Who calls.</summary>
    public static Caller Caller(HttpContext context) =>
        new(context.Connection.RemoteIpAddress?.ToString(), context.Request.Headers.UserAgent.ToString());

    /// <summary>Who is signed in; the address was asked to be for such people alone.</summary>
    public static Recognised Known(HttpContext context) => Visitor.Of(context).Known!;
}
