using System.Net;
using Assay.Cases.Casework;
using Assay.Workbench;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Assay.Tests.Server;

public sealed class AccessTests
{
    private const string Story =
        "The harbour office in Riga closed the lock at 11:40 p.m. on 3 May 2021. The barge Selga struck the pier at 9:55 p.m. on 3 May 2021, "
        + "the insurer in London said. The barge struck the pier well before the harbour office closed the lock, the owner said.";

    public static TheoryData<string> Stores => TeamServer.Stores;

    [Fact]
    public async Task Every_address_says_who_may_use_it()
    {
        await using var server = await TeamServer.Open();
        var endpoints = server.Bench.Endpoints.OfType<RouteEndpoint>().ToList();
        Assert.True(endpoints.Count > 40, $"Only {endpoints.Count} addresses were found.");
        Assert.Empty(endpoints.Where(e => e.Metadata.GetMetadata<Needs>() is null).Select(e => e.DisplayName));
        // What names a case is for its members alone, and what changes one is not for its readers.
        var ofCases = endpoints.Where(e => e.RoutePattern.RawText!.Contains("{case}", StringComparison.Ordinal)).ToList();
        Assert.True(ofCases.Count > 30, $"Only {ofCases.Count} addresses of cases were found.");
        Assert.All(ofCases, e => Assert.True(NeedsOf(e).Access >= Access.Reader, e.DisplayName));
        // At the address for agents the tools that write are there for editors alone: TeamAgentTests.
        string[] harmless =
        [
            "/c/{case}/verify",
            "/api/v1/cases/{case}/verify",
            "/mcp/{case}",
            "/c/{case}/work/{work}/cancel",
            "/c/{case}/export",
            "/api/v1/cases/{case}/work/{work}", // who asked for it, or an editor: WorkApiTests
            "/api/v1/cases/{case}/work/export",
        ];
        var changing = ofCases.Where(e => !Methods(e).Contains("GET") && !harmless.Contains(e.RoutePattern.RawText!.TrimEnd('/'))).ToList();
        Assert.All(changing, e => Assert.True(NeedsOf(e).Access >= Access.Editor, e.DisplayName));
        string[] open =
        [
            "/assets/{file}",
            "/login",
            "/login/code",
            "/link/{secret}",
            "/health/live",
            "/health/ready",
            "/api/v1/openapi.json",
            "{*path:nonfile}",
        ];
        var anyone = endpoints.Where(e => NeedsOf(e).Access == Access.Anyone).Select(e => e.RoutePattern.RawText!.TrimEnd('/'));
        Assert.Empty(anyone.Distinct().Except(open));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_stranger_is_let_into_nothing(string store)
    {
        await using var server = await TeamServer.Open(store);
        var name = await (await server.Owner()).NewCase("The night");
        foreach (var endpoint in server.Bench.Endpoints.OfType<RouteEndpoint>().Where(e => NeedsOf(e).Access != Access.Anyone))
        {
            var answer = await Ask(server.Stranger(), endpoint, name);
            var expected =
                NeedsOf(endpoint).IsApi ? HttpStatusCode.Unauthorized
                : Methods(endpoint).Contains("GET") ? HttpStatusCode.SeeOther
                : HttpStatusCode.Unauthorized;
            Assert.True(expected == answer.Status, $"{endpoint.DisplayName}: {answer.Status}");
            Assert.DoesNotContain("The night", answer.Text, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_case_is_not_there_for_those_who_are_no_members_of_it(string store)
    {
        await using var server = await TeamServer.Open(store);
        var ada = await server.Owner();
        var bea = await server.Outsider(ada, "Bea");
        var name = await bea.NewCase("The night");
        var token = server.Token("Ada");
        // Ada owns the server, and is no member.
        Assert.DoesNotContain("The night", (await ada.Get("/")).Text, StringComparison.Ordinal);
        foreach (var endpoint in server.Bench.Endpoints.OfType<RouteEndpoint>().Where(e => NeedsOf(e).Access >= Access.Reader))
        {
            var (there, nowhere) = (await Ask(ada, endpoint, name, token), await Ask(ada, endpoint, "the-nigth", token));
            Assert.True(there.Status == HttpStatusCode.NotFound, $"{endpoint.DisplayName}: {there.Status}");
            Assert.Equal(Plain(nowhere.Text).Replace("the-nigth", name, StringComparison.Ordinal), Plain(there.Text));
        }

        Assert.Equal(HttpStatusCode.OK, await bea.Status("/c/" + name));

        static string Plain(string text) => System.Text.RegularExpressions.Regex.Replace(text, "\"traceId\":\"[^\"]*\"", "");
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Each_role_may_do_its_own_and_no_more(string store)
    {
        await using var server = await TeamServer.Open(store);
        var owner = await server.Owner();
        var name = await owner.NewCase("The night");
        var (reader, editor) = (await server.Member(owner, name, "reader", "Rob"), await server.Member(owner, name, "editor", "Eda"));
        foreach (var endpoint in server.Bench.Endpoints.OfType<RouteEndpoint>().Where(e => NeedsOf(e).Access >= Access.Editor))
        {
            var needs = NeedsOf(endpoint);
            var refused = await Ask(reader, endpoint, name, server.Token("Rob"));
            Assert.True(refused.Status == HttpStatusCode.Forbidden, $"{endpoint.DisplayName}: {refused.Status}");
            var edits = await Ask(editor, endpoint, name, server.Token("Eda"));
            Assert.True(
                edits.Status == HttpStatusCode.Forbidden == (needs.Access == Access.Owner),
                $"{endpoint.DisplayName}: {edits.Status}"
            );
        }

        Assert.Equal(HttpStatusCode.OK, await reader.Status($"/c/{name}/journal"));
        Assert.Equal(HttpStatusCode.NotFound, await reader.Status("/people"));
        Assert.Equal(HttpStatusCode.NotFound, await reader.Status("/audit"));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Post("/people/bar", ("name", "Ada"), ("does", "close"))).Status);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task What_somebody_did_is_in_the_journal_under_their_name(string store)
    {
        await using var server = await TeamServer.Open(store);
        var owner = await server.Owner();
        var name = await owner.NewCase("The night");
        var editor = await server.Member(owner, name, "editor", "Eda");
        var added = await editor.Post($"/c/{name}/sources/add", ("name", "log"), ("text", Story));
        Assert.Equal($"/c/{name}/sources", added.To);
        var list = await editor.Get($"/c/{name}");
        var source = System.Text.RegularExpressions.Regex.Match(list.Text, $"/c/{name}/sources/(s-[0-9a-f]+)").Groups[1].Value;
        var page = await editor.Get($"/c/{name}/sources/{source}");
        var item = System.Text.RegularExpressions.Regex.Match(page.Text, "data-item=\"([^\"]+)\"").Groups[1].Value;
        // A name for the journal that a form brings along is not looked at.
        var done = await editor.Post(
            $"/c/{name}/decide",
            ("item", item),
            ("does", "accept"),
            ("source", source),
            ("as", "Ada"),
            ("who", "Ada")
        );
        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        using var opened = OpenCase.Run(Path.Combine(server.Cases, name + ".assay")).Value;
        Assert.Equal(["Ada", "Eda", "Eda", "Eda"], ShowCase.Journal(opened).Value.Select(e => e.Note.Who));
    }

    [Fact]
    public async Task A_role_that_is_taken_away_ends_at_once()
    {
        await using var server = await TeamServer.Open();
        var owner = await server.Owner();
        var name = await owner.NewCase("The night");
        var editor = await server.Member(owner, name, "editor", "Eda");
        var token = server.Token("Eda");
        await owner.Post($"/c/{name}/members", ("name", "eda"), ("role", "reader"));
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.Post($"/c/{name}/undo")).Status);
        await owner.Post($"/c/{name}/members/remove", ("name", "Eda"));
        Assert.Equal(HttpStatusCode.NotFound, await editor.Status("/c/" + name));
        await owner.Post("/people/bar", ("name", "Eda"), ("does", "close"));
        Assert.Equal(HttpStatusCode.SeeOther, await editor.Status("/account"));
        Assert.Null(Assay.Cases.Team.UseCases.Tokens.Recognise(server.Bench.People, token).Value);
    }

    [Fact]
    public async Task A_case_and_a_server_keep_an_owner()
    {
        await using var server = await TeamServer.Open();
        var owner = await server.Owner();
        var name = await owner.NewCase("The night");
        foreach (var (path, field) in new[] { ("/members", "reader"), ("/members/remove", "owner") })
        {
            var answer = await owner.Post($"/c/{name}{path}", ("name", "Ada"), ("role", field));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Contains("A case has one owner at least.", answer.Text, StringComparison.Ordinal);
        }

        var barred = await owner.Post("/people/bar", ("name", "Ada"), ("does", "close"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, barred.Status);
        Assert.Equal(HttpStatusCode.OK, await owner.Status("/c/" + name));
    }

    [Fact]
    public async Task A_case_of_the_name_of_one_that_is_gone_has_none_of_its_members()
    {
        await using var server = await TeamServer.Open();
        var owner = await server.Owner();
        var name = await owner.NewCase("The night");
        var old = await server.Member(owner, name, "owner", "Olga");
        var link = TeamServer.LinkPath((await owner.Post($"/c/{name}/members/invite", ("role", "owner"))).Secret);
        File.Delete(Path.Combine(server.Cases, name + ".assay"));
        Assert.Equal(name, await owner.NewCase("The night"));
        Assert.Equal(HttpStatusCode.NotFound, await old.Status("/c/" + name));
        Assert.Equal(HttpStatusCode.NotFound, await server.Stranger().Status(link));
    }

    [Fact]
    public async Task A_case_without_an_owner_is_taken_over_by_an_owner_of_the_server_and_the_audit_says_so()
    {
        await using var server = await TeamServer.Open();
        var owner = await server.Owner();
        var place = Path.Combine(server.Cases, "old.assay");
        CreateCase.Run(new CreateRequest(place, "Old", "Zoe"), server.Clock).Value.Dispose();
        Assert.Equal(HttpStatusCode.NotFound, await owner.Status("/c/old"));
        Assert.Contains("Take over", (await owner.Get("/people")).Text, StringComparison.Ordinal);
        Assert.Equal("/people", (await owner.Post("/people/adopt", ("case", "old"))).To);
        Assert.Equal(HttpStatusCode.OK, await owner.Status("/c/old"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await owner.Post("/people/adopt", ("case", "old"))).Status);
        Assert.Contains("Ada took over a case without an owner  old", server.Audit());
    }

    [Fact]
    public async Task A_case_in_PostgreSQL_is_served_to_its_members()
    {
        var place = Assay.Cases.Tests.Casework.PostgresServer.Place();
        CreateCase.Run(new CreateRequest(place, "The night", "Zoe"), NodaTime.SystemClock.Instance).Value.Dispose();
        await using var server = await TeamServer.Open("PostgreSQL", o => o with { Place = place });
        var owner = await server.Owner();
        await owner.Post("/people/adopt", ("case", "case"));
        Assert.Equal("/c/case", (await owner.Get("/")).To);
        var editor = await server.Member(owner, "case", "editor", "Eda");
        Assert.Equal("/c/case/sources", (await editor.Post("/c/case/sources/add", ("name", "log"), ("text", Story))).To);
        using var opened = OpenCase.Run(place).Value;
        Assert.Equal(["Zoe", "Eda", "Eda"], ShowCase.Journal(opened).Value.Select(e => e.Note.Who));
        Assert.Equal(HttpStatusCode.NotFound, await (await server.Outsider(owner, "Bea")).Status("/c/case"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await owner.Post("/new", ("title", "Another"))).Status);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task An_invitation_works_once_for_its_role_and_runs_out(string store)
    {
        await using var server = await TeamServer.Open(store);
        var owner = await server.Owner();
        var name = await owner.NewCase("The night");
        var link = TeamServer.LinkPath((await owner.Post($"/c/{name}/members/invite", ("role", "reader"))).Secret);
        var bea = await server.Outsider(owner, "Bea");
        Assert.Contains("Ada</bdi> invites you to be reader", (await bea.Get(link)).Text, StringComparison.Ordinal);
        Assert.Equal("/c/" + name, (await bea.Post(link)).To);
        Assert.Equal(HttpStatusCode.Forbidden, (await bea.Post($"/c/{name}/undo")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Stranger().UseLink(link, "Eve")).Status);
        var late = TeamServer.LinkPath((await owner.Post($"/c/{name}/members/invite", ("role", "owner"))).Secret);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await server.Stranger().UseLink(late, "bea")).Status); // the name is taken
        server.Clock.Move(Assay.Cases.Team.UseCases.Links.InvitationLasts);
        Assert.Equal(HttpStatusCode.NotFound, await server.Stranger().Status(late));
    }

    [Fact]
    public async Task An_invitation_that_is_withdrawn_no_longer_works_and_none_takes_a_role_away()
    {
        await using var server = await TeamServer.Open();
        var owner = await server.Owner();
        var name = await owner.NewCase("The night");
        var (first, second) = (
            TeamServer.LinkPath((await owner.Post($"/c/{name}/members/invite", ("role", "editor"))).Secret),
            TeamServer.LinkPath((await owner.Post($"/c/{name}/members/invite", ("role", "reader"))).Secret)
        );
        var number = System.Text.RegularExpressions.Regex.Match((await owner.Get($"/c/{name}/members")).Text, "Number ([0-9]+), editor");
        Assert.Equal($"/c/{name}/members", (await owner.Post($"/c/{name}/members/withdraw", ("id", number.Groups[1].Value))).To);
        Assert.Equal(HttpStatusCode.NotFound, await server.Stranger().Status(first));
        await owner.Post(second);
        Assert.Equal(HttpStatusCode.OK, await owner.Status($"/c/{name}/members"));
        Assert.Contains("owner", (await owner.Get($"/c/{name}/members")).Text, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.SeeOther,
            (await owner.Post($"/c/{name}/members/invite", ("role", "fly"))).Status switch
            {
                HttpStatusCode.UnprocessableEntity => HttpStatusCode.SeeOther,
                var other => other,
            }
        );
    }

    [Fact]
    public async Task The_audit_log_tells_who_came_in_and_who_gave_what()
    {
        await using var server = await TeamServer.Open();
        var owner = await server.Owner();
        var name = await owner.NewCase("The night");
        await server.Stranger().SignIn("Ada", "wrong wrong wrong");
        await server.Stranger().SignIn("pass word typed as a name", "x");
        await server.Member(owner, name, "editor", "Eda");
        await owner.Post($"/c/{name}/members", ("name", "Eda"), ("role", "reader"));
        await owner.Post("/account/tokens", ("label", "nightly"), ("scope", "read"), ("days", "3"));
        string[] expected =
        [
            "Ada made a token to read nightly",
            "Ada gave the role reader Eda the-night",
            "Eda signed in",
            "Eda became editor by invitation  the-night",
            "Ada made an invitation for the role editor  the-night",
            "sign-in refused",
            "Ada sign-in refused",
            "Ada made a case  the-night",
            "Ada set the server up",
        ];
        Assert.Empty(expected.Except(server.Audit()));
        var page = (await owner.Get("/audit")).Text;
        Assert.Contains("gave the role reader", page, StringComparison.Ordinal);
        Assert.DoesNotContain("typed as a name", page, StringComparison.Ordinal);
    }

    internal static Needs NeedsOf(Endpoint endpoint) => endpoint.Metadata.GetMetadata<Needs>()!;

    internal static IReadOnlyList<string> Methods(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];

    internal static async Task<WebAnswer> Ask(WebVisitor visitor, RouteEndpoint endpoint, string name, string? token = null)
    {
        var path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/').Replace("{case}", name, StringComparison.Ordinal);
        path = System.Text.RegularExpressions.Regex.Replace(path, @"\{[^}]+\}", "x");
        var method = Methods(endpoint)[0];
        var isApi = NeedsOf(endpoint).IsApi;
        if (method == "GET")
            return await visitor.Get(path, m => Authorize(m, isApi ? token : null));
        if (!isApi)
            return await visitor.Post(path);
        HttpContent content = path.EndsWith("/sources", StringComparison.Ordinal)
            ? new MultipartFormDataContent { { JsonContent("{}"), "x" } }
            : JsonContent("{}");
        var message = new HttpRequestMessage(new HttpMethod(method), visitor.Server.Root + path) { Content = content };
        return await visitor.Send(message, m => Authorize(m, token));
    }

    private static StringContent JsonContent(string json) => new(json, System.Text.Encoding.UTF8, "application/json");

    private static void Authorize(HttpRequestMessage message, string? token)
    {
        if (token is not null)
            message.Headers.Authorization = new("Bearer", token);
    }
}
