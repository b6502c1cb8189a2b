using Assay.Cases.Report;
using Assay.Reading;

namespace Assay.Cases.Tests.Audit;

/// <summary>Who tells a clock where no verb of saying stands beside it, and whose hour a paragraph is on.</summary>
public sealed class TellersAndHoursTests
{
    private const string Head = "Accra, 5 March 2024\n\nThe store in Accra lost its cold on Monday 4 March 2024.\n\n";

    private static ClockEntry Clock(string text, string words) =>
        Assert.Single(Audited.Text(Head + text).Clocks, c => c.Quote.Exact.Contains(words, StringComparison.Ordinal));

    [Theory]
    [InlineData(
        "The gate, as the transcript of the police radio shows, was shut at 7:38 p.m. on Monday.",
        "transcript of the police radio"
    )]
    [InlineData("The manager gave evidence in Accra that he had shut the gate at 7:38 p.m. on Monday.", "manager")]
    [InlineData("His own form, in his own hand, records that the gate was shut at 7:38 p.m. on Monday.", "His own form")]
    [InlineData("The fire service sent us its sheet, on which the engine reaches the gate at 7:38 p.m. on Monday.", "fire service's sheet")]
    [InlineData("The fuel company produced its docket, which closes with the time 7:38 p.m. on Monday.", "fuel company's docket")]
    [InlineData("The register of the ward is kept by hand. The first man was entered at 7:38 p.m. on Monday.", "register of the ward")]
    [InlineData("The bay, the mayor says, emptied at 1:21 p.m. on Monday. The bay, he says, was full at 7:38 p.m.", "mayor")]
    [InlineData("Commander Falcao said that he had been asleep. The gate had been shut at 7:38 p.m. on Monday.", "Falcao")]
    [InlineData("He told us that the guards put the chain on the gate at 7:38 p.m. on Monday.", "he")]
    [InlineData(
        "The ship's beacon floated free. Its record is in UTC. The first burst went up at 7:38 p.m. UTC on Monday.",
        "ship's beacon's record"
    )]
    public void A_clock_is_told_by(string text, string voice) => Assert.Equal(voice, Clock(text, "7:38").Voice, ignoreCase: true);

    [Theory]
    [InlineData("At 7:38 p.m. on Monday, as the transcript of the police radio shows, the officer in command shut the gate.", "officer")]
    [InlineData("At 7:38 p.m. on Monday, he has noted, the lamps went out.", "lamps")]
    public void What_is_thrust_in_is_not_what_happened(string text, string word)
    {
        var report = Audited.Text(Head + text);
        var clock = Assert.Single(report.Clocks, c => c.Quote.Exact.Contains("7:38", StringComparison.Ordinal));
        Assert.Contains(word, report.Events.Single(e => e.Id == clock.Event).Label, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Our remote desk is in Nairobi. Its ticket was opened at 7:38 a.m. on Monday.", "Africa/Nairobi")]
    [InlineData(
        "The calls go through Enlace Switch, in Caracas. The night shift saw the volume double at 7:38 a.m. on Monday.",
        "America/Caracas"
    )]
    [InlineData("On the Afghan side the trucks moved at 7:38 a.m. on Monday.", "Asia/Kabul")]
    [InlineData("The camera keeps Thai time. The camera shows the first families at 7:38 a.m. on Monday.", "Asia/Bangkok")]
    [InlineData("In an e-mail from Mumbai the owner said that the master had rung at 7:38 a.m. on Monday.", "Asia/Kolkata")]
    [InlineData(
        "An office in Moscow watches the alarms. The office reports that it saw the alarm at 7:38 a.m. on Monday.",
        "Europe/Moscow"
    )]
    public void A_paragraph_says_on_whose_hour_it_is(string text, string zone) => Assert.Equal(zone, Clock(text, "7:38").Zones[0].Zone);

    [Theory]
    [InlineData("Broken Hill, Friday 8 March 2024", "Australia/Broken_Hill")]
    [InlineData("Alice Springs, 8 March 2024", "Australia/Darwin")]
    public void A_line_of_a_place_and_a_date_says_where_the_account_was_filed(string line, string zone)
    {
        var report = Audited.Text(
            $"Fire in the store\n\nBy Jane Smith\n\n{line}\n\nThe store lost its cold on Monday 4 March 2024. The lamp went out at 7:38 a.m. on Monday."
        );
        Assert.Equal(zone, Assert.Single(report.Clocks, c => c.Quote.Exact.Contains("7:38", StringComparison.Ordinal)).Zones[0].Zone);
    }

    [Fact]
    public void What_is_of_one_kind_with_nobody_in_common_is_a_question()
    {
        var claim = Assert.Single(
            Audited
                .Text(
                    Head
                        + "The alert went out at 6:50 a.m. on Monday, the ministry said. The second blast came at 7:02 a.m., the police said. The firm said that its control room had been told of the fire only after the second blast."
                )
                .Claims,
            c => c.Quote.Exact.Contains("only after", StringComparison.Ordinal)
        );
        Assert.NotEqual(Outcome.Never, claim.Verdict);
    }

    [Fact]
    public void Another_place_in_the_paragraph_ends_what_it_says_of_a_body()
    {
        var clock = Clock("Our remote desk is in Nairobi. It rang the store in Accra. The lamp went out at 7:38 a.m. on Monday.", "7:38");
        Assert.Equal("Africa/Accra", clock.Zones[0].Zone);
    }

    // From 23:53 and from 23:58 it is about as long to the call of the insurer, but those were told by another clock.
    [Fact]
    public void A_length_tells_events_of_one_clock_before_those_of_two()
    {
        var report = Audited.Text(
            """
            Praia, 25 July 2018

            The recorder runs on UTC. By the recorder the captain stopped on the runway and, at 2353 on 19 July 2018, ordered everybody out; the engine was off at 2358.

            The operator, whose desk is in Lisbon, has written a letter. According to the letter, the captain rang the manager at 12:55 a.m. on 20 July. The manager, the letter goes on, informed the insurer at 1:40 a.m., three quarters of an hour after hearing from the captain.
            """
        );
        var claim = Assert.Single(report.Claims, c => c.Quote.Exact.Contains("three quarters", StringComparison.Ordinal));
        Assert.Equal(report.Clocks.Single(c => c.Quote.Exact.Contains("12:55", StringComparison.Ordinal)).Event, claim.Earlier);
    }
}
