using NodaTime;

namespace Assay.Chronology.Model;

/// <summary>A zone that a clock may have been in, and why.</summary>
/// <param name="Zone">IANA zone id (<c>Europe/Oslo</c>) or fixed offset (<c>UTC+03:00</c>).</param>
/// <param name="Reason">Why it is admissible: stated in the text, seat of the outlet, seat of the speaker's office, place of the
/// event.</param>
/// <param name="IsHome">True for the clock of the voice's own seat. At most one candidate of a variable is home.</param>
public sealed record ZoneCandidate(string Zone, string Reason, bool IsHome = false);

/// <summary>The unknown time zone of one voice's clock, with its admissible zones.</summary>
/// <param name="Id">Identity within the model.</param>
/// <param name="Voice">Whose clock it is.</param>
/// <param name="Candidates">The admissible zones, at least one.</param>
/// <param name="Stated">True where the text states the zone: it is then fixed and no global alternative touches it.</param>
public sealed record ZoneVariable(string Id, string Voice, IReadOnlyList<ZoneCandidate> Candidates, bool Stated = false);

/// <summary>Whether a clock times the event itself or the report of it.</summary>
public enum ClockRole
{
    /// <summary>The event happened within the window.</summary>
    Event,

    /// <summary>The report was made within the window: the event is at or before it.</summary>
    Report,
}

/// <summary>A half-open window of local time <c>[From, Until)</c>.</summary>
/// <param name="From">First local time.</param>
/// <param name="Until">First local time after the window; later than <paramref name="From"/>.</param>
public sealed record LocalWindow(LocalDateTime From, LocalDateTime Until);

/// <summary>A voice's local time for an event. Several windows mean an ambiguous day: exactly one of them holds.</summary>
/// <param name="Id">Identity within the model; explanations name it.</param>
/// <param name="Event">The event it times.</param>
/// <param name="Zone">Id of the zone variable of the voice.</param>
/// <param name="Windows">One window per possible day, each as wide as the granularity plus any tolerance.</param>
/// <param name="StatedAt">The stated minutes, one per window: <c>gapMin</c> and <c>gapMax</c> are differences of these (settled point 7),
/// from the first to the last minute where the statement is a range or "about".</param>
/// <param name="Role">Whether it times the event or the report.</param>
public sealed record ClockStatement(
    string Id,
    string Event,
    string Zone,
    IReadOnlyList<LocalWindow> Windows,
    IReadOnlyList<StatedMinutes> StatedAt,
    ClockRole Role = ClockRole.Event
);

/// <summary>First and last minute that a statement names; equal unless it is a range or approximate.</summary>
public sealed record StatedMinutes(LocalDateTime First, LocalDateTime Last);

/// <summary>A bound on a difference of two instants, strict ("less than") or not ("at most").</summary>
/// <param name="Value">The bound.</param>
/// <param name="Strict">True where the difference may not be equal to it.</param>
public readonly record struct Bound(Duration Value, bool Strict = false);

/// <summary>A premise <c>lower &lt;= to - from &lt;= upper</c> between two events. A null bound is open.</summary>
/// <param name="Id">Identity within the model; explanations name it.</param>
/// <param name="From">The event subtracted.</param>
/// <param name="To">The event it is subtracted from.</param>
/// <param name="Lower">Lower bound, or null.</param>
/// <param name="Upper">Upper bound, or null.</param>
public sealed record Relation(string Id, string From, string To, Bound? Lower, Bound? Upper);

/// <summary>A zone that the author may have converted every unstated clock to.</summary>
/// <param name="Zone">IANA zone id or fixed offset.</param>
/// <param name="Reason">Why: seat of a voice, place of an event, zone of the author or the audience.</param>
public sealed record GlobalZone(string Zone, string Reason);

/// <summary>A claim under test: <c>later - earlier</c> lies within the bounds.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Earlier">The event subtracted.</param>
/// <param name="Later">The event it is subtracted from.</param>
/// <param name="Min">Lower bound, or null.</param>
/// <param name="Max">Upper bound, or null.</param>
/// <param name="Without">Ids of premises left out when this claim is tested, because they are the claim itself (settled point 4).</param>
public sealed record TimeClaim(string Id, string Earlier, string Later, Bound? Min, Bound? Max, IReadOnlyList<string>? Without = null);

/// <summary>Everything the clock test works on. A possible world assigns a zone to each variable, a window to each statement and an instant
/// to each
/// event so that every premise holds; under a global alternative every unstated variable has that one zone instead.</summary>
/// <param name="Events">Ids of the events.</param>
/// <param name="Zones">The zone variables.</param>
/// <param name="Statements">The clock statements.</param>
/// <param name="Relations">The relations between events.</param>
/// <param name="Globals">The zones of the global alternative.</param>
public sealed record TemporalModel(
    IReadOnlyList<string> Events,
    IReadOnlyList<ZoneVariable> Zones,
    IReadOnlyList<ClockStatement> Statements,
    IReadOnlyList<Relation> Relations,
    IReadOnlyList<GlobalZone> Globals
);
