using Assay.Chronology.Model;
using Assay.Reading;
using NodaTime;

namespace Assay.Cases.Accounts;

/// <summary>A local time that a voice gives for an event.</summary>
public sealed record ClockItem
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the event it times.</summary>
    public required string Event { get; init; }

    /// <summary>Id of the zone of the clock.</summary>
    public required string Zone { get; init; }

    /// <summary>Whose clock; that of the zone where null.</summary>
    public string? Voice { get; init; }

    /// <summary>The words of the time.</summary>
    public required Anchor Quote { get; init; }

    /// <summary>The day; null where nothing tells it.</summary>
    public LocalDate? Date { get; init; }

    /// <summary>The time of day as stated; read from the words where null.</summary>
    public LocalTime? Time { get; init; }

    /// <summary>Further days the words allow.</summary>
    public IReadOnlyList<LocalDate> OtherDates { get; init; } = [];

    /// <summary>What is stated: a minute, an hour, a part of the day.</summary>
    public Duration Grain { get; init; } = Duration.FromMinutes(1);

    /// <summary>True for "about", "around".</summary>
    public bool Approximate { get; init; }

    /// <summary>How far "about" reaches; what round words mean in this account where zero.</summary>
    public Duration Within { get; init; }

    /// <summary>Whether it times the event or the report of it.</summary>
    public ClockRole Role { get; init; }

    /// <summary>True where the words name a zone, known or not.</summary>
    public bool ZoneStated { get; init; }

    /// <summary>True where the words call the time local.</summary>
    public bool Local { get; init; }

    /// <summary>What the day rests on.</summary>
    public Evidence DayEvidence { get; init; } = Evidence.Stated;

    /// <summary>How much better the day is than the next best one, in the unit of the reader's weights; null where no other day is in
    /// question.</summary>
    public double? DayMargin { get; init; }

    /// <summary>Days from the date to the next best one, or null. Clocks of a source with the same margin and shift stay or move together:
    /// a night told once may be another night, and the gaps in it are the same.</summary>
    public int? DayShift { get; init; }

    /// <summary>The passage of its source whose day is unknown; clocks of one passage are on days known relative to one another.</summary>
    public int? Passage { get; init; }

    /// <summary>Days after the first day of the passage.</summary>
    public int PassageDay { get; init; }

    /// <summary>Other clock times of the same clause: it is unsure then which of them times the event.</summary>
    public IReadOnlyList<string> OtherTimes { get; init; } = [];
}
