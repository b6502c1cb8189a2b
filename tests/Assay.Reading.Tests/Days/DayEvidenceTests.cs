using NodaTime;

namespace Assay.Reading.Tests.Days;

/// <summary>What a day rests on, and days that nothing tells.</summary>
public sealed class DayEvidenceTests
{
    private static readonly LocalDate Written = new(2015, 3, 20);

    [Theory]
    [InlineData(
        "The crane fell on 9 March 2015 at 4:10 p.m. The yard was closed at 4:25 p.m. by the inspector.",
        "4:10 p.m.",
        Evidence.Stated
    )]
    [InlineData(
        "The crane fell on 9 March 2015 and nobody saw it. It was 4:10 p.m. then.\n\nThe yard was closed at 4:25 p.m. by the inspector.",
        "4:25 p.m.",
        Evidence.Read
    )]
    [InlineData("A crane fell in the yard. The yard was closed at 4:25 p.m. by the inspector.", "4:25 p.m.", Evidence.Guessed)]
    public void A_day_is_as_sure_as_what_names_it_when_it_is_decided(string text, string words, Evidence evidence) =>
        Assert.Equal(evidence, Told.Clock(text, words, Written).Clock!.DayEvidence);

    private static LocalDate? DayOf(string text, string figures) =>
        Told.Clocks(text, Written).Last(c => c.Text.StartsWith(figures, StringComparison.Ordinal)).Clock!.Date;

    [Theory]
    [InlineData("The next morning, at 10:15 a.m., a sum was lodged.", 10)]
    [InlineData("The next morning a sum was lodged at 10:15 a.m. in cash. It was gone by noon.", 10)]
    [InlineData("They drank. On the following morning a sum was lodged at 10:15 a.m.", 10)]
    [InlineData("Two days later, at 10:15 a.m., a sum was lodged.", 11)]
    [InlineData("A sum was lodged at 10:15 a.m. three days later.", 12)]
    [InlineData("A sum was lodged at 10:15 a.m. the next day.", 10)]
    [InlineData("A sum had been lodged at 10:15 a.m. the day before.", 8)]
    [InlineData("Three days earlier, at 10:15 a.m., a sum had been lodged.", 6)]
    [InlineData("They published a notice on the following day. In it the clerk came at 10:15 a.m.", 9)] // the day of the notice
    [InlineData("The gate, which had been painted the day before, fell at 10:15 p.m.", 9)] // said of the paint
    [InlineData("The next day's paper has the gate falling at 10:15 p.m.", 9)] // of the paper
    [InlineData("The next day the mayor said that the gate fell at 10:15 p.m.", 9)] // of the saying
    [InlineData("Two hours later the rain stopped, and at 10:15 a.m. a sum was lodged.", 9)] // no days
    public void Words_that_step_to_another_day_tell_it(string told, int day) =>
        Assert.Equal(new LocalDate(2015, 3, day), DayOf($"The council met at 7:05 p.m. on 9 March 2015. {told}", "10:15"));

    [Fact]
    public void What_follows_a_step_is_on_its_day()
    {
        const string text =
            "The council met on 9 March 2015 at 7:05 p.m. The next morning, at 10:15 a.m., a sum was lodged. At 11:20 a.m. it was taken out.";
        Assert.Equal(new LocalDate(2015, 3, 10), DayOf(text, "11:20"));
    }

    [Theory]
    [InlineData("The bell rang at 2:05 a.m. on 9 March 2015.", 10)] // a date of its own
    [InlineData("It was the night of 8 March 2015. The bell rang at 2:05 a.m. and nobody came.", 9)]
    public void The_next_morning_of_a_night_may_be_on_the_same_day(string told, int day) =>
        Assert.Equal(new LocalDate(2015, 3, day), DayOf($"{told} The next morning, at 8:30 a.m., the door was open.", "8:30"));

