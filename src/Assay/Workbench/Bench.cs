using System.Net;
using Assay.Ground.Outcomes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Assay.Workbench;

/// <summary>The workbench as a server on the loopback address of this machine. Whoever has <see cref="Address"/> may use it, nobody
/// else.</summary>
public sealed class Bench : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly CaseShelf cases;

    private Bench(WebApplication app, CaseShelf cases, Uri address, string token)
    {
        Token = token;
        this.app = app;
        this.cases = cases;
        Address = address;
    }

    /// <summary>The address to open first; it holds the secret that opens the workbench.</summary>
    public Uri Address { get; }

    /// <summary>The token that agents bring: the same secret.</summary>
    public string Token { get; }

    /// <summary>The addresses for agents, a case each.</summary>
    public IReadOnlyList<Uri> Agents => [.. cases.Names().Select(n => new Uri(Address, $"{AgentRoutes.Root}/{Uri.EscapeDataString(n)}"))];

    /// <summary>Starts the server.</summary>
    /// <param name="options">What it is opened on.</param>
    /// <returns>The workbench, ready; or why it cannot be: there is no such place, or the port is taken.</returns>
    public static async Task<Result<Bench>> Start(BenchOptions options)
    {
        var found = CaseShelf.Of(options);
        if (!found.Succeeded)
            return found.Error;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Limits.Form;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.Configure<FormOptions>(Limits.Set);
        AgentRoutes.Add(builder.Services, options.AgentsOnlyRead);
        var app = builder.Build();
        var gate = new Gate(options.Who);
        app.Use(gate.Pass);
        Routes.Map(app, found.Value);
        AgentRoutes.Map(app, found.Value);
        try
        {
            await app.StartAsync();
        }
        catch (IOException e)
        {
            found.Value.Dispose();
            await app.DisposeAsync();
            return new Error(
                ErrorKind.Output,
                $"The workbench cannot listen on port {options.Port}: {e.Message}",
                "Choose another port with --port, or none for any that is free."
            );
        }

        var heard = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var port = new Uri(heard).Port;
        gate.Open(port);
        return new Bench(app, found.Value, new Uri($"http://127.0.0.1:{port}/?{Gate.Parameter}={gate.Secret}"), gate.Secret);
    }

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
        cases.Dispose();
    }
}
