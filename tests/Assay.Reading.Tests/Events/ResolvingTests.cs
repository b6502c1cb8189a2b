namespace Assay.Reading.Tests.Events;

/// <summary>Which event the words of a relation refer to, and lengths between two events named side by side.</summary>
public sealed class ResolvingTests
{
    private static (string Earlier, string Later) Only(string text, string words)
    {
        var reading = EventText.Read(text);
        var relation = Assert.Single(reading.Relations, r => r.Words.Contains(words, StringComparison.Ordinal));
        return (Clock(relation.Earlier), Clock(relation.Later));
        string Clock(int made) => reading.Events[made].Time?.Text ?? "";
    }

    [Fact]
    public void Finds_what_a_thing_did_by_a_verb_that_says_little()
    {
        const string text = "The crest gave way at 4:50 a.m. The station went dark at 5:02 a.m., twelve minutes after the crest had gone.";
        Assert.Equal(("4:50 a.m.", "5:02 a.m."), Only(text, "twelve minutes after"));
    }

    [Fact]
    public void What_is_told_more_roughly_elsewhere_is_no_other_event()
    {
        const string text =
            "This is about the morning the ledger stopped. The ledger stopped at 6:42 a.m. The balances came back at 9:31 a.m., 169 minutes after the ledger had stopped.";
        Assert.Equal(("6:42 a.m.", "9:31 a.m."), Only(text, "169 minutes after"));
        Assert.Equal(Evidence.Read, Assert.Single(EventText.Read(text).Relations).EarlierLink.Evidence);
    }

    [Fact]
    public void What_was_told_of_a_day_just_before_may_be_meant()
    {
        const string text =
            "The report was signed at 12:10 on 30 January. The market price was 7 million. The contract was signed on 24 February. On 3 March an advance was paid, a week after the signature.";
        var relation = Assert.Single(EventText.Read(text).Relations);
        Assert.True(
            relation.EarlierLink.Evidence == Evidence.Guessed || EventText.Read(text).Events[relation.Earlier].Time?.Text == "24 February"
        );
    }

    [Fact]
    public void What_is_said_of_somebody_is_what_happened()
    {
        const string text =
            "The call was received at 10:24 p.m. The crew came at 10:49 p.m. Counsel for the office said the crew was with Mr Orme 25 minutes after the call.";
        Assert.Equal(("10:24 p.m.", "10:49 p.m."), Only(text, "25 minutes after"));
    }

    [Fact]
    public void Finds_the_event_by_the_report_of_it()
    {
        const string text =
            "The watchman reported water seeping from the dam at 2:35 a.m. The bulletin was published at 7:05 a.m., four hours after the watchman had reported it.";
        Assert.Equal(("2:35 a.m.", "7:05 a.m."), Only(text, "four hours after"));
    }

    [Theory]
    [InlineData("The two trains collided at 4:20 a.m.", "the collision")] // a verb and the noun made of it, by WordNet
    [InlineData("The guests were seated at 4:20 a.m.", "the guests had sat down")]
    [InlineData("The helicopter took off at 4:20 a.m.", "take-off")]
    [InlineData("The depot took over the shift at 4:20 a.m.", "the takeover")]
    [InlineData("The server stopped answering at 4:20 a.m.", "the server had failed")]
    [InlineData("The chlorine alarm sounded at 4:20 a.m.", "the alarm")]
    [InlineData("The inspection took place at 4:20 a.m.", "the inspection had been carried out")]
    [InlineData("A crane struck the tanker at 4:20 a.m.", "the accident")]
    [InlineData("A camera caught the flash at 4:20 a.m.", "the flash had come")]
    [InlineData("The driver reached the hospital at 4:20 a.m.", "he was at the hospital")]
    [InlineData("The clerk had been handcuffed at 4:20 a.m.", "he was in handcuffs")]
    [InlineData("The book has its first pump on the bridge at 4:20 a.m.", "the pump had arrived")]
    [InlineData("The valve was closed at 4:20 a.m.", "the valve being closed")] // what was being done, not the valve
    [InlineData("The port's own service has told its story. It closed the gate at 4:20 a.m.", "the service's gate had closed")]
    public void Finds_an_event_by_other_words_for_it(string told, string words) =>
        Assert.Equal(
            ("4:20 a.m.", "4:45 a.m."),
            Only($"{told} The call was made at 4:45 a.m., 25 minutes after {words}.", "25 minutes after")
        );

    [Theory]
    [InlineData("The pilot rang the prefect at 4:20 a.m. He rang him again ten minutes after the gate had gone.")] // not the first time
    [InlineData("The flight was at the ledge at 4:20 a.m. He was off the ledge ten minutes before the storm.")] // where, not only by what
    [InlineData("The driver left the hospital at 4:20 a.m. He was at the hospital ten minutes before the storm.")] // it was there before
    [InlineData("The cook reached the hospital at 4:20 a.m. The driver was at the hospital ten minutes after the storm.")] // somebody else
    [InlineData("The minister announced the plan at 4:20 a.m. The minister came ten minutes after the storm.")] // a verb that tells something of its own
    public void Does_not_take_one_thing_for_another(string text) =>
        Assert.All(EventText.Read(text).Relations, r => Assert.DoesNotContain("4:20", Label(text, r), StringComparison.Ordinal));

