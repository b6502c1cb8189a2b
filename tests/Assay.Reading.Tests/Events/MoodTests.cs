using Assay.Reading.Events;

namespace Assay.Reading.Tests.Events;

public sealed class MoodTests
{
    [Theory]
    [InlineData("The pump had not been tested before 9:30.", EventMood.Negated)]
    [InlineData("The tug never reached the pier at 9:30.", EventMood.Negated)]
    [InlineData("No train left at 9:30.", EventMood.Negated)]
    [InlineData("There was no train at 9:30.", EventMood.Negated)]
    [InlineData("Nobody answered the door at 9:30.", EventMood.Negated)]
    [InlineData("The guard didn't answer at 9:30.", EventMood.Negated)]
    [InlineData("The office maintains that nobody was in the system at 9:30.", EventMood.Negated)]
    [InlineData("The tug would not have arrived until 10:50.", EventMood.Conditional)]
    [InlineData("The tug could have arrived at 10:50.", EventMood.Conditional)]
    [InlineData("If the gate had opened at 9:15, the crowd had escaped.", EventMood.Conditional)]
    [InlineData("Had the gate opened at 9:15, the crowd would have escaped.", EventMood.Conditional)]
    [InlineData("The tug would have left at 9:10 and arrived at 10:50.", EventMood.Conditional)]
    [InlineData("The train was due at 9:40.", EventMood.Planned)]
    [InlineData("The court is to open on Friday.", EventMood.Planned)]
    [InlineData("The tug will leave at 9:40.", EventMood.Planned)]
    [InlineData("The meeting had been scheduled for 9:40.", EventMood.Planned)]
    [InlineData("The meeting was set for 9:40.", EventMood.Planned)]
    [InlineData("The crew planned to leave at 9:40.", EventMood.Planned)]
    [InlineData("The tug was expected to reach the pier at 9:40.", EventMood.Planned)]
    [InlineData("The office said that the court would open at 9:40.", EventMood.Planned)]
    [InlineData("The guard met the train due at 9:40.", EventMood.Planned)]
    [InlineData("The boat leaves daily at 9:40.", EventMood.Habitual)]
    [InlineData("The boat left every Monday at 9:40.", EventMood.Habitual)]
    [InlineData("The boat usually left at 9:40.", EventMood.Habitual)]
    public void Is_not_actual_when_the_clause_says_so(string text, EventMood mood) =>
        Assert.All(EventText.Timed(text), e => Assert.Equal(mood, e.Mood));

    [Theory]
    [InlineData("The tug did not arrive until 10:50.")]
    [InlineData("Not only the tug arrived at 10:50.")]
    [InlineData("No fewer than forty people arrived at 10:50.")]
    [InlineData("The crew, none of whom had been asked, boarded the tug at 10:50.")]
    [InlineData("The mayor would later call the office at 10:50.")]
    [InlineData("The guard could see the smoke at 10:50.")]
    [InlineData("The house was set on fire at 10:50.")]
    [InlineData("The headquarters was set up at 10:50.")]
    [InlineData("The siren was set off at 10:50.")]
    [InlineData("The attack was planned well in advance at 10:50.")]
    [InlineData("The daily briefing began at 10:50.")]
    [InlineData("The guard had been waiting at the pier since 10:50.")]
    [InlineData("The guard had to leave the pier at 10:50.")]
    public void Is_actual_when_the_words_only_look_like_another_mood(string text) =>
        Assert.All(EventText.Timed(text), e => Assert.Equal(EventMood.Actual, e.Mood));

    [Fact]
    public void Times_the_report_itself_when_what_is_reported_lies_ahead()
    {
        var report = Assert.Single(EventText.Timed("The agency reported at 9:40 that the court would open."));
        Assert.Equal((EventMood.Actual, false), (report.Mood, report.TimesReport));
    }
}
