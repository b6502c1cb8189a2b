using System.Globalization;
using Assay.Cases.Keeping;
using Assay.Cases.Report;
using Assay.Reading.Events;
using NodaTime;

namespace Assay.Cases.Casework;

/// <summary>An event of another source that may be the same one: a question, which a person answers by merging them, or by accepting the
/// event as one of its own.</summary>
/// <param name="Event">Id of the other event.</param>
/// <param name="Label">Its label.</param>
/// <param name="Reason">Why they may be one: the words and the times they have in common.</param>
public sealed record SameEventQuestion(string Event, string Label, string Reason);

/// <summary>
/// Finds events of different sources that may be one. Asked is only where both happened, by the report both have a clock time, some reading
/// of the clocks brings them within a quarter of an hour or their home clocks within four hours, a name and two more words are the same,
/// and no number differs. Whether they are one is never decided here.
/// </summary>
internal sealed class MayBeOne
{
    private const int MostCompared = 60;
    private const int MostAsked = 4;
    private const int LeastShared = 3;
    private const int MostWords = 5;
    private static readonly Duration Near = Duration.FromMinutes(15);
    private static readonly Duration NearAtHome = Duration.FromHours(4);

    private readonly Dictionary<string, List<SameEventQuestion>> questions = new(StringComparer.Ordinal);

    private MayBeOne() { }

    /// <summary>Looks through the events of a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="kept">What its events tell, as far as that was looked at before.</param>
    public MayBeOne(AuditReport report, Kept<ToldEvent> kept)
    {
        if (report.Sources.Count < 2)
            return;
        var byName = new Dictionary<string, List<ToldEvent>>(StringComparer.OrdinalIgnoreCase);
        foreach (var made in report.Events.Where(e => e.Mood == EventMood.Actual && e.Time is { Earliest: not null, Latest: not null }))
        {
            var own = kept.Find(made) ?? kept.Keep(made, ToldEvent.Of(made));
            var near = own
                .Names.SelectMany(n => byName.GetValueOrDefault(n) ?? [])
                .Where(o => MayBe(own, o))
                .DistinctBy(o => o.Event.Id)
                .ToList();
            if (near.Count > 0)
                questions[made.Id] = [.. near.OrderByDescending(o => Shared(own, o)).Take(MostAsked).Select(o => Question(own, o))];
            foreach (var name in own.Names)
                Put(byName, name, own);
        }

        kept.Turn();
    }

    /// <summary>No question.</summary>
    public static MayBeOne Nothing { get; } = new();

    /// <summary>The events in question, in the order of the report.</summary>
    public IEnumerable<string> Events => questions.Keys;

    /// <summary>What is asked of an event; the likeliest first.</summary>
    public IReadOnlyList<SameEventQuestion> Of(string id) => questions.GetValueOrDefault(id) ?? [];

    // Of a name that stands everywhere the last events are compared; the events come in the order of home clocks.
    private static void Put(Dictionary<string, List<ToldEvent>> byName, string name, ToldEvent own)
    {
        if (!byName.TryGetValue(name, out var known))
            byName[name] = known = [];
        known.Add(own);
        if (known.Count > MostCompared)
            known.RemoveAt(0);
    }

    private static bool MayBe(ToldEvent a, ToldEvent b) =>
        IsNear(a.Event.Time, b.Event.Time)
        && !a.Sources.Overlaps(b.Sources)
        && !Differ(a.Numbers, b.Numbers)
        && !Differ(a.Names, b.Names)
        && Shared(a, b) >= LeastShared;

    private static bool IsNear(EventTimeEntry a, EventTimeEntry b) =>
        a.Earliest - Near <= b.Latest && b.Earliest - Near <= a.Latest
        || a is { HomeEarliest: { } x, HomeLatest: { } y }
            && b is { HomeEarliest: { } v, HomeLatest: { } w }
            && x - NearAtHome <= w
            && v - NearAtHome <= y;

    // Each has one that the other lacks: two trains, two ships.
    private static bool Differ(HashSet<string> a, HashSet<string> b) => !a.IsSubsetOf(b) && !b.IsSubsetOf(a);

    private static int Shared(ToldEvent a, ToldEvent b) => a.Words.Keys.Count(b.Words.ContainsKey);

    private static SameEventQuestion Question(ToldEvent own, ToldEvent other)
    {
        var words = string.Join(", ", own.Words.Where(w => other.Words.ContainsKey(w.Key)).Select(w => w.Value).Take(MostWords));
        var times = other.Event.Time.HomeEarliest is { } at && own.Event.Time.HomeEarliest is { } here ? Apart(here, at) : "near in time";
        return new SameEventQuestion(other.Event.Id, other.Event.Label, $"{other.Event.Voice[^1]} tells of it too: {words}; {times}");
    }

    private static string Apart(Instant a, Instant b)
    {
        var apart = a > b ? a - b : b - a;
        return apart < Duration.FromMinutes(1)
            ? "at the same time on home clocks"
            : string.Create(CultureInfo.InvariantCulture, $"{Wording.Lengths.Words(apart)} apart on home clocks");
    }
}
