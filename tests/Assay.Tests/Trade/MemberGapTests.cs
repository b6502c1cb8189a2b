using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Assay.Tests.Dossier;
using Assay.Tests.Fixtures;

namespace Assay.Tests.Trade;

/// <summary>A month that one small member of the bloc lacks: nothing is left out for it, and it is named where the scan is read.</summary>
public sealed class MemberGapTests : IDisposable
{
    private const string Restricted = "854231";
    private readonly string folder = Directory.CreateTempSubdirectory("assay-gaps-").FullName;

    private string Lake => Path.Combine(folder, "lake");

    private string[] Arguments => ["--lake", Lake, "--target", "RU", "--list", Restricted, "--origin", "DE,MT"];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_small_gap_is_named_in_json_and_leaves_nothing_out()
    {
        Books(lacks: 202105);
        var scan = JsonNode.Parse(SyntheticTrade.Run(["scan", .. Arguments, "--format", "json"]))!;

        Assert.Empty(new DocumentedSchema("trade-scan.schema.json").Problems(scan));
        Assert.Equal((0, 0), (scan["leftOut"]!["reporters"]!.AsArray().Count, scan["leftOut"]!["periods"]!.AsArray().Count));
        var gap = Assert.Single(scan["lacking"]!.AsArray())!;
        Assert.Equal(("MT", 202105), ((string)gap["reporter"]!, (int)Assert.Single(gap["periods"]!.AsArray())!));
        Assert.InRange((double)gap["worth"]!, 0.001, 0.01);
    }

    [Theory]
    [InlineData(202105, "before", "part of the rise may be that gap")]
    [InlineData(202205, "after", "the rise may be larger")]
    public void The_summary_and_the_card_say_what_a_small_gap_is_worth(int lacks, string side, string meaning)
    {
        Books(lacks);
        var month = $"{lacks / 100}-{lacks % 100:00}";
        var said = $"Malta reports nothing for {month}: the sums compared are about 0.2 % too low for it.";
        var page = Path.Combine(folder, "card.html");
        var card = SyntheticTrade.Run(["explain", "KG", Restricted, .. Arguments, "--html", page]);
        var own = $"Most of the trade {side} is from Malta (100.0 %), which reports nothing for {month}: {meaning}.";

        Assert.Contains(said, SyntheticTrade.Run(["scan", .. Arguments]), StringComparison.Ordinal);
        Assert.Contains(said, card.Split('\n').Single(l => l.Contains(" coverage ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains(own, card, StringComparison.Ordinal);
        Assert.Contains(own, File.ReadAllText(page), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Most of the trade",
            SyntheticTrade.Run(["explain", "KZ", Restricted, .. Arguments]),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Nothing_is_said_of_gaps_when_there_are_none()
    {
        Books(lacks: 0);

        Assert.DoesNotContain("reports nothing for", SyntheticTrade.Run(["scan", .. Arguments]), StringComparison.Ordinal);
        Assert.Empty(JsonNode.Parse(SyntheticTrade.Run(["scan", .. Arguments, "--format", "json"]))!["lacking"]!.AsArray());
    }

    // Malta alone sends the goods to Kyrgyzstan; all else is Germany's.
    private void Books(int lacks)
    {
        var rows = new StringBuilder("reporter,partner,flow,product,period,value_eur\n");
        foreach (var month in Enumerable.Range(0, 36).Select(i => ((2020 + (i / 12)) * 100) + (i % 12) + 1))
        {
            void Add(string reporter, string partner, string product, int value) =>
                rows.Append(
                    CultureInfo.InvariantCulture,
                    $"{reporter},{partner},X,{product},{month / 100}-{month % 100:00},{value + (month % 7)}\n"
                );
            foreach (var partner in (string[])["AM", "AE", "GE", "KZ", "RS", "TR", "UZ", "CN", "IN", "BR"])
            foreach (var product in (string[])[Restricted, "010121", "390110", "720810"])
                Add("DE", partner, product, 250_000);
            Add("DE", "RU", Restricted, month >= 202203 ? 10_000 : 1_000_000);
            if (month == lacks)
                continue;
            Add("MT", "KG", Restricted, 140_000);
            Add("MT", "KG", "010121", 10_000);
        }

        var file = Path.Combine(folder, "books.csv");
        File.WriteAllText(file, rows.ToString());
        SyntheticTrade.Run("import", file, "--lake", Lake);
    }
}
