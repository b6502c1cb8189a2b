using Microsoft.AspNetCore.Builder;

namespace Assay.Workbench;

/// <summary>Who may use an address.</summary>
internal enum Access
{
    /// <summary>Anyone: what a stranger needs to come in, and what tells nothing.</summary>
    Anyone,

    /// <summary>Whoever is signed in.</summary>
    Person,

    /// <summary>Owners of the server.</summary>
    ServerOwner,

    /// <summary>Members of the case that the address names.</summary>
    Reader,

    /// <summary>Members of the case who may change it.</summary>
    Editor,

    /// <summary>Owners of the case.</summary>
    Owner,
}

/// <summary>What an address needs. Every address has it; one without is not served to a team.</summary>
/// <param name="Access">Who may use it.</param>
internal sealed record Needs(Access Access)
{
    /// <summary>True for pages with forms for strangers, who have no session to take the key of forms from.</summary>
    public bool HasGuestForm { get; init; }

    /// <summary>True where the name and scheme by which it is asked for do not matter: a probe asks by the number of the machine.</summary>
    public bool IsProbe { get; init; }

    /// <summary>True for the HTTP API: known by its token, never by a cookie, and answered in JSON.</summary>
    public bool IsApi { get; init; }

    /// <summary>True where reading is asked for by POST too: what may be written is then for the address itself to say.</summary>
    public bool ReadsByPost { get; init; }

    /// <summary>True where it serves whoever has to set a second factor up before anything else.</summary>
    public bool IsForSetUp { get; init; }

    /// <summary>How often it may be asked for.</summary>
    public Rate Rate { get; init; }
}

/// <summary>How often an address may be asked for, by one person or from one place.</summary>
internal enum Rate
{
    /// <summary>As often as pages are looked at.</summary>
    Page,

    /// <summary>As often as a program asks.</summary>
    Api,

    /// <summary>As often as sources are added.</summary>
    Upload,

    /// <summary>As often as somebody types a password: counted by the address it comes from.</summary>
    Guess,

    /// <summary>As often as wanted.</summary>
    Free,
}

/// <summary>Says of an address who may use it.</summary>
internal static class NeedsOfAddresses
{
    /// <summary>Says who may use the address.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder builder, Access access)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new Needs(access));

    /// <summary>Says what the address needs.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder builder, Needs needs)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(needs);
}
