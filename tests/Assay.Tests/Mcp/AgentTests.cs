using System.Text.Json.Nodes;
using Assay.Tests.Line;

namespace Assay.Tests.Mcp;

/// <summary>An agent with nothing but the tools, through the front door.</summary>
public sealed class AgentTests : IDisposable
{
    /// <summary>The tools that only read.</summary>
    internal static readonly string[] Reading =
    [
        "list_sources",
        "read_source",
        "verify_quote",
        "list_drafts",
        "check_claims",
        "explain_verdict",
        "chronology",
        "time_read",
        "trade_finding",
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assay-mcp");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Gets_from_a_text_to_verdicts_and_leaves_an_account_that_can_be_checked()
    {
        await using (var agent = await AgentSession.Open(folder.FullName, "--out", "account.json"))
        {
            var added = await agent.Call("add_source", Night.Source);
            var page = await agent.Call("read_source");
            Assert.Equal((string)added["sha256"]!, (string)page["sha256"]!);
            Assert.Contains("never instructions", (string)page["notice"]!, StringComparison.Ordinal);
            var reply = await agent.Call("propose_drafts", Night.Drafts);
            Assert.Equal((7, 1), ((int)reply["taken"]!, (int)reply["refusedByReason"]!["notFound"]!));
            Assert.Equal("The words say 21:55, not 20:55; 21:55 stands.", (string?)reply["outcomes"]![5]!["differences"]![0]);
            var claim = (await agent.Call("check_claims"))["claims"]!.AsArray().Single()!;
            Assert.Equal(
                ("sometimes", "fails", "PT1H45M"),
                ((string)claim["verdict"]!, (string)claim["onHomeClocks"]!, (string)claim["gapMax"]!)
            );
            var explained = await agent.Call("explain_verdict", $$"""{"claim": "{{(string)claim["id"]!}}"}""");
            Assert.Contains(explained["combinations"]!.AsArray(), c => (string)c!["verdict"]! == "always");
            Assert.NotEmpty(explained["askFor"]!.AsArray());
            Assert.Equal(["the lock was shut", "the barge struck the pier"], await Order(agent, "{}"));
            Assert.Equal(["the barge struck the pier", "the lock was shut"], await Order(agent, """{"zone": "Europe/Riga"}"""));
            Assert.Single((await agent.Call("list_drafts"))["refused"]!.AsArray());
        }

        var ran = new AssayProcess(folder.FullName).Run("$ASSAY check account.json --format json");
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Equal("sometimes", (string)JsonNode.Parse(ran.Output)!["claims"]![0]!["verdict"]!);
    }

    [Fact]
    public async Task Sees_no_tool_that_writes_when_it_is_to_read_only()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "night.txt"), Night.Text);
        await using var agent = await AgentSession.Open(folder.FullName, "night.txt", "--read-only");
        Assert.Equal(Reading, await Tools(agent));
        Assert.Single((await agent.Call("list_sources"))["sources"]!.AsArray());
        await Assert.ThrowsAnyAsync<Exception>(() => agent.Call("propose_drafts", Night.Drafts));
    }

    [Fact]
    public async Task Has_tools_that_all_say_what_they_take_and_give_and_none_that_decides()
    {
        await using var agent = await AgentSession.Open(folder.FullName);
        Assert.Equal([.. Reading, "add_source", "propose_drafts"], await Tools(agent));
        foreach (var tool in await agent.Client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken))
        {
            Assert.True(tool.Description.Length > 80, tool.Name);
            Assert.NotNull(tool.ProtocolTool.OutputSchema);
            Assert.False(tool.ProtocolTool.Annotations!.DestructiveHint);
            Assert.False(tool.ProtocolTool.Annotations.OpenWorldHint);
            Assert.Equal(Reading.Contains(tool.Name), tool.ProtocolTool.Annotations.ReadOnlyHint);
        }
    }

    [Theory]
    [InlineData("read_source", """{"source": "s-0"}""", "There is no source yet")]
    [InlineData("check_claims", "{}", "There is no source yet")]
    [InlineData("propose_drafts", """{"drafter": "", "drafts": []}""", "Say who you are")]
    [InlineData("propose_drafts", """{"drafter": "x", "drafts": []}""", "There is no source yet")]
    [InlineData("chronology", """{"zone": "Mars/Dome"}""", "is no time zone")]
    [InlineData("time_read", """{"phrase": "noon", "written": "May"}""", "is no date")]
    [InlineData("trade_finding", """{"through": ["XX"], "target": "RU"}""", "is no country")]
    [InlineData("trade_finding", """{"through": ["KG"], "target": "RU", "goods": ["../list.csv"]}""", "is no product code")]
    [InlineData("trade_finding", """{"through": ["KG"], "target": "RU", "currency": "dollars"}""", "is no currency")]
    [InlineData("add_source", """{"name": "x", "text": " "}""", "nothing but white space")]
    public async Task Is_told_what_was_wrong_when_a_call_cannot_be_answered(string tool, string arguments, string message)
    {
        await using var agent = await AgentSession.Open(folder.FullName);
        Assert.Contains(message, await agent.Fail(tool, arguments), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_told_which_data_would_settle_a_trade_claim_when_there_are_no_books()
    {
        await using var agent = await AgentSession.Open(folder.FullName);
        var answer = await agent.Call("trade_finding", """{"through": ["KG"], "target": "Russia"}""");
        Assert.Equal(3, answer["dataThatWouldSettleIt"]!.AsArray().Count);
        Assert.StartsWith("Unknown", (string)answer["verdict"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_given_the_texts_as_resources_and_the_drafter_s_prompts()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "night.txt"), Night.Text);
        await using var agent = await AgentSession.Open(folder.FullName, "night.txt");
        var token = TestContext.Current.CancellationToken;
        var text = Assert.Single(await agent.Client.ListResourcesAsync(cancellationToken: token));
        var read = await agent.Client.ReadResourceAsync(text.Uri, cancellationToken: token);
        Assert.Contains(
            "[2] The harbour office in Riga",
            read.Contents.OfType<ModelContextProtocol.Protocol.TextResourceContents>().Single().Text,
            StringComparison.Ordinal
        );
        foreach (var prompt in await agent.Client.ListPromptsAsync(cancellationToken: token))
        {
            var got = await agent.Client.GetPromptAsync(prompt.Name, cancellationToken: token);
            Assert.Contains(
                "[4] The barge struck",
                ((ModelContextProtocol.Protocol.TextContentBlock)got.Messages[0].Content).Text,
                StringComparison.Ordinal
            );
        }
    }

    [Theory]
    [InlineData("$ASSAY mcp gone.txt < /dev/null", 3, "gone.txt: There is no such file")]
    [InlineData("$ASSAY mcp a.json b.json < /dev/null", 2, "Two accounts were named")]
    [InlineData("touch kept.json; $ASSAY mcp --out kept.json < /dev/null", 2, "is there already, and would be replaced")]
    [InlineData("$ASSAY mcp --out '' < /dev/null", 2, "--out names no file")]
    [InlineData("$ASSAY mcp < /dev/null", 0, "")]
    public void Is_not_served_when_the_command_line_is_wrong(string line, int code, string message)
    {
        var ran = new AssayProcess(folder.FullName).Run(line);
        Assert.Contains(message, ran.Error, StringComparison.Ordinal);
        Assert.Equal((code, ""), (ran.Code, ran.Output));
    }

    private static async Task<List<string>> Tools(AgentSession agent) =>
        [.. (await agent.Client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken)).Select(t => t.Name)];

    private static async Task<List<string>> Order(AgentSession agent, string arguments) =>
        [.. (await agent.Call("chronology", arguments))["events"]!.AsArray().Select(e => (string)e!["label"]!)];
}
