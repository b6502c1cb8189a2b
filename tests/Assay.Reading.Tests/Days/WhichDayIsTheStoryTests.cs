using NodaTime;

namespace Assay.Reading.Tests.Days;

/// <summary>Which of the days that an account names its clocks are on, where another day is named as loudly.</summary>
public sealed class WhichDayIsTheStoryTests
{
    private static readonly LocalDate Written = new(2021, 6, 10); // a Thursday

    [Fact]
    public void What_will_happen_on_a_weekday_is_not_what_happened_on_it() =>
        Assert.Equal(
            ["2021-06-09T17:05", "2021-06-09T15:22", "2021-06-09T14:03"],
            Told.Values(
                "AS IT HAPPENED: Orrest counts its boxes\n\nAda Moor at the hall in Orrest, Wednesday, 9 June 2021\n\n"
                    + "17:05 The hall is being swept. The paper will be returned on Friday, and the new mayor could be sworn in by the end of the month.\n\n"
                    + "15:22 The clerk declared the winner in front of a full hall, and half of it went home without a word to the other half.\n\n"
                    + "14:03 The sixth box was read out from the stage, twice, since the first reading had been drowned out by a brass band.",
                new LocalDate(2021, 6, 9)
            )
        );

    [Fact]
    public void The_Thursday_is_never_the_day_of_writing() =>
        Assert.Equal(
            ["2021-03-05T03:12", "2021-03-04T23:20", "2021-03-05T00:31"],
            Told.Values(
                "The first query came at 03:12 on Friday 5 March, by the log of the machine. It was not the last one of that week.\n\n"
                    + "At twenty past eleven on the Thursday night the screen of the clerk had gone dark in the middle of a name.\n\n"
                    + "The council was told at 00h31, and told nobody until somebody asked.",
                Written
            )
        );

    [Theory]
    [InlineData("The basin office put its version on paper on Tuesday.", "2021-06-05T18:30")]
    [InlineData("The basin office put its pumps on the quay on Tuesday.", "2021-06-08T18:30")]
    [InlineData("The basin office gave the mayor its explanation on Tuesday.", "2021-06-05T18:30")]
    public void An_account_of_it_was_given_on_a_day_of_its_own(string told, string day) =>
        Assert.Equal(
            [day],
            Told.Values("Nobody drowned in Orrest on Saturday.\n\n" + told + " It raised the gates of the weir at 18h30.", Written)
        );

    [Theory]
    [InlineData("On Wednesday, 2 June, we had 212 to breakfast without being asked.", "2021-06-01T22:05")]
    [InlineData("On Wednesday, 2 June, we had 212 to breakfast.", "2021-06-01T22:05")]
    public void What_was_not_said_is_no_saying(string told, string day) =>
        Assert.Equal([day], Told.Values(told + "\n\nThe aeroplane left at five past ten on Tuesday night.", new LocalDate(2021, 6, 11)));

    [Fact]
    public void A_story_of_several_days_goes_on_on_the_day_told_last() =>
        Assert.Equal(
            [
                "2021-06-02T23:40",
                "2021-06-02T23:52",
                "2021-06-03T06:15",
                "2021-06-03T09:30",
                "2021-06-04T14:20",
                "2021-06-04T14:28",
                "2021-06-04T19:45",
                "2021-06-04T20:50",
            ],
            Told.Values(
                "The last of the nine men walked to the ambulance on Friday night in the boots of somebody else.\n\n"
                    + "The log records the fall of the roof at 23:40 on Wednesday, 2 June. At 23:52 the telephone went dead.\n\n"
                    + "The first team went down at 06:15 on Thursday. The inspector signed in at 09:30 on Thursday.\n\n"
                    + "The small drill broke through at 14:20 on Friday, the log says. At 14:28 the microphone picked up a voice.\n\n"
                    + "Then the waiting. The first man was brought out at 19:45, the log notes; the last at 20:50.",
                new LocalDate(2021, 6, 8)
            )
        );

    [Theory]
    [InlineData("A train leaves the rails at Orrest: as it happened", Evidence.Read)]
    [InlineData("A train leaves the rails at Orrest", Evidence.Guessed)]
    public void A_page_written_while_it_happened_is_of_its_own_day(string head, Evidence evidence) =>
        Assert.Equal(
            evidence,
            Told.Clock(
                head
                    + "\n\n22:31 Going home, all of us. The crisis staff has let the people back into their houses by the yard.\n\n"
                    + "20:48 A row is brewing over the school, and over who was to ring whom when the siren had gone off.\n\n"
                    + "14:10 A train has left the rails at Orrest. It happened at 13:47, say the railways, by the road bridge.",
                "13:47",
                Written
            ).Clock!.DayEvidence
        );

