using System.Net;
using Assay.Workbench;
using Microsoft.AspNetCore.Routing;

namespace Assay.Tests.Server;

public sealed class FormTests
{
    [Theory]
    [InlineData(null), InlineData(""), InlineData("0"), InlineData("another session's"), InlineData("a stranger's")]
    public async Task Every_form_is_refused_without_the_key_of_its_session(string? key)
    {
        await using var server = await TeamServer.Open();
        var owner = await server.Owner();
        var name = await owner.NewCase("The night");
        var elsewhere = server.Stranger();
        var strangers = await elsewhere.Key();
        elsewhere.ForgetKey();
        await elsewhere.SignIn("Ada");
        key = key switch
        {
            "another session's" => await elsewhere.Key(),
            "a stranger's" => strangers,
            _ => key,
        };
        var forms = Forms(server).Where(e => AccessTests.NeedsOf(e).Access != Access.Anyone).ToList();
        Assert.True(forms.Count >= 18, $"Only {forms.Count} forms were found.");
        foreach (var form in forms)
        {
            var path = form.RoutePattern.RawText!.Replace("{case}", name, StringComparison.Ordinal);
            var answer = await owner.PostKeyed(path, key, ("name", "Ada"), ("title", "Forged"), ("does", "close"), ("role", "reader"));
            Assert.True(answer.Status == HttpStatusCode.Forbidden, $"{path}: {answer.Status}");
        }

        Assert.Equal(["the-night.assay"], Directory.GetFiles(server.Cases, "*.assay").Select(Path.GetFileName));
        Assert.Equal(HttpStatusCode.OK, await owner.Status("/account"));
    }

    [Fact]
    public async Task Signing_in_and_links_need_the_key_of_the_page_too()
    {
        await using var server = await TeamServer.Open();
        var link = TeamServer.LinkPath(server.Bench.SetUpLink().Value!);
        var stranger = server.Stranger();
        foreach (var path in new[] { "/login", "/login/code", link })
        foreach (var key in new[] { null, "", "0", await server.Stranger().Key() })
            Assert.Equal(
                HttpStatusCode.Forbidden,
                (await stranger.PostKeyed(path, key, ("name", "Eve"), ("new", TeamServer.Password))).Status
            );
        Assert.Equal("/login", (await stranger.UseLink(link, "Ada")).To);
    }

    [Theory]
    [InlineData("cross-site", "cors"), InlineData("same-site", "cors"), InlineData("cross-site", "no-cors")]
    public async Task What_another_site_sends_is_refused(string site, string mode)
    {
        await using var server = await TeamServer.Open();
        var owner = await server.Owner();
        var key = await owner.Key();
        void Sent(HttpRequestMessage m)
        {
            m.Headers.Add("Sec-Fetch-Site", site);
            m.Headers.Add("Sec-Fetch-Mode", mode);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await owner.Get("/account", Sent)).Status);
        var form = new FormUrlEncodedContent([new("formkey", key), new("title", "Forged")]);
        var message = new HttpRequestMessage(HttpMethod.Post, server.Root + "/new") { Content = form };
        message.Headers.Add("Sec-Fetch-Dest", "document");
        Assert.Equal(HttpStatusCode.Forbidden, (await owner.Send(message, Sent)).Status);
        Assert.Empty(Directory.GetFiles(server.Cases, "*.assay"));
    }

    [Fact]
    public async Task A_link_in_a_mail_leads_to_a_page_but_shows_it_in_no_frame()
    {
        await using var server = await TeamServer.Open();
        var owner = await server.Owner();
        Assert.Equal(HttpStatusCode.OK, (await owner.Get("/account", m => Linked(m, "document"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await owner.Get("/account", m => Linked(m, "iframe"))).Status);

        static void Linked(HttpRequestMessage message, string to)
        {
            message.Headers.Add("Sec-Fetch-Site", "cross-site");
            message.Headers.Add("Sec-Fetch-Mode", "navigate");
            message.Headers.Add("Sec-Fetch-Dest", to);
        }
    }

    [Fact]
    public async Task Nothing_but_a_form_is_taken_and_no_method_but_GET_and_POST()
    {
        await using var server = await TeamServer.Open();
        var owner = await server.Owner();
        var json = new HttpRequestMessage(HttpMethod.Post, server.Root + "/new")
        {
            Content = new StringContent("""{"title":"x"}""", null, "application/json"),
        };
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await owner.Send(json, null)).Status);
        foreach (
            var method in new[] { HttpMethod.Put, HttpMethod.Delete, HttpMethod.Options, HttpMethod.Trace, new HttpMethod("PROPFIND") }
        )
        {
            var answer = await owner.Send(new HttpRequestMessage(method, server.Root + "/new"), null);
            Assert.True((int)answer.Status is 404 or 405, $"{method}: {answer.Status}");
        }
    }

    [Fact]
    public async Task A_form_is_refused_when_it_is_too_large_or_has_too_many_fields()
    {
        await using var server = await TeamServer.Open();
        var owner = await server.Owner();
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await owner.Post("/new", ("title", new string('a', 2 << 20)))).Status);
        var many = Enumerable.Range(0, 300).Select(i => ($"f{i}", "x")).ToArray();
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await owner.Post("/new", many)).Status);
        Assert.Empty(Directory.GetFiles(server.Cases, "*.assay"));
    }

    private static IEnumerable<RouteEndpoint> Forms(TeamServer server) =>
        server.Bench.Endpoints.OfType<RouteEndpoint>().Where(e => !AccessTests.NeedsOf(e).IsApi && AccessTests.Methods(e)[0] == "POST");
}
