using Assay.Cases.Accounts;
using Assay.Cases.Wording;
using Assay.Reading.Events;
using Assay.Reading;
using NodaTime;

namespace Assay.Cases.Clocks;

/// <summary>
/// Says what a claim of the text rests on: a verdict is as strong as its weakest link. With a guessed link the claim is not tested, and the reader is
/// asked which is meant.
/// </summary>
internal sealed class ClaimGrounds
{
    // Of an event that is timed over and over the first clocks say what a claim rests on.
    private const int MostClocks = 100;

    // A gap of less than a day between events more than a day apart is a misreading, whatever the zones: no two clocks differ by more than 26 hours.
    private static readonly Duration ShortGap = Duration.FromDays(1);
    private static readonly Duration FarReversed = Duration.FromDays(2);
    private static readonly Duration FarApart = Duration.FromHours(26);
    private readonly ILookup<CaseEvent, CaseClock> clocks;
    private readonly IReadOnlyDictionary<(string Source, int Mention), CaseEvent> index;
    private readonly Dictionary<SourceReading, ILookup<int, EventMention>> sentences = [];

    /// <summary>Prepares for the clocks of a case.</summary>
    /// <param name="clocks">The clocks.</param>
    /// <param name="index">The event of each mention.</param>
    public ClaimGrounds(ClockBook clocks, IReadOnlyDictionary<(string Source, int Mention), CaseEvent> index) =>
        (this.clocks, this.index) = (clocks.Clocks.GroupBy(c => c.Event).SelectMany(g => g.Take(MostClocks)).ToLookup(c => c.Event), index);

    /// <summary>What a claim about two events rests on.</summary>
    /// <param name="source">The source that makes it.</param>
    /// <param name="relation">The relation as read.</param>
    /// <param name="earlier">The event said to be earlier.</param>
    /// <param name="later">The event said to be later.</param>
    public ClaimGround Of(SourceReading source, EventRelation relation, CaseEvent earlier, CaseEvent later)
    {
        var links = new List<ClaimLink>();
        AddEvent(links, source, relation.EarlierLink, earlier);
        AddEvent(links, source, relation.LaterLink, later);
        foreach (var clock in clocks[earlier].Concat(clocks[later]))
        {
            AddClock(links, clock);
            AddDay(links, clock);
        }

        links.Sort((a, b) => b.Evidence.CompareTo(a.Evidence));
        return new ClaimGround(links, Mood(relation) ?? Mood(earlier) ?? Mood(later) ?? Guess(links) ?? UnlikeDays(earlier, later) ?? TooFar(relation, earlier, later));
    }

    private void AddEvent(List<ClaimLink> links, SourceReading source, EventLink link, CaseEvent taken)
    {
        if (link.Evidence == Evidence.Stated) return;
        var labels = link.Candidates.Select(c => index[(source.Id, c)]).Distinct().Select(Labelled).Distinct().ToList();
        var reason = link.Evidence == Evidence.Read ? $"“{link.Words}” is read as “{taken.Label}”, the only event that fits."
            : labels.Count > 1 ? $"It is unsure which event “{link.Words}” is." : $"It is unsure whether “{link.Words}” is “{taken.Label}”.";
        links.Add(new ClaimLink(LinkKind.Event, link.Evidence, link.Words, reason, labels));
    }

    private string Labelled(CaseEvent made) => clocks[made].FirstOrDefault() is { } clock ? $"{made.Label} ({clock.Telling.Mention.Time!.Text})" : made.Label;

    // Two clock times in one clause by one voice time its parts; which of them times the event that the claim names is not known.
    private void AddClock(List<ClaimLink> links, CaseClock clock)
    {
        var mention = clock.Telling.Mention;
        var others = EventsOf(clock.Telling.Source, mention.Sentence).Where(e => e.Index != mention.Index
            && e.Trigger == mention.Trigger && e.Time?.Clock is not null && e.Time != mention.Time).Select(e => e.Time!.Text).Distinct().ToList();
        if (others.Count == 0) return;
        links.Add(new ClaimLink(LinkKind.Clock, Evidence.Guessed, mention.Time!.Text,
            $"The clause gives several clock times, and it is unsure which one times “{clock.Event.Label}”.", [mention.Time.Text, .. others]));
    }

