using NodaTime;

namespace Assay.Reading.Tests.Days;

/// <summary>Days of the clocks of accounts written for these tests.</summary>
public sealed class StoryDaysTests
{
    private static readonly LocalDate Written = new(2021, 6, 11);

    private const string Mill =
        "The saw mill at Orrest burned down on Friday, 4 June, and three firms now dispute who saw the smoke first. Nobody was hurt.\n\n"
        + "The night porter rang the works at 9:15 p.m. and said that the drying shed was warm. The foreman looked into it at 9:40 p.m. and went home.\n\n"
        + "By the log of the fire brigade the alarm came in at 11:50 p.m., and the first engine stood in the yard at 12:10 a.m. It had taken the long road.\n\n"
        + "The roof fell in at 1:05 a.m., in front of everybody.";

    private static readonly string[] MillTimes =
    [
        "2021-06-04T21:15",
        "2021-06-04T21:40",
        "2021-06-04T23:50",
        "2021-06-05T00:10",
        "2021-06-05T01:05",
    ];

    private const string Lock =
        "The upper gate of the canal lock at Sele gave way on 17 March 2020. The keeper's log begins at 06:20 and is written in ink.\n\n"
        + "At 06:55 the keeper noted that the sill was wet. At 07:30 he telephoned the canal office, which has no record of it.\n\n"
        + "The gate broke at 08:05. A barge was carried down to the bridge, where it struck the pier at 08:20.";

    private static readonly string[] LockTimes =
    [
        "2020-03-17T06:20",
        "2020-03-17T06:55",
        "2020-03-17T07:30",
        "2020-03-17T08:05",
        "2020-03-17T08:20",
    ];

    private static readonly string[] Background =
    [
        "The owner is no stranger to the courts. On 30 October 2008 an older kiln was shut by the labour office, and on 7 May 2013 a judge fined the manager.",
        "The rules are older than the quarrel. They were first printed on 2 February 1991 and were last changed on 19 December 2006.",
    ];

    private const string Episode =
        "An old hand recalled 23 August 2001. At 2:10 p.m. on that day a boiler burst at the tannery, at 2:45 p.m. the street was closed, and by 4:30 p.m. it was open again.";

    [Fact]
    public void A_date_in_the_pluperfect_is_that_of_a_story_told_in_the_pluperfect() =>
        Assert.Equal(
            ["2021-03-04T16:22", "2021-03-04T16:30"],
            Told.Values(
                "The sitting was opened by the chair, and fourteen members were present in the hall of the county council that day.\n\n"
                    + "The chair reminded the members that the trawler had burned on Thursday 4 March 2021, south of the island.\n\n"
                    + "The officer said that the beacon had been picked up at 4:22 p.m. and that he had called the base at 4:30 p.m.",
                Written
            )
        );

    [Fact]
    public void A_day_in_somebody_elses_time_moves_no_other_clock() =>
        Assert.Equal(
            ["2021-06-04T16:10", "2021-06-03T17:22", "2021-06-04T16:50", "2021-06-04T17:31"],
            Told.Values(
                "It was Friday 4 June when the wave came up the ramp and through the fish shed, and nobody had told us that it would.\n\n"
                    + "The shaking was felt at 4:10 p.m. here. The centre in the islands put out its bulletin at 5:22 p.m. on Thursday, their time.\n\n"
                    + "The agency sent its advice at 4:50 p.m., and the first wave reached the ramp at 5:31 p.m.",
                Written
            )
        );

    [Fact]
    public void A_story_keeps_its_day_and_passes_midnight_when_the_day_is_named_once() =>
        Assert.Equal(MillTimes, Told.Values(Mill, Written));

