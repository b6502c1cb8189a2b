using System.Net;
using Assay.Cases.Team.UseCases;
using static Assay.Tests.Server.FactorSteps;

namespace Assay.Tests.Server;

/// <summary>A second factor that an owner of the server asks of everybody.</summary>
public sealed class FactorRuleTests
{
    public static TheoryData<string> Stores => TeamServer.Stores;

    [Theory, MemberData(nameof(Stores))]
    public async Task Whoever_has_none_sets_it_up_and_does_nothing_else_before_that(string store)
    {
        await using var server = await TeamServer.Open(store);
        var owner = await server.Owner("Eva");
        var bea = await server.Outsider(owner, "Bea");
        var name = await bea.NewCase("Night");
        var api = new ApiClient(server, server.Token("Bea"));
        Assert.Equal(HttpStatusCode.OK, (await api.Get($"/cases/{name}/drafts")).Status);
        await SetUp(server, owner, "Eva");
        Assert.Equal("/people", (await Rule(owner, "ask")).To);
        Assert.Contains("Everybody is asked for one since", (await owner.Get("/people")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await owner.Status("/"));

        // At once, in the session that she has: pages lead to the one, forms and tokens are refused.
        foreach (var path in new[] { "/", "/account", $"/c/{name}", $"/c/{name}/journal", "/people" })
            Assert.Equal("/account/factor", (await bea.Get(path)).To);
        foreach (var path in new[] { "/new", "/account/password", "/account/tokens", $"/c/{name}/members/invite", "/people/factors" })
        {
            var refused = await bea.Post(path, ("title", "Day"), ("old", TeamServer.Password));
            Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
            Assert.Contains("This server asks everybody for a second factor", refused.Text, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await api.Get($"/cases/{name}/drafts")).Status);
        var page = (await bea.Get("/account/factor")).Text;
        Assert.Contains("This server asks everybody for a second factor. Set yours up to go on.", page, StringComparison.Ordinal);

        // And in one that begins now; she can leave.
        var again = server.Stranger();
        await again.SignIn("Bea");
        Assert.Equal("/account/factor", (await again.Get("/")).To);
        Assert.Single(Directory.GetFiles(server.Cases, "*.assay")); // no other case was made

        // A secret that was begun is not enough; its first code is.
        Assert.Equal(
            "/account/factor",
            (await again.PostKeyed("/account/factor/begin", KeyOf(await again.Get("/account/factor")), ("old", TeamServer.Password))).To
        );
        Assert.Equal("/account/factor", (await again.Get("/")).To);
        var setUp = await again.Get("/account/factor");
        var done = await again.PostKeyed("/account/factor/confirm", KeyOf(setUp), ("code", Code(Secret(setUp), server)));
        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.DoesNotContain("Set yours up to go on", done.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await again.Status($"/c/{name}"));
        Assert.Equal(HttpStatusCode.OK, (await api.Get($"/cases/{name}/drafts")).Status);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task It_is_asked_for_by_an_owner_who_has_one_and_left_to_each_again(string store)
    {
        await using var server = await TeamServer.Open(store);
        var owner = await server.Owner("Eva");
        var bea = await server.Outsider(owner, "Bea");
        Assert.Contains("Each person decides whether to have one.", (await owner.Get("/people")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Rule(bea, "ask")).Status);
        var refused = await Rule(owner, "ask");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("You have no second factor yourself.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await bea.Status("/"));
        await SetUp(server, owner, "Eva");
        await Rule(owner, "ask");
        var since = FactorRule.Since(server.Bench.People).Value;
        server.Clock.Move(NodaTime.Duration.FromMinutes(5));
        await Rule(owner, "ask"); // it is asked for already
        Assert.Equal(since, FactorRule.Since(server.Bench.People).Value);
        using (var reopened = OpenedTeam.Open(server.Users, server.Clock).Value)
            Assert.Equal(since, FactorRule.Since(reopened).Value);
        await Rule(owner, "leave");
        Assert.Equal(HttpStatusCode.OK, await bea.Status("/"));
        Assert.Equal(
            ["Eva left second factors to each", "Eva asked everybody for a second factor"],
            server.Audit().Where(a => a.Contains("everybody", StringComparison.Ordinal) || a.Contains("to each", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Somebody_whose_factor_is_taken_away_sets_up_another_and_leaves_by_the_door()
    {
        await using var server = await TeamServer.Open();
        var owner = await server.Owner("Eva");
        var bea = await server.Outsider(owner, "Bea");
        await SetUp(server, owner, "Eva");
        await SetUp(server, bea, "Bea");
        await Rule(owner, "ask");
        Assert.Equal(HttpStatusCode.OK, await bea.Status("/"));
        await owner.Post("/people/factor", ("name", "Bea"));
        var again = server.Stranger();
        Assert.Equal("/", (await again.SignIn("Bea")).To);
        Assert.Equal("/account/factor", (await again.Get("/")).To);
        Assert.Equal("/login", (await again.PostKeyed("/logout", KeyOf(await again.Get("/account/factor")))).To);
    }

    private static Task<WebAnswer> Rule(WebVisitor person, string does) => person.Post("/people/factors", ("does", does));

    private static string KeyOf(WebAnswer page) =>
        System.Text.RegularExpressions.Regex.Match(page.Text, "name=\"formkey\" value=\"([^\"]+)\"").Groups[1].Value;
}