    private IEnumerable<EventMention> EventsOf(SourceReading source, int sentence)
    {
        if (!sentences.TryGetValue(source, out var events)) sentences[source] = events = source.Events.Events.ToLookup(e => e.Sentence);
        return events[sentence];
    }

    private static void AddDay(List<ClaimLink> links, CaseClock clock)
    {
        if (clock.Clock.DayEvidence == Evidence.Stated) return;
        var words = clock.Telling.Mention.Time!.Text;
        var days = new[] { clock.Clock.Date }.Concat((clock.Clock.OtherDates ?? []).Select(d => (LocalDate?)d)).OfType<LocalDate>().Distinct()
            .Select(d => NodaTime.Text.LocalDatePattern.Iso.Format(d)).ToList();
        if (days.Count == 0) return; // an unknown day is a variable of its own
        links.Add(new ClaimLink(LinkKind.Day, clock.Clock.DayEvidence, words, clock.Clock.DayEvidence == Evidence.Read
            ? $"“{words}” is read as on {days[0]}." : $"It is unsure which day “{words}” was on.", days));
    }

    private static string? Mood(EventRelation relation) => relation.Mood == EventMood.Actual ? null
        : $"“{relation.Words}” is told as a condition, a plan, a habit or a denial, not as what happened.";

    private static string? Mood(CaseEvent made) => made.Tellings.Select(t => t.Mention.Mood).FirstOrDefault(m => m != EventMood.Actual) switch
    {
        EventMood.Negated => $"“{made.Label}” is told as something that did not happen, so no clock times it.",
        EventMood.Conditional => $"“{made.Label}” is told under a condition, not as something that happened.",
        EventMood.Planned => $"“{made.Label}” is told as planned or due, not as something that happened.",
        EventMood.Habitual => $"“{made.Label}” is told as what happens as a rule, not on one day.",
        _ => null,
    };

    private static string? Guess(List<ClaimLink> links) => links.FirstOrDefault(l => l.Evidence == Evidence.Guessed)?.Reason;

    // Clocks on days that nothing ties together can be neither ordered nor measured.
    private string? UnlikeDays(CaseEvent earlier, CaseEvent later) => clocks[earlier].Any(a => clocks[later].Any(b => !a.IsComparableWith(b)))
        ? "The day of one of its clocks is not known, and nothing ties it to the day of the other." : null;

    // Who tells that one thing came before another does not err by days.
    private string? Reversed(CaseEvent earlier, CaseEvent later)
    {
        var gaps = clocks[earlier].SelectMany(_ => clocks[later], (a, b) => b.Stated.InUtc().ToInstant() - a.Stated.InUtc().ToInstant()).ToList();
        return gaps.Count == 0 || gaps.Max() > -FarReversed ? null
            : $"The times found put the two events {Lengths.Words(gaps.Max())} apart the other way round: one of them is likely misread.";
    }

    private string? TooFar(EventRelation relation, CaseEvent earlier, CaseEvent later)
    {
        if (relation.Meaning.Max is not { } most) return Reversed(earlier, later);
        if (most >= ShortGap) return null;
        var apart = clocks[earlier].SelectMany(_ => clocks[later], (a, b) => b.Stated.InUtc().ToInstant() - a.Stated.InUtc().ToInstant())
            .Select(d => d < Duration.Zero ? -d : d).DefaultIfEmpty(Duration.Zero).Min();
        return apart <= FarApart ? null
            : $"“{relation.Words}” speaks of {Lengths.Words(most)} at most, but the times found lie {Lengths.Words(apart)} apart: one of the events is likely misread.";
    }
}
