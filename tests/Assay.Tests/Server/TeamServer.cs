using System.Net;
using Assay.Cases.Team;
using Assay.Cases.Team.Passwords;
using Assay.Cases.Team.UseCases;
using Assay.Cases.Tests.Casework;
using Assay.Workbench.Team;
using NodaTime;

namespace Assay.Tests.Server;

/// <summary>A server for a team on a folder of its own, gone with the test. Its clock goes on when it is told to.</summary>
internal sealed class TeamServer : IAsyncDisposable
{
    public const string Password = "nine purple barges under the pier";
    public static readonly Argon2Settings Cheap = new(64, 1, 1);
    private readonly DirectoryInfo folder;

    private TeamServer(DirectoryInfo folder, TeamBench bench, MovedClock clock, string users)
    {
        (this.folder, Bench, Clock, Users) = (folder, bench, clock, users);
        Root = $"http://127.0.0.1:{Listened(bench)}";
    }

    public static TheoryData<string> Stores => ["SQLite", "PostgreSQL"];

    public TeamBench Bench { get; }

    public MovedClock Clock { get; }

    public string Users { get; }

    public string Root { get; }

    public string Cases => folder.FullName;

    public static async Task<TeamServer> Open(string store = "SQLite", Func<TeamOptions, TeamOptions>? with = null)
    {
        var folder = Directory.CreateTempSubdirectory("assay-team");
        var (users, clock) = (store == "SQLite" ? Path.Combine(folder.FullName, "users.db") : PostgresServer.Place(), new MovedClock());
        var options = new TeamOptions(folder.FullName, users, new IPEndPoint(IPAddress.Loopback, 0), clock) { Passwords = Cheap };
        var started = await TeamBench.Start(with is null ? options : with(options));
        Assert.True(started.Succeeded, started.Error?.ToString());
        return new TeamServer(folder, started.Value, clock, users);
    }

    /// <summary>A browser in which nobody is signed in.</summary>
    public WebVisitor Stranger() => new(this);

    /// <summary>The first owner, signed in.</summary>
    public async Task<WebVisitor> Owner(string name = "Ada")
    {
        var visitor = Stranger();
        await visitor.UseLink(LinkPath(Bench.SetUpLink().Value!), name);
        await visitor.SignIn(name);
        return visitor;
    }

    /// <summary>Somebody in a role of a case, signed in.</summary>
    public async Task<WebVisitor> Member(WebVisitor owner, string @case, string role, string name)
    {
        var made = await owner.Post($"/c/{@case}/members/invite", ("role", role));
        var visitor = Stranger();
        await visitor.UseLink(LinkPath(made.Secret), name);
        await visitor.SignIn(name);
        return visitor;
    }

    /// <summary>Somebody who is a member of nothing, signed in.</summary>
    public async Task<WebVisitor> Outsider(WebVisitor owner, string name)
    {
        var visitor = Stranger();
        await visitor.UseLink(LinkPath((await owner.Post("/people/invite")).Secret), name);
        await visitor.SignIn(name);
        return visitor;
    }

    /// <summary>A token of a person.</summary>
    public string Token(string name, TokenScope scope = TokenScope.Write, int days = 30) =>
        Tokens.Make(Bench.People, name, "test", scope, days, new Caller(null)).Value;

    /// <summary>What the audit log says, the newest first: "Ada signed in".</summary>
    public IReadOnlyList<string> Audit() =>
        [.. Accounts.Audit(Bench.People, null, 1000).Value.Select(a => $"{a.Who} {a.Act} {a.About} {a.Case}".Trim())];

    public static string LinkPath(string link) => new Uri(link).AbsolutePath;

    public async ValueTask DisposeAsync()
    {
        await Bench.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static int Listened(TeamBench bench) => bench.Port;
}

/// <summary>A clock that is moved by hand.</summary>
internal sealed class MovedClock : IClock
{
    private Instant now = Instant.FromUtc(2024, 3, 1, 9, 0);

    public Instant GetCurrentInstant() => now;

    public void Move(Duration by) => now += by;
}
