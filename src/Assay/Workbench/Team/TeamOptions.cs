using System.Net;
using Assay.Cases.Casework;
using Assay.Cases.Team.Passwords;
using Assay.Reading.Intake.Stamps;
using NodaTime;

namespace Assay.Workbench.Team;

/// <summary>How the workbench is served to a team.</summary>
/// <param name="Place">A folder of cases, one case file, or a connection to PostgreSQL.</param>
/// <param name="Users">Where the people are kept: a file, or a connection to PostgreSQL with a schema of its own.</param>
/// <param name="Listen">What is listened on.</param>
/// <param name="Clock">The clock that everything is dated by.</param>
public sealed record TeamOptions(string Place, string Users, IPEndPoint Listen, IClock Clock)
{
    /// <summary>The address that people open, as their browsers see it; null for the one that is listened on.</summary>
    public Uri? Public { get; init; }

    /// <summary>Networks whose word is taken for who calls and by which scheme: those of a proxy before the server.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    /// <summary>What passwords are hashed with.</summary>
    public Argon2Settings Passwords { get; init; } = Argon2Settings.Default;

    /// <summary>How often things may be asked for.</summary>
    public TeamRates Rates { get; init; } = new();

    /// <summary>True where requests are told on standard error, a line of JSON each.</summary>
    public bool Logs { get; init; }

    /// <summary>Directory of the customs books that the cases name; null for none.</summary>
    public string? Lake { get; init; }

    /// <summary>Currency of the amounts of those books; null for the usual one.</summary>
    public string? Currency { get; init; }

    /// <summary>The roots that time stamps beside sources are trusted by.</summary>
    public StampTrust Trust { get; init; } = StampTrust.System;

    /// <summary>True where agents get no tool that writes.</summary>
    public bool AgentsOnlyRead { get; init; }

    /// <summary>Told of each step of long work, on the thread that works, which goes on when it returns: so a step can be held. Null for
    /// nobody.</summary>
    public Action<WorkStep>? Watched { get; init; }

    /// <summary>Where traces and metrics go by OTLP; null for nowhere.</summary>
    public Uri? Otlp { get; init; }
}

/// <summary>How often things may be asked for in a minute.</summary>
public sealed record TeamRates
{
    /// <summary>Signing in and opening links, by one address.</summary>
    public int Guesses { get; init; } = 20;

    /// <summary>Requests of the HTTP API, by one token or address.</summary>
    public int Api { get; init; } = 600;

    /// <summary>Uploads, by one person.</summary>
    public int Uploads { get; init; } = 30;

    /// <summary>Pages, by one person or address.</summary>
    public int Pages { get; init; } = 1200;
}