    [Fact]
    public void Last_Thursday_is_not_this_one() =>
        Assert.Equal(
            ["2021-06-03T18:30", "2021-06-03T19:21"],
            Told.Values(
                "The boat was lost in the strait last Thursday, and the columns of this paper have been full of it ever since that evening.\n\n"
                    + "The ferry left her berth at 18.30 hours, and the two echoes became one at 19.21 hours by the same screen.",
                Written
            )
        );

    [Fact]
    public void What_holds_since_a_day_is_not_the_story() =>
        Assert.Equal(
            ["2021-05-20T18:30", "2021-05-20T19:21", "2021-05-20T19:29"],
            Told.Values(
                "Since 10 March the clock of one church has therefore been an hour ahead of that of the other, and it will be for a while yet.\n\n"
                    + "The ferry left her berth at 18:30 on Thursday, 20 May.\n\nThe two echoes became one at 19:21.\n\nA call came in at 19:29.",
                Written
            )
        );

    [Fact]
    public void A_feast_named_by_the_way_is_not_the_story() =>
        Assert.Equal(
            ["2021-05-28T18:12", "2021-05-28T18:26"],
            Told.Values(
                "The meet was down to its last relay Friday evening when the water, one mother said, started to smell like a mop and a shoe.\n\n"
                    + "What the council wanted to know on Monday night, Memorial Day or not, was how long it took for anybody to pick up a phone.\n\n"
                    + "The gas came out at 6:12 p.m., and the deck was clear at 6:26 p.m.",
                new LocalDate(2021, 6, 1)
            )
        );

    [Fact]
    public void A_byline_below_the_standfirst_is_the_head_of_the_page() =>
        Assert.Equal(
            ["2021-06-06T18:31", "2021-06-06T19:12"],
            Told.Values(
                "The sheet that left before it came\n\nThree million people were still allowed not to know it, and ten thousand already did; a search, hour by hour, for a leak.\n\n"
                    + "Ada Moor, 10 June 2021\n\nLast Sunday, 6 June, a picture of a sheet went from hand to hand before the last of the boxes had been closed.\n\n"
                    + "The message was sent at 18:31 UTC.\n\nA site had it with a headline at 19:12 UTC.",
                Written
            )
        );

    [Theory]
    [InlineData("The office answered us on 20 April, after three reminders.")]
    [InlineData("According to the one of 20 April, nobody was late.")]
    [InlineData("We have its communiqué, of 20 April, in full.")]
    public void A_day_of_answers_and_of_papers_is_not_that_of_their_clocks(string paper) =>
        Assert.Equal(
            ["2021-03-01T23:47", "2021-03-02T01:10"],
            Told.Values(
                "In the night from Monday 1 to Tuesday 2 March 2021 a grey boat drifted south of the island, and this report is about who knew of it.\n\n"
                    + $"The first call was picked up at 23:47 on the Monday.\n\n{paper} It was first made aware at 01:10, so it says, and the gate was shut.",
                Written
            )
        );

    [Fact]
    public void Both_days_of_a_night_are_named_where_the_month_stands_once() =>
        Assert.Equal(
            ["2021-05-08T19:40", "2021-05-09T02:55"],
            Told.Values(
                "She died in the hospital of the island during the night between Saturday 8 and Sunday 9 May 2021, far from the nearest ward of its kind.\n\n"
                    + "The book of the hospital gives 19:40 on the Saturday.\n\nThe patient died at 02:55 on Sunday by the same book.",
                new LocalDate(2021, 9, 14)
            )
        );

    [Fact]
    public void A_padded_hour_and_one_in_universal_time_leave_no_half_of_the_day_open() =>
        Assert.Equal(
            ["2021-06-04T17:40", "2021-06-04T05:52", "2021-06-04T09:15", "2021-06-04T17:30"],
            Told.Values(
                "On Friday, 4 June, the two ships lay side by side, and four people with four clocks have told this paper how long they did.\n\n"
                    + "One was seen at 5:40 p.m. by the shore.\n\nShe gave her position at 5:52 UTC.\n\nA pilot saw her at 09:15.\n\nShe was gone by 5:30 p.m.",
                Written
            )
        );

    [Theory]
    [InlineData("The fax went through at ten to three.", "2021-06-04T14:50")]
    [InlineData("The fax went through at ten to three. The bid came at 3:14, and the hammer fell at half past three.", "2021-06-04T14:50")]
    [InlineData("The fax went through at ten to three in the night.", "2021-06-04T02:50")]
    public void Hours_as_people_speak_are_waking_time(string told, string value) =>
        Assert.Equal(
            value,
            Told.Values(
                "The sale was held on Friday, 4 June, and what was asked of the house in writing has been in dispute between its owners since.\n\n"
                    + told,
                Written
            )[0]
        );

    [Fact]
    public void Hours_in_figures_are_not() =>
        Assert.Equal(
            ["2021-06-04T02:44", "2021-06-04T03:20"],
            Told.Values(
                "The barn burned down on Friday, 4 June, and the two centres that took the calls have been at odds about it for a year now.\n\n"
                    + "Her call begins at 2:44.\n\nThe engine came at 3:20.",
                Written
            )
        );

