using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Assay.Cases.Exchange;
using Assay.Tests.Fixtures;

namespace Assay.Tests.Server;

/// <summary>Long work: watched, cancelled, and what came of it; and what is taken away from the page of publishing.</summary>
public sealed class WorkTests
{
    private const string Story =
        "The harbour office in Riga closed the lock at 11:40 p.m. on 3 May 2021. The barge Selga struck the pier at 9:55 p.m. on 3 May 2021, "
        + "the insurer in London said. The barge struck the pier well before the harbour office closed the lock, the owner said.";

    [Theory, MemberData(nameof(Stores))]
    public async Task A_cancelled_intake_leaves_the_case_as_it_was_and_says_so(string store)
    {
        using var held = new HeldWork("Reading");
        await using var server = await TeamServer.Open(store, o => o with { Watched = held.At });
        var (owner, name) = await Case(server, held);
        var before = await Head(server, name);
        owner.Follows = false;
        var begun = await Send(owner, name, Many(3));
        Assert.True(begun.To?.Contains("/work/", StringComparison.Ordinal) == true, $"{begun.Status} {begun.To}");
        var state = JsonNode.Parse((await owner.Get(begun.To + "/state")).Text)!;
        Assert.True((bool)state["running"]!);
        var page = await owner.Get(begun.To!);
        Assert.Contains("<noscript><meta http-equiv=\"refresh\" content=\"2\"></noscript>", page.Text, StringComparison.Ordinal);
        Assert.Contains("<progress", page.Text, StringComparison.Ordinal);
        Assert.Equal(begun.To, (await owner.Post(begun.To + "/cancel")).To);
        Assert.Contains("Being cancelled; it ends after this step.", (await owner.Get(begun.To!)).Text, StringComparison.Ordinal);
        held.LetGo();
        page = await Ended(owner, begun.To!);
        Assert.Contains("It was cancelled. Nothing was added or changed: the case is as it was.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv=\"refresh\"", page.Text, StringComparison.Ordinal);
        Assert.Equal(before, await Head(server, name));

        // The same again, left alone: each of them is in the case, and the journal holds.
        begun = await Send(owner, name, Many(12));
        owner.Follows = true;
        if (begun.To!.Contains("/work/", StringComparison.Ordinal))
            await Ended(owner, begun.To);
        Assert.Equal(13, await Sources(server, name));
        Assert.Contains("Everything holds", (await owner.Post($"/c/{name}/verify")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_is_seen_by_members_and_cancelled_by_editors_or_whoever_asked()
    {
        using var held = new HeldWork("Reading");
        await using var server = await TeamServer.Open(with: o => o with { Watched = held.At });
        var (owner, name) = await Case(server, held);
        var (reader, other) = (await server.Member(owner, name, "reader", "Rob"), await server.Outsider(owner, "Zoe"));
        owner.Follows = false;
        var work = (await Send(owner, name, Many(3))).To!;
        Assert.Contains("/work/", work, StringComparison.Ordinal);
        var seen = await reader.Get(work);
        Assert.Contains("Taking in 3 files", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/cancel", seen.Text, StringComparison.Ordinal);
        reader.Follows = false;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await reader.Post(work + "/cancel")).Status);
        Assert.Equal(HttpStatusCode.NotFound, await other.Status(work));
        Assert.Equal(HttpStatusCode.NotFound, await other.Status(work + "/state"));
        var another = await owner.NewCase("Another");
        Assert.Equal(HttpStatusCode.NotFound, await owner.Status(work.Replace(name, another, StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.NotFound, await owner.Status($"/c/{name}/work/{new string('0', 32)}"));
        await owner.Post(work + "/cancel");
        held.LetGo();
        Assert.Contains("the case is as it was", (await Ended(owner, work)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_has_more_than_four_pieces_of_work_under_way()
    {
        using var held = new HeldWork("Reading");
        await using var server = await TeamServer.Open(with: o => o with { Watched = held.At });
        var (owner, name) = await Case(server, held);
        owner.Follows = false;
        var files = Many(2);
        var begun = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Send(owner, name, files)));
        var fifth = await owner.Post($"/c/{name}/read");
        foreach (var work in begun.Where(b => b.To?.Contains("/work/", StringComparison.Ordinal) == true))
            await owner.Post(work.To + "/cancel");
        held.LetGo();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, fifth.Status);
        Assert.Contains("4 pieces of work that you asked for are still under way", fifth.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_reader_takes_the_archive_away_and_it_is_the_export(string store)
    {
        await using var server = await TeamServer.Open(store);
        var (owner, name) = await Case(server);
        var reader = await server.Member(owner, name, "reader", "Rob");
        reader.Follows = false;
        var work = (await reader.Post($"/c/{name}/export")).To!;
        var page = await Ended(reader, work);
        Assert.Contains($"Download {name}.zip", page.Text, StringComparison.Ordinal);
        var file = await reader.Get(work + "/file");
        Assert.Equal("application/zip", file.Head("Content-Type"));
        Assert.Contains("attachment", file.Head("Content-Disposition"), StringComparison.Ordinal);
        await using var bytes = await file.Message.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        using var kept = new MemoryStream();
        await bytes.CopyToAsync(kept, TestContext.Current.CancellationToken);
        using var api = await new ApiClient(server, server.Token("Ada")).Raw(HttpMethod.Get, $"/cases/{name}/export");
        Assert.Equal(await api.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), kept.ToArray());
        Assert.NotNull(new ZipArchive(kept).GetEntry("journal.jsonl"));
    }

    [Fact]
    public async Task Reading_again_says_what_it_changed()
    {
        await using var server = await TeamServer.Open();
        var (owner, name) = await Case(server);
        var before = await Head(server, name);
        var told = await owner.Post($"/c/{name}/read");
        Assert.Matches("1 source was read and tested again: 0 drafts new, [0-9]+ the same, 0 changed, 0 gone", told.Text);
        Assert.Equal(before, await Head(server, name));
    }

    public static TheoryData<string> Formats => [.. ExchangeFormats.All.Select(f => f.Name)];

    [Theory, MemberData(nameof(Formats))]
    public async Task A_reader_takes_each_format_away_with_what_it_cannot_hold(string format)
    {
        await using var server = await TeamServer.Open();
        var (owner, name) = await Case(server);
        var reader = await server.Member(owner, name, "reader", "Rob");
        var page = await reader.Get($"/c/{name}/publish");
        foreach (var path in new[] { $"/exchange/{format}", $"/exchange/{format}/sidecar" })
        {
            Assert.Contains($"href=\"/c/{name}{path}\"", page.Text, StringComparison.Ordinal);
            var file = await reader.Get($"/c/{name}{path}");
            Assert.Equal(HttpStatusCode.OK, file.Status);
            Assert.StartsWith($"attachment; filename=\"{name}.", file.Head("Content-Disposition"), StringComparison.Ordinal);
            Assert.Equal("nosniff", file.Head("X-Content-Type-Options"));
            using var api = await new ApiClient(server, server.Token("Rob", Assay.Cases.Team.TokenScope.Read)).Raw(
                HttpMethod.Get,
                $"/cases/{name}{path}"
            );
            var given = await api.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Equal(file.Text, given);
            Assert.Equal("attachment", api.Content.Headers.ContentDisposition!.DispositionType);
            var type = api.Content.Headers.ContentType!.MediaType!;
            Assert.Equal("", ApiClient.Misfit("get", $"/cases/{name}{path}", 200, type, JsonValue.Create(given)));
        }

        var sidecar = JsonNode.Parse((await reader.Get($"/c/{name}/exchange/{format}/sidecar")).Text)!;
        Assert.Equal(("assay-sidecar/1", format), ((string)sidecar["schema"]!, (string)sidecar["format"]!));
        var own = format switch
        {
            "prov" => "sourceAdded",
            "geojson" => "Riga",
            _ => "struck the pier",
        };
        Assert.Contains(own, (await reader.Get($"/c/{name}/exchange/{format}")).Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.NotFound, await reader.Status($"/c/{name}/exchange/pdf"));
        Assert.Equal(HttpStatusCode.NotFound, await (await server.Outsider(owner, "Zoe")).Status($"/c/{name}/exchange/{format}"));
    }

    public static TheoryData<string> Stores => TeamServer.Stores;

    // A case of one source, which was drafted elsewhere where work is held here.
    private static async Task<(WebVisitor Owner, string Name)> Case(TeamServer server, HeldWork? held = null)
    {
        var owner = await server.Owner();
        var name = await owner.NewCase("The night");
        if (held is not null)
        {
            var added = await new ApiClient(server, server.Token("Ada")).Upload($"/cases/{name}/sources", ("log.txt", Story));
            Assert.Equal(HttpStatusCode.OK, added.Status);
            return (owner, name);
        }

        Assert.Equal($"/c/{name}/sources", (await owner.Post($"/c/{name}/sources/add", ("name", "log"), ("text", Story))).To);
        return (owner, name);
    }

    private static (string, byte[])[] Many(int count) =>
        [
            .. Enumerable
                .Range(1, count)
                .Select(i =>
                    (
                        $"log-{i}.txt",
                        Encoding.UTF8.GetBytes(string.Join("\n\n", Enumerable.Repeat($"Log {i}. {Story}", 120)) + $"\n\nNumber {i}.")
                    )
                ),
        ];

    private static Task<WebAnswer> Send(WebVisitor visitor, string name, (string, byte[])[] files) =>
        visitor.Upload($"/c/{name}/sources/add", files);

    private static async Task<WebAnswer> Ended(WebVisitor visitor, string work)
    {
        for (var tries = 0; tries < 400; tries++)
        {
            var page = await visitor.Get(work);
            if (page.To is not null || !page.Text.Contains("id=\"work\"", StringComparison.Ordinal))
                return page;
            await Task.Delay(150, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException("The work does not end.");
    }

    private static async Task<string> Head(TeamServer server, string name) =>
        (await new ApiClient(server, server.Token("Ada")).Get($"/cases/{name}")).Body!["head"]!.ToJsonString();

    private static async Task<int> Sources(TeamServer server, string name) =>
        (await new ApiClient(server, server.Token("Ada")).Get($"/cases/{name}/sources")).Body!.AsArray().Count;
}
