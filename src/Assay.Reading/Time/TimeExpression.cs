using Assay.Ground.Anchors;
using Assay.Reading.Text;
using NodaTime;

namespace Assay.Reading.Time;

/// <summary>The four TIMEX3 types of ISO-TimeML.</summary>
public enum TimexType
{
    /// <summary>A calendar time of a day or coarser.</summary>
    Date,

    /// <summary>A time of day, on a known or unknown day.</summary>
    Time,

    /// <summary>An amount of time.</summary>
    Duration,

    /// <summary>A repeated time.</summary>
    Set,
}

/// <summary>
/// A time expression as it stands in a text: its span, its TIMEX3 normalisation, and what TIMEX3 cannot hold (zone, approximation, bounds,
/// the event it is relative to).
/// </summary>
public sealed record TimeExpression
{
    /// <summary>Where it stands.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Its words.</summary>
    public required string Text { get; init; }

    /// <summary>TIMEX3 type.</summary>
    public required TimexType Type { get; init; }

    /// <summary>TIMEX3 value, such as <c>2022-01-05T16:40</c>, <c>P9H</c>, <c>PAST_REF</c>.</summary>
    public required string Value { get; init; }

    /// <summary>TIMEX3 <c>mod</c> (APPROX, START, MID, END, EQUAL_OR_MORE, ...), or null.</summary>
    public string? Mod { get; init; }

    /// <summary>TIMEX3 <c>quant</c> of a set, or null.</summary>
    public string? Quant { get; init; }

    /// <summary>TIMEX3 <c>freq</c> of a set, or null.</summary>
    public string? Freq { get; init; }

    /// <summary>Value of the begin point of an anchored duration or range, or null.</summary>
    public string? BeginPoint { get; init; }

    /// <summary>Value of the end point of an anchored duration or range, or null.</summary>
    public string? EndPoint { get; init; }

    /// <summary>Value of the time this one was resolved against, or null where it stands by itself.</summary>
    public string? AnchorTime { get; init; }

    /// <summary>EDTF (ISO 8601-2) form where EDTF can hold the value, or null.</summary>
    public string? Edtf { get; init; }

    /// <summary>Other values the words allow, best first, each with its reason. Empty where there is only one reading.</summary>
    public IReadOnlyList<TimeAlternative> Alternatives { get; init; } = [];

    /// <summary>Why this value was chosen, in a few words.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The clock time of day and its date, for expressions that name a time of day; null otherwise.</summary>
    public ClockTime? Clock { get; init; }

    /// <summary>The length of a duration, where it is one; null otherwise.</summary>
    public DurationRange? Length { get; init; }

    /// <summary>The event this expression is relative to ("nine hours after the announcement"); null where it is not.</summary>
    public EventAnchor? Anchor { get; init; }

    /// <summary>True for a clock in brackets that gives the instant of the clock before it on another zone: no time of another
    /// event.</summary>
    public bool IsRepeat { get; init; }

    /// <summary>True where the words themselves name the year.</summary>
    public bool NamesYear => Said?.Year is not null;

    /// <summary>What the words themselves say of the day; null for lengths and repeated times.</summary>
    internal SaidDay? Said { get; init; }
}

/// <summary>One more value an expression may have.</summary>
/// <param name="Value">TIMEX3 value.</param>
/// <param name="Reason">Why the words allow it.</param>
public sealed record TimeAlternative(string Value, string Reason);

/// <summary>A local clock time: a window of local time <c>[Earliest, Latest]</c> on a known or unknown date, and the zone where it is
/// stated.</summary>
/// <param name="Date">Local date, or null where the text leaves it unknown.</param>
/// <param name="Time">The stated time of day; for a named part of the day ("in the evening") its beginning.</param>
/// <param name="Granularity">Length of what is stated: one minute for "4:40PM", one hour for "3 a.m." read loosely, hours for
/// "evening".</param>
/// <param name="Approximate">True for "about", "around", "shortly before".</param>
/// <param name="Zone">Stated zone, or null where the text states none.</param>
/// <param name="OtherDates">Further dates the words allow, where the day is ambiguous.</param>
public sealed record ClockTime(
    LocalDate? Date,
    LocalTime Time,
    Duration Granularity,
    bool Approximate = false,
    ZoneMention? Zone = null,
    IReadOnlyList<LocalDate>? OtherDates = null
)
{
    /// <summary>How far the stated time may lie on either side where it is approximate ("about": 15 minutes); zero otherwise.</summary>
    public Duration Tolerance { get; init; } = Duration.Zero;

    /// <summary>What the date rests on; of a clock on an unknown day, what its place in its passage rests on.</summary>
    public Evidence DayEvidence { get; init; } = Evidence.Read;

    /// <summary>
    /// Number of the passage whose day is unknown, where <see cref="Date"/> is null: clocks of one passage are on days known relative to
    /// one another, so that
    /// gaps between them stay testable. Null where the date is known, or where nothing ties the clock to another.
    /// </summary>
    public int? UnknownDay { get; init; }

    /// <summary>Days from the first day of the passage whose day is unknown: 1 for a clock after its midnight. Zero where the date is
    /// known.</summary>
    public int UnknownDayOffset { get; init; }

    /// <summary>
    /// How much better the date fits the text than the next best one: the unit of the weights of <c>Days</c>; 3 and more is firm. Null
    /// where no decision
    /// over the text was made.
    /// </summary>
    public double? DayMargin { get; init; }

    /// <summary>Days from the date to the next best one; null where there is none. Clocks with the same margin and shift stay or move
    /// together.</summary>
    public int? DayShift { get; init; }
}

/// <summary>A zone as the text names it: "Kyiv time", "GMT", "IST", "+03:00".</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Text">Its words.</param>
/// <param name="Zones">IANA zone ids or fixed offsets in the form <c>UTC+03:00</c> it may mean; more than one where an abbreviation is
/// ambiguous.</param>
/// <param name="Place">The place name in "Kyiv time", for a gazetteer to resolve where <paramref name="Zones"/> is empty; null there where
/// the words name a zone nobody knows.</param>
public sealed record ZoneMention(TextSpan Span, string Text, IReadOnlyList<string> Zones, string? Place = null);

/// <summary>A length of time with its bounds.</summary>
/// <param name="Stated">The length as stated; the low end of a range.</param>
/// <param name="Min">Shortest length meant, or null where open.</param>
/// <param name="Max">Longest length meant, or null where open.</param>
public sealed record DurationRange(Period Stated, Period? Min, Period? Max);

/// <summary>What an event-relative expression is relative to.</summary>
/// <param name="Relation">"after", "before", "immediately after", "during", "since", "until", "at".</param>
/// <param name="Head">The words that name the event ("the announcement"), up to the end of the clause.</param>
public sealed record EventAnchor(string Relation, TextSpan Head);
