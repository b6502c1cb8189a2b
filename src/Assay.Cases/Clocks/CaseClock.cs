using Assay.Cases.Accounts;
using Assay.Chronology.Model;
using Assay.Reading;
using NodaTime;

namespace Assay.Cases.Clocks;

/// <summary>A clock of the account as the solver takes it.</summary>
/// <param name="Item">The clock.</param>
/// <param name="Event">The event it times.</param>
/// <param name="Voice">Whose clock.</param>
/// <param name="Statement">The statement for the solver.</param>
internal sealed record CaseClock(ClockItem Item, EventItem Event, string Voice, ClockStatement Statement)
{
    // By the calibration of the margins, days chosen by less than this are right nearly always, which is too little to accuse by.
    private const double FirmMargin = 3;

    /// <summary>Id of the clock.</summary>
    public string Id => Item.Id;

    /// <summary>Id of the zone variable.</summary>
    public string Variable => Item.Zone;

    /// <summary>The words of the time.</summary>
    public string Words => Item.Quote.Exact;

    /// <summary>First stated minute on the first admissible day.</summary>
    public LocalDateTime Stated => Statement.StatedAt[0].First;

    /// <summary>True where the day is stated, unknown (and shared by its passage), or chosen by a clear margin.</summary>
    public bool IsDayFirm => Item.Date is null || Item.DayEvidence == Evidence.Stated || Item.DayMargin is null or >= FirmMargin;

    /// <summary>
    /// The clocks it moves with if its day is another one (source, shift and margin), or null: whichever day it is, gaps among them are the
    /// same.
    /// </summary>
    public string? Block =>
        Item is { Date: not null, DayShift: { } shift, DayMargin: { } margin }
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Item.Quote.Source}/{shift}/{margin:F6}")
            : null;

    /// <summary>True where it may stand as a premise: a clock on a guessed day tells nothing of other claims.</summary>
    public bool IsPremise => Item.DayEvidence != Evidence.Guessed;

    /// <summary>
    /// The passage whose day is unknown (source and number), where the clock is in one: its day is a placeholder, and it may be compared
    /// with clocks of that
    /// passage only. Null where the day is known.
    /// </summary>
    public string? Passage => Item is { Date: null, Passage: { } day } ? $"{Item.Quote.Source}/{day}" : null;

    /// <summary>True where the two clocks' days are both known, or are known relative to one another.</summary>
    public bool IsComparableWith(CaseClock other) => string.Equals(Passage, other.Passage, StringComparison.Ordinal);
}
