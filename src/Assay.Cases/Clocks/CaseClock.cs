using Assay.Cases.Accounts;
using Assay.Chronology.Model;
using Assay.Reading.Time;
using Assay.Reading;
using NodaTime;

namespace Assay.Cases.Clocks;

/// <summary>A clock statement as the report shows it and as the solver takes it.</summary>
/// <param name="Id">Id in the report: <c>k1</c>, ...</param>
/// <param name="Event">The event.</param>
/// <param name="Telling">Where it is told.</param>
/// <param name="Voice">Whose clock.</param>
/// <param name="Variable">Id of the zone variable.</param>
/// <param name="Clock">What the words say.</param>
/// <param name="Statement">The statement for the solver.</param>
internal sealed record CaseClock(string Id, CaseEvent Event, Telling Telling, string Voice, string Variable, ClockTime Clock, ClockStatement Statement)
{
    /// <summary>First stated minute on the first admissible day.</summary>
    public LocalDateTime Stated => Statement.StatedAt[0].First;

    // By the calibration of the margins, days chosen by less than this are right nearly always, which is too little to accuse by.
    private const double FirmMargin = 3;
    private const string Local = "local";

    /// <summary>True where the day is stated, unknown (and shared by its passage), or chosen by a clear margin.</summary>
    public bool IsDayFirm => Clock.Date is null || Clock.DayEvidence == Evidence.Stated || Clock.DayMargin is null or >= FirmMargin;

    /// <summary>True where the words after the time call it local.</summary>
    public bool IsLocal => Telling.Mention.Time!.Text.Contains(Local, StringComparison.OrdinalIgnoreCase)
        || Telling.Source.Text.AsSpan(Telling.Mention.Time.Span.End).TrimStart(" (").StartsWith(Local, StringComparison.OrdinalIgnoreCase);

    /// <summary>True where it may stand as a premise: a clock on a guessed day tells nothing of other claims.</summary>
    public bool IsPremise => Clock.DayEvidence != Assay.Reading.Evidence.Guessed;

    /// <summary>
    /// The passage whose day is unknown (source and number), where the clock is in one: its day is a placeholder, and it may be compared with clocks of that
    /// passage only. Null where the day is known.
    /// </summary>
    public string? Passage => Clock is { Date: null, UnknownDay: { } day } ? $"{Telling.Source.Id}/{day}" : null;

    /// <summary>True where the two clocks' days are both known, or are known relative to one another.</summary>
    public bool IsComparableWith(CaseClock other) => string.Equals(Passage, other.Passage, StringComparison.Ordinal);
}

/// <summary>A zone variable as the report shows it and as the solver takes it.</summary>
/// <param name="Variable">The variable for the solver.</param>
/// <param name="Label">Words for a person: "the clock of Radio North".</param>
internal sealed record CaseZone(ZoneVariable Variable, string Label)
{
    /// <summary>What the home zone rests on: a stated zone, the seat of who speaks, the only place there is; guessed where nothing tells.</summary>
    public Evidence Evidence { get; init; } = Evidence.Read;

    /// <summary>True where the text states a zone that is not known: nothing may be said of this clock against another one.</summary>
    public bool IsUnknown { get; init; }
}

/// <summary>The clocks of a case.</summary>
/// <param name="Clocks">The clock statements.</param>
/// <param name="Zones">The zone variables.</param>
/// <param name="Globals">The zones every unstated clock may have been converted to.</param>
/// <param name="Notes">What could not be used, and why.</param>
internal sealed record ClockBook(IReadOnlyList<CaseClock> Clocks, IReadOnlyList<CaseZone> Zones, IReadOnlyList<GlobalZone> Globals,
    IReadOnlyList<string> Notes)
{
    private Dictionary<string, CaseZone> ZonesById => field ??= Zones.ToDictionary(z => z.Variable.Id, StringComparer.Ordinal);

    private Dictionary<string, CaseClock> ClocksById => field ??= Clocks.ToDictionary(c => c.Id, StringComparer.Ordinal);

    private ILookup<CaseEvent, CaseClock> ClocksByEvent => field ??= Clocks.ToLookup(c => c.Event);

    /// <summary>The zone variable of a clock.</summary>
    public CaseZone ZoneOf(CaseClock clock) => ZonesById[clock.Variable];

    /// <summary>The clock with this id, or null.</summary>
    public CaseClock? ById(string id) => ClocksById.GetValueOrDefault(id);

    /// <summary>The first clock of an event, or null.</summary>
    public CaseClock? FirstOf(CaseEvent made) => ClocksByEvent[made].FirstOrDefault();
}
