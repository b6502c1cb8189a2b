namespace Assay.Reading.Tests.Voices;

/// <summary>Who speaks in transcripts and interviews.</summary>
public sealed class TurnsTests
{
    private const string Transcript = """
        Sitting of the commission, in the morning.

        THE CHAIR: We resume. Major Ledesma, you had the post.

        MAJOR LEDESMA: We lowered the barrier at 7.05 in the evening.

        THE CHAIR: And the coach?

        MAJOR LEDESMA: The coach had gone through by then. The ministry said that it was full.

        (The sitting was suspended.)
        """;

    private const string Numbered = """
        The sitting of 14 May.

        Q1. Ms. Okafor: Who kept the key?

        A1. Mayor Tesch: The key was kept by the guard, and the key was lost.

        Q2. Ms. Okafor: When?

        A2. Mayor Tesch: In the morning.
        """;

    private const string Examination = """
        The court sat in the morning.

        EXAMINATION OF COLIN PETRIE BY MR DALGLEISH

        Q. When did you see her?
        A. She passed me at 5.20.

        Q. Did he speak to you?
        A. He came up on the radio.

        EXAMINATION OF SHARDA LAL, OPERATIONS CENTRE, BY MR DALGLEISH

        Q. What did you do?
        A. I sent the lifeboat.

        CROSS-EXAMINATION BY MS HENARE

        Q. Was it late?
        A. It should have been sooner.

        The court rose.
        """;

    private const string Interview = """
        Nora Quiroz runs the pass for the ministry. We met in the valley.

        When did it fall?

        The sensor has it before nine. I was at home.

        What did you do first?

        I rang the capital. Then I rang my wife.

        Will it happen again?

        My people think so. I hope not.
        """;

    [Theory]
    [InlineData(Transcript, "in the evening", "Ledesma")]
    [InlineData(Transcript, "We resume", "The Chair")]
    [InlineData(Transcript, "was suspended", null)]
    [InlineData(Numbered, "the key was lost", "Tesch")]
    [InlineData(Numbered, "Who kept", "Okafor")]
    [InlineData(Examination, "passed me", "Petrie")]
    [InlineData(Examination, "on the radio", "Petrie")]
    [InlineData(Examination, "the lifeboat", "Lal")]
    [InlineData(Examination, "been sooner", "Lal")]
    [InlineData(Examination, "When did you", null)]
    [InlineData(Examination, "The court rose", null)]
    [InlineData(Interview, "at home", "Quiroz")]
    [InlineData(Interview, "the capital", "Quiroz")]
    [InlineData(Interview, "What did you", null)]
    [InlineData(Interview, "runs the pass", null)]
    public void Whoever_has_the_word_speaks(string text, string words, string? who)
    {
        var at = new ReadArticle(text).At(words);
        if (who is null)
            Assert.StartsWith("author |", at, StringComparison.Ordinal);
        else
            Assert.Contains(who, at, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Whom_a_speaker_quotes_is_told_on() => Assert.Matches("Ledesma > .*ministry", new ReadArticle(Transcript).At("it was full"));

    [Theory]
    [InlineData("Owner: the shop.\n\nDue: in May.\n\nOwner: the bank.\n\nDue: in June.\n\nNobody knew.", "in June")]
    [InlineData("We met in the valley.\n\nWho knew?\n\nThe bank knew.\n\nWho else?\n\nThe shop.\n\nAnd then?\n\nNothing.", "The shop")]
    public void Lines_of_a_list_and_questions_of_an_author_are_nobody_elses(string text, string words) =>
        Assert.StartsWith("author |", new ReadArticle(text).At(words), StringComparison.Ordinal);
}
