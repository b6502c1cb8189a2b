namespace Assay.Reading.Days;

/// <summary>
/// What each piece of evidence for a day is worth. A weight counts for one clock, one step from a clock to the next, or the document; only
/// sums are
/// compared, so the unit is free. Evidence that is not at the clock counts once, where the day is entered, never once per clock.
/// </summary>
internal sealed record DayWeights
{
    /// <summary>The weights in use.</summary>
    public static DayWeights Default { get; } = new();

    /// <summary>A date touches the clock ("at 9:40 on 3 May").</summary>
    public double Touch { get; init; } = 6;

    /// <summary>A weekday or "yesterday" touches it.</summary>
    public double TouchWeekday { get; init; } = 3;

    /// <summary>Another date touches it.</summary>
    public double TouchOther { get; init; } = -4;

    /// <summary>Another date stands in its own words: hardly ever.</summary>
    public double OwnOther { get; init; } = -30;

    /// <summary>Another weekday touches it.</summary>
    public double TouchOtherWeekday { get; init; } = -3;

    /// <summary>Another weekday stands in its own words ("14:20 on Friday").</summary>
    public double OwnOtherWeekday { get; init; } = -10;

    /// <summary>The date stands in the sentence.</summary>
    public double Sentence { get; init; } = 2.5;

    /// <summary>The weekday stands in the sentence.</summary>
    public double SentenceWeekday { get; init; } = 1.2;

    /// <summary>The date stands in the sentence, across a verb of saying.</summary>
    public double SentenceAcross { get; init; } = 0.5;

    /// <summary>The day was named earlier in the paragraph.</summary>
    public double Paragraph { get; init; } = 1.5;

    /// <summary>"That day", "that night" at the clock, for the day last named.</summary>
    public double SameDay { get; init; } = 2;

    /// <summary>The line that leads the list in, or the heading, names the day.</summary>
    public double LeadIn { get; init; } = 4;

    /// <summary>One of the two days of "the night of 8 to 9 July".</summary>
    public double NightPair { get; init; } = 1;

    /// <summary>The wrong one of the two.</summary>
    public double NightPairWrong { get; init; } = -2.5;

    /// <summary>Inside the window of the story day.</summary>
    public double Window { get; init; } = 1.5;

    /// <summary>Outside it, on the day of the last clock before that has one of its own.</summary>
    public double ToldLast { get; init; } = 0.5;

    /// <summary>On the day before or after it.</summary>
    public double NearWindow { get; init; } = -0.2;

    /// <summary>Far from it, and the day is not named in the paragraph.</summary>
    public double FarFromWindow { get; init; } = -2;

    /// <summary>After the day of publication.</summary>
    public double AfterPublication { get; init; } = -3;

    /// <summary>A part of the day in the sentence ("in the evening") that a bare hour is in; the same is taken off where it is
    /// not.</summary>
    public double Part { get; init; } = 2;

    /// <summary>The same, for a part of the day named before in the paragraph.</summary>
    public double PartBefore { get; init; } = 2;

    /// <summary>An hour in words that is waking time, where nothing tells of a part of the day.</summary>
    public double Waking { get; init; } = 0.4;

    /// <summary>A clock on an unknown day.</summary>
    public double Unknown { get; init; } = -3;

    /// <summary>From a known day to an unknown one, or back.</summary>
    public double UnknownStep { get; init; } = -1;

    /// <summary>Per log(1 + hours) between two clocks, up to <see cref="NearHours"/>.</summary>
    public double Hours { get; init; } = -1;

    /// <summary>Up to how many hours the distance counts.</summary>
    public double NearHours { get; init; } = 48;

    /// <summary>Any distance beyond.</summary>
    public double FarHours { get; init; } = -2;

    /// <summary>The day changes.</summary>
    public double Change { get; init; } = -0.5;

    /// <summary>It changes inside a paragraph.</summary>
    public double ChangeInParagraph { get; init; } = -1.2;

