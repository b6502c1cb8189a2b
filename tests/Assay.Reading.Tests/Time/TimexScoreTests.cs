namespace Assay.Reading.Tests.Time;

public sealed class TimexScoreTests
{
    [Theory]
    [InlineData("timebank.jsonl", 92, 84, 80)]
    [InlineData("aquaint.jsonl", 91, 81, 75)]
    public void Scores_at_least_the_thresholds_when_read_against_a_corpus(string file, double relaxed, double strict, double value)
    {
        if (Repository.Shared is not { } shared)
        {
            Assert.Skip("skipped: ../shared is absent");
            return;
        }
        var score = TimexScore.Of(Path.Combine(shared, "data", "timex", file));
        Assert.True(score.Relaxed >= relaxed && score.Strict >= strict && score.Value >= value, score.ToString());
    }
}
