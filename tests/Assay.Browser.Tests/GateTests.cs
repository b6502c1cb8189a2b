using System.Net;

namespace Assay.Browser.Tests;

public sealed class GateTests
{
    private static readonly HttpClient Client = new(
        new SocketsHttpHandler
        {
            UseCookies = false,
            AllowAutoRedirect = false,
            UseProxy = false,
        }
    );

    [Fact]
    public async Task A_request_is_refused_when_its_host_is_foreign()
    {
        await using var bench = await Workbenches.Open();
        using var answer = await Send(bench, bench.Address.PathAndQuery, m => m.Headers.Host = $"evil.example:{bench.Address.Port}");
        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/"), InlineData("/assets/workbench.js"), InlineData("/c/night"), InlineData("/?open=0")]
    public async Task A_request_is_refused_when_it_has_no_cookie(string path)
    {
        await using var bench = await Workbenches.Open();
        using var answer = await Send(bench, path, _ => { });
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain(
            "formkey",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_secret_becomes_a_cookie_that_scripts_and_other_sites_do_not_have()
    {
        await using var bench = await Workbenches.Open();
        using var answer = await Send(bench, bench.Address.PathAndQuery, _ => { });
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        using var page = await Send(bench, "/", m => m.Headers.Add("Cookie", cookie.Split(';')[0]));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.True(page.Headers.CacheControl!.NoStore);
        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        using var crossed = await Send(
            bench,
            "/",
            m =>
            {
                m.Headers.Add("Cookie", cookie.Split(';')[0]);
                m.Headers.Add("Sec-Fetch-Site", "cross-site");
            }
        );
        Assert.Equal(HttpStatusCode.Forbidden, crossed.StatusCode);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Forbidden), InlineData("0", HttpStatusCode.Forbidden)]
    public async Task A_form_is_refused_and_changes_nothing_when_its_key_is_missing_or_wrong(string? key, HttpStatusCode expected)
    {
        await using var bench = await Workbenches.Open();
        using var answer = await Post(
            bench,
            [new("title", "Forged"), .. key is null ? [] : new KeyValuePair<string, string>[] { new("formkey", key) }]
        );
        Assert.Equal(expected, answer.StatusCode);
        Assert.Empty(Directory.GetFiles(bench.Folder));
    }

    [Fact]
    public async Task A_form_is_refused_when_it_is_too_large()
    {
        await using var bench = await Workbenches.Open();
        using var answer = await Post(bench, [new("title", new string('a', 2 << 20))]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData("/c/..%2F..%2Fetc"), InlineData("/c/nothing"), InlineData("/assets/..%2Fdossier.css"), InlineData("/c/")]
    public async Task An_address_that_names_nothing_here_is_not_found(string path)
    {
        await using var bench = await Workbenches.Open();
        using var answer = await Send(bench, path, m => m.Headers.Add("Cookie", Cookie(bench)));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static string Cookie(Workbenches bench) => $"assay-{bench.Address.Port}={bench.Address.Query.Split('=')[1]}";

    private static async Task<HttpResponseMessage> Post(Workbenches bench, IEnumerable<KeyValuePair<string, string>> form)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, bench.Root + "/new") { Content = new FormUrlEncodedContent(form) };
        message.Headers.Add("Cookie", Cookie(bench));
        return await Client.SendAsync(message, TestContext.Current.CancellationToken);
    }

    private static async Task<HttpResponseMessage> Send(Workbenches bench, string path, Action<HttpRequestMessage> with)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, bench.Root + path);
        with(message);
        return await Client.SendAsync(message, TestContext.Current.CancellationToken);
    }
}