    /// <summary>It changes at a break between paragraphs.</summary>
    public double ChangeAtBreak { get; init; } = 0.5;

    /// <summary>It changes by more than a day.</summary>
    public double ChangeFar { get; init; } = -1;

    /// <summary>From a day far off back to the story's at a break between paragraphs, distance and change included.</summary>
    public double Return { get; init; } = -0.5;

    /// <summary>The day was named between the two clocks and is entered.</summary>
    public double Enter { get; init; } = 1;

    /// <summary>A day was named between them, in the paragraph of the second, and is passed over.</summary>
    public double PassInParagraph { get; init; } = -2.5;

    /// <summary>The same outside that paragraph, where the day named is later than that of the first clock.</summary>
    public double PassLater { get; init; } = -0.6;

    /// <summary>The same, where it is earlier.</summary>
    public double PassEarlier { get; init; } = -0.2;

    /// <summary>A bare hour changes its half of the day.</summary>
    public double HalfChange { get; init; } = -1.5;

    /// <summary>"The next morning", "two days later" at or before the clock, which is on the day after, or so many later.</summary>
    public double NextDay { get; init; } = 2.5;

    /// <summary>The same, and the clock is on another day.</summary>
    public double NextDayOther { get; init; } = -4.5;

    /// <summary>"The next day", "the day before" in the clock's own words, and the clock is on another day.</summary>
    public double OwnStepOther { get; init; } = -6;

    /// <summary>"The night before", and the clock is on the day before.</summary>
    public double DayBefore { get; init; } = 1.5;

    /// <summary>The same, and the clock is on another day.</summary>
    public double DayBeforeOther { get; init; } = -3;

    /// <summary>The story day is the first strong day of the body.</summary>
    public double First { get; init; } = 2.5;

    /// <summary>It is the last strong day before the first clock.</summary>
    public double LastBefore { get; init; } = 1;

    /// <summary>Per log(1 + mentions).</summary>
    public double Mentions { get; init; } = 1.5;

    /// <summary>Per log(1 + clocks that its date touches).</summary>
    public double Timed { get; init; } = 1.5;

    /// <summary>Per log(1 + paragraphs that name it).</summary>
    public double Paragraphs { get; init; } = 0.7;

    /// <summary>Per log(1 + days before publication / 2).</summary>
    public double Age { get; init; } = -0.6;

    /// <summary>Times the share of the clocks told before it is first named.</summary>
    public double ToldBefore { get; init; } = -8;

    /// <summary>The story day is that of publication.</summary>
    public double Publication { get; init; } = -1.5;

    /// <summary>The story day lies after publication.</summary>
    public double StoryAfterPublication { get; init; } = -3;

    /// <summary>It is only named where documents, sayings and procedures are dated.</summary>
    public double OnlyWeak { get; init; } = -2;

    /// <summary>It is only named by its weekday.</summary>
    public double OnlyWeekday { get; init; } = -1;

    /// <summary>It is only named by its weekday, and the first date told is more than a week off.</summary>
    public double WeekdayFarFromDate { get; init; } = -5;

    /// <summary>It is never named.</summary>
    public double NeverNamed { get; init; } = -2.5;

    /// <summary>The story is a night that begins on its day.</summary>
    public double NightShape { get; init; } = -0.7;

    /// <summary>The story is a night that ends on its day.</summary>
    public double EndingNightShape { get; init; } = -1.5;

    /// <summary>Per log(1 + neighbouring clocks that meet across midnight), for a night.</summary>
    public double Meeting { get; init; } = 1.5;

    /// <summary>"The night of" or "late on" the story day.</summary>
    public double SaidNight { get; init; } = 1.5;

    /// <summary>No sure clock lies in one of the halves of the night.</summary>
    public double HalfEmpty { get; init; } = -5;

    /// <summary>A margin below this is a guess.</summary>
    public double GuessedBelow { get; init; } = 1;
}
