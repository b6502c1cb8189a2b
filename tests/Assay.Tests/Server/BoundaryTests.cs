using System.Net;
using Assay.Cases.Team.Passwords;

namespace Assay.Tests.Server;

public sealed class BoundaryTests
{
    [Fact]
    public async Task A_password_beyond_its_longest_is_refused_and_costs_nothing()
    {
        await using var server = await TeamServer.Open();
        var link = TeamServer.LinkPath(server.Bench.SetUpLink().Value!);
        var longer = string.Concat(Enumerable.Range(0, 40).Select(i => $"w{i:000}"))[..(PasswordRules.Longest + 1)];
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await server.Stranger().UseLink(link, "Ada", longer)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Stranger().SignIn("Ada", new string('x', 500_000))).Status);
    }

    [Fact]
    public async Task A_browser_whose_cookie_is_broken_gets_another_and_signs_in()
    {
        await using var server = await TeamServer.Open();
        await server.Owner();
        var port = new Uri(server.Root).Port;
        var broken = await server.Stranger().Get("/login", m => m.Headers.Add("Cookie", $"assay-{port}-guest=broken"));
        Assert.Contains($"assay-{port}-guest=", broken.Head("Set-Cookie"), StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"formkey\" value=\"\"", broken.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fly"), InlineData("2"), InlineData("Owner"), InlineData(""), InlineData("reader,owner")]
    public async Task A_role_is_one_of_three_words(string role)
    {
        await using var server = await TeamServer.Open();
        var owner = await server.Owner();
        var night = await owner.NewCase("The night");
        await server.Outsider(owner, "Bea");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await owner.Post($"/c/{night}/members", ("name", "Bea"), ("role", role))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await owner.Post($"/c/{night}/members/invite", ("role", role))).Status);
        var api = new ApiClient(server, server.Token("Ada"));
        Assert.Equal(HttpStatusCode.BadRequest, (await api.Put($"/cases/{night}/members/Bea", $$"""{"role":"{{role}}"}""")).Status);
        Assert.Single((await api.Get($"/cases/{night}/members")).Body!.AsArray());
    }

    [Fact]
    public async Task A_field_that_is_given_twice_is_no_way_around_a_check()
    {
        await using var server = await TeamServer.Open();
        var owner = await server.Owner();
        var night = await owner.NewCase("The night");
        await server.Outsider(owner, "Bea");
        var twice = await owner.Post($"/c/{night}/members", ("name", "Bea"), ("role", "reader"), ("role", "owner"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.Status);
        var keys = await owner.PostKeyed("/new", "0", ("formkey", await owner.Key()), ("title", "Forged"));
        Assert.Equal(HttpStatusCode.Forbidden, keys.Status);
    }

    [Fact]
    public async Task A_body_of_another_type_is_refused_by_the_API()
    {
        await using var server = await TeamServer.Open();
        await server.Owner();
        var api = new ApiClient(server, server.Token("Ada"));
        foreach (var type in new[] { "text/plain", "application/xml", "application/x-www-form-urlencoded" })
        {
            using var answer = await api.Raw(HttpMethod.Post, "/cases", new StringContent("""{"title":"x"}""", null, type));
            Assert.True((int)answer.StatusCode is 404 or 415, $"{type}: {answer.StatusCode}");
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        }

        Assert.Empty(Directory.GetFiles(server.Cases, "*.assay"));
    }

    [Fact]
    public async Task Only_an_owner_of_the_server_hands_out_links_and_closes_accounts()
    {
        await using var server = await TeamServer.Open();
        var owner = await server.Owner();
        var bea = await server.Outsider(owner, "Bea");
        foreach (var path in new[] { "/people/invite", "/people/reset", "/people/bar", "/people/adopt" })
            Assert.Equal(HttpStatusCode.NotFound, (await bea.Post(path, ("name", "Ada"), ("does", "close"), ("case", "x"))).Status);
        Assert.Equal(HttpStatusCode.OK, await owner.Status("/account"));
        Assert.Equal("/people", (await owner.Post("/people/bar", ("name", "Bea"), ("does", "close"))).To);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Stranger().SignIn("Bea")).Status);
        await owner.Post("/people/bar", ("name", "Bea"), ("does", "open"));
        Assert.Equal("/", (await server.Stranger().SignIn("Bea")).To);
    }

    [Fact]
    public async Task Two_who_use_one_link_at_once_get_one_account()
    {
        foreach (var store in new[] { "SQLite", "PostgreSQL" })
        {
            await using var server = await TeamServer.Open(store);
            await AtOnce(server, server.Bench.SetUpLink().Value!, "Ada", 1);
            var owner = server.Stranger();
            await owner.SignIn(Assay.Cases.Team.UseCases.Accounts.List(server.Bench.People).Value[0].Name);
            await AtOnce(server, (await owner.Post("/people/invite")).Secret, "Bea", 2);
        }
    }

    private static async Task AtOnce(TeamServer server, string link, string name, int expected)
    {
        var visitors = Enumerable.Range(0, 6).Select(_ => server.Stranger()).ToList();
        foreach (var visitor in visitors)
            await visitor.Key();
        var answers = await Task.WhenAll(visitors.Select((v, i) => v.UseLink(TeamServer.LinkPath(link), $"{name} {i}")));
        Assert.Single(answers, a => a.Status == HttpStatusCode.SeeOther);
        Assert.Equal(expected, Assay.Cases.Team.UseCases.Accounts.List(server.Bench.People).Value.Count);
    }

    [Fact]
    public async Task A_password_is_hashed_anew_when_the_settings_were_raised()
    {
        await using var server = await TeamServer.Open();
        await server.Owner();
        using var other = Assay.Cases.Team.UseCases.OpenedTeam.Open(server.Users, server.Clock, new Argon2Settings(128, 2, 1)).Value;
        var request = new Assay.Cases.Team.UseCases.SignInRequest("Ada", TeamServer.Password, null, null);
        Assert.NotNull(Assay.Cases.Team.UseCases.SignIn.Run(other, request, new(null)).Value.Session);
        var kept = await File.ReadAllTextAsync(server.Users, System.Text.Encoding.Latin1, TestContext.Current.CancellationToken);
        Assert.Contains("$argon2id$v=19$m=128,t=2,p=1$", kept, StringComparison.Ordinal);
        Assert.Equal("/", (await server.Stranger().SignIn("Ada")).To);
    }

    [Fact]
    public void A_hash_names_its_settings_and_matches_its_password_alone()
    {
        using var hasher = new PasswordHasher(Argon2Settings.Default);
        var hash = hasher.Hash("correct horse");
        Assert.StartsWith("$argon2id$v=19$m=19456,t=2,p=1$", hash, StringComparison.Ordinal);
        Assert.True(hasher.Matches("correct horse", hash));
        Assert.False(hasher.Matches("correct horsf", hash));
        Assert.False(hasher.Matches("", hash));
        Assert.False(hasher.Matches("correct horse", null));
        Assert.False(hasher.Matches("correct horse", "$argon2id$v=19$m=99999999,t=2,p=1$AAAA$AAAA"));
        Assert.NotEqual(hash, hasher.Hash("correct horse"));
    }
}
