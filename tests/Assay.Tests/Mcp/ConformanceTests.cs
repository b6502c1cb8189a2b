using System.Net;
using Assay.Tests.Snapshots;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Assay.Tests.Mcp;

/// <summary>The official conformance suite against <c>/mcp</c>. It brings no token, so a relay puts one on each request and changes nothing
/// else.</summary>
public sealed class ConformanceTests
{
    private const string Package = "@modelcontextprotocol/conformance@0.1.16";
    private static readonly string Expected = Path.Combine(Repository.Root, "tests", "Assay.Tests", "Mcp", "conformance.expected.yml");
    private static readonly Lazy<string?> Installed = new(() => NodePackages.Install(Package, "conformance", "conformance"));
    private static readonly HttpClient Client = new(
        new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
        }
    );

    [Fact]
    public async Task The_suite_is_met_but_for_what_is_listed_with_its_reason()
    {
        var reasons = File.ReadLines(Expected).Where(l => l.StartsWith("  - ", StringComparison.Ordinal)).ToList();
        Assert.All(reasons, l => Assert.Matches("^  - [a-z0-9-]+ # .{10,}", l));
        Assert.SkipWhen(OperatingSystem.IsWindows(), "skipped: the shell of this test is that of Unix");
        Assert.SkipWhen(Installed.Value is null, "skipped: npm could not fetch the conformance suite");
        await using var served = await ServedNight.Open(isRead: true);
        await using var relay = await Relay(served);
        var address = Heard(relay);
        var folder = Directory.CreateTempSubdirectory("assay-conformance");
        try
        {
            var line =
                $"PATH={Installed.Value}:$PATH conformance server --url {address}mcp --suite all --expected-failures {Expected} -o results";
            var (code, output, error) = await Task.Run(() => NodePackages.Shell(line, folder.FullName));
            Assert.True(code == 0, $"{output}\n{error}");
            foreach (var met in new[] { "server-initialize", "tools-list", "resources-list", "prompts-list", "dns-rebinding-protection" })
                Assert.Contains($"✓ {met}: ", output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<WebApplication> Relay(ServedNight served)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(context => Pass(context, served, Heard(app).Port));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    // The relay's own port stands for the server's; every other host and origin goes on as it is.
    private static async Task Pass(HttpContext context, ServedNight served, int port)
    {
        using var message = new HttpRequestMessage(new HttpMethod(context.Request.Method), served.Address);
        if (context.Request.ContentLength > 0)
            message.Content = new StreamContent(context.Request.Body);
        foreach (var (name, value) in context.Request.Headers)
        {
            var told = value.ToString().Replace($":{port}", $":{served.Address.Port}", StringComparison.Ordinal);
            if (!message.Headers.TryAddWithoutValidation(name, told))
                message.Content?.Headers.TryAddWithoutValidation(name, told);
        }

        message.Headers.TryAddWithoutValidation("Authorization", "Bearer " + served.Bench.Token);
        using var answer = await Client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, value) in answer.Headers.Concat(answer.Content.Headers))
        {
            if (!name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase))
                context.Response.Headers[name] = value.ToArray();
        }

        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private static Uri Heard(WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
}
