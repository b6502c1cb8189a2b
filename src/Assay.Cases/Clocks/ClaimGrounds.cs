using Assay.Cases.Accounts;
using Assay.Cases.Wording;
using Assay.Reading;
using Assay.Reading.Events;
using NodaTime;

namespace Assay.Cases.Clocks;

/// <summary>
/// Says what a claim of the text rests on: a verdict is as strong as its weakest link. With a guessed link the claim is not tested, and the
/// reader is
/// asked which is meant.
/// </summary>
internal sealed class ClaimGrounds
{
    // Of an event that is timed over and over the first clocks say what a claim rests on.
    private const int MostClocks = 100;

    // A gap of less than a day between events more than a day apart is a misreading, whatever the zones: no two clocks differ by more than
    // 26 hours.
    private static readonly Duration ShortGap = Duration.FromDays(1);
    private static readonly Duration FarReversed = Duration.FromDays(2);
    private readonly ClockBook clocks;
    private readonly IReadOnlyDictionary<string, EventItem> events;

    /// <summary>Prepares for the clocks of a case.</summary>
    /// <param name="clocks">The clocks.</param>
    /// <param name="events">The events by id.</param>
    public ClaimGrounds(ClockBook clocks, IReadOnlyDictionary<string, EventItem> events) => (this.clocks, this.events) = (clocks, events);

    /// <summary>What a claim about two events rests on.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="earlier">The event said to be earlier.</param>
    /// <param name="later">The event said to be later.</param>
    /// <param name="isTentative">True to test it though a link is a guess: such a verdict may say that it holds, and accuses
    /// nobody.</param>
    public ClaimGround Of(ClaimItem claim, EventItem earlier, EventItem later, bool isTentative = false)
    {
        var links = new List<ClaimLink>();
        AddEvent(links, claim.EarlierTie, earlier);
        AddEvent(links, claim.LaterTie, later);
        var isMoved = IsMoved(earlier, later);
        foreach (var clock in ClocksOf(earlier).Concat(ClocksOf(later)))
        {
            AddClock(links, clock);
            AddDay(links, clock, isMoved);
        }

        links.Sort((a, b) => b.Evidence.CompareTo(a.Evidence));
        return new ClaimGround(
            links,
            Mood(claim)
                ?? Mood(earlier)
                ?? Mood(later)
                ?? (isTentative ? null : Guess(links))
                ?? UnlikeDays(earlier, later)
                ?? TooFar(claim, earlier, later)
        );
    }

    private bool IsMoved(EventItem earlier, EventItem later) => clocks.BlockOf(earlier, later) is not null;

    private IEnumerable<CaseClock> ClocksOf(EventItem made) => clocks.Of(made).Take(MostClocks);

    private void AddEvent(List<ClaimLink> links, TieItem? tie, EventItem taken)
    {
        if (tie is null || tie.Evidence == Evidence.Stated)
            return;
        var labels = tie.Candidates.Select(c => Labelled(events[c])).Distinct().ToList();
        var reason =
            tie.ByLength ? $"“{tie.Words}” is read as “{taken.Label}”: the length stated fits it, and nothing else near it."
            : tie.Evidence == Evidence.Read ? $"“{tie.Words}” is read as “{taken.Label}”, the only event that fits."
            : labels.Count > 1 ? $"It is unsure which event “{tie.Words}” is."
            : $"It is unsure whether “{tie.Words}” is “{taken.Label}”.";
        links.Add(new ClaimLink(LinkKind.Event, tie.Evidence, tie.Words, reason, labels) { IsFitted = tie.ByLength });
    }

    private string Labelled(EventItem made) => clocks.FirstOf(made) is { } clock ? $"{made.Label} ({clock.Words})" : made.Label;

    private static void AddClock(List<ClaimLink> links, CaseClock clock)
    {
        if (clock.Item.OtherTimes.Count == 0)
            return;
        links.Add(
            new ClaimLink(
                LinkKind.Clock,
                Evidence.Guessed,
                clock.Words,
                $"The clause gives several clock times, and it is unsure which one times “{clock.Event.Label}”.",
                [clock.Words, .. clock.Item.OtherTimes]
            )
        );
    }

