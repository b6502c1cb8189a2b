using Assay.Cases.Proposals;
using Assay.Mcp;
using ModelContextProtocol.Server;

namespace Assay.Commands.Agents;

/// <summary>A desk served to one client until it hangs up.</summary>
/// <param name="IsReadOnly">True to leave out the tools that write.</param>
/// <param name="OutFile">File for the account, or null.</param>
internal sealed record ServedDesk(bool IsReadOnly, string? OutFile)
{
    /// <summary>Serves, and returns the exit code.</summary>
    public async Task<int> Run(ProposalDesk desk, string? lake, CancellationToken cancellation)
    {
        var options = McpServerSetup.Options(new FileDesk(desk, OutFile, lake), IsReadOnly ? McpTools.Reading : McpTools.All);
        await using var transport = new StdioServerTransport(options);
        await using var server = McpServer.Create(transport, options);
        await server.RunAsync(cancellation);
        return ExitCodes.Done;
    }
}
