using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Assay.Cases.Team;
using Assay.Tests.Snapshots;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Assay.Tests.Server;

public sealed class ApiTests
{
    private const string Story =
        "The harbour office in Riga closed the lock at 11:40 p.m. on 3 May 2021. The barge Selga struck the pier at 9:55 p.m. on 3 May 2021, "
        + "the insurer in London said. The barge struck the pier well before the harbour office closed the lock, the owner said.";

    public static TheoryData<string> Stores => TeamServer.Stores;

    [Theory, MemberData(nameof(Stores))]
    public async Task A_program_goes_from_a_case_to_its_dossier(string store)
    {
        await using var server = await TeamServer.Open(store);
        await server.Owner();
        var api = new ApiClient(server, server.Token("Ada"));
        var made = await api.Post("/cases", """{"title":"The night"}""");
        Assert.Equal(
            (HttpStatusCode.Created, "the-night", "owner"),
            (made.Status, (string)made.Body!["name"]!, (string)made.Body["role"]!)
        );
        var added = (await api.Upload("/cases/the-night/sources", ("log.txt", Story))).Body!;
        Assert.True((int)added["read"]!["new"]! > 5);
        Assert.Equal("log.txt", (string)added["added"]![0]!["file"]!);
        var again = (await api.Upload("/cases/the-night/sources", ("log.txt", Story), ("empty.pdf", "%PDF-1.4 no"))).Body!;
        Assert.Equal((1, 1), (again["known"]!.AsArray().Count, again["refused"]!.AsArray().Count));
        var source = (string)added["added"]![0]!["id"]!;
        Assert.Equal(Story, ((string)(await api.Get($"/cases/the-night/sources/{source}")).Body!["text"]!).Trim());
        using var content = await api.Raw(HttpMethod.Get, $"/cases/the-night/sources/{source}/content");
        Assert.Equal(Story, await content.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("application/octet-stream", content.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", content.Content.Headers.ContentDisposition!.DispositionType);

        var zone = (await api.Get("/cases/the-night/drafts?kind=zones&state=open")).Body!["entries"]!.AsArray()[0]!;
        Assert.Equal(zone["item"]!["id"]!.ToString(), (string)(await api.Get($"/cases/the-night/drafts/{zone["id"]}")).Body!["id"]!);
        var decision =
            $$"""{"decision":{"does":"zone","item":"{{zone["id"]}}","zone":"Europe/London","reason":"they wrote so"},"version":{{zone["version"]}},"why":"a letter"}""";
        var decided = await api.Post("/cases/the-night/decisions", decision);
        Assert.Equal((HttpStatusCode.OK, "edited"), (decided.Status, (string)decided.Body!["state"]!));
        Assert.NotEmpty(decided.Body["changed"]!.AsArray());
        var stale = await api.Post("/cases/the-night/decisions", decision);
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("was changed since it was looked at. Ada settled", (string)stale.Body!["detail"]!, StringComparison.Ordinal);
        Assert.Equal("open", (string)(await api.Post("/cases/the-night/undo", "{}")).Body!["state"]!);

        Assert.NotEmpty((await api.Get("/cases/the-night/verdicts")).Body!["claims"]!.AsArray());
        Assert.Equal(2, (await api.Get("/cases/the-night/chronology")).Body!["clocks"]!.AsArray().Count);
        Assert.NotEmpty((await api.Get("/cases/the-night/ledger")).Body!["statements"]!.AsArray());
        var entries = (await api.Get("/cases/the-night/journal?after=3")).Body!["entries"]!.AsArray();
        Assert.Contains("Ada settled the zone of", $"{entries[^2]!["who"]} {entries[^2]!["did"]}", StringComparison.Ordinal);
        Assert.Empty((await api.Post("/cases/the-night/verify", "")).Body!["faults"]!.AsArray());
        Assert.True((int)(await api.Post("/cases/the-night/read", "")).Body!["same"]! > 5);
        Assert.Single((await api.Get("/cases/the-night")).Body!["sources"]!.AsArray());
        Assert.Equal(1, (int)(await api.Get("/cases/the-night/search?q=pier%20selga")).Body!["total"]!);
        Assert.Equal("Ada", (string)(await api.Get("/me")).Body!["name"]!);
        foreach (var (path, entry) in new[] { ("export", "journal.jsonl"), ("dossier/folder", "index.html") })
        {
            using var archive = await api.Raw(HttpMethod.Get, "/cases/the-night/" + path);
            await using var bytes = await archive.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            Assert.NotNull(new ZipArchive(bytes).GetEntry(entry));
        }

        using var page = await api.Raw(HttpMethod.Get, "/cases/the-night/dossier/page");
        Assert.Contains("Selga", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("attachment", page.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Fact]
    public async Task Members_are_kept_by_owners_of_the_case()
    {
        await using var server = await TeamServer.Open();
        var owner = await server.Owner();
        await server.Outsider(owner, "Bea");
        var (ada, bea) = (new ApiClient(server, server.Token("Ada")), new ApiClient(server, server.Token("Bea")));
        await ada.Post("/cases", """{"title":"The night"}""");
        Assert.Equal(HttpStatusCode.NotFound, (await bea.Get("/cases/the-night")).Status);
        Assert.Equal(2, (await ada.Put("/cases/the-night/members/Bea", """{"role":"reader"}""")).Body!.AsArray().Count);
        Assert.Equal("reader", (string)(await bea.Get("/cases/the-night")).Body!["role"]!);
        Assert.Equal(HttpStatusCode.Forbidden, (await bea.Put("/cases/the-night/members/Bea", """{"role":"owner"}""")).Status);
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await ada.Put("/cases/the-night/members/Nobody", """{"role":"reader"}""")).Status
        );
        Assert.Equal(HttpStatusCode.OK, (await ada.Delete("/cases/the-night/members/Bea")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await bea.Get("/cases/the-night")).Status);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_token_counts_until_it_runs_out_or_is_taken_back(string store)
    {
        await using var server = await TeamServer.Open(store);
        var owner = await server.Owner();
        var shown = (await owner.Post("/account/tokens", ("label", "nightly"), ("scope", "read"), ("days", "2"))).Secret;
        var api = new ApiClient(server, shown);
        Assert.StartsWith("assay_", shown, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await api.Get("/me")).Status);
        Assert.DoesNotContain(shown, (await owner.Get("/account")).Text, StringComparison.Ordinal);
        foreach (var wrong in new[] { null, "", shown[..^1], shown + "x", "assay_", owner.Cookie("session") })
            Assert.Equal(HttpStatusCode.Unauthorized, (await new ApiClient(server, wrong).Get("/me")).Status);
        server.Clock.Move(Duration.FromDays(2));
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.Get("/me")).Status);
        owner.ForgetKey();
        await owner.SignIn("Ada");
        var second = (await owner.Post("/account/tokens", ("label", "again"), ("scope", "read"), ("days", "2"))).Secret;
        var id = System
            .Text.RegularExpressions.Regex.Match((await owner.Get("/account")).Text, "name=\"id\" value=\"([0-9]+)\"")
            .Groups[1]
            .Value;
        await owner.Post("/account/tokens/revoke", ("id", id));
        Assert.Equal(HttpStatusCode.Unauthorized, (await new ApiClient(server, second).Get("/me")).Status);
    }