    private static void AddDay(List<ClaimLink> links, CaseClock clock, bool isMoved)
    {
        if (clock.Item.DayEvidence == Evidence.Stated)
            return;
        var days = new[] { clock.Item.Date }
            .Concat(clock.Item.OtherDates.Select(d => (LocalDate?)d))
            .OfType<LocalDate>()
            .Distinct()
            .Select(d => NodaTime.Text.LocalDatePattern.Iso.Format(d))
            .ToList();
        if (days.Count == 0)
            return; // an unknown day is a variable of its own
        var evidence = isMoved && clock.Item.DayEvidence == Evidence.Guessed ? Evidence.Read : clock.Item.DayEvidence;
        links.Add(
            new ClaimLink(
                LinkKind.Day,
                evidence,
                clock.Words,
                evidence == Evidence.Read ? $"“{clock.Words}” is read as on {days[0]}." : $"It is unsure which day “{clock.Words}” was on.",
                days
            )
        );
    }

    private static string? Mood(ClaimItem claim) =>
        claim.Mood == EventMood.Actual
            ? null
            : $"“{claim.Words}” is told as a condition, a plan, a habit or a denial, not as what happened.";

    private static string? Mood(EventItem made) =>
        made.Mood switch
        {
            EventMood.Negated => $"“{made.Label}” is told as something that did not happen, so no clock times it.",
            EventMood.Conditional => $"“{made.Label}” is told under a condition, not as something that happened.",
            EventMood.Planned => $"“{made.Label}” is told as planned or due, not as something that happened.",
            EventMood.Habitual => $"“{made.Label}” is told as what happens as a rule, not on one day.",
            _ => null,
        };

    private static string? Guess(List<ClaimLink> links) => links.FirstOrDefault(l => l.Evidence == Evidence.Guessed)?.Reason;

    // Clocks on days that nothing ties together can be neither ordered nor measured.
    private string? UnlikeDays(EventItem earlier, EventItem later) =>
        ClocksOf(earlier).Any(a => ClocksOf(later).Any(b => !a.IsComparableWith(b)))
            ? "The day of one of its clocks is not known, and nothing ties it to the day of the other."
            : null;

    private bool IsDated(EventItem made) => ClocksOf(made).All(c => ClockWindows.IsDate(c.Item.Grain));

    // Who tells that one thing came before another does not err by days, where hours are told of.
    private string? Reversed(EventItem earlier, EventItem later)
    {
        var gaps = ClocksOf(earlier)
            .SelectMany(_ => ClocksOf(later), (a, b) => b.Stated.InUtc().ToInstant() - a.Stated.InUtc().ToInstant())
            .ToList();
        return gaps.Count == 0 || gaps.Max() > -FarReversed || IsDated(earlier) && IsDated(later)
            ? null
            : $"The times found put the two events {Lengths.Words(gaps.Max())} apart the other way round: one of them is likely misread.";
    }

    private string? TooFar(ClaimItem claim, EventItem earlier, EventItem later)
    {
        if (claim.Meaning is { Min: { } least } && least >= ShortGap && Between(earlier, later) is { } near && near < ShortGap)
            return $"“{claim.Words}” speaks of {Lengths.Words(least)} at least, but the times found lie {Lengths.Words(near)} apart: one of the events is likely misread.";
        if (claim.Meaning.Max is not { } most)
            return Reversed(earlier, later);
        if (most >= ShortGap)
            return null;
        return Between(earlier, later) is not { } apart || apart <= ClockWindows.MostApart
            ? null
            : $"“{claim.Words}” speaks of {Lengths.Words(most)} at most, but the times found lie {Lengths.Words(apart)} apart: one of the events is likely misread.";
    }

    // How far apart the nearest of their clocks are, whichever way; null where a clock is missing, or only dates are told.
    private Duration? Between(EventItem earlier, EventItem later) =>
        IsDated(earlier) || IsDated(later)
            ? null
            : ClocksOf(earlier)
                .SelectMany(_ => ClocksOf(later), (a, b) => b.Stated.InUtc().ToInstant() - a.Stated.InUtc().ToInstant())
                .Select(d => (Duration?)(d < Duration.Zero ? -d : d))
                .Min();
}
