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

    private const int DaysApart = 62;
    private const double LeastShared = 0.6;
    private const double MostShared = 0.8; // people call and tell one another often

    /// <summary>True where both are told as what happened, by different voices, of one thing and by one kind of words.</summary>
    public static bool IsOne(Telling a, Telling b) =>
        a.Source == b.Source
        && a.Mention.Mood == EventMood.Actual
        && b.Mention.Mood == EventMood.Actual
        && (IsByClock(a.Mention, b.Mention) || IsByDate(a.Mention, b.Mention))
        && Signatures(a.Mention).Any(x => Signatures(b.Mention).Any(y => IsKind(x, y) && IsOfOne(x, y)))
        && Teller(a) != Teller(b);

    private static IEnumerable<EventSignature> Signatures(EventMention told) =>
        new[] { told.Signature, told.NamedSignature, told.NotedSignature }.OfType<EventSignature>();

    private static bool IsByClock(EventMention a, EventMention b) =>
        a.Time?.Clock is { Date: { } first } one
        && b.Time?.Clock is { Date: { } second } other
        && !ClockWindows.IsRange(one.Granularity)
        && !ClockWindows.IsRange(other.Granularity)
        && IsNear(first + one.Time, second + other.Time);

    private static bool IsByDate(EventMention a, EventMention b) =>
        DateClocks.Of(a) is { Date: { } first } one
        && DateClocks.Of(b) is { Date: { } second } other
        && one.Granularity == other.Granularity
        && Period.DaysBetween(first, second) is >= -DaysApart and <= DaysApart;

    private static bool IsNear(LocalDateTime a, LocalDateTime b) => a <= b.Plus(Apart) && b <= a.Plus(Apart);

    private static bool IsKind(EventSignature a, EventSignature b) =>
        a.Head == b.Head || !a.IsLight && !b.IsLight && a.Kinds.Intersect(b.Kinds).Any();

    // The same thing, by the same names and numbers; what the shorter telling says beside the verb stands in the longer one too. Who or
    // what it was may be left open ("she went under", "the collision") where such a thing happens once.
    private static bool IsOfOne(EventSignature a, EventSignature b)
    {
        if (Differ(a.Ordinals, b.Ordinals) || Differ(a.Marks, b.Marks) || !a.Owners.SetEquals(b.Owners))
            return false;
        if (Differ(a.Numbers, b.Numbers) || a.Names.Count > 0 && b.Names.Count > 0 && !a.Names.SetEquals(b.Names))
            return false;
        if (a.Subject is null || b.Subject is null)
            return a.IsOnce && b.IsOnce || a.IsNoun && b.IsNoun && a.Head == b.Head && Rest(a).SetEquals(Rest(b));
        return (a.Subject == b.Subject || a.Stems.Contains(b.Subject) || b.Stems.Contains(a.Subject))
            && Shared(a, b) >= (a.IsSpeech || b.IsSpeech || !a.Numbers.SetEquals(b.Numbers) ? MostShared : LeastShared);
    }

    // How much of what the shorter one says beside its verb the other says as well.
    private static double Shared(EventSignature a, EventSignature b)
    {
        var (one, other) = (Rest(a), Rest(b));
        var least = Math.Min(one.Count, other.Count);
        return least == 0 ? 1 : one.Intersect(other).Count() / (double)least;
    }

    private static HashSet<string> Rest(EventSignature told) => told.Stems.Where(s => s != told.Head.Split(' ')[0]).ToHashSet();

    private static bool Differ(IReadOnlySet<string> a, IReadOnlySet<string> b) => a.Count > 0 && b.Count > 0 && !a.Overlaps(b);

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
