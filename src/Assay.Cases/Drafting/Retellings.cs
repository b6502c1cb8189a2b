using Assay.Cases.Clocks;
using Assay.Reading.Events;
using NodaTime;

namespace Assay.Cases.Drafting;

/// <summary>
/// Tells whether two clocks of two voices time one event: the words tell the same kind of event of the same thing, and the times lie a few
/// hours apart. That they differ is then for the reader to see: two sources disagree about one moment.
/// </summary>
internal static class Retellings
{
    // Who tells of one event does not differ by half a night about it; what is further apart happened twice.
    private static readonly Period Apart = Period.FromHours(4);

    /// <summary>True where both are told as what happened, by different voices, of one thing and by one kind of words.</summary>
    public static bool IsOne(Telling a, Telling b) =>
        a.Source == b.Source
        && a.Mention is { Mood: EventMood.Actual, Time.Clock: { Date: not null } first }
        && b.Mention is { Mood: EventMood.Actual, Time.Clock: { Date: not null } second }
        && !ClockWindows.IsRange(first.Granularity)
        && !ClockWindows.IsRange(second.Granularity)
        && IsNear(first.Date.Value + first.Time, second.Date.Value + second.Time)
        && IsKind(a.Mention, b.Mention)
        && IsOfOne(a.Mention, b.Mention)
        && Teller(a) != Teller(b);

    private static bool IsNear(LocalDateTime a, LocalDateTime b) => a <= b.Plus(Apart) && b <= a.Plus(Apart);

    private static bool IsKind(EventMention a, EventMention b) =>
        a.TriggerStem == b.TriggerStem || a.IsTelling && b.IsTelling && a.Kinds.Intersect(b.Kinds).Any();

    // The same doer; or the one tells the doer and the other has it among its words; or a noun names the event without one.
    private static bool IsOfOne(EventMention a, EventMention b)
    {
        if (a.Ordinals.Count > 0 && b.Ordinals.Count > 0 && !a.Ordinals.Overlaps(b.Ordinals))
            return false;
        if (a.Names.Count > 0 && b.Names.Count > 0 && !a.Names.Overlaps(b.Names))
            return false;
        if (a.DoerMarks.Count > 0 && b.DoerMarks.Count > 0 && !a.DoerMarks.Overlaps(b.DoerMarks))
            return false;
        if (a.Doer is null || b.Doer is null)
            return a.IsTelling && b.IsTelling;
        return a.Doer == b.Doer || a.Stems.Contains(b.Doer) || b.Stems.Contains(a.Doer);
    }

    private static string Teller(Telling telling)
    {
        var mention = telling.Mention;
        if (mention.Source is { } source)
            return source.Of(telling.Source.Text);
        if (mention.Reporter is { } reporter)
            return reporter.Of(telling.Source.Text);
        var mark = telling.Source.Voices.VoiceAt(mention.Trigger.Start);
        return (mark.Reporter ?? mark.Chain[^1]).Name;
    }
}
