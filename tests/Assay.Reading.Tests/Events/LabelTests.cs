namespace Assay.Reading.Tests.Events;

public sealed class LabelTests
{
    [Theory]
    [InlineData("The clerk, who reported for duty at 6:33 p.m., found the note.", "The clerk reported for duty")]
    [InlineData("The letter, which went out at 6:33 p.m., was lost.", "The letter went out")]
    [InlineData("The office of the harbour, which opened at 6:33 p.m., was lost.", "The office of the harbour opened")]
    [InlineData("It was 6:33 p.m.", "It was 6:33 p.m")]
    [InlineData("6:33 p.m.\n\nThe lights went out in the hall.", "The lights went out in the hall")]
    [InlineData("The pictures of that night were lost by the clerk.", "The pictures of that night were lost by the clerk")]
    [InlineData("The list was shortened on the Sunday.", "The list was shortened")]
    [InlineData("“The lamp went out at 6:33 p.m. and came back,” she said.", "The lamp went out")]
    [InlineData("The clerk left at 6:33 p.m. with the key.", "The clerk left with the key")]
    public void Says_what_happened_when_the_clause_alone_does_not(string text, string label) =>
        Assert.StartsWith(label, EventText.Timed(text)[0].Label, StringComparison.Ordinal);

    [Fact]
    public void Takes_the_sentence_when_no_noun_stands_before_the_pronoun() =>
        Assert.Equal(
            "They tell anybody who rang at 6:33 p.m. to wait",
            EventText.Timed("They tell anybody who rang at 6:33 p.m. to wait.")[0].Label
        );

    [Fact]
    public void Is_cut_at_a_word_when_the_sentence_is_long()
    {
        var label = EventText.Timed($"It was 6:33 p.m.{string.Concat(Enumerable.Repeat(" and so it was", 40))}.")[0].Label;
        Assert.InRange(label.Length, 20, 90);
    }
}