    [Fact]
    public async Task A_token_for_reading_changes_nothing()
    {
        await using var server = await TeamServer.Open();
        var owner = await server.Owner();
        await owner.NewCase("The night");
        var api = new ApiClient(server, server.Token("Ada", TokenScope.Read));
        var paths = server
            .Bench.Endpoints.OfType<RouteEndpoint>()
            .Where(e => AccessTests.NeedsOf(e).IsApi && AccessTests.Methods(e)[0] is not "GET");
        Assert.NotEmpty(paths);
        foreach (var endpoint in paths.Where(e => e.RoutePattern.RawText!.Contains("cases", StringComparison.Ordinal)))
            Assert.Equal(
                HttpStatusCode.Forbidden,
                (await AccessTests.Ask(owner, endpoint, "the-night", server.Token("Ada", TokenScope.Read))).Status
            );
        Assert.Equal(HttpStatusCode.OK, (await api.Get("/cases/the-night")).Status);
    }

    [Fact]
    public async Task A_cookie_opens_no_address_of_the_API_and_a_token_no_page()
    {
        await using var server = await TeamServer.Open();
        var owner = await server.Owner();
        Assert.Equal(HttpStatusCode.Unauthorized, await owner.Status("/api/v1/me"));
        var page = await server.Stranger().Get("/account", m => m.Headers.Authorization = new("Bearer", server.Token("Ada")));
        Assert.Equal(HttpStatusCode.SeeOther, page.Status);
    }

    [Theory]
    [
        InlineData("""{"title":"x","role":"owner"}"""),
        InlineData("""{"title":null}"""),
        InlineData("{}"),
        InlineData("[]"),
        InlineData("{"),
        InlineData("")
    ]
    public async Task A_body_that_is_not_as_described_is_refused_with_a_problem(string json)
    {
        await using var server = await TeamServer.Open();
        await server.Owner();
        var api = new ApiClient(server, server.Token("Ada"));
        using var answer = await api.Raw(HttpMethod.Post, "/cases", new StringContent(json, System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Empty(Directory.GetFiles(server.Cases, "*.assay"));
    }

    [Theory]
    [
        InlineData("?state=flying", 422),
        InlineData("?kind=birds", 422),
        InlineData("?offset=many", 400),
        InlineData("?most=-5&offset=-3", 200)
    ]
    public async Task A_question_that_is_none_is_refused_with_a_problem(string query, int status)
    {
        await using var server = await TeamServer.Open();
        await server.Owner();
        var api = new ApiClient(server, server.Token("Ada"));
        await api.Post("/cases", """{"title":"The night"}""");
        Assert.Equal(status, (int)(await api.Get("/cases/the-night/drafts" + query)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await api.Get("/cases/the-night/drafts/c-none")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await api.Get("/cases/the-night/verdicts")).Status); // it has no source yet
    }

    [Fact]
    public async Task The_documented_description_is_the_one_that_is_served()
    {
        await using var server = await TeamServer.Open();
        using var answer = await new ApiClient(server, null).Raw(HttpMethod.Get, "/openapi.json");
        var served = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var documented = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs", "openapi.json")));
        Assert.True(JsonNode.DeepEquals(documented, served), "Write docs/openapi.json anew: ./assay team openapi > docs/openapi.json");
    }

    [Fact]
    public void An_answer_that_is_not_as_described_is_found()
    {
        Assert.Contains(
            "not documented to answer 418",
            ApiClient.Misfit("GET", "/me", 418, "application/json", null),
            StringComparison.Ordinal
        );
        Assert.NotEqual(
            "",
            ApiClient.Misfit("GET", "/me", 200, "application/json", JsonNode.Parse("""{"name":"Ada","scope":"all","cases":[]}"""))
        );
        Assert.Equal(
            "",
            ApiClient.Misfit("GET", "/me", 200, "application/json", JsonNode.Parse("""{"name":"Ada","scope":"read","cases":[]}"""))
        );
    }
}
