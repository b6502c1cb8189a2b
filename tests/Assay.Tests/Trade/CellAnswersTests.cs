using Assay.Tests.Fixtures;

namespace Assay.Tests.Trade;

/// <summary>What a reader asks first of a finding stands first, in the terminal and on the page.</summary>
public sealed class CellAnswersTests(SyntheticTrade trade)
{
    [Theory]
    [InlineData("How much", "is consistent with re-routing")]
    [InlineData("Since when", "The series breaks most in 20")]
    [InlineData("Through whom", "by ")]
    [InlineData("How sure", "It stands out: q is")]
    [InlineData("By which data", "SYNTHETIC")]
    [InlineData("Under which law", "Common High Priority List (by 2024-02-23, the version held; such goods restricted from 2022-03)")]
    public void Answers_in_the_terminal_and_on_the_page(string question, string answer)
    {
        var line = trade.Said.Split('\n').Single(l => l.StartsWith(question + ":", StringComparison.Ordinal));
        Assert.Contains(answer, line, StringComparison.Ordinal);
        var page = File.ReadAllText(trade.Card);
        Assert.Contains(answer, page[page.IndexOf($"<dt>{question}</dt>", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public void Names_the_product_and_the_members_that_sent_it()
    {
        Assert.Contains($"{trade.Product}: ", trade.Said, StringComparison.Ordinal);
        Assert.Contains(Assay.Trade.Codes.ProductNames.Of(trade.Product)![..20], trade.Said, StringComparison.Ordinal);
        Assert.Contains("Who sent it", File.ReadAllText(trade.Card), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("85423190", "Electronic integrated circuits")]
    [InlineData("851713+", "Telephone")]
    [InlineData("870324", "over 3000cc")]
    public void A_code_is_called_by_its_subheading(string code, string name) =>
        Assert.Contains(name, Assay.Trade.Codes.ProductNames.Of(code)!, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void A_code_without_a_name_has_none() => Assert.Null(Assay.Trade.Codes.ProductNames.Of("TOTAL"));
}
