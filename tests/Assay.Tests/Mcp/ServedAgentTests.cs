using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Assay.Cases.Accounts;
using Assay.Cases.Casework;
using Assay.Cases.Journal;

namespace Assay.Tests.Mcp;

/// <summary>Agents at the workbench of one person, by HTTP.</summary>
public sealed class ServedAgentTests
{
    private const string Ping = """{"jsonrpc": "2.0", "id": 1, "method": "tools/list"}""";

    private static readonly HttpClient Client = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false });

    public static TheoryData<string> Stores => ServedNight.Stores;

    [Theory, MemberData(nameof(Stores))]
    public async Task An_agent_gets_to_verdicts_and_its_drafts_are_in_the_case_under_its_name(string store)
    {
        await using var served = await ServedNight.Open(store: store);
        await using var agent = await served.Agent();
        Assert.Equal([.. AgentTests.Reading, "propose_drafts"], await agent.Tools());
        Assert.Equal(4, (int)(await agent.Call("read_source"))["total"]!);
        var reply = await agent.Call("propose_drafts", Night.Drafts);
        Assert.Equal((7, 1), ((int)reply["taken"]!, (int)reply["refusedByReason"]!["notFound"]!));
        var claim = (await agent.Call("check_claims"))["claims"]!.AsArray().Single()!;
        Assert.Equal("sometimes", (string)claim["verdict"]!);
        Assert.NotEmpty((await agent.Call("explain_verdict", $$"""{"claim": "{{(string)claim["id"]!}}"}"""))["askFor"]!.AsArray());
        var listed = (await agent.Call("list_drafts"))["drafts"]!.AsArray();
        Assert.All(listed, d => Assert.Equal("example agent", (string?)d!["draftedBy"]));

        using var opened = served.Case();
        var drafts = ServedNight.Drafts(opened);
        Assert.Equal(listed.Count, drafts.Count);
        Assert.All(drafts, d => Assert.Equal(["example agent"], d.Drafters));
        var entry = ShowCase.Journal(opened).Value[^1];
        Assert.Equal((JournalAct.DraftsRead, "Ada"), (entry.Note.Act, entry.Note.Who));
        var run = JsonNode.Parse(entry.Note.After!)!["run"]!;
        Assert.Equal(
            (7, "notFound", "agent"),
            (run["taken"]!.AsArray().Count, (string?)run["refused"]![0]!["reason"], (string?)run["kind"])
        );
        Assert.Empty(VerifyCase.Run(opened.Store).Value.Faults);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task What_rules_and_agent_both_draft_is_one_item_of_both_and_what_was_struck_stays_struck(string store)
    {
        await using var served = await ServedNight.Open(isRead: true, store: store);
        await using var agent = await served.Agent();
        using var opened = served.Case();
        var clock = ServedNight.Drafts(opened, "clocks")[0];
        Assert.Equal(["rules"], clock.Drafters);
        await agent.Call("propose_drafts", Night.Drafts);
        var all = ServedNight.Drafts(opened);
        Assert.Contains(all, d => d.Drafters.Contains("rules"));
        var own = all.First(d => d.Drafters.SequenceEqual(["example agent"]));
        var desk = new Desk(opened, "Bea", NodaTime.SystemClock.Instance);
        Assert.True(DecideItem.Run(desk, new DecideRequest(new Struck(own.Id)), TestContext.Current.CancellationToken).Succeeded);
        await agent.Call("propose_drafts", Night.Drafts);
        Assert.Equal(ItemState.Rejected, ListDrafts.One(opened, own.Id).Value.State);
        Assert.DoesNotContain((await agent.Call("list_drafts"))["drafts"]!.AsArray(), d => (string)d!["id"]! == own.Id);
    }

    [Fact]
    public async Task A_run_of_which_nothing_was_taken_is_in_the_journal_too()
    {
        await using var served = await ServedNight.Open();
        await using var agent = await served.Agent();
        var reply = await agent.Call(
            "propose_drafts",
            """{"drafter": "bad", "drafts": [{"kind": "event", "label": "x", "sentence": 2, "words": ["the mayor shot the pilot"]}, 7]}"""
        );
        Assert.Equal((0, 2), ((int)reply["taken"]!, (int)reply["refused"]!));
        using var opened = served.Case();
        Assert.Empty(ServedNight.Drafts(opened));
        var run = JsonNode.Parse(ShowCase.Journal(opened).Value[^1].Note.After!)!["run"]!;
        Assert.Equal(2, run["refused"]!.AsArray().Count);
        Assert.Empty(VerifyCase.Run(opened.Store).Value.Faults);
    }

    [Theory]
    [InlineData("rules", "Only the rules draft under the name")]
    [InlineData("a\nb", "is no name")]
    public async Task A_name_that_is_not_the_agent_s_to_take_is_refused(string name, string message)
    {
        await using var served = await ServedNight.Open();
        await using var agent = await served.Agent();
        var drafts = JsonNode.Parse(Night.Drafts)!;
        drafts["drafter"] = name;
        Assert.Contains(message, await agent.Fail("propose_drafts", drafts.ToJsonString()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_tool_writes_when_agents_only_read()
    {
        await using var served = await ServedNight.Open(isReadOnly: true);
        await using var agent = await served.Agent();
        Assert.Equal(AgentTests.Reading, await agent.Tools());
        await Assert.ThrowsAnyAsync<Exception>(() => agent.Call("propose_drafts", Night.Drafts));
        using var opened = served.Case();
        Assert.Equal(2, ShowCase.Journal(opened).Value.Count);
    }

    [Theory]
    [InlineData("", HttpStatusCode.OK)]
    [InlineData("Origin: http://SELF", HttpStatusCode.OK)]
    [InlineData("Host: evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("Host: evil.example\nOrigin: http://evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("Origin: http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin: null", HttpStatusCode.Forbidden)]
    [InlineData("Origin: https://SELF", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site: cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Authorization: Bearer 00", HttpStatusCode.Unauthorized)]
    [InlineData("Authorization: Basic TOKEN", HttpStatusCode.Unauthorized)]
    [InlineData("Authorization:\nCookie: assay-PORT=TOKEN", HttpStatusCode.Unauthorized)]
    public async Task Only_who_brings_the_token_from_here_is_let_in(string heads, HttpStatusCode status)
    {
        await using var served = await ServedNight.Open();
        using var message = Asking(served, HttpMethod.Post, served.Address);
        foreach (var head in heads.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(h => h.Split(':', 2)))
        {
            message.Headers.Remove(head[0]);
            var value = head[1]
                .Trim()
                .Replace("SELF", served.Address.Authority, StringComparison.Ordinal)
                .Replace("PORT", $"{served.Address.Port}", StringComparison.Ordinal)
                .Replace("TOKEN", served.Bench.Token, StringComparison.Ordinal);
            if (value.Length > 0)
                message.Headers.TryAddWithoutValidation(head[0], value);
        }

        using var answer = await Client.SendAsync(message, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status == HttpStatusCode.OK, text.Contains("list_sources", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GET", "/mcp/night", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", "/mcp/night", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/mcp/nigth", HttpStatusCode.NotFound)]
    [InlineData("POST", "/mcp/..%2Fnight", HttpStatusCode.NotFound)]
    [InlineData("GET", "/mcp/night?open=TOKEN", HttpStatusCode.MethodNotAllowed)]
    public async Task What_is_no_case_and_no_way_to_ask_is_refused(string method, string path, HttpStatusCode status)
    {
        await using var served = await ServedNight.Open();
        var address = new Uri(served.Address, path.Replace("TOKEN", served.Bench.Token, StringComparison.Ordinal));
        using var message = Asking(served, new HttpMethod(method), address);
        using var answer = await Client.SendAsync(message, TestContext.Current.CancellationToken);
        Assert.Equal(status, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("[1, 2", HttpStatusCode.BadRequest)]
    [InlineData("""[{"jsonrpc": "2.0", "id": 1, "method": "ping"}]""", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    public async Task A_body_that_is_no_message_is_refused(string body, HttpStatusCode status)
    {
        await using var served = await ServedNight.Open();
        using var message = Asking(served, HttpMethod.Post, served.Address, body);
        using var answer = await Client.SendAsync(message, TestContext.Current.CancellationToken);
        Assert.Equal(status, answer.StatusCode);
    }

    private static HttpRequestMessage Asking(ServedNight served, HttpMethod method, Uri address, string body = Ping)
    {
        var message = new HttpRequestMessage(method, address);
        if (method == HttpMethod.Post)
            message.Content = new StringContent(body, Encoding.UTF8, "application/json");
        message.Headers.TryAddWithoutValidation("Accept", "application/json, text/event-stream");
        message.Headers.TryAddWithoutValidation("Authorization", "Bearer " + served.Bench.Token);
        return message;
    }
}
