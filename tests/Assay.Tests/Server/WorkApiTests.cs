using System.Net;
using System.Text.Json.Nodes;
using Assay.Cases.Team;
using Assay.Tests.Fixtures;

namespace Assay.Tests.Server;

/// <summary>Long work over HTTP: begun, watched, cancelled, and what came of it.</summary>
public sealed class WorkApiTests(SyntheticTrade trade)
{
    private const string Story =
        "The harbour office in Riga closed the lock at 11:40 p.m. on 3 May 2021. The barge Selga struck the pier at 9:55 p.m. on 3 May 2021.";

    [Fact]
    public async Task Work_is_begun_watched_and_cancelled_and_the_case_is_as_it_was()
    {
        using var held = new HeldWork("Reading");
        await using var server = await TeamServer.Open(with: o => o with { Watched = held.At });
        var owner = await server.Owner();
        var name = await owner.NewCase("The night");
        var api = new ApiClient(server, server.Token("Ada"));
        var (status, begun) = await api.Upload($"/cases/{name}/work/sources", ("1.txt", Story), ("2.txt", Story + " It rained."));
        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Equal(("Taking in 2 files", "Ada"), ((string)begun!["title"]!, (string)begun["who"]!));
        var place = $"/cases/{name}/work/{(string)begun["id"]!}";
        var work = await Until(
            api,
            place,
            w => ((string)w["words"]!).StartsWith("Reading: ", StringComparison.Ordinal) && (long)w["done"]! > 0
        );
        Assert.Equal(("running", false), ((string)work["state"]!, (bool)work["isStopping"]!));
        Assert.True((long)work["done"]! < (long)work["total"]!);
        Assert.Contains("Taking in 2 files", (await owner.Get($"/c/{name}/work/{(string)begun["id"]!}")).Text, StringComparison.Ordinal);

        // Who only reads sees it, and lets it be; so does a token that only reads.
        await server.Member(owner, name, "reader", "Rob");
        var reader = new ApiClient(server, server.Token("Rob"));
        Assert.Equal(HttpStatusCode.OK, (await reader.Get(place)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await reader.Delete(place)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Upload($"/cases/{name}/work/sources", ("3.txt", Story))).Status);
        var readOnly = new ApiClient(server, server.Token("Ada", TokenScope.Read));
        Assert.Equal(HttpStatusCode.Forbidden, (await readOnly.Delete(place)).Status);
        var another = await owner.NewCase("Another");
        Assert.Equal(HttpStatusCode.NotFound, (await api.Get(place.Replace(name, another, StringComparison.Ordinal))).Status);

        (status, var stopping) = await api.Delete(place);
        Assert.Equal((HttpStatusCode.OK, true), (status, (bool)stopping!["isStopping"]!));
        held.LetGo();
        work = await Until(api, place, w => (string)w["state"]! != "running");
        Assert.Equal("cancelled", (string)work["state"]!);
        Assert.Contains("the case is as it was", (string)work["words"]!, StringComparison.Ordinal);
        Assert.Empty((await api.Get($"/cases/{name}/sources")).Body!.AsArray());
        Assert.Equal(HttpStatusCode.NotFound, (await api.Get(place + "/file")).Status);
    }

    [Fact]
    public async Task Reading_and_the_archive_come_to_an_end_and_are_listed()
    {
        await using var server = await TeamServer.Open();
        var owner = await server.Owner();
        var name = await owner.NewCase("The night");
        var api = new ApiClient(server, server.Token("Ada"));
        Assert.Equal(HttpStatusCode.OK, (await api.Upload($"/cases/{name}/sources", ("1.txt", Story))).Status);
        var read = await Ended(api, name, await api.Post($"/cases/{name}/work/read", "{}"));
        Assert.Equal("done", (string)read["state"]!);
        Assert.Matches("1 source was read and tested again: 0 drafts new", (string)read["told"]![0]!);
        Assert.False((bool)read["hasFile"]!);

        await server.Member(owner, name, "reader", "Rob");
        var reader = new ApiClient(server, server.Token("Rob"));
        var made = await Ended(reader, name, await reader.Post($"/cases/{name}/work/export", "{}"));
        Assert.True((bool)made["hasFile"]!);
        using var file = await reader.Raw(HttpMethod.Get, $"/cases/{name}/work/{(string)made["id"]!}/file");
        using var whole = await api.Raw(HttpMethod.Get, $"/cases/{name}/export");
        Assert.Equal("application/zip", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            await whole.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken),
            await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)
        );
        var listed = (await reader.Get($"/cases/{name}/work")).Body!.AsArray().Select(w => (string)w!["title"]!);
        Assert.Equal(["Making the archive of the case", "Reading and testing again"], listed.Order());
        Assert.Equal(HttpStatusCode.BadRequest, (await api.Upload($"/cases/{name}/work/sources")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await api.Post($"/cases/{name}/work/scan", """{"target":"Russia"}""")).Status);
    }

    [Fact]
    public async Task A_scan_is_begun_and_its_findings_are_those_of_the_command()
    {
        await using var server = await TeamServer.Open(with: o => o with { Lake = trade.Lake });
        var name = await (await server.Owner()).NewCase("The night");
        var api = new ApiClient(server, server.Token("Ada"));
        var done = await Ended(api, name, await api.Post($"/cases/{name}/work/scan", """{"target":"Russia","list":"chpl"}"""));
        Assert.Equal(("done", true), ((string)done["state"]!, (bool)done["hasScan"]!));
        using var answer = await api.Raw(HttpMethod.Get, $"/cases/{name}/scans/{(string)done["id"]!}?top=3");
        Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        var found = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("RU", "exports"), ((string)found!["target"]!, (string)found["side"]!));
        Assert.Contains(trade.Product, found.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(trade.Lake, found.ToJsonString(), StringComparison.Ordinal); // where it lies is nobody's business
        Assert.Equal(HttpStatusCode.NotFound, (await api.Get($"/cases/{name}/scans/{new string('0', 32)}")).Status);
        foreach (
            var wrong in new[]
            {
                """{"target":""}""",
                """{"target":"Russia","since":"March"}""",
                """{"target":"Russia","currency":"EURO"}""",
                """{"target":"Russia","lake":"/etc"}""",
            }
        )
            Assert.True((int)(await api.Post($"/cases/{name}/work/scan", wrong)).Status is 400 or 422, wrong);
        var nowhere = await Ended(api, name, await api.Post($"/cases/{name}/work/scan", """{"target":"Atlantis"}"""));
        Assert.Equal("failed", (string)nowhere["state"]!);
        Assert.Contains("is not a country", (string)nowhere["words"]!, StringComparison.Ordinal);
    }

    private static Task<JsonNode> Ended(ApiClient api, string name, (HttpStatusCode Status, JsonNode? Body) begun)
    {
        Assert.Equal(HttpStatusCode.Accepted, begun.Status);
        return Until(api, $"/cases/{name}/work/{(string)begun.Body!["id"]!}", w => (string)w["state"]! != "running");
    }

    private static async Task<JsonNode> Until(ApiClient api, string place, Func<JsonNode, bool> isSo)
    {
        for (var since = System.Diagnostics.Stopwatch.StartNew(); since.Elapsed < TimeSpan.FromMinutes(2); )
        {
            var work = (await api.Get(place)).Body!;
            if (isSo(work))
                return work;
            await Task.Delay(250, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException("The work does not come so far.");
    }
}
