using Assay.Tests.Fixtures;

namespace Assay.Tests.Trade;

/// <summary>The commands of the trade instrument over a small synthetic world.</summary>
public sealed class TradeCommandTests(SyntheticTrade trade)
{
    [Fact]
    public void Explains_a_finding_with_every_number_and_every_innocent_explanation()
    {
        foreach (
            var part in new[]
            {
                "excess E",
                "loss L",
                "onward F",
                "floor D",
                "p of the excess",
                "placebo cells of like size and steadiness stand out as much",
                "p of the second witness",
                "own demand",
                "price",
                "re-coding",
                "entrepot",
                "reporting gap",
                "Page: ",
            }
        )
            Assert.Contains(part, trade.Said, StringComparison.Ordinal);
        var page = File.ReadAllText(trade.Card);
        Assert.Contains("Synthetic data.", page, StringComparison.Ordinal);
        Assert.Contains("SHA-256", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", page.Split("<script")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Says_what_is_wrong_when_there_is_no_such_cell()
    {
        var (code, _, error) = SyntheticTrade.Try("explain", "KG", "999999", "--lake", trade.Lake, "--target", "RU", "--list", "chpl");
        Assert.NotEqual(0, code);
        Assert.Contains("999999", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Tests_a_claim_under_every_specification()
    {
        var name = Cases.Books.CountryLabels.Name(trade.Destination);
        var said = SyntheticTrade.Run(
            "test",
            "--lake",
            trade.Lake,
            "--list",
            "chpl",
            "--claim",
            $"{name} is used to re-route restricted goods from the EU to Russia since March 2022"
        );
        Assert.Contains("specifications", said, StringComparison.Ordinal);
        Assert.Contains($"through {name} since 2022-03", said, StringComparison.Ordinal);
        Assert.Contains(trade.Product, said, StringComparison.Ordinal);
        Assert.All(said.Split('\n').Where(l => l.StartsWith('─')), l => Assert.True(l.TrimEnd().Length <= 80, l));
    }

    [Fact]
    public void Does_not_say_that_data_were_missing_when_a_specification_was_tried_on_purpose()
    {
        var page = File.ReadAllText(trade.Claim);
        Assert.Contains("OwnGrowth", page, StringComparison.Ordinal);
        Assert.DoesNotContain("too few destinations", page, StringComparison.Ordinal);
        Assert.DoesNotContain("no unrestricted trade in the data", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Compares_years_and_adds_up_the_destinations_asked_for()
    {
        var said = SyntheticTrade.Run(
            "compare",
            "--lake",
            trade.Lake,
            "--years",
            "2021,2022",
            "--months",
            "3-11",
            "--together",
            $"{trade.Destination}, RU"
        );
        var together = Assert.Single(said.Split('\n'), l => l.StartsWith("together (2)", StringComparison.Ordinal));
        Assert.Matches(@"2022/2021 \d+\.\d{3}", together);
    }

    [Theory]
    [InlineData("2021,20x2", "3-11", "are no years")]
    [InlineData("2021,2022", "march", "are no months")]
    [InlineData("2021,2022", "11-3", "are no months")]
    [InlineData("1991,1992", "3-11", "holds no monthly exports")]
    public void Says_what_is_wrong_with_years_and_months(string years, string months, string says)
    {
        var (code, _, error) = SyntheticTrade.Try("compare", "--lake", trade.Lake, "--years", years, "--months", months);
        Assert.NotEqual(0, code);
        Assert.Contains(says, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Somewhere is used to re-route goods")]
    [InlineData("")]
    public void Refuses_a_claim_it_cannot_read(string claim)
    {
        var (code, _, error) = SyntheticTrade.Try("test", "--lake", trade.Lake, "--claim", claim);
        Assert.NotEqual(0, code);
        Assert.True(error.Length > 0);
    }

    [Fact]
    public void Fits_a_narrow_terminal_and_gives_the_same_cells_in_every_format()
    {
        string Scan(string format) =>
            SyntheticTrade.Run("scan", "--lake", trade.Lake, "--target", "RU", "--list", "chpl", "--top", "5", "--format", format);
        var table = Scan("table")
            .Split('\n')
            .SkipWhile(l => !l.StartsWith('─'))
            .TakeWhile(l => !l.StartsWith("Amounts", StringComparison.Ordinal))
            .ToList();
        Assert.All(table, l => Assert.True(l.TrimEnd().Length <= 80, l));
        var codes = Scan("csv").Split('\n').Skip(1).Where(l => l.Length > 0).Select(l => l.Split(',')[2]).ToList();
        Assert.Equal(5, codes.Count);
        Assert.All(codes, c => Assert.Contains(c, string.Join('\n', table), StringComparison.Ordinal));
        Assert.All(codes, c => Assert.Contains($"\"product\": \"{c}\"", Scan("json"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(double.NaN, "?")]
    [InlineData(0, "0")]
    [InlineData(999.4, "999")]
    [InlineData(1234, "1.23k")]
    [InlineData(14939280, "14.9M")]
    [InlineData(999_600_000, "1.00bn")]
    public void Shortens_amounts_to_three_digits(double value, string shown) =>
        Assert.Equal(shown, Assay.Wording.Trade.Amounts.Short(value));
}
