using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Assay.Tests.Fixtures;

namespace Assay.Tests.Server;

/// <summary>Sources of one origin as the pages show them, and what is decided about them there.</summary>
public sealed partial class OriginsPageTests
{
    public static TheoryData<string> Stores => TeamServer.Stores;

    [Theory, MemberData(nameof(Stores))]
    public async Task A_pair_is_confirmed_and_rejected_on_the_page_of_sources(string store)
    {
        await using var server = await TeamServer.Open(store);
        var (owner, name) = await Case(server);
        var page = (await owner.Get($"/c/{name}/sources")).Text;
        Assert.Contains(
            "<strong><bdi>copy.txt and report.txt</bdi></strong> look like one origin: ",
            Sorted(page),
            StringComparison.Ordinal
        );
        Assert.Contains("% of the shorter text (copy.txt) stands in the other", page, StringComparison.Ordinal);
        var (item, version) = Pair(page);
        var went = await owner.Post($"/c/{name}/decide", ("item", item), ("version", version), ("does", "accept"));
        Assert.Equal($"/c/{name}/sources", went.To);
        Assert.Contains(" have one origin: ", (await owner.Get($"/c/{name}/sources")).Text, StringComparison.Ordinal);
        var chronology = (await owner.Get($"/c/{name}/chronology")).Text;
        Assert.Matches("Told by 2 sources that count as 1: (copy.txt and report.txt|report.txt and copy.txt) have one origin.", chronology);

        // A form that was shown before changes nothing, and says so on the page it came from.
        var late = await owner.Post($"/c/{name}/decide", ("item", item), ("version", version), ("does", "reject"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("was changed since it was looked at", late.Text, StringComparison.Ordinal);
        Assert.Contains("id=\"origins\"", late.Text, StringComparison.Ordinal);

        (item, version) = Pair((await owner.Get($"/c/{name}/sources")).Text);
        await owner.Post($"/c/{name}/decide", ("item", item), ("version", version), ("does", "reject"));
        Assert.DoesNotContain("id=\"origins\"", (await owner.Get($"/c/{name}/sources")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("count as 1", (await owner.Get($"/c/{name}/chronology")).Text, StringComparison.Ordinal);
        Assert.Contains("Everything holds", (await owner.Post($"/c/{name}/verify")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_only_read_sees_pairs_and_decides_nothing()
    {
        await using var server = await TeamServer.Open();
        var (owner, name) = await Case(server);
        var reader = await server.Member(owner, name, "reader", "Rob");
        var page = (await reader.Get($"/c/{name}/sources")).Text;
        Assert.Contains("look like one origin", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"accept\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pairs_are_listed_and_decided_over_HTTP()
    {
        await using var server = await TeamServer.Open();
        var (_, name) = await Case(server);
        var api = new ApiClient(server, server.Token("Ada"));
        var listed = (await api.Get($"/cases/{name}/drafts?kind=sameOrigins")).Body!["entries"]!.AsArray();
        var pair = Assert.Single(listed)!;
        Assert.Equal("sameOrigin", (string?)pair["need"]);
        var decided = await api.Post(
            $"/cases/{name}/decisions",
            new JsonObject
            {
                ["decision"] = new JsonObject { ["does"] = "accept", ["item"] = (string?)pair["id"] },
            }.ToJsonString()
        );
        Assert.Equal(HttpStatusCode.OK, decided.Status);
        var events = (await api.Get($"/cases/{name}/chronology")).Body!["events"]!.AsArray();
        var told = events.Select(e => e!["told"]).OfType<JsonNode>().ToList();
        Assert.NotEmpty(told);
        Assert.All(told, t => Assert.True((int)t["origins"]! < (int)t["sources"]! && (bool)t["confirmed"]!));
    }

    private static string Sorted(string page) =>
        page.Replace("report.txt and copy.txt", "copy.txt and report.txt", StringComparison.Ordinal);

    private static (string Item, string Version) Pair(string page)
    {
        var found = Hidden().Match(page);
        Assert.True(found.Success);
        return (found.Groups[1].Value, found.Groups[2].Value);
    }

    [GeneratedRegex("name=\"item\" value=\"(o-[0-9a-f]+)\"><input type=\"hidden\" name=\"version\" value=\"([0-9]+)\"")]
    private static partial Regex Hidden();

    private static async Task<(WebVisitor Owner, string Name)> Case(TeamServer server)
    {
        var owner = await server.Owner();
        var name = await owner.NewCase("The night");
        var api = new ApiClient(server, server.Token("Ada"));
        var added = await api.Upload($"/cases/{name}/sources", ("report.txt", Harbour.Report), ("copy.txt", Harbour.Copy));
        Assert.Equal(HttpStatusCode.OK, added.Status);
        return (owner, name);
    }
}
