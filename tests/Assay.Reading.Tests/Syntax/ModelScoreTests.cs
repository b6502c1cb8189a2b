using Assay.Reading.Syntax.Parsing;
using Assay.Reading.Tests.Time;
using Assay.Trainer.Syntax;

namespace Assay.Reading.Tests.Syntax;

public sealed class ModelScoreTests
{
    [Fact]
    public void The_shipped_model_reads_sentences_of_our_own()
    {
        Assert.Equal(15, OwnSentences.All.Count);
        var score = SyntaxScore.WithGoldTokens(SyntaxParser.English, OwnSentences.All);
        Assert.True(score.Upos >= 96 && score.Uas >= 93 && score.Las >= 91, score.ToString());
    }

    [Theory]
    [InlineData("en-ewt-test", 95, 83)]
    [InlineData("en-pud-test", 95, 82)]
    [InlineData("en-gum-news-test", 96, 83)]
    public void The_shipped_model_scores_at_least_so_on_a_treebank(string file, double upos, double las)
    {
        if (Repository.Shared is not { } shared)
        {
            Assert.Skip("skipped: ../shared is absent");
            return;
        }
        var sentences = Conllu.Read(Path.Combine(shared, "data", "treebanks", file + ".conllu.xz"));
        var score = SyntaxScore.WithGoldTokens(SyntaxParser.English, sentences);
        Assert.True(score.Upos >= upos && score.Las >= las, score.ToString());
    }

    [Fact]
    public void The_header_says_what_the_model_is_made_of() =>
        Assert.Equal(
            ["assay-syntax", "language", "data", "licence", "seed", "epochs", "score"],
            SyntaxParser.English.Header.Select(h => h.Key)
        );
}
