using Assay.Cases.Report;

namespace Assay.Cases.Tests.Audit;

/// <summary>Lengths stated to the minute tell what they lie between.</summary>
public sealed class LengthFitTests
{
    private const string Head = "Skopje, 20 September 2021\n\n";
    private const string Silence = "The tug sent her last position at 2.12 p.m. on Saturday. The next one came at 9.47 p.m. on Saturday. ";

    private static IReadOnlyList<ClaimEntry> Claims(string text) => Audited.Text(Head + text).Claims;

    [Fact]
    public void Reads_a_length_between_the_two_clocks_before_it()
    {
        var claim = Assert.Single(Claims(Silence + "She was silent for seven hours and 35 minutes."));
        Assert.Equal(Outcome.Always, claim.Verdict);
        Assert.Contains(claim.Links, l => l.Reason.Contains("the length stated fits it", StringComparison.Ordinal));
        Assert.Contains("came seven hours and 35 minutes after “", claim.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_within_so_long_of_the_later_one()
    {
        var claim = Assert.Single(
            Claims(
                "The message arrived at 8.15 a.m. on Sunday. An adjuster was appointed at 11.45 a.m. on Sunday, within four hours of the arrival of the message."
            )
        );
        Assert.StartsWith("“An adjuster was appointed", claim.Sentence, StringComparison.Ordinal);
    }

    private const string Closed = "The bridge was closed at 2.05 p.m. on Saturday and opened again at 5.28 p.m. on Saturday. ";

    [Theory]
    [InlineData("It was shut for nearly three and a half hours.", true)]
    [InlineData("It was shut for a little over three hours.", true)]
    [InlineData("It was shut for nearly nine hours.", false)] // fits nothing
    [InlineData("The mayor slept well. It was shut for nearly three and a half hours.", false)] // not right behind them
    public void Reads_a_rough_length_right_behind_its_two_clocks(string told, bool isRead) =>
        Assert.Equal(isRead ? [Outcome.Always] : [], Claims(Closed + told).Select(c => c.Verdict));

    [Theory]
    [InlineData("She was silent for six hours and 35 minutes.")] // fits nothing
    [InlineData("She was silent for about seven hours.")] // not to the minute
    [InlineData("She would have been silent for seven hours and 35 minutes.")] // did not happen
    [InlineData(
        "The cook slept well. The mate slept well. The boy slept well. The dog slept well. She was silent for seven hours and 35 minutes."
    )] // far away
    public void Says_nothing_of_a_length_that_tells_no_pair_of_clocks(string told) => Assert.Empty(Claims(Silence + told));

    [Theory]
    [InlineData("47 minutes after the scare", Outcome.Always)] // tells that the wheels touching are the scare
    [InlineData("to the joy of all", Outcome.Sometimes)] // nothing tells what the scare was
    public void What_a_length_tells_of_words_is_known_of_them_elsewhere(string told, Outcome second)
    {
        var claims = Claims(
            $"The wheels touched at 6.01 a.m. on Saturday. The ladder was found at 6.48 a.m. on Saturday, {told}. "
                + "The cook rang at 7.30 a.m. on Saturday. The cook rang more than an hour after the scare."
        );
        Assert.Equal(second, Assert.Single(claims, c => c.Quote.Exact.Contains("more than an hour", StringComparison.Ordinal)).Verdict);
    }

    private const string Drive =
        "The alarm came at 2.11 a.m. on Saturday. The guard drove off at 2.24 a.m. and reached the shop at 2.36 a.m., ";

    [Theory]
    [InlineData("after twelve minutes on the road. The police came at 2.48 a.m. on Saturday.", true)] // its own two, whatever else fits
    [InlineData("having been on the road for less than a quarter of an hour.", true)]
    [InlineData("having been on the road for less than three hours.", false)] // tells too little
    [InlineData("having been on the road for less than ten minutes.", false)] // does not fit, and accuses nobody
    public void A_length_lies_between_the_two_clocks_of_its_sentence(string told, bool isRead) =>
        Assert.Equal(
            isRead ? [Outcome.Always] : [],
            Claims(Drive + told).Where(c => c.Quote.Exact.Contains("on the road", StringComparison.Ordinal)).Select(c => c.Verdict)
        );

    [Theory]
    [InlineData("The gate fell at 2.22 p.m. on Saturday and the horn blew at 2.35 p.m. on Saturday.", true)] // twelve are nearer than thirteen
    [InlineData("The gate fell at 2.22 p.m. on Saturday and the horn blew at 2.34 p.m. on Saturday.", false)] // two of twelve
    public void The_pair_that_fits_to_the_minute_is_meant(string told, bool isRead) =>
        Assert.Equal(isRead, Claims($"The bell rang at 2.10 p.m. on Saturday. {told} It was quiet for twelve minutes.").Count == 1);

    [Fact]
    public void Says_nothing_where_two_pairs_fit() =>
        Assert.Empty(
            Claims(
                "The bell rang at 2.10 p.m. on Saturday. The gate fell at 2.22 p.m. on Saturday and the horn blew at 2.34 p.m. on Saturday. It was quiet for twelve minutes."
            )
        );

    [Fact]
    public void Finds_the_event_that_a_length_names_by_nothing_else()
    {
        var claim = Assert.Single(
            Claims(
                "The lamp went out at 2.10 p.m. on Saturday. The bell rang at 2.22 p.m. on Saturday. The porter unlocked the gate at 2.41 p.m. on Saturday, nineteen minutes after the signal."
            )
        );
        Assert.Equal(Outcome.Always, claim.Verdict);
    }

    [Fact]
    public void Accuses_nobody_by_a_length()
    {
        // The faces of the clocks fit, and no reading of them does.
        var claim = Assert.Single(
            Claims(
                "The tug sent her last position at 2.12 p.m. UTC on Saturday. The pilot saw her at 9.47 p.m. Bangkok time on Saturday. She was silent for seven hours and 35 minutes."
            )
        );
        Assert.Equal(Outcome.Untested, claim.Verdict);
    }
}
