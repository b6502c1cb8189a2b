using Assay.Cases.Report;
using Assay.Tests.Fixtures;
using Assay.Wording;

namespace Assay.Tests.Wording;

public sealed class DigestTests
{
    private static readonly ReportIndex Ferry = new(Reports.Ferry),
        Long = new(Reports.Long);

    [Theory]
    [
        InlineData("c1"),
        InlineData("e1"),
        InlineData("e2"),
        InlineData("k1"),
        InlineData("k2"),
        InlineData("r1"),
        InlineData("f1"),
        InlineData("k3")
    ]
    public void Cites_what_findings_disagreements_and_conflicts_refer_to(string id) => Assert.True(Ferry.Digest.IsCited(id));

    [Theory]
    [InlineData("e4"), InlineData("k4"), InlineData("st1"), InlineData("c5")]
    public void Cites_nothing_that_only_what_holds_or_was_not_tested_refers_to(string id) => Assert.False(Ferry.Digest.IsCited(id));

    [Fact]
    public void Cites_what_holds_when_nothing_else_was_found()
    {
        var index = new ReportIndex(
            Reports.Ferry with
            {
                Claims = [.. Reports.Ferry.Claims.Where(c => c.Verdict == Outcome.Always)],
                Disagreements = [],
                Orders = [],
            }
        );
        Assert.True(index.Digest.IsCited("e4"));
    }

    [Fact]
    public void Cites_a_part_of_a_long_report() => Assert.InRange(Reports.Long.Events.Count(e => Long.Digest.IsCited(e.Id)), 10, 60);

    [Fact]
    public void Puts_first_what_a_choice_of_the_reader_settles()
    {
        var claims = Reports.Ferry.Claims.Prepend(
            Reports.Ferry.Claims[^1] with
            {
                Id = "c9",
                Links = [],
                NotTested = "No clock times it.",
            }
        );
        Assert.Equal(["c5", "c9"], new ReportIndex(Reports.Ferry with { Claims = [.. claims] }).Digest.Open.Select(c => c.First.Id));
    }

    [Fact]
    public void Finds_an_order_weak_when_both_clocks_stand_in_one_passage_and_a_reading_reverses_it()
    {
        Assert.Equal(["o1"], Ferry.Digest.Weak.SelectMany(w => w.Orders).Select(o => o.Id));
        Assert.Empty(Long.Digest.Weak);
    }

    [Fact]
    public void Says_one_gap_once_when_home_clocks_change_nothing() =>
        Assert.Equal("The gap is +3 h 5 min on every reading of the clocks.", CauseWords.Gaps(Reports.Ferry.Claims[1]));

    [Fact]
    public void Says_the_gap_on_home_clocks_and_over_all_readings_when_they_differ() =>
        Assert.Equal(
            "On home clocks ✕ fails (−25 min). Over all readings −25 min to +1 h 35 min.",
            CauseWords.Gaps(Reports.Ferry.Claims[0])
        );

    [Theory]
    [
        InlineData("one two three", 13, "one two three"),
        InlineData("one two three", 12, "one two …"),
        InlineData("one, two", 7, "one …"),
        InlineData("abcdefghij", 6, "abcd …")
    ]
    [InlineData("a\n b", 9, "a b")]
    public void Cuts_words_between_two_of_them(string words, int most, string cut) => Assert.Equal(cut, Excerpts.Of(words, most));
}
