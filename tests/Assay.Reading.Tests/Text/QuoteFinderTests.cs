using Assay.Ground.Anchors;

namespace Assay.Reading.Tests.Text;

public sealed class QuoteFinderTests
{
    private const string Text = "She said: “It’s over” — and left. He left at 14:40; the cafe\u0301 was shut. He left at 14:40 again.";

    [Theory]
    [InlineData("and left", AnchorOutcome.Exact)]
    [InlineData("\"It's over\" - and left", AnchorOutcome.Folded)]
    [InlineData("the  caf\u00e9 was\nshut", AnchorOutcome.Folded)]
    [InlineData("He left at 14:40", AnchorOutcome.Several)]
    [InlineData("4:40", AnchorOutcome.Absent)] // inside a longer number
    [InlineData("he left at", AnchorOutcome.Absent)] // letters are not folded
    [InlineData("and ... left", AnchorOutcome.Absent)]
    [InlineData("  ", AnchorOutcome.Absent)]
    public void Finds_words_by_themselves(string words, AnchorOutcome outcome) =>
        Assert.Equal(outcome, new QuoteFinder(Text).Find(words).Outcome);

    [Fact]
    public void Tells_where_folded_words_stand_in_the_text_itself()
    {
        var found = new QuoteFinder(Text).Find("the caf\u00e9 was shut");
        Assert.Equal("the cafe\u0301 was shut", found.Places[0].Of(Text));
    }

    [Theory]
    [InlineData("and left", 24, AnchorOutcome.Exact)]
    [InlineData("and left", 23, AnchorOutcome.Elsewhere)]
    [InlineData("and left", 9_000, AnchorOutcome.Elsewhere)]
    [InlineData("- and left", 22, AnchorOutcome.Folded)]
    [InlineData("He left at 14:40", 0, AnchorOutcome.Several)]
    public void Finds_words_at_their_place(string words, int at, AnchorOutcome outcome) =>
        Assert.Equal(outcome, new QuoteFinder(Text).Find(words, new TextSpan(at, at + words.Length)).Outcome);
}
