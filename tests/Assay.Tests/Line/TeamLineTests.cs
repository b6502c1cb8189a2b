using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Assay.Tests.Server;
using Assay.Tests.Snapshots;

namespace Assay.Tests.Line;

/// <summary>What whoever keeps a server does at the machine itself, through the front door.</summary>
public sealed class TeamLineTests
{
    [Fact]
    public async Task Lists_people_and_hands_out_what_the_server_takes()
    {
        await using var server = await TeamServer.Open();
        await server.Owner();
        var people = Ran(server, "$ASSAY team people --users users.db");
        Assert.StartsWith("Ada  since 20", people, StringComparison.Ordinal);

        var token = Ran(server, "$ASSAY team token Ada --users users.db --label nightly --scope read --days 90").TrimEnd();
        Assert.Equal(HttpStatusCode.OK, await Status(server.Root + "/api/v1/cases", token));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(server.Root + "/api/v1/cases", token + "x"));

        var link = Ran(server, "$ASSAY team reset Ada --users users.db --public https://assay.example.org/").TrimEnd();
        Assert.StartsWith("https://assay.example.org/link/", link, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await Status(server.Root + new Uri(link).AbsolutePath, null));
    }

    [Fact]
    public void Describes_the_API_as_the_documentation_does()
    {
        var folder = Directory.CreateTempSubdirectory("assay-openapi");
        var ran = new AssayProcess(folder.FullName).Run("$ASSAY team openapi");
        folder.Delete();
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        var documented = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs", "openapi.json")));
        Assert.True(JsonNode.DeepEquals(documented, JsonNode.Parse(ran.Output)));
    }

    private static string Ran(TeamServer server, string line)
    {
        var ran = new AssayProcess(server.Cases).Run(line);
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        return ran.Output;
    }

    private static async Task<HttpStatusCode> Status(string address, string? token)
    {
        using var client = new HttpClient();
        if (token is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return (await client.GetAsync(new Uri(address), TestContext.Current.CancellationToken)).StatusCode;
    }
}
