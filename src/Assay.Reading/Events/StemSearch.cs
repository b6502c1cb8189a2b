using Assay.Ground.Anchors;

namespace Assay.Reading.Events;

/// <summary>The search for the event that some words refer to by their stems, for words without a tree.</summary>
/// <param name="text">The text.</param>
/// <param name="events">The events, by their index; more may be added.</param>
internal sealed class StemSearch(string text, IReadOnlyList<EventMention> events)
{
    /// <summary>Most events of one kind among which the one that words refer to is looked for; of more, the nearest.</summary>
    public const int MostSharing = 400;

    private const double Least = 3;
    private const double LeastDefinite = 2;
    private const double Sure = 4;
    private const double Clear = 1;
    private const int MostCandidates = 5;
    private readonly Dictionary<string, List<int>> byStem = new(StringComparer.Ordinal);

    /// <summary>Remembers an event by the stems of its words.</summary>
    public void Know(EventMention made)
    {
        foreach (var stem in made.Stems.Append(made.TriggerStem).Distinct())
        {
            if (!byStem.TryGetValue(stem, out var list))
                byStem[stem] = list = [];
            list.Add(made.Index);
        }
    }

    /// <summary>Forgets everything: the events are numbered anew.</summary>
    public void Forget() => byStem.Clear();

    /// <summary>
    /// The event some words refer to, or -1, and what the choice rests on. The head of the words has to name what happens (or a content
    /// word of the event's
    /// clause); names and other words in common add to it; a timed event wins over an untimed one, a near one over a far one. The choice is
    /// read where no
    /// other event that another time tells comes near it, and guessed where one does.
    /// </summary>
    /// <param name="head">Stem of the head of the words.</param>
    /// <param name="stems">Stems of all their content words.</param>
    /// <param name="names">Their capitalised words.</param>
    /// <param name="at">Where they stand.</param>
    /// <param name="not">An event that is not meant.</param>
    /// <param name="isDefinite">True for "the evacuation": a clocked event told before that has the noun in its clause is then
    /// enough.</param>
    public (int Event, EventLink Link) Find(
        string head,
        IReadOnlySet<string> stems,
        IReadOnlySet<string> names,
        TextSpan at,
        int not,
        bool isDefinite = false
    )
    {
        var words = at.Of(text);
        if (!byStem.TryGetValue(head, out var all))
            return (-1, new EventLink(Evidence.Guessed, words, []));
        var ranked = Near(all, at.Start)
            .Where(i => i != not)
            .Select(i => (Index: i, Score: Score(events[i], head, stems, names, at.Start)))
            .OrderByDescending(c => c.Score)
            .Take(MostCandidates)
            .ToList();
        var isTimed = ranked.Count > 0 && events[ranked[0].Index].Time?.Clock is not null;
        if (ranked.Count == 0 || ranked[0].Score < (isDefinite && isTimed ? LeastDefinite : Least))
            return (-1, new EventLink(Evidence.Guessed, words, []));
        var best = ranked[0].Index;
        if (at.Contains(events[best].Trigger))
            return (best, new EventLink(Evidence.Stated, words, []));
        var rivals = ranked
            .Skip(1)
            .Where(c => ranked[0].Score - c.Score < Clear && IsRival(events[best], events[c.Index]))
            .Select(c => c.Index)
            .ToList();
        var isOnly = isDefinite && isTimed && !ranked.Skip(1).Any(c => IsRival(events[best], events[c.Index]));
        var isSure =
            isOnly
            || rivals.Count == 0 && (IsCovered(events[best], stems) || IsNamed(events[best], head, names) && ranked[0].Score >= Sure);
        return (best, new EventLink(isSure ? Evidence.Read : Evidence.Guessed, words, isSure ? [] : [best, .. rivals]));
    }

    // "The last handshake of the satellite": every word of it stands in the clause of the event.
    private static bool IsCovered(EventMention made, IReadOnlySet<string> stems) => stems.Count > 1 && stems.All(made.Stems.Contains);

    private static bool IsNamed(EventMention made, string head, IReadOnlySet<string> names) =>
        made.TriggerStem == head || names.Any(made.Names.Contains);

    // Two mentions without a time, or with the same one, give the same verdict whichever is meant.
    private static bool IsRival(EventMention a, EventMention b) => b.Time is not null && a.Time?.Value != b.Time.Value;

    // The candidates to look at: all of them, or where a text tells very many events of one kind, those around the words.
    private IEnumerable<int> Near(List<int> candidates, int near)
    {
        if (candidates.Count <= MostSharing)
            return candidates;
        var before = Ordered.CountBefore(candidates, near, (c, at) => events[c].Trigger.Start < at);
        var first = Math.Clamp(before - MostSharing / 2, 0, candidates.Count - MostSharing);
        return candidates.Skip(first).Take(MostSharing);
    }

    private static double Score(EventMention made, string head, IReadOnlySet<string> stems, IReadOnlySet<string> names, int near)
    {
        var score = made.TriggerStem == head ? 3.0 : 1.5;
        var shared = names.Count(made.Names.Contains);
        score +=
            shared > 0 ? 2 * shared
            : names.Count > 0 && made.Names.Count > 0 ? -2
            : 0;
        foreach (var stem in stems)
            if (stem != head && made.Stems.Contains(stem) && !names.Contains(stem))
                score += 1;
        if (made is { Time.Clock: not null, Mood: EventMood.Actual })
            score += 0.6;
        else if (made.Time is not null)
            score += 0.3;
        return score - Math.Min(0.25, Math.Abs(near - made.Trigger.Start) / 100_000.0);
    }
}
