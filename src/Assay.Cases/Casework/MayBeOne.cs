using System.Globalization;
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
    private const int ShortestWord = 4;
    private const int Stem = 6;
    private const int LeastShared = 3;
    private static readonly Duration Near = Duration.FromMinutes(15);
    private static readonly Duration NearAtHome = Duration.FromHours(4);

    private readonly Dictionary<string, List<SameEventQuestion>> questions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Told> told = new(StringComparer.Ordinal);

    /// <summary>Looks through the events of a report.</summary>
    public MayBeOne(AuditReport report)
    {
        if (report.Sources.Count < 2)
            return;
        var byName = new Dictionary<string, List<Told>>(StringComparer.OrdinalIgnoreCase);
        foreach (var made in report.Events.Where(e => e.Mood == EventMood.Actual && e.Time is { Earliest: not null, Latest: not null }))
        {
            var own = told[made.Id] = Told.Of(made);
            var near = own.Names.SelectMany(n => byName.GetValueOrDefault(n) ?? []).Distinct().Where(o => MayBe(own, o)).ToList();
            var asked = near.OrderByDescending(o => Shared(own, o).Count).Take(MostAsked).Select(o => Question(own, o)).ToList();
            if (asked.Count > 0)
                questions[made.Id] = asked;
            foreach (var name in own.Names)
                Put(byName, name, own);
        }
    }

    /// <summary>The events in question, in the order of the report.</summary>
    public IEnumerable<string> Events => questions.Keys;

    /// <summary>What is asked of an event; the likeliest first.</summary>
    public IReadOnlyList<SameEventQuestion> Of(string id) => questions.GetValueOrDefault(id) ?? [];

    // Of a name that stands everywhere the last events are compared; the events come in the order of home clocks.
    private static void Put(Dictionary<string, List<Told>> byName, string name, Told own)
    {
        if (!byName.TryGetValue(name, out var known))
            byName[name] = known = [];
        known.Add(own);
        if (known.Count > MostCompared)
            known.RemoveAt(0);
    }

    private static bool MayBe(Told a, Told b) =>
        !a.Sources.Overlaps(b.Sources)
        && IsNear(a.Event.Time, b.Event.Time)
        && !Differ(a.Numbers, b.Numbers)
        && !Differ(a.Names, b.Names)
        && Shared(a, b).Count >= LeastShared;

    private static bool IsNear(EventTimeEntry a, EventTimeEntry b) =>
        a.Earliest - Near <= b.Latest && b.Earliest - Near <= a.Latest
        || a is { HomeEarliest: { } x, HomeLatest: { } y }
            && b is { HomeEarliest: { } v, HomeLatest: { } w }
            && x - NearAtHome <= w
            && v - NearAtHome <= y;

    // Each has one that the other lacks: two trains, two ships.
    private static bool Differ(HashSet<string> a, HashSet<string> b) => !a.IsSubsetOf(b) && !b.IsSubsetOf(a);

    private static List<string> Shared(Told a, Told b) => [.. a.Words.Keys.Where(b.Words.ContainsKey)];

    private static SameEventQuestion Question(Told own, Told other)
    {
        var words = string.Join(", ", Shared(own, other).Select(s => own.Words[s]).Take(5));
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

    private sealed record Told(
        EventEntry Event,
        HashSet<string> Sources,
        Dictionary<string, string> Words,
        HashSet<string> Names,
        HashSet<string> Numbers
    )
    {
        public static Told Of(EventEntry made)
        {
            var quotes = made.Mentions.Prepend(made.Quote).ToList();
            var tokens = made.Quote.Exact.Split(Breaks, StringSplitOptions.RemoveEmptyEntries);
            var words = tokens.Where(t => t.Length >= ShortestWord && t.All(char.IsLetter)).ToList();
            var times =
                made.Time.Words?.Split(Breaks, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase) ?? [];
            return new Told(
                made,
                [.. quotes.Select(q => q.Source)],
                words.Where(w => !times.Contains(w)).DistinctBy(Root).ToDictionary(Root, w => w, StringComparer.Ordinal),
                [.. words.Where(w => char.IsUpper(w[0]) && !times.Contains(w) && !IsFirst(w, made)).Select(w => w.ToUpperInvariant())],
                [.. tokens.Where(t => t.Any(char.IsDigit) && !times.Contains(t) && !t.Contains(':', StringComparison.Ordinal))]
            );
        }

        private static readonly char[] Breaks = [.. " \n\r\t,.;()“”\"'’!?—–"];

        private static string Root(string word) =>
            word.ToUpperInvariant() is { Length: > Stem } longer ? longer[..Stem] : word.ToUpperInvariant();

        // A word that begins the sentence is no name for its capital alone.
        private static bool IsFirst(string word, EventEntry made) =>
            made.Quote.Exact.StartsWith(word, StringComparison.Ordinal)
            && made.Quote.Prefix.TrimEnd() is "" or [.., '.' or '\n' or '!' or '?'];
    }
}