    private static string Label(string text, Assay.Reading.Events.EventRelation relation)
    {
        var events = EventText.Read(text).Events;
        return events[relation.Later].Time?.Text + events[relation.Earlier].Time?.Text;
    }

    [Theory]
    [InlineData("That was ten minutes after the siren had wailed.")]
    [InlineData("I admit that this was ten minutes after the siren had wailed.")]
    public void Says_something_of_what_was_told_last(string sentence) =>
        Assert.Equal(
            ("4:10 a.m.", "4:20 a.m."),
            Only($"The siren wailed at 4:10 a.m. A notice went out at 4:20 a.m. {sentence}", "ten minutes after")
        );

    [Fact]
    public void Tells_one_more_of_a_numbered_event_from_the_first()
    {
        const string text =
            "The station registered a first tremor at 01:14 and a second one at 03:40. The gauge dropped at 01:17, three minutes after the first tremor.";
        Assert.Equal(("01:14", "01:17"), Only(text, "three minutes after"));
    }

    [Fact]
    public void Takes_what_is_told_next_to_the_words_of_relation()
    {
        const string text =
            "The neighbour rang at 4:20 a.m. The doctor was called at 4:45 a.m. The police point out that the neighbour had rung before the doctor was called.";
        Assert.Equal(("4:20 a.m.", "4:45 a.m."), Only(text, "before"));
    }

    [Fact]
    public void Reads_no_relation_between_clocks_of_two_towns() =>
        Assert.Empty(EventText.Read("The flare was seen at 2:30 a.m. Marseille was an hour ahead of Tunis.").Relations);

    [Fact]
    public void Prefers_the_telling_that_has_a_clock()
    {
        const string text =
            "The call was a quarrel between two ministers. The neighbour was called at 4:20 a.m. The order was given at 4:45 a.m., 25 minutes after the call.";
        Assert.Equal(("4:20 a.m.", "4:45 a.m."), Only(text, "25 minutes after"));
    }

    [Fact]
    public void Gives_the_second_clock_of_a_verb_to_the_noun_it_stands_by()
    {
        var events = EventText.Timed("It shows the brake applied at 9:31 p.m. and the impact at 9:32 p.m.");
        Assert.Equal(["9:31 p.m.", "9:32 p.m."], events.Select(e => e.Time!.Text));
        Assert.Equal(2, events.Select(e => e.Trigger).Distinct().Count());
    }

    [Theory]
    [InlineData("Fifty minutes lay between the flare and the landing.", "Fifty minutes")]
    [InlineData("From the flare to the landing it took fifty minutes.", "fifty minutes")]
    [InlineData("Fifty minutes had passed between the flare of the rescuers and the landing.", "Fifty minutes")]
    public void Reads_a_length_between_two_events(string told, string words)
    {
        var text = "The flare was seen at 2:30 a.m. The landing was logged at 3:20 a.m. " + told;
        Assert.Equal(("2:30 a.m.", "3:20 a.m."), Only(text, words));
    }

    [Theory]
    [InlineData("The landing came within the hour of the flare.", "within the hour of")]
    [InlineData("The landing came in less than ten minutes from the flare.", "less than ten minutes from")]
    public void Reads_how_soon_one_came_after_the_other(string told, string words) =>
        Assert.Equal(
            ("2:30 a.m.", "3:20 a.m."),
            Only("The flare was seen at 2:30 a.m. The landing was logged at 3:20 a.m. " + told, words)
        );

    [Fact]
    public void Reads_no_relation_of_how_far_a_place_is() =>
        Assert.Empty(EventText.Read("The flare was seen at 2:30 a.m. The hotel is less than ten minutes from Vilnius.").Relations);

    [Fact]
    public void Reads_no_relation_between_places() =>
        Assert.Empty(EventText.Read("The flare was seen at 2:30 a.m. From Minsk to Vilnius it took fifty minutes.").Relations);

    [Fact]
    public void Reads_no_relation_where_nothing_is_said_to_be_followed() =>
        Assert.Empty(
            EventText
                .Read("The first round fell at 10:40 p.m. The mortars answered at 11:55 p.m. Everything that followed was an answer.")
                .Relations
        );

    [Fact]
    public void Gives_a_length_and_later_to_the_clock_it_follows()
    {
        const string text =
            "The ministry said that the pressure fell at 2:14 a.m. The log has the leak at 2:31 a.m., seventeen minutes later.";
        Assert.Equal(("2:14 a.m.", "2:31 a.m."), Only(text, "seventeen minutes later"));
    }