    [Fact]
    public void A_universal_afternoon_says_nothing_of_a_bare_hour_after_it() =>
        Assert.Equal(
            ["2021-06-04T09:52", "2021-06-04T15:38", "2021-06-04T10:20"],
            Told.Values(
                "The van was held up on Friday, 4 June, and the trial turned on an hour that half of the county keeps and the other half does not.\n\n"
                    + "The alarm was pressed at 9:52 a.m.\n\nIts box went silent at 15:38 UTC.\n\nHis aunt looked at the stove. It was 10:20 then.",
                Written
            )
        );

    [Fact]
    public void A_clock_with_a_day_of_its_own_fills_no_half_of_a_night() =>
        Assert.Equal(
            ["2021-06-04T03:58", "2021-06-04T05:47", "2021-06-05T21:10"],
            Told.Values(
                "A machine came down on a tank at the edge of the town at dawn on Friday 4 June, and by breakfast a picture of it was everywhere.\n\n"
                    + "The post was put up at 03:58.\n\nThe thing fell at 05:47.\n\nThe picture was first posted at 21:10 on Saturday 5 June.",
                Written
            )
        );

    [Fact]
    public void A_weekday_lies_where_the_date_before_it_puts_it() =>
        Assert.Equal(
            ["2021-03-02T02:20", "2021-03-03T09:50", "2021-03-03T16:45", "2021-03-03T17:40"],
            Told.Values(
                "She was born on the eastern side of the line at 2.20 in the morning on Tuesday 2 March, and by breakfast she was as grey as slate.\n\n"
                    + "\"I took the call at ten to ten on the Wednesday morning,\" the surgeon told this magazine, who had a biscuit in her mouth then.\n\n"
                    + "In the ledger they come down at 4.45 p.m. on Wednesday.\n\nThe book of the ward has her at twenty to six in the afternoon.",
                Written
            )
        );

    [Fact]
    public void What_a_page_of_a_day_notes_happened_on_that_day() =>
        Assert.Equal(
            ["2021-06-03T06:10", "2021-06-03T05:50"],
            Told.Values(
                "A picture shared by thousands sets two pieces of paper next to each other; a pump house blew up last Thursday, and one of them knew it.\n\n"
                    + "The control-room page of 3 June notes the explosion at 6:10 in the morning.\n\nThe other paper has the blast at 5:50 a.m.\n\n"
                    + "The rule about such papers was made on 27 November, after a quarrel.",
                Written
            )
        );

    [Fact]
    public void The_weekday_at_a_clock_stands_above_that_of_its_heading() =>
        Assert.Equal(
            ["2021-06-09T15:12", "2021-06-08T15:55", "2021-06-08T17:20", "2021-06-09T18:00"],
            Told.Values(
                "All nine people aboard are alive after the aircraft came down on a reef between the two islands, which lie on either side of the line.\n\n"
                    + "# Wednesday, the first island\n\nThe airline says that it left the ground at 3.12pm on Wednesday.\n\n"
                    + "The harbour master of the other logged a flare at 3.55pm on Tuesday.\n\n"
                    + "A cutter sailed at 5.20pm Tuesday, the log shows.\n\nThe head of the airline went on the radio at 6pm on Wednesday.",
                Written
            )
        );

    [Theory]
    [InlineData("a change in the routing service charged 18,204 customers twice")]
    [InlineData("a pump of the routing service stopped")]
    public void What_was_charged_to_customers_is_no_charge_before_a_court(string what) =>
        Assert.Equal(
            ["2021-06-02T06:12", "2021-06-02T06:20"],
            Told.Values(
                $"The company moves payments for shops in three countries. On Wednesday 2 June 2021 {what}, and this tells how it came about.\n\n"
                    + "- 06:12 UTC Release reaches the first router\n\n- 06:20 UTC The release is on all routers",
                Written
            )
        );

    [Theory]
    [InlineData("a boat called us from the sound", "2021-05-08")]
    [InlineData("the duty desk was called", "2021-05-08")]
    [InlineData("the union called for a boycott of the line", "2021-06-10")]
    [InlineData("the union called on everybody to stay away", "2021-06-10")]
    [InlineData("the union said that the line was not safe", "2021-06-10")]
    public void Who_rings_does_what_is_told_and_who_calls_for_something_speaks(string what, string day) =>
        Assert.Equal(
            [$"{day}T16:05", $"{day}T18:10"],
            Told.Values(
                "A ferry lay on a bank of sand for most of an evening with eighty people aboard, and nobody ashore knew of it until it was late.\n\n"
                    + $"On Saturday 8 May 2021 {what}.\n\nThe first call was logged at 16:05.\n\nThe bank was searched at 18:10 by two men.",
                Written
            )
        );
}
