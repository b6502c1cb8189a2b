using System.Net;
using System.Text;
using Assay.Cases.Casework;
using Assay.Cases.Team;
using Assay.Tests.Server;

namespace Assay.Tests.Mcp;

/// <summary>Agents at the server of a team: each may do what the person may whose token it brings.</summary>
public sealed class TeamAgentTests
{
    private static readonly HttpClient Client = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false });

    public static TheoryData<string> Stores => TeamServer.Stores;

    [Theory, MemberData(nameof(Stores))]
    public async Task An_agent_may_do_what_its_person_may_and_its_token(string store)
    {
        await using var server = await TeamServer.Open(store);
        var (name, _) = await Night(server);
        await using var reader = await Agent(server, name, server.Token("Rob"));
        Assert.DoesNotContain("propose_drafts", await reader.Tools());
        Assert.Single((await reader.Call("list_sources"))["sources"]!.AsArray());
        await Assert.ThrowsAnyAsync<Exception>(() => reader.Call("propose_drafts", Mcp.Night.Drafts));
        await using var looking = await Agent(server, name, server.Token("Eda", TokenScope.Read));
        Assert.DoesNotContain("propose_drafts", await looking.Tools());
        await Assert.ThrowsAnyAsync<Exception>(() => looking.Call("propose_drafts", Mcp.Night.Drafts));
        await using var editor = await Agent(server, name, server.Token("Eda"));
        Assert.Equal(7, (int)(await editor.Call("propose_drafts", Mcp.Night.Drafts))["taken"]!);
        using var opened = OpenCase.Run(Path.Combine(server.Cases, name + ".assay")).Value;
        var entry = ShowCase.Journal(opened).Value[^1];
        Assert.Equal("Eda", entry.Note.Who);
        Assert.All(ServedNight.Drafts(opened), d => Assert.Equal(["example agent"], d.Drafters));
    }

    [Fact]
    public async Task A_role_that_is_taken_away_is_gone_with_the_next_request()
    {
        await using var server = await TeamServer.Open();
        var (name, owner) = await Night(server);
        await using var agent = await Agent(server, name, server.Token("Eda"));
        Assert.Contains("propose_drafts", await agent.Tools());
        await owner.Post($"/c/{name}/members", ("name", "Eda"), ("role", "reader"));
        Assert.DoesNotContain("propose_drafts", await agent.Tools());
        await owner.Post($"/c/{name}/members/remove", ("name", "Eda"));
        await Assert.ThrowsAnyAsync<Exception>(() => agent.Tools());
    }

    [Theory]
    [InlineData("Host: evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("Origin: http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin: null", HttpStatusCode.Forbidden)]
    [InlineData("Authorization: Bearer assay_0", HttpStatusCode.Unauthorized)]
    [InlineData("X-Nothing: 1", HttpStatusCode.OK)]
    public async Task A_name_that_is_rebound_and_a_page_of_another_site_get_nothing(string head, HttpStatusCode status)
    {
        await using var server = await TeamServer.Open();
        var (name, _) = await Night(server);
        using var message = new HttpRequestMessage(HttpMethod.Post, $"{server.Root}/mcp/{name}");
        message.Content = new StringContent("""{"jsonrpc": "2.0", "id": 1, "method": "tools/list"}""", Encoding.UTF8, "application/json");
        message.Headers.TryAddWithoutValidation("Accept", "application/json, text/event-stream");
        message.Headers.TryAddWithoutValidation("Authorization", "Bearer " + server.Token("Eda"));
        var (what, value) = (head.Split(": ")[0], head.Split(": ")[1]);
        message.Headers.Remove(what);
        message.Headers.TryAddWithoutValidation(what, value);
        using var answer = await Client.SendAsync(message, TestContext.Current.CancellationToken);
        Assert.Equal(status, answer.StatusCode);
    }

    // The owner, a reader (Rob), an editor (Eda), and a case with the report.
    private static async Task<(string Name, WebVisitor Owner)> Night(TeamServer server)
    {
        var owner = await server.Owner();
        var name = await owner.NewCase("The night");
        await server.Member(owner, name, "reader", "Rob");
        await server.Member(owner, name, "editor", "Eda");
        using var opened = OpenCase.Run(Path.Combine(server.Cases, name + ".assay")).Value;
        ServedNight.Fill(new Desk(opened, "Ada", server.Clock), isRead: false);
        return (name, owner);
    }

    private static Task<AgentSession> Agent(TeamServer server, string name, string token) =>
        AgentSession.Over(new Uri($"{server.Root}/mcp/{name}"), token);
}