    [Fact]
    public void A_log_of_a_day_stays_on_its_day_when_the_day_is_named_once() =>
        Assert.Equal(LockTimes, Told.Values(Lock, new LocalDate(2020, 5, 2)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Clocks_stay_on_the_story_when_a_paragraph_of_old_dates_is_put_between(int at)
    {
        foreach (var foreign in Background)
        {
            Assert.Equal(MillTimes, Told.Values(With(Mill, foreign, at), Written));
            Assert.Equal(LockTimes, Told.Values(With(Lock, foreign, Math.Min(at, 2)), new LocalDate(2020, 5, 2)));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void An_episode_keeps_its_own_day_and_gives_the_story_back_when_its_paragraph_ends(int at)
    {
        var found = Told.Values(With(Mill, Episode, at), Written);
        Assert.Equal(MillTimes, found.Where(v => v.StartsWith("2021", StringComparison.Ordinal)));
        Assert.Equal(
            ["2001-08-23T14:10", "2001-08-23T14:45", "2001-08-23T16:30"],
            found.Where(v => v.StartsWith("2001", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void The_night_of_two_days_has_its_evening_on_the_one_and_its_morning_on_the_other_when_a_night_is_named() =>
        Assert.Equal(
            ["2019-09-12T22:40", "2019-09-12T23:55", "2019-09-13T00:35", "2019-09-13T02:10"],
            Told.Values(
                "In the night of 12 to 13 September 2019 the ferry dragged its anchor in the roads of Haul.\n\n"
                    + "The watch felt it at 22:40 and woke the mate at 23:55.\n\nThe stern touched at 00:35, and a tug had a line aboard at 02:10.",
                new LocalDate(2019, 10, 1)
            )
        );

    [Fact]
    public void The_morning_of_the_night_of_two_days_is_on_the_second_when_no_evening_is_told() =>
        Assert.Equal(
            ["2013-11-09T01:52", "2013-11-09T01:58", "2013-11-09T02:06"],
            Told.Values(
                "On the night of 8 to 9 November 2013 the corridors of the ferry smelled of rubber.\n\n"
                    + "The log has the first detector at 01:52. The drencher was opened at 01:58. The call went out at 02:06.",
                new LocalDate(2014, 2, 21)
            )
        );

    [Theory]
    [InlineData(
        "Heard: 8 to 19 August 2022\nDelivered: 23 September 2022\n\nThe State says that on the night of 14 to 15 February 2020 he set fire to a shed."
    )] // when the paper was made
    [InlineData(
        "It was found on a quiet Sunday in August, or so they say.\n\nHer handler tells me about the evening of Friday, 14 February 2020."
    )] // what is spoken of
    public void A_day_of_the_paper_or_of_no_week_is_not_that_of_the_story(string head) =>
        Assert.Equal(
            ["2020-02-14T21:36", "2020-02-14T21:45"],
            Told.Values(head + "\n\nHis card slip was printed at 21:36. He drove away at 21:45.", new LocalDate(2022, 9, 23))
        );

    [Theory]
    [InlineData("Live: balloon down in the hills", "2019-10-07T08:40")]
    [InlineData("Balloon down in the hills", "2019-10-05T08:40")] // not told while it happened
    public void The_entries_of_a_live_page_are_of_its_day_whatever_day_is_told_of_in_one(string head, string entry)
    {
        var text =
            head
            + "\n\nNewest entries come first on this page, and all of them are of ours alone.\n\n11:36 a.m. They went up from the park at 6:04 p.m. on Saturday.\n\n9:40 a.m. The second team is down, the park says.\n\n"
            + "8:40 a.m. The lights went out in the town, and nobody knows why.\n\n7:12 a.m. Good morning from the park.";
        Assert.Equal(entry, Told.Clock(text, "8:40 a.m.", new LocalDate(2019, 10, 7)).Value);
    }

    [Fact]
    public void A_log_told_backwards_passes_midnight_backwards_when_the_newest_entry_comes_first() =>
        Assert.Equal(
            ["2022-11-09T00:40", "2022-11-09T00:05", "2022-11-08T23:35", "2022-11-08T22:50"],
            Told.Values(
                "The count for the harbour seat was told live, newest first. It began on the evening of 8 November 2022 and ended in the small hours.\n\n"
                    + "00:40 The last box is in. Thank you all.\n\n00:05 A recount is refused by the officer.\n\n23:35 The lead is down to eleven.\n\n22:50 The first boxes are emptied on the tables.",
                new LocalDate(2022, 11, 9)
            )
        );

    [Theory]
    [InlineData(
        "The works were founded in 1958, and the law is of May 2002. The alarm rang at 7:20 a.m. on 3 April 2016. The shift left at 7:45 a.m.",
        "7:45 a.m.",
        "2016-04-03T07:45"
    )]
    [InlineData(
        "The alarm rang on 3 April 2016 at 7:20 a.m. In a letter of 9 May the firm denied it. The shift left at 7:45 a.m.",
        "7:45 a.m.",
        "2016-04-03T07:45"
    )]
    [InlineData(
        "The alarm rang on 3 April 2016 at 7:20 a.m. The minister told parliament on 12 April that the shift left at 7:45 a.m.",
        "7:45 a.m.",
        "2016-04-03T07:45"
    )]
    [InlineData(
        "The alarm rang on 3 April 2016 at 7:20 a.m. The pump had failed its test on 1 February 2016. The shift left at 7:45 a.m.",
        "7:45 a.m.",
        "2016-04-03T07:45"
    )]
    [InlineData(
        "The alarm rang on 3 April 2016 at 7:20 a.m. He holds a message, \"Coming down now, apples tomorrow\", and beside it the time 7:45 a.m.",
        "7:45 a.m.",
        "2016-04-03T07:45"
    )]
    [InlineData(
        "The alarm rang on 3 April 2016 at 7:20 a.m. The office, whose note was read out to journalists on Wednesday, rang at 7:45 a.m.",
        "7:45 a.m.",
        "2016-04-03T07:45"
    )]
    [InlineData(
        "The alarm rang on 3 April 2016 at 7:20 a.m. \"I saw the shift leave yesterday at 7:45 a.m.\", he said.",
        "7:45 a.m.",
        "2016-05-31T07:45"
    )]
    public void A_clock_takes_no_day_from_an_aside_when_the_story_has_one(string text, string words, string value) =>
        Assert.Equal(value, Told.Clock(text, words, new LocalDate(2016, 6, 1)).Value);

    [Fact]
    public void Each_list_has_the_day_of_its_lead_in_when_the_lead_in_names_one() =>
        Assert.Equal(
            ["2018-07-08T10:15", "2018-07-08T11:30", "2018-07-11T09:05", "2018-07-11T09:50"],
            Told.Values(
                "The survey boat went out twice in July 2018, and each time it kept a short log of what it found in the channel.\n\nEntries for 8 July 2018:\n\n"
                    + "- 10:15 buoy missing\n\n- 11:30 depth four metres\n\nEntries for 11 July 2018:\n\n- 09:05 buoy back\n\n- 09:50 depth four metres",
                new LocalDate(2018, 8, 1)
            )
        );

    [Fact]
    public void A_bare_hour_takes_the_part_of_the_day_its_sentence_speaks_of_when_its_half_is_left_open()
    {
        const string text =
            "The bank was robbed on 6 May 2014. At 10:54 that night the guard was still tied to his chair. At half past nine that evening he had been well.";
        Assert.Equal(["2014-05-06T22:54", "2014-05-06T21:30"], Told.Values(text, new LocalDate(2014, 5, 9)));
    }

    [Fact]
    public void A_bare_hour_is_in_the_evening_when_its_paragraph_has_come_to_the_evening() =>
        Assert.Equal(
            ["2014-05-06T09:20", "2014-05-06T19:30"],
            Told.Values(
                "The bank was robbed on 6 May 2014. The alarm was tested at 9:20 a.m. and rang.\n\nIn the evening the guard ate his bread. He was tied to his chair at 7:30 by two men.",
                new LocalDate(2014, 5, 9)
            )
        );

    [Fact]
    public void A_day_first_named_after_the_clocks_is_not_theirs_when_the_page_has_a_date() =>
        Assert.Equal(
            ["2021-06-11T18:20", "2021-06-11T19:05"],
            Told.Values(
                "The count for the harbour seat is told here as it comes in, box by box, from the hall at the quay. The doors were shut at 18:20 by the officer.\n\n"
                    + "The first box was emptied at 19:05 on the tables.\n\nThe hall was built for the fair of 2 June 2021.",
                Written
            )
        );

    [Fact]
    public void An_episode_in_the_pluperfect_serves_its_own_sentence_when_it_opens_with_a_date() =>
        Assert.Equal(
            ["2004-08-09T15:12", "2004-08-09T15:40"],
            Told.Values(
                    With(
                        Mill,
                        "On 9 August 2004 a like thing had occurred elsewhere: the lamp was lit at 3:12 p.m. and put out at 3:40 p.m. by the guard.",
                        2
                    ),
                    Written
                )
                .Where(v => v.StartsWith("2004", StringComparison.Ordinal))
        );

    [Theory]
    [InlineData("on the Monday", "2016-04-04T09:00")] // 3 April was a Sunday
    [InlineData("on the Thursday", "2016-04-07T09:00")]
    [InlineData("on the Sunday", "2016-04-03T09:00")]
    public void A_weekday_with_an_article_is_the_first_from_the_date_before_it(string words, string value) =>
        Assert.Equal(
            value,
            Told.Clock(
                $"The alarm rang on Sunday 3 April 2016 at 7:20 a.m. The hearing opened at 9 a.m. {words}.",
                "9 a.m.",
                new LocalDate(2016, 6, 1)
            ).Value
        );

    [Theory]
    [InlineData("At 17:41 UTC on 19 July 2017 the engine stopped.", "2017-07-19T17:41")]
    [InlineData("The engine stopped on 19 July 2017, at 17:41 UTC.", "2017-07-19T17:41")]
    [InlineData("The engine stopped at 2358 UTC on 19 July 2017.", "2017-07-19T23:58")]
    public void A_clock_is_on_the_day_beside_it_when_its_zone_stands_between(string text, string value) =>
        Assert.Equal([value], Told.Values(text, new LocalDate(2018, 1, 1)));

    [Fact]
    public void Both_ends_of_a_range_have_the_day_and_the_zone_when_they_follow_its_end()
    {
        var found = Told.Clocks(
            "Three calls were made between 12:17 and 12:30 UTC on 3 May 2017, all of them short.",
            new LocalDate(2018, 1, 1)
        );
        Assert.Equal(["2017-05-03T12:17", "2017-05-03T12:30"], found.Select(c => c.Value));
        Assert.All(found, c => Assert.Equal(["UTC"], c.Clock!.Zone!.Zones));
    }

    [Fact]
    public void A_weekday_is_the_one_near_the_story_when_the_story_is_long_past_publication() =>
        Assert.Equal(
            ["2019-02-04T22:10", "2019-02-05T04:15"],
            Told.Values(
                "The barge was struck on Tuesday, 5 February, off the cape. The owner was rung at 10:10 p.m. on Monday, he says.\n\nThe collision was logged at 4:15 a.m.",
                new LocalDate(2019, 3, 12)
            )
        );

    [Fact]
    public void A_weekday_is_the_last_one_when_the_story_is_new() =>
        Assert.Equal(
            ["2023-09-12T05:41", "2023-09-12T05:52"],
            Told.Values(
                "A fire broke out at the depot on Tuesday. The first call came at 5:41 a.m., the chief said.\n\nThe sirens went at 5:52 a.m.",
                new LocalDate(2023, 9, 15)
            )
        );

    [Fact]
    public void A_date_has_the_year_of_the_same_day_elsewhere_when_it_is_given_without_one() =>
        Assert.Equal(
            "2011-10-02T06:30",
            Told.Clock(
                "The dam failed on 2 October 2011. A hearing was held years later. It began at 6:30 a.m. on 2 October.",
                "6:30 a.m. on 2 October",
                new LocalDate(2020, 1, 1)
            ).Value
        );

    [Fact]
    public void The_date_in_the_head_gives_the_year_when_publication_was_not_found() =>
        Assert.Equal(
            "2012-05-17T05:50",
            Told.Clock(
                "# June 2012\n\nThe slab that fell on Thursday 17 May did not hit anybody, but it took the ropes, two tents and the only stove of the party with it.\n\nIt came down at 5:50 a.m.",
                "5:50 a.m."
            ).Value
        );

    private static string With(string account, string foreign, int at)
    {
        var paragraphs = account.Split("\n\n").ToList();
        paragraphs.Insert(at, foreign);
        return string.Join("\n\n", paragraphs);
    }
}
