using System.Text.Json.Nodes;

namespace Assay.Tests.Mcp;

/// <summary>The official inspector lists and calls every tool. It is fetched by npm into the folder of the tests, with a Node that
/// can run it.</summary>
public sealed class InspectorTests : IDisposable
{
    private const string Package = "@modelcontextprotocol/inspector@2.12.0";
    private static readonly Lazy<string?> Installed = new(() => NodePackages.Install(Package, "inspector", "mcp-inspector"));
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assay-inspector");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Lists_and_calls_every_tool()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "skipped: the shell of this test is that of Unix");
        Assert.SkipWhen(Installed.Value is null, "skipped: npm could not fetch the inspector");
        File.WriteAllText(Path.Combine(folder.FullName, "night.txt"), Night.Text);
        var tools = Inspect("--method tools/list --strict")["tools"]!.AsArray();
        Assert.Equal(11, tools.Count);
        var drafts = JsonNode.Parse(Night.Drafts)!;
        File.WriteAllText(Path.Combine(folder.FullName, "drafts"), drafts["drafts"]!.ToJsonString());
        Assert.Equal(7, (int)Called("propose_drafts", "night.txt --out a.json", ["drafter=inspector", "drafts=$(cat drafts)"])["taken"]!);
        Assert.Single(Call("list_sources")["sources"]!.AsArray());
        Assert.Equal(4, (int)Call("read_source", "limit=2")["total"]!);
        Assert.True((bool)Call("verify_quote", "words=The harbour office in Riga")["holds"]!);
        Assert.Empty(Call("list_drafts")["drafts"]!.AsArray());
        var claim = Called("check_claims", "a.json", [])["claims"]![0]!;
        Assert.Equal("sometimes", (string)claim["verdict"]!);
        Assert.NotEmpty(Called("explain_verdict", "a.json", [$"claim={claim["id"]}"])["combinations"]!.AsArray());
        Assert.Equal(2, Called("chronology", "a.json", ["zone=Europe/Riga"])["events"]!.AsArray().Count);
        Assert.Equal("16:40", (string)Call("time_read", "phrase=at 4:40 p.m.")["times"]![0]!["clockTime"]!);
        Assert.Equal(3, Call("trade_finding", "through=[\"KG\"]", "target=RU")["dataThatWouldSettleIt"]!.AsArray().Count);
        Assert.Equal(1, (int)Call("add_source", "name=note", "text=The mill closed at noon.")["sentences"]!);
    }

    [Fact]
    public void Reads_the_texts_and_the_prompts()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "skipped: the shell of this test is that of Unix");
        Assert.SkipWhen(Installed.Value is null, "skipped: npm could not fetch the inspector");
        File.WriteAllText(Path.Combine(folder.FullName, "night.txt"), Night.Text);
        var uri = (string)Inspect("--method resources/list")["resources"]![0]!["uri"]!;
        Assert.Contains(
            "[2] The harbour",
            (string)Inspect($"--method resources/read --uri {uri}")["contents"]![0]!["text"]!,
            StringComparison.Ordinal
        );
        foreach (var prompt in Inspect("--method prompts/list")["prompts"]!.AsArray())
            Assert.Single(Inspect($"--method prompts/get --prompt-name {prompt!["name"]}")["messages"]!.AsArray());
    }

    private JsonNode Call(string tool, params string[] arguments) => Called(tool, "night.txt", arguments);

    private JsonNode Called(string tool, string input, string[] arguments)
    {
        var words = string.Concat(arguments.Select(a => $" --tool-arg \"{a.Replace("\"", "\\\"", StringComparison.Ordinal)}\""));
        return Inspect($"--method tools/call --tool-name {tool}{words}", input)["structuredContent"]!;
    }

    private JsonNode Inspect(string words, string input = "night.txt")
    {
        var line =
            $"PATH={Installed.Value}:$PATH mcp-inspector --cli dotnet {Path.Combine(AppContext.BaseDirectory, "assay.dll")} mcp {input} {words}";
        var (code, output, error) = NodePackages.Shell(line, folder.FullName);
        Assert.True(code == 0, $"{line}\n{output}\n{error}");
        return JsonNode.Parse(output)!;
    }
}
