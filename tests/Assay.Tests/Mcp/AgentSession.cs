using System.Text.Json.Nodes;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Assay.Tests.Mcp;

/// <summary>A client of <c>assay mcp</c>, which runs as a process of its own in a folder, or of a server.</summary>
internal sealed class AgentSession : IAsyncDisposable
{
    private readonly McpClient client;

    private AgentSession(McpClient client) => this.client = client;

    public McpClient Client => client;

    public static async Task<AgentSession> Open(string folder, params string[] words)
    {
        var transport = new StdioClientTransport(
            new StdioClientTransportOptions
            {
                Command = "dotnet",
                Arguments = [Path.Combine(AppContext.BaseDirectory, "assay.dll"), "mcp", .. words],
                WorkingDirectory = folder,
            }
        );
        return new AgentSession(await McpClient.CreateAsync(transport, cancellationToken: TestContext.Current.CancellationToken));
    }

    /// <summary>A client of a server, by HTTP.</summary>
    public static async Task<AgentSession> Over(Uri address, string token)
    {
        var options = new HttpClientTransportOptions
        {
            Endpoint = address,
            TransportMode = HttpTransportMode.StreamableHttp,
            AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = "Bearer " + token },
        };
        var about = new McpClientOptions
        {
            ClientInfo = new Implementation { Name = "harness", Version = "7" },
        };
        return new AgentSession(
            await McpClient.CreateAsync(new HttpClientTransport(options), about, cancellationToken: TestContext.Current.CancellationToken)
        );
    }

    /// <summary>The names of the tools.</summary>
    public async Task<List<string>> Tools() =>
        [.. (await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken)).Select(t => t.Name)];

    /// <summary>Calls a tool and gives its structured content.</summary>
    public async Task<JsonNode> Call(string tool, string arguments = "{}")
    {
        var result = await Result(tool, arguments);
        Assert.False(result.IsError ?? false, Text(result));
        return JsonNode.Parse(result.StructuredContent!.Value.GetRawText())!;
    }

    /// <summary>Calls a tool that fails and gives what it says.</summary>
    public async Task<string> Fail(string tool, string arguments)
    {
        var result = await Result(tool, arguments);
        Assert.True(result.IsError);
        return Text(result);
    }

    public ValueTask DisposeAsync() => client.DisposeAsync();

    private async Task<CallToolResult> Result(string tool, string arguments) =>
        await client.CallToolAsync(
            tool,
            JsonNode.Parse(arguments)!.AsObject().ToDictionary(a => a.Key, a => (object?)a.Value),
            cancellationToken: TestContext.Current.CancellationToken
        );

    private static string Text(CallToolResult result) => string.Concat(result.Content.OfType<TextContentBlock>().Select(c => c.Text));
}
