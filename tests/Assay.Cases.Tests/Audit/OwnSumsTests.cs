using Assay.Cases.Report;

namespace Assay.Cases.Tests.Audit;

/// <summary>What keeps a "never" from being said: a sum that the sentence has done itself, and a clock that is a guess among several.</summary>
public sealed class OwnSumsTests
{
    private const string Bridge = "The bridge\n\nVarna, 9 May 2023\n\nThe mayor closed the bridge at 9:05 a.m. on 3 May. ";

    private static ClaimEntry Only(params string[] texts) => Assert.Single(Audited.Text(texts).Claims);

    [Fact]
    public void A_clock_and_a_length_in_one_breath_ask_which_event_is_meant()
    {
        var claim = Only(Bridge + "The alarm rang at 9:20 a.m. on 3 May, one minute after the mayor had closed the bridge.");
        Assert.Equal(Outcome.Untested, claim.Verdict);
        Assert.Contains("stands beside “9:20 a.m. on 3 May” and does not come out", claim.NotTested, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The alarm rang at 9:06 a.m. on 3 May, one minute after the mayor had closed the bridge.", Outcome.Always)]
    [InlineData("The alarm rang at 9:20 a.m. on 3 May. The alarm rang one minute after the mayor had closed the bridge.", Outcome.Never)] // in two breaths
    [InlineData("The alarm rang one minute after the mayor had closed the bridge. The alarm rang at 9:20 a.m. on 3 May.", Outcome.Never)]
    [InlineData("The alarm rang at 9:06 a.m. on 4 May, one minute after the mayor had closed the bridge.", Outcome.Never)] // by its day
    [InlineData("The alarm rang at 8:50 a.m. on 3 May, after the mayor had closed the bridge.", Outcome.Never)] // no length
    public void What_comes_out_or_is_told_apart_is_tested(string told, Outcome verdict) =>
        Assert.Equal(verdict, Only(Bridge + told).Verdict);

    [Fact]
    public void A_day_beside_a_length_of_days_is_no_sum_of_clocks() =>
        Assert.Equal(
            Outcome.Never,
            Only(
                "The bridge\n\nVarna, 19 May 2023\n\nThe mayor closed the bridge on 3 May. The engineer reached the pier on 12 May, three days after the mayor had closed the bridge."
            ).Verdict
        );

    private const string Clerk = "The clerk says that the gate was shut at 9:40 a.m. on 4 March. ";
    private const string Nurse = "The boat left at 9:10 a.m. on 4 March, the nurse says. ";
    private const string Bank = "The boat left at 9:10 a.m. on 4 March, the Lisbon police say. ";
    private const string Kabul = "The ministry heard of it at 2:00 p.m. Kabul time on 4 March.";

    private static ClaimEntry Told(string gate, string boat, string ministry, string place = "Lisbon, ") =>
        Only($"The gate\n\n{place}5 March 2024\n\n{gate}{boat}The boat left after the gate was shut.\n\n{ministry}");

    [Fact]
    public void Two_who_tell_on_guessed_clocks_ask_where_others_are_on_another()
    {
        var claim = Told(Clerk, Nurse, Kabul);
        Assert.Equal(Outcome.Untested, claim.Verdict);
        Assert.Contains("unsure which zone the clock of clerk was in", claim.NotTested, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Clerk, Nurse, "The ministry heard of it at 2:00 p.m. Lisbon time on 4 March.")] // no other clock
    [InlineData(Clerk, Nurse, "The ministry heard of it at 2:00 p.m. UTC+4 on 4 March.")] // no place where clocks are others
    [InlineData("The harbour office in Lisbon says that the gate was shut at 9:40 a.m. on 4 March. ", Bank, Kabul)] // seated there
    [InlineData(Clerk, "The boat left at 9:10 a.m. on 4 March, the clerk says. ", Kabul)] // one who tells
    [InlineData("The gate was shut at 9:40 a.m. on 4 March. ", "The boat left at 9:10 a.m. on 4 March. ", Kabul)] // the author tells
    public void They_do_not_where_there_is_no_doubt(string gate, string boat, string ministry) =>
        Assert.Equal(Outcome.Never, Told(gate, boat, ministry).Verdict);

    [Fact]
    public void A_zone_that_nobody_knows_is_no_other_one() =>
        Assert.Equal(
            Outcome.Never,
            Told(
                "It was quiet in Oslo, and in Bergen as well. " + Clerk,
                Nurse,
                "The ministry in Kabul heard of it at 2:00 p.m. QZT on 4 March.",
                "Oslo, "
            ).Verdict
        );

    [Fact]
    public void The_author_is_where_most_of_the_account_is() =>
        Assert.Equal(
            Outcome.Never,
            Told("The gate was shut at 9:40 a.m. on 4 March. ", Bank, Kabul + " Lisbon slept, and so did Porto and Braga.", "").Verdict
        );

    // The dateline is that of who writes, and not of everybody told of.
    [Fact]
    public void Who_is_told_of_need_not_be_where_it_was_written() =>
        Assert.Equal(Outcome.Untested, Told("It was quiet in Lisbon, and in Porto as well. " + Clerk, Nurse, Kabul).Verdict);

    [Fact]
    public void What_holds_on_a_guessed_clock_holds() =>
        Assert.Equal(Outcome.Always, Told(Clerk.Replace("9:40", "9:05", StringComparison.Ordinal), Nurse, Kabul).Verdict);
}
