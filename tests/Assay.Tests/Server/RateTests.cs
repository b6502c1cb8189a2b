using System.Net;
using Assay.Workbench.Team;

namespace Assay.Tests.Server;

public sealed class RateTests
{
    [Fact]
    public async Task Signing_in_and_opening_links_is_counted_by_address()
    {
        await using var server = await TeamServer.Open(with: o => o with { Rates = new TeamRates { Guesses = 4 } });
        var answers = new List<WebAnswer>();
        for (var i = 0; i < 3; i++)
        {
            answers.Add(await server.Stranger().SignIn($"name {i}", "x"));
            answers.Add(await server.Stranger().Get("/link/" + new string('a', 43)));
        }

        Assert.Equal([401, 404, 401, 404, 429, 429], answers.Select(a => (int)a.Status));
        Assert.InRange(int.Parse(answers[^1].Head("Retry-After"), System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        Assert.Equal(HttpStatusCode.OK, await server.Stranger().Status("/login")); // the page itself may be looked at
    }

    [Fact]
    public async Task The_API_is_counted_by_person()
    {
        await using var server = await TeamServer.Open(with: o => o with { Rates = new TeamRates { Api = 3 } });
        var owner = await server.Owner();
        await server.Outsider(owner, "Bea");
        var (ada, bea) = (new ApiClient(server, server.Token("Ada")), new ApiClient(server, server.Token("Bea")));
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.OK, (await ada.Get("/me")).Status);
        using var refused = await ada.Raw(HttpMethod.Get, "/me");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        Assert.True(refused.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await new ApiClient(server, server.Token("Ada")).Get("/me")).Status); // another token of hers
        Assert.Equal(HttpStatusCode.OK, (await bea.Get("/me")).Status);
    }

    [Fact]
    public async Task Uploads_are_counted_by_person_pages_and_API_together()
    {
        await using var server = await TeamServer.Open(with: o => o with { Rates = new TeamRates { Uploads = 2 } });
        var owner = await server.Owner();
        var name = await owner.NewCase("The night");
        await owner.Post($"/c/{name}/sources/add", ("name", "a"), ("text", "It rained at 5 p.m. on 3 May 2021 in Riga."));
        var api = new ApiClient(server, server.Token("Ada"));
        Assert.Equal(
            HttpStatusCode.OK,
            (await api.Upload($"/cases/{name}/sources", ("b.txt", "It snowed at 6 p.m. on 3 May 2021."))).Status
        );
        var third = await owner.Post($"/c/{name}/sources/add", ("name", "c"), ("text", "It thawed at 7 p.m."));
        Assert.Equal(HttpStatusCode.TooManyRequests, third.Status);
        Assert.Equal(2, (await api.Get($"/cases/{name}/sources")).Body!.AsArray().Count);
    }

    [Fact]
    public async Task Pages_are_counted_and_style_sheets_are_not()
    {
        await using var server = await TeamServer.Open(with: o => o with { Rates = new TeamRates { Pages = 5 } });
        var stranger = server.Stranger();
        for (var i = 0; i < 5; i++)
            await stranger.Get("/login");
        Assert.Equal(HttpStatusCode.TooManyRequests, await stranger.Status("/login"));
        Assert.Equal(HttpStatusCode.OK, await stranger.Status("/assets/dossier.css"));
    }
}
