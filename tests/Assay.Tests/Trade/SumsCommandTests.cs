using System.Text.Json.Nodes;
using Assay.Tests.Dossier;
using Assay.Tests.Fixtures;

namespace Assay.Tests.Trade;

/// <summary>Suppliers and balance through the command line: table, CSV, and JSON by its schema.</summary>
public sealed class SumsCommandTests(SyntheticTrade trade)
{
    [Theory]
    [InlineData("suppliers", "trade-suppliers.schema.json")]
    [InlineData("balance", "trade-balance.schema.json")]
    public void Json_holds_to_its_schema_and_says_what_the_csv_does(string command, string schema)
    {
        var json = Ask(command, "--format", "json");
        Assert.Empty(new DocumentedSchema(schema).Problems(JsonNode.Parse(json)));
        var rows = JsonNode.Parse(json)![command == "suppliers" ? "suppliers" : "products"]!.AsArray();
        var lines = Ask(command, "--format", "csv").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(rows.Count + 1, lines.Length);
        Assert.StartsWith((string)(rows[0]!["country"] ?? rows[0]!["product"])! + ",", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("suppliers")]
    [InlineData("balance")]
    public void Table_fits_a_terminal_and_country_and_target_may_be_named(string command)
    {
        var said = Ask(command);
        Assert.Contains("together", said, StringComparison.Ordinal);
        Assert.DoesNotContain("…", said, StringComparison.Ordinal);
        Assert.All(said.Split('\n').Where(l => l.StartsWith('─')), l => Assert.True(l.TrimEnd().Length <= 80, l));
    }

    [Theory]
    [InlineData("suppliers", "Who supplies Russia")]
    [InlineData("balance", "again")]
    public void Page_says_what_was_added_up_and_under_which_law(string command, string title)
    {
        var page = Ask(command, "--format", "html");
        Assert.Contains(title, page, StringComparison.Ordinal);
        Assert.Contains("Common High Priority List", page, StringComparison.Ordinal);
        Assert.Contains("restricted throughout from 2022-03", page, StringComparison.Ordinal);
        Assert.Contains("unknown, not zero", page, StringComparison.Ordinal);
        Assert.Contains("together", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Country_that_reports_nothing_is_unknown_and_not_zero()
    {
        var (code, _, error) = SyntheticTrade.Try("balance", "Iceland", "--lake", trade.Lake, "--target", "Russia", "--list", "chpl");
        Assert.NotEqual(0, code);
        Assert.Contains("unknown, not zero", error, StringComparison.Ordinal);
    }

    private string Ask(string command, params string[] more)
    {
        string[] country = command == "balance" ? [Cases.Books.CountryLabels.Name(Reporter())] : [];
        return SyntheticTrade.Run([command, .. country, "--lake", trade.Lake, "--target", "Russia", "--list", "chpl", .. more]);
    }

    // A destination that reports, from outside the bloc: the first supplier that is no member state.
    private string Reporter()
    {
        var csv = SyntheticTrade.Run("suppliers", "--lake", trade.Lake, "--target", "RU", "--list", "chpl", "--format", "csv");
        return csv.Split('\n')
            .Skip(1)
            .Select(l => l.Split(',')[0])
            .First(c => !Assay.Trade.Findings.TradeBlocs.EuropeanUnionReporters.Contains(c));
    }
}
