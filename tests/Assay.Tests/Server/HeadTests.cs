using System.Net;
using Assay.Workbench;
using Assay.Workbench.Team;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Assay.Tests.Server;

public sealed class HeadTests
{
    private static readonly Uri Public = new("https://assay.example.org/");

    [Fact]
    public async Task Every_answer_says_what_a_page_may_do_and_nothing_inline_is_among_it()
    {
        await using var server = await TeamServer.Open();
        var owner = await server.Owner();
        var name = await owner.NewCase("The night");
        var token = server.Token("Ada");
        var pages = server.Bench.Endpoints.OfType<RouteEndpoint>().Where(e => AccessTests.Methods(e)[0] == "GET").ToList();
        foreach (var endpoint in pages)
        {
            var answer = await AccessTests.Ask(owner, endpoint, name, token);
            var policy = answer.Head("Content-Security-Policy");
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Head("X-Content-Type-Options"));
            Assert.Equal("no-store", answer.Head("Cache-Control"));
            Assert.Equal("same-origin", answer.Head("Referrer-Policy"));
            Assert.Equal("", answer.Head("Server") + answer.Head("X-Powered-By") + answer.Head("Access-Control-Allow-Origin"));
            Assert.DoesNotMatch("<script>|<script [^>]*[^s]>[^<]|<style| style=\"| on[a-z]+=\"|javascript:", answer.Text);
        }
    }

    [Theory]
    [InlineData("evil.example"), InlineData("evil.example:80"), InlineData("127.0.0.1"), InlineData("assay.example.org")]
    public async Task A_request_is_refused_when_its_host_is_foreign(string host)
    {
        await using var server = await TeamServer.Open();
        var answer = await server.Stranger().Get("/login", m => m.Headers.Host = host);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.Status);
        Assert.Equal("", answer.Head("Set-Cookie"));
    }

    [Fact]
    public async Task A_probe_needs_no_name_and_learns_nothing()
    {
        await using var server = await TeamServer.Open(with: Behind("127.0.0.0/8"));
        foreach (var path in new[] { "/health/live", "/health/ready" })
        {
            var answer = await server.Stranger().Get(path, m => m.Headers.Host = "10.0.0.7");
            Assert.Equal((HttpStatusCode.OK, "well\n"), (answer.Status, answer.Text));
        }
    }

    [Fact]
    public async Task Behind_a_proxy_cookies_go_by_HTTPS_alone_and_to_this_host_alone()
    {
        await using var server = await TeamServer.Open(with: Behind("127.0.0.0/8"));
        var answer = await server.Stranger().Get("/login", Proxied);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Matches("^__Host-assay-guest=[^;]+; path=/; secure; samesite=lax; httponly$", answer.Head("Set-Cookie"));
        Assert.Equal("max-age=31536000", answer.Head("Strict-Transport-Security"));
        Assert.StartsWith("https://assay.example.org/link/", server.Bench.SetUpLink().Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_a_proxy_a_request_without_HTTPS_is_refused()
    {
        await using var server = await TeamServer.Open(with: Behind("127.0.0.0/8"));
        var answer = await server.Stranger().Get("/login", m => m.Headers.Host = Public.Authority);
        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal("", answer.Head("Set-Cookie"));
    }

    [Fact]
    public async Task The_word_of_somebody_who_is_no_proxy_is_not_taken()
    {
        await using var server = await TeamServer.Open(with: Behind("10.1.0.0/16"));
        Assert.Equal(HttpStatusCode.Forbidden, (await server.Stranger().Get("/login", Proxied)).Status);
    }

    [Fact]
    public async Task The_audit_log_names_the_address_that_the_proxy_tells_of()
    {
        await using var server = await TeamServer.Open(with: Behind("127.0.0.0/8"));
        var stranger = server.Stranger();
        var page = await stranger.Get("/login", Proxied);
        var key = System.Text.RegularExpressions.Regex.Match(page.Text, "formkey\" value=\"([^\"]+)").Groups[1].Value;
        var form = new FormUrlEncodedContent([new("formkey", key), new("name", "Ada"), new("password", "x")]);
        var message = new HttpRequestMessage(HttpMethod.Post, server.Root + "/login") { Content = form };
        message.Headers.Add("Cookie", page.Head("Set-Cookie").Split(';')[0]);
        await stranger.Send(message, Proxied);
        var entry = Assert.Single(Assay.Cases.Team.UseCases.Accounts.Audit(server.Bench.People, null, 10).Value);
        Assert.Equal(("sign-in refused", "198.51.100.7"), (entry.Act, entry.Address));
    }

    [Theory]
    [InlineData("0.0.0.0", null, "is reached by other machines")]
    [InlineData("0.0.0.0", "http://assay.example.org", "A team is served by HTTPS")]
    [InlineData("127.0.0.1", "https://assay.example.org/below", "is no address of a server")]
    public async Task A_server_that_would_be_open_to_the_network_without_HTTPS_does_not_start(string listen, string? open, string why)
    {
        var folder = Directory.CreateTempSubdirectory("assay-team");
        var options = new TeamOptions(
            folder.FullName,
            Path.Combine(folder.FullName, "u.db"),
            new(IPAddress.Parse(listen), 0),
            SystemClock.Instance
        )
        {
            Public = open is null ? null : new Uri(open),
        };
        var started = await TeamBench.Start(options);
        Assert.Contains(why, started.Error!.Message, StringComparison.Ordinal);
        Assert.Empty(folder.GetFiles());
        folder.Delete();
    }

    private static Func<TeamOptions, TeamOptions> Behind(string network) =>
        o => o with { Public = Public, Proxies = [System.Net.IPNetwork.Parse(network)] };

    private static void Proxied(HttpRequestMessage message)
    {
        message.Headers.Host = Public.Authority;
        message.Headers.Add("X-Forwarded-Proto", "https");
        message.Headers.Add("X-Forwarded-For", "198.51.100.7");
    }
}