    [Fact]
    public void A_day_is_unknown_and_shared_when_nothing_tells_it()
    {
        var found = Told.Clocks("The pump stopped at 11:40 p.m. The mate heard it at 11:55 p.m. and was on deck at 12:20 a.m.");
        Assert.Equal(["XXXX-XX-XXT23:40", "XXXX-XX-XXT23:55", "XXXX-XX-XXT00:20"], found.Select(c => c.Value));
        Assert.All(found, c => Assert.Null(c.Clock!.Date));
        Assert.All(found, c => Assert.Equal(found[0].Clock!.UnknownDay, c.Clock!.UnknownDay));
        Assert.NotNull(found[0].Clock!.UnknownDay);
        Assert.Equal([0, 0, 1], found.Select(c => c.Clock!.UnknownDayOffset));
    }

    [Fact]
    public void Unknown_days_are_of_two_passages_when_words_step_to_another_day()
    {
        var found = Told.Clocks("The pump stopped at 9:40 p.m. and the mate swore.\n\nThe next morning he was on deck at 6:20 a.m. again.")
            .Where(c => c.Clock!.Granularity <= Duration.FromHours(1))
            .ToList();
        Assert.NotEqual(found[0].Clock!.UnknownDay, found[1].Clock!.UnknownDay);
    }

    [Theory]
    [InlineData("The works were opened in 1958. The alarm rang at 6:15 a.m. and nobody came.")]
    [InlineData("The works were opened in May 1958. The alarm rang at 6:15 a.m. and nobody came.")]
    public void A_year_or_a_month_gives_no_clock_its_day_when_nothing_else_does(string text) =>
        Assert.Null(Told.Clock(text, "6:15 a.m.").Clock!.Date);

    [Fact]
    public void A_clock_in_brackets_is_the_same_instant_when_it_gives_another_zone()
    {
        var found = Told.Clocks(
            "The valve was shut at 4:20 pm local time (1320 GMT) on 8 May 2015, the company says.",
            new LocalDate(2015, 6, 1)
        );
        Assert.Equal([false, true], found.Select(c => c.IsRepeat));
        Assert.Equal(["UTC+03:00"], found[0].Clock!.Zone!.Zones);
        Assert.Equal("2015-05-08T13:20", found[1].Value);
    }

    [Fact]
    public void A_clock_in_brackets_is_on_the_day_before_when_its_zone_lies_far_behind()
    {
        var found = Told.Clocks("At 1:22 a.m. local time on 6 May 2015 (2222 GMT) the link was lost.", new LocalDate(2015, 6, 1));
        Assert.Equal("2015-05-05T22:22", found[1].Value);
        Assert.Equal(["UTC+03:00"], found[0].Clock!.Zone!.Zones);
    }

    [Fact]
    public void The_offset_of_a_region_is_that_of_its_day_when_it_gives_the_other_clock_its_zone() =>
        Assert.Equal(
            ["UTC-04:00"],
            Told.Clocks("The link was lost at 2:22 p.m. (1:22 p.m. Central time) on 8 July 2015.", new LocalDate(2015, 8, 1))[
                0
            ].Clock!.Zone!.Zones
        );

    [Fact]
    public void A_clock_after_a_clock_is_an_event_of_its_own_when_it_says_more_than_a_zone() =>
        Assert.All(
            Told.Clocks("The gate was shut at 4:20 pm (it had been opened at 3:50 pm) on 8 May 2015.", new LocalDate(2015, 6, 1)),
            c => Assert.False(c.IsRepeat)
        );

    [Trait("Alone", "yes")] // it looks at the clock
    [Fact]
    public void Days_are_decided_in_time_when_a_text_is_nothing_but_clocks_and_dates()
    {
        var days = string.Join(
            " ",
            Enumerable.Range(0, 3000).Select(i => $"It rang at {i % 12 + 1}:{i % 60:00} p.m. on {i % 28 + 1} May {1950 + i % 70}.")
        );
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(3000, Told.Clocks(days, new LocalDate(2024, 1, 1)).Count);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"took {clock.Elapsed}");
    }
}
