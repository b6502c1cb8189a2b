using System.Net;
using System.Text.RegularExpressions;
using Assay.Ground.Countries;
using Assay.Tests.Fixtures;

namespace Assay.Tests.Server;

/// <summary>Customs books in the workbench: from what they hold by a scan to a claim of a case, and back.</summary>
public sealed class BooksTests(SyntheticTrade trade)
{
    private static readonly (string Name, string Value)[] Scan =
    [
        ("target", "Russia"),
        ("list", "chpl"),
        ("since", ""),
        ("codes", ""),
        ("origin", "EU27"),
        ("level", "HS6"),
        ("side", "exports"),
        ("currency", "EUR"),
    ];

    private string Country => CountryTable.Shipped.FindCode(trade.Destination)!.UsualName;

    [Fact]
    public async Task A_finding_goes_from_the_books_to_a_claim_and_is_taken_back()
    {
        await using var server = await TeamServer.Open(with: o => o with { Lake = trade.Lake });
        var (owner, name) = await Case(server, $"{Country} may help Russia evade sanctions, an analyst said on 3 May 2023.");
        var books = await owner.Get($"/c/{name}/trade");
        Assert.Contains("What the books hold", books.Text, StringComparison.Ordinal);
        Assert.Contains("Germany", books.Text, StringComparison.Ordinal);
        Assert.Contains("Synthetic data.", books.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(trade.Lake, books.Text, StringComparison.Ordinal); // where it lies is nobody's business

        var scan = (await owner.Post($"/c/{name}/trade/scan", Scan)).To!;
        var found = await owner.Get(scan);
        var card = $"{scan}/{trade.Destination}/{trade.Product}";
        Assert.Contains($"href=\"{card}\"", found.Text, StringComparison.Ordinal);
        Assert.Contains("is consistent with re-routing, never proof", found.Text, StringComparison.Ordinal);
        var shown = await owner.Get(card);
        Assert.Contains("Every number, and how it was made", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Attach to this claim", shown.Text, StringComparison.Ordinal);

        var before = await owner.Get($"/c/{name}/dossier/page");
        Assert.DoesNotContain("Attached by hand", before.Text, StringComparison.Ordinal);
        var item = Field(shown.Text, "item");
        var attached = await owner.Post($"/c/{name}/trade/attach", Attaching(shown.Text, "it fits"));
        Assert.Equal($"/c/{name}/verdicts#{item}", attached.To);
        var dossier = await owner.Get($"/c/{name}/dossier/page");
        Assert.Contains($"Attached by hand: {Country}, product {trade.Product}", dossier.Text, StringComparison.Ordinal);
        Assert.Contains($"id=\"books-{item}\"", dossier.Text, StringComparison.Ordinal);
        Assert.Contains($"id=\"books-{item}-overview\"", dossier.Text, StringComparison.Ordinal);
        Assert.Contains(
            "attached a finding of the customs books to " + item,
            (await owner.Get($"/c/{name}/journal")).Text,
            StringComparison.Ordinal
        );
        Assert.Contains("It stands beside this claim", (await owner.Get(card)).Text, StringComparison.Ordinal);

        var entry = Field((await owner.Get($"/c/{name}/trade")).Text, "entry");
        Assert.Equal($"/c/{name}/trade", (await owner.Post($"/c/{name}/trade/detach", ("entry", entry))).To);
        Assert.DoesNotContain("Attached by hand", (await owner.Get($"/c/{name}/dossier/page")).Text, StringComparison.Ordinal);
        Assert.Contains("Attach to this claim", (await owner.Get(card)).Text, StringComparison.Ordinal);
        Assert.Contains("Everything holds", (await owner.Post($"/c/{name}/verify")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_looks_at_scans_and_makes_none()
    {
        await using var server = await TeamServer.Open(with: o => o with { Lake = trade.Lake });
        var (owner, name) = await Case(server, $"{Country} may help Russia evade sanctions.");
        var scan = (await owner.Post($"/c/{name}/trade/scan", Scan)).To!;
        var reader = await server.Member(owner, name, "reader", "Rob");
        Assert.Equal(HttpStatusCode.OK, await reader.Status(scan));
        var card = await reader.Get($"{scan}/{trade.Destination}/{trade.Product}");
        Assert.DoesNotContain("Attach to this claim", card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/trade/scan\"", (await reader.Get($"/c/{name}/trade")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Post($"/c/{name}/trade/scan", Scan)).Status);
        // A scan is of its case: under another one it is not there.
        var other = await owner.NewCase("Another");
        Assert.Equal(HttpStatusCode.NotFound, await owner.Status(scan.Replace($"/c/{name}/", $"/c/{other}/", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("codes", "/etc/passwd", "names no goods")]
    [InlineData("list", "../../world.csv", "names no goods")]
    [InlineData("target", "Atlantis", "is not a country")]
    [InlineData("since", "March", "is no month")]
    [InlineData("since", "1999-01", "leaves no like months")]
    [InlineData("level", "HS9", "is no level")]
    [InlineData("origin", "Atlantis", "is not a country")]
    [InlineData("currency", "EURO", "is no currency")]
    public async Task What_cannot_be_asked_is_refused_with_what_was_typed(string field, string value, string why)
    {
        await using var server = await TeamServer.Open(with: o => o with { Lake = trade.Lake });
        var (owner, name) = await Case(server, "Nothing of goods.");
        var answer = await owner.Post($"/c/{name}/trade/scan", [.. Scan.Select(f => f.Name == field ? (field, value) : f)]);
        Assert.True((int)answer.Status is 404 or 422, answer.Status.ToString());
        Assert.Contains(why, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_that_names_a_file_for_its_goods_has_none_read()
    {
        await using var server = await TeamServer.Open(with: o => o with { Lake = trade.Lake });
        var (_, name) = await Case(server, $"{Country} may help Russia evade sanctions.");
        var list = Path.Combine(server.Cases, "mine.csv");
        await File.WriteAllTextAsync(list, "code\n999999\n", TestContext.Current.CancellationToken);
        var api = new ApiClient(server, server.Token("Ada"));
        var item = (string)(await api.Get($"/cases/{name}/drafts?kind=routes")).Body!["entries"]![0]!["id"]!;
        var finding =
            $$"""{"through":"{{trade.Destination}}","product":"999999","list":"{{list}}","origin":"EU27","since":202203,"level":"HS6","side":"exports","unit":"EUR","method":"threeWay"}""";
        var decided = await api.Post(
            $"/cases/{name}/decisions",
            $$$"""{"decision":{"does":"attach","item":"{{{item}}}","finding":{{{finding}}}}}"""
        );
        Assert.Equal(HttpStatusCode.OK, decided.Status);
        var claim = (await api.Get($"/cases/{name}/verdicts")).Body!["claims"]!.AsArray().Single(c => (string)c!["id"]! == item)!;
        Assert.Equal("consistent", (string)claim["verdict"]!); // put to the list that ships, as without the finding
    }

    [Fact]
    public async Task A_finding_of_another_country_is_not_set_beside_a_claim()
    {
        await using var server = await TeamServer.Open(with: o => o with { Lake = trade.Lake });
        var (owner, name) = await Case(server, "Tonga helps Russia evade sanctions.");
        var scan = (await owner.Post($"/c/{name}/trade/scan", Scan)).To!;
        var card = await owner.Get($"{scan}/{trade.Destination}/{trade.Product}");
        Assert.Contains("No claim of this case is of goods that go to Russia through", card.Text, StringComparison.Ordinal);
        var item = Regex.Match((await owner.Get($"/c/{name}/trade")).Text, "/at/(rt-[0-9a-f]+)").Groups[1].Value;
        var refused = await owner.Post(
            $"/c/{name}/trade/attach",
            ("scan", scan.Split('/')[^1]),
            ("destination", trade.Destination),
            ("product", trade.Product),
            ("item", item)
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("The claim is of goods that go to Russia through Tonga", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await owner.Status($"{scan}/{trade.Destination}/000000"));
    }

    [Fact]
    public async Task Says_what_to_do_where_there_are_no_books_and_the_case_stays_open()
    {
        await using var none = await TeamServer.Open();
        var (owner, name) = await Case(none, "Tonga helps Russia evade sanctions.");
        var page = await owner.Get($"/c/{name}/trade");
        Assert.Contains("opened without customs books", page.Text, StringComparison.Ordinal);
        Assert.Contains("assay trade import", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.Post($"/c/{name}/trade/scan", Scan)).Status);

        var empty = Directory.CreateTempSubdirectory("assay-no-lake");
        await using var gone = await TeamServer.Open(with: o => o with { Lake = empty.FullName });
        (owner, name) = await Case(gone, "Tonga helps Russia evade sanctions.");
        page = await owner.Get($"/c/{name}/trade");
        Assert.Contains("assay trade import", page.Text, StringComparison.Ordinal);
        Assert.Contains("unknown, not refuted", (await owner.Get($"/c/{name}/verdicts")).Text, StringComparison.Ordinal);
        empty.Delete();
    }

    private static async Task<(WebVisitor Owner, string Name)> Case(TeamServer server, string story)
    {
        var owner = await server.Owner();
        var name = await owner.NewCase("The parts");
        var added = await owner.Post($"/c/{name}/sources/add", ("name", "story"), ("text", story));
        Assert.Equal($"/c/{name}/sources", added.To);
        return (owner, name);
    }

    private static (string, string)[] Attaching(string card, string why) =>
        [.. new[] { "scan", "destination", "product", "item", "version" }.Select(n => (n, Field(card, n))), ("why", why)];

    private static string Field(string page, string name) =>
        Regex.Match(page, $"<input type=\"hidden\" name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value;
}
