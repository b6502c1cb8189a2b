using System.Net;
using Assay.Cases.Team.UseCases;
using Assay.Ground.Outcomes;
using Assay.Workbench.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Assay.Workbench.Team;

/// <summary>The workbench as a server for a team: accounts, roles, sessions, tokens.</summary>
public sealed class TeamBench : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly CaseShelf shelf;

    private TeamBench(WebApplication app, TeamHouse house)
    {
        (this.app, shelf, People) = (app, house.Shelf, house.People);
        (Address, Port) = (house.Public!, Heard(app).Port);
    }

    /// <summary>The address that people open.</summary>
    public Uri Address { get; }

    /// <summary>The port that is listened on.</summary>
    public int Port { get; }

    /// <summary>The people.</summary>
    public OpenedTeam People { get; }

    /// <summary>The addresses that are served, for those who ask what each needs.</summary>
    internal IReadOnlyList<Endpoint> Endpoints => [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints)];

    /// <summary>Starts the server.</summary>
    /// <param name="options">How it is served.</param>
    /// <returns>The server, ready; or why it cannot be.</returns>
    public static async Task<Result<TeamBench>> Start(TeamOptions options)
    {
        if (Wrong(options) is { } wrong)
            return wrong;
        var shelf = CaseShelf.Of(
            new BenchOptions(options.Place, "", options.Clock)
            {
                Lake = options.Lake,
                Currency = options.Currency,
                Trust = options.Trust,
                Watched = options.Watched,
            }
        );
        if (!shelf.Succeeded)
            return shelf.Error;
        var people = OpenedTeam.Open(options.Users, options.Clock, options.Passwords);
        if (!people.Succeeded)
        {
            shelf.Value.Dispose();
            return people.Error;
        }

        people.Value.Prepare();
        var house = new TeamHouse(people.Value, shelf.Value);
        var app = Build(options, house);
        try
        {
            await app.StartAsync();
        }
        catch (IOException e)
        {
            shelf.Value.Dispose();
            people.Value.Dispose();
            await app.DisposeAsync();
            return new Error(ErrorKind.Output, $"The server cannot listen on {options.Listen}: {e.Message}", "Choose another with --urls.");
        }

        house.Open(options.Public ?? Heard(app));
        return new TeamBench(app, house);
    }

    /// <summary>A link by which the first owner makes an account; null where the server has an owner.</summary>
    public Result<string?> SetUpLink() =>
        Links.SetUp(People).Match(s => (Result<string?>)(s is null ? null : new Uri(Address, "/link/" + s).AbsoluteUri), e => e);

    /// <summary>Serves until the token is cancelled.</summary>
    public async Task Serve(CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        catch (OperationCanceledException)
        {
            await app.StopAsync(CancellationToken.None);
        }
    }

    /// <summary>Stops the server and closes the cases.</summary>
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        shelf.Dispose();
        People.Dispose();
    }

    private static Error? Wrong(TeamOptions options)
    {
        if (options.Public is { Scheme: not ("http" or "https") } or { AbsolutePath: not "/" })
            return new Error(
                ErrorKind.Usage,
                $"{options.Public} is no address of a server.",
                "Write it as --public https://assay.example.org"
            );
        if (options.Public is { Scheme: "http", IsLoopback: false })
            return new Error(
                ErrorKind.Usage,
                "A team is served by HTTPS: passwords would go over the network for everyone to read.",
                "Put a proxy with a certificate before the server, and name its address: --public https://assay.example.org"
            );
        return options.Public is null && !IPAddress.IsLoopback(options.Listen.Address)
            ? new Error(
                ErrorKind.Usage,
                $"{options.Listen} is reached by other machines, and it is not said by which address people open it.",
                "Name it: --public https://assay.example.org"
            )
            : null;
    }

    /// <summary>A server that is never started and works with nothing: what its addresses are can be asked of it.</summary>
    internal static WebApplication Described()
    {
        var options = new TeamOptions("", "", new IPEndPoint(IPAddress.Loopback, 0), NodaTime.SystemClock.Instance);
        var app = Build(options, new TeamHouse(null!, null!));
#pragma warning disable ASP0014 // the addresses are known to the server's services from here on; a start would do that too
        app.UseEndpoints(static _ => { });
#pragma warning restore ASP0014
        return app;
    }

    private static WebApplication Build(TeamOptions options, TeamHouse house)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Limits.Form;
            kestrel.Listen(options.Listen);
        });
        builder.Services.AddRoutingCore();
        builder.Services.Configure<FormOptions>(Limits.Set);
        RateRules.Add(builder.Services, options.Rates);
        Telemetry.Log(builder.Logging, options.Logs);
        Telemetry.Send(builder.Services, options.Otlp);
        ApiRoutes.Add(builder.Services);
        AgentRoutes.Add(builder.Services, options.AgentsOnlyRead);
        var app = builder.Build();
        if (options.Proxies.Count > 0)
            app.UseForwardedHeaders(Forwarded(options.Proxies));
        app.UseRouting();
        app.Use(new ServerLog(app.Services.GetRequiredService<ILogger<ServerLog>>()).Pass);
        app.Use(new Door(house).Pass);
        app.UseRateLimiter();
        app.Use(Guard.Pass);
        Routes.Map(app, house.Shelf, (context, name) => Began(context, house, name));
        TeamRoutes.Map(app, house);
        AgentRoutes.Map(app, house.Shelf);
        ApiRoutes.Map(app, new ApiHouse(house.Shelf, house.People, (context, name) => Began(context, house, name)));
        return app;
    }

    private static Result<bool> Began(HttpContext context, TeamHouse house, string name) =>
        Members.Begin(house.People, name, TeamHouse.Known(context).Person, TeamHouse.Caller(context));

    private static ForwardedHeadersOptions Forwarded(IReadOnlyList<System.Net.IPNetwork> proxies)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
            options.KnownIPNetworks.Add(proxy);
        return options;
    }

    private static Uri Heard(WebApplication app)
    {
        var heard = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new Uri($"http://127.0.0.1:{new Uri(heard).Port}/");
    }
}
