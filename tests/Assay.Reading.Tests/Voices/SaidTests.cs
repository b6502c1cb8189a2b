namespace Assay.Reading.Tests.Voices;

/// <summary>Who says what, in the forms of news.</summary>
public class SaidTests
{
    [Theory]
    [InlineData("\"The sums don't add up,\" said Ada Orrin, who backs Lund but is not paid by her.", "add up", "Ada Orrin | Reported")]
    [InlineData("''It is late,'' Ada Orrin said. ''Nobody will come.''", "It is late", "Ada Orrin | Reported")]
    [InlineData("''It is late,'' Ada Orrin said. ''Nobody will come.''", "Nobody will come", "Ada Orrin | Forecast")]
    [InlineData("The commander said that he had ordered the lamps to be put out.", "put out", "commander | Reported")]
    [InlineData("The company states in its report that the valve was shut at noon.", "shut at noon", "company | Reported")]
    [InlineData(
        "On the north side, according to the committee, the last car was let in at noon.",
        "let in at noon",
        "committee | Reported"
    )]
    [InlineData("His agent in Girona, Ada Orrin, said that the rider had called.", "had called", "Ada Orrin | Reported")]
    [InlineData("The Paris agency Orrin Press told its clients that the fire was out.", "was out", "Orrin Press | Reported")]
    [InlineData("The minister said that the gate was shut and that nobody had been told.", "been told", "minister | Reported")]
    [InlineData("A local group welcomed the new rules on Monday.", "rules", "local group | Reported")]
    [InlineData("A local group welcomed them.", "them", "author | Asserted")]
    [InlineData("The owner said a local group had welcomed the new rules on Monday.", "rules", "owner | Reported")]
    [InlineData("As far as anyone can tell, the aide noted that the gate was shut at noon.", "shut at noon", "aide | Reported")]
    [InlineData("Its secretary, Ada Orrin, a former driller, says that the gate was shut.", "shut", "Ada Orrin | Reported")]
    [InlineData("The mayor opened the gate at noon, announcing the end of the strike.", "at noon", "author | Asserted")]
    [InlineData(
        "Ada Orrin came. At 1AM Greek prime minister Ada Orrin, then the Head of the Port, began talks, announcing the end of the strike.",
        "end of the strike",
        "Ada Orrin | Reported"
    )]
    [InlineData(
        "The order to leave the ship he gave at 4:05, and in his statement he says \"by the ship's clock\".",
        "4:05",
        "author | Asserted"
    )]
    [InlineData(
        "Orrin told reporters on Friday that the captain had called in sick, adding that nobody was hurt.",
        "hurt",
        "Orrin | Reported"
    )]
    [InlineData("The union wants to reopen the mine in May.", "reopen", "union | Reported")]
    [InlineData("The gendarmerie, whose divers helped, says he was found at noon.", "found", "gendarmerie | Reported")]
    [InlineData("She did not say that the gate was shut.", "was shut", "author | Asserted")]
    [InlineData("None of this means that the gate was shut.", "was shut", "author | Asserted")]
    [InlineData("The bulletin says a boom was across at nine; the chief had it across at ten.", "at ten", "author | Asserted")]
    public void The_innermost_voice(string text, string words, string expected)
    {
        var told = new ReadArticle(text).At(words);
        Assert.Equal(expected, told[(told.LastIndexOf(" > ", StringComparison.Ordinal) is >= 0 and var at ? at + 3 : 0)..]);
    }

    [Fact]
    public void What_somebody_says_of_himself_has_one_voice_more_than_the_author() =>
        Assert.Equal("author > commander | Reported", new ReadArticle("The commander said he had ordered the lamps out.").At("lamps out"));
}
