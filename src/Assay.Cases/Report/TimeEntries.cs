using System.Text.Json.Serialization;
using Assay.Cases.Accounts;
using Assay.Chronology.Model;
using Assay.Reading;
using Assay.Reading.Events;
using Assay.Reading.Voices;
using NodaTime;

namespace Assay.Cases.Report;

/// <summary>Something that happens at a time.</summary>
/// <param name="Id">Id, <c>e1</c>, ...</param>
/// <param name="Label">A short label made of the source's own words.</param>
/// <param name="Source">Id of the source of the quote.</param>
/// <param name="Quote">The clause it rests on.</param>
/// <param name="Mentions">Other places where the same event is named.</param>
/// <param name="Actors">Ids of actors.</param>
/// <param name="Place">Id of a place, or null.</param>
/// <param name="Time">When, over the readings.</param>
/// <param name="Voice">Who says so: the chain of voices, outermost first.</param>
/// <param name="Stance">asserted, reported, alleged, denied, asked, forecast.</param>
public sealed record EventEntry(
    string Id,
    string Label,
    string Source,
    Anchor Quote,
    IReadOnlyList<Anchor> Mentions,
    IReadOnlyList<string> Actors,
    string? Place,
    EventTimeEntry Time,
    IReadOnlyList<string> Voice,
    Stance Stance
)
{
    /// <summary>actual, negated, conditional, planned or habitual: only what is actual is timed by a clock.</summary>
    public EventMood Mood { get; init; }

    /// <summary>How many sources tell of it and how many origins they have; left out where each source has its own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ToldEntry? Told { get; init; }
}

/// <summary>When an event is, over the readings.</summary>
/// <param name="Words">The words of time it rests on, or null.</param>
/// <param name="Expression">Id of the time expression, or null.</param>
/// <param name="Edtf">EDTF form at day precision or coarser, or null.</param>
/// <param name="Earliest">Earliest UTC instant over all readings, or null where unbounded.</param>
/// <param name="Latest">Latest UTC instant over all readings (the end of the window, exclusive), or null where unbounded.</param>
/// <param name="HomeEarliest">Earliest UTC instant on home clocks, or null.</param>
/// <param name="HomeLatest">Latest UTC instant on home clocks, or null.</param>
public sealed record EventTimeEntry(
    string? Words,
    string? Expression,
    string? Edtf,
    Instant? Earliest,
    Instant? Latest,
    Instant? HomeEarliest,
    Instant? HomeLatest
);

/// <summary>A voice's local time for an event.</summary>
/// <param name="Id">Id, <c>k1</c>, ...</param>
/// <param name="Event">Id of the event.</param>
/// <param name="Voice">Whose clock it is.</param>
/// <param name="Variable">Id of the zone variable.</param>
/// <param name="Local">ISO local date-time as stated; the time alone (<c>T16:40</c>) where nothing tells the day.</param>
/// <param name="OtherDays">Further local date-times where the day is ambiguous.</param>
/// <param name="Granularity">Length of what is stated: a minute for a clock minute.</param>
/// <param name="Role">event or report.</param>
/// <param name="Approximate">True for "about", "around".</param>
/// <param name="ZoneStated">True where the text states the zone.</param>
/// <param name="Zones">Admissible zones with the instants they put the clock at; the home zone first.</param>
/// <param name="Quote">The words.</param>
public sealed record ClockEntry(
    string Id,
    string Event,
    string Voice,
    string Variable,
    LocalMoment Local,
    IReadOnlyList<LocalMoment> OtherDays,
    Duration Granularity,
    ClockRole Role,
    bool Approximate,
    bool ZoneStated,
    IReadOnlyList<ZoneEntry> Zones,
    Anchor Quote
);

/// <summary>An admissible zone of one clock.</summary>
/// <param name="Zone">IANA id or fixed offset.</param>
/// <param name="Name">Name a person would use: "Minsk time".</param>
/// <param name="Reason">Why it is admissible.</param>
/// <param name="Home">True for the clock of the voice's own seat.</param>
/// <param name="Offset">Offset from UTC at the stated local time, such as +06:00; null where the local time does not exist there.</param>
/// <param name="From">UTC instant of the stated minute, or of the beginning of the window; null where skipped.</param>
/// <param name="Until">UTC instant of the end of the window (exclusive); null where skipped.</param>
public sealed record ZoneEntry(string Zone, string Name, string Reason, bool Home, Offset? Offset, Instant? From, Instant? Until);

/// <summary>A zone variable.</summary>
/// <param name="Id">Id, <c>z1</c>, ...</param>
/// <param name="Voice">Whose clock.</param>
/// <param name="Label">Words for a person: "Riga radio's clock".</param>
/// <param name="Clocks">Ids of the clock statements on it.</param>
public sealed record ZoneVariableEntry(string Id, string Voice, string Label, IReadOnlyList<string> Clocks)
{
    /// <summary>stated, read or guessed: what the home zone rests on. Guessed also where the text states a zone that is not
    /// known.</summary>
    public Evidence Evidence { get; init; } = Evidence.Read;
}

/// <summary>A zone that every unstated clock may have been converted to.</summary>
/// <param name="Zone">IANA id or fixed offset.</param>
/// <param name="Name">Name a person would use.</param>
/// <param name="Reason">Why.</param>
/// <param name="Clocks">Where each clock then stands, keyed by clock id.</param>
public sealed record GlobalEntry(string Zone, string Name, string Reason, IReadOnlyDictionary<string, ZoneEntry> Clocks);

/// <summary>A premise about two events.</summary>
/// <param name="Id">Id, <c>r1</c>, ...</param>
/// <param name="From">Id of the earlier event, or of the event subtracted.</param>
/// <param name="To">Id of the other.</param>
/// <param name="Min">Smallest difference, ISO duration, or null.</param>
/// <param name="Max">Largest difference, or null.</param>
/// <param name="Words">The words it was read from.</param>
/// <param name="Quote">The quote.</param>
public sealed record RelationEntry(string Id, string From, string To, Duration? Min, Duration? Max, string Words, Anchor Quote);