    [Theory]
    [InlineData("The second of the two lorries left the terminal at 2:03 p.m.", "before the cash had left the cage")]
    [InlineData("The first of the four orders left the terminal at 2:03 p.m.", "before the cash had left the cage")]
    public void What_somebody_or_something_else_did_is_not_meant(string told, string words)
    {
        var reading = EventText.Read($"{told} The request to stop payment was sent at 4:48 p.m., {words}.");
        Assert.DoesNotContain(
            reading.Relations,
            r =>
                r.Words == "before"
                && new[] { r.Earlier, r.Later }.Any(e => reading.Events[e].Time?.Text is "2:03 p.m.")
                && r.LaterLink.Evidence == Evidence.Read
        );
    }

    [Theory]
    [InlineData("At 3:25 p.m. the search was declared over.", "the search had been called off")]
    [InlineData("The guards reported the fire out at 3:25 p.m.", "the fire was out")]
    [InlineData("The driver was pronounced dead at 3:25 p.m.", "the death of the driver")]
    [InlineData("The guard reached the shop at 3:25 p.m.", "the guard was on the spot")]
    [InlineData("Gate one was raised at 3:25 p.m. and gate three at 3:55 p.m.", "the first gate was raised")]
    [InlineData("The siren was set off at 3:25 p.m.", "the siren sounded")]
    public void Finds_what_something_has_come_to(string told, string words)
    {
        var text = $"{told} A man was arrested at 4:10 p.m., 45 minutes after {words}.";
        Assert.Equal(("3:25 p.m.", "4:10 p.m."), Only(text, "45 minutes after"));
    }

    [Theory]
    [InlineData("The guard left the shop at 3:25 p.m.", "the guard was on the spot")] // left it
    [InlineData("The driver reached the shop at 3:25 p.m.", "the guard was on the spot")] // another
    [InlineData("Gate three was raised at 3:25 p.m.", "the first gate was raised")]
    [InlineData("Our office said at 3:25 p.m. that the ministry had been notified.", "the ministry had been notified")]
    public void Does_not_find_what_something_else_has_come_to(string told, string words)
    {
        var reading = EventText.Read($"{told} A man was arrested at 4:10 p.m., 45 minutes after {words}.");
        Assert.DoesNotContain(
            reading.Relations,
            r => reading.Events[r.Earlier].Time?.Text == "3:25 p.m." && r.EarlierLink.Evidence != Evidence.Guessed
        );
    }

    [Fact]
    public void Whoever_is_on_the_spot_has_to_be_named()
    {
        var reading = EventText.Read(
            "They reached the shop at 3:25 p.m. A man was arrested at 4:10 p.m., 45 minutes after he was on the spot."
        );
        Assert.DoesNotContain(reading.Relations, r => reading.Events[r.Earlier].Time?.Text == "3:25 p.m.");
    }

    [Fact]
    public void A_clause_after_that_is_what_was_said()
    {
        const string text =
            "The tug came alongside at 6:47 a.m. The ships touched at 6:16 a.m. The owners maintained in their first letter that the tug was already alongside before the ships touched.";
        Assert.Equal(("6:47 a.m.", "6:16 a.m."), Only(text, "before"));
    }

    [Fact]
    public void What_somebody_told_is_not_what_he_told_of()
    {
        const string text =
            "The e-mail was received at 11:09 p.m. The minister told the senate on 9 February that the launch was under way within an hour of the alert.";
        var relation = Assert.Single(EventText.Read(text).Relations, r => r.Words.Contains("within", StringComparison.Ordinal));
        Assert.DoesNotContain("minister", EventText.Read(text).Events[relation.Earlier].Label, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("well within 20 minutes of the call")]
    [InlineData("within 20 minutes of the call")]
    public void Within_may_have_a_word_before_it(string words)
    {
        var relation = Assert.Single(EventText.Read($"The driver rang at 9:15 a.m. The car drew up at 9:31 a.m., {words}.").Relations);
        Assert.Equal((NodaTime.Duration.Zero, NodaTime.Duration.FromMinutes(20)), (relation.Meaning.Min, relation.Meaning.Max));
    }

    [Fact]
    public void What_a_station_is_showing_is_what_it_does()
    {
        var reading = EventText.Read("The second slide came at 5:31 p.m. The channel was showing the slide before our men had come back.");
        Assert.DoesNotContain(
            reading.Relations,
            r => reading.Events[r.Earlier].Time is not null && r.EarlierLink.Evidence == Evidence.Read
        );
    }

    [Theory]
    [InlineData("a call from a farmer")]
    [InlineData("a call by a farmer")]
    [InlineData("a farmer's call")]
    public void A_call_that_somebody_else_made_is_not_the_one_that_was_told(string call)
    {
        var reading = EventText.Read(
            $"The log of the line shows the driver's emergency call coming in at 5:41 a.m. The ambulance left its bay at 5:25 a.m. after {call}."
        );
        Assert.DoesNotContain(
            reading.Relations,
            r => r.Words == "after" && reading.Events[r.Earlier].Time is not null && r.EarlierLink.Evidence == Evidence.Read
        );
    }
}
