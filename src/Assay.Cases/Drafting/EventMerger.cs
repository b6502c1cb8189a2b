using Assay.Reading.Events;
using NodaTime;

namespace Assay.Cases.Drafting;

/// <summary>
/// Brings the tellings of one event together: within a source and across sources. Two tellings are one event where the same word says what
/// happens, enough other words agree, both happened (or neither did), and their dates lie no more than a day apart. Two clock times by one
/// voice are two events.
/// </summary>
internal static class EventMerger
{
    /// <summary>Most events of one kind, and most tellings of one event, that a telling is compared with: the last events, the first
    /// tellings.</summary>
    public const int MostCompared = 200;

    /// <summary>The events of all sources, in the order of the sources and their text.</summary>
    public static (IReadOnlyList<DraftedEvent> Events, IReadOnlyDictionary<(string Source, int Mention), DraftedEvent> Index) Merge(
        IReadOnlyList<SourceReading> sources,
        DraftIds ids,
        DraftMeter? meter = null
    )
    {
        meter?.Begin(sources.Sum(s => s.Events.Events.Count));
        var groups = new List<List<Telling>>();
        var byKey = new Dictionary<string, List<List<Telling>>>(StringComparer.Ordinal);
        foreach (var source in sources)
        foreach (var mention in source.Events.Events)
        {
            Place(new Telling(source, mention), groups, byKey);
            meter?.Count(1);
        }

        var events = groups.Select(g => new DraftedEvent(ids.Of("e", g[0].Source, g[0].Mention.Trigger, g[0].Mention.Label), g)).ToList();
        var index = events
            .SelectMany(e => e.Tellings.Select(t => ((t.Source.Id, t.Mention.Index), e)))
            .ToDictionary(p => p.Item1, p => p.e);
        return (events, index);
    }

    private static void Place(Telling telling, List<List<Telling>> groups, Dictionary<string, List<List<Telling>>> byKey)
    {
        var keys = KeysOf(telling.Mention).ToList();
        var home = keys.SelectMany(k => Last(byKey.GetValueOrDefault(k, []))).FirstOrDefault(g => IsHome(g, telling));
        var isNew = home is null;
        if (home is null)
            groups.Add(home = []);
        home.Add(telling);
        foreach (var key in keys)
        {
            if (!byKey.TryGetValue(key, out var known))
                byKey[key] = known = [];
            if (isNew || !Last(known).Contains(home))
                known.Add(home);
        }
    }

    private static IEnumerable<List<Telling>> Last(List<List<Telling>> known) => known.Skip(Math.Max(0, known.Count - MostCompared));

    private static bool IsHome(List<Telling> group, Telling telling)
    {
        var told = group.Take(MostCompared);
        return told.All(t => IsSame(t, telling))
            || told.Any(t => Retellings.IsOne(t, telling))
                && told.Where(t => t.Mention.Time?.Clock is not null).All(t => IsSame(t, telling) || Retellings.IsOne(t, telling));
    }

    private static IEnumerable<string> KeysOf(EventMention mention) =>
        mention is not { Time.Clock: not null, Signature: { } told }
            ? [mention.TriggerStem]
            : told
                .Kinds.Concat(mention.NotedSignature?.Kinds ?? [])
                .Select(k => k.ToString(System.Globalization.CultureInfo.InvariantCulture))
                .Concat(mention.NotedSignature is { } noted ? [noted.Head] : [])
                .Prepend(mention.TriggerStem);

    private static bool IsSame(Telling a, Telling b)
    {
        if (a.Mention.Mood != b.Mention.Mood || !WordsAgree(a.Mention, b.Mention))
            return false;
        var (clockA, clockB) = (a.Mention.Time?.Clock, b.Mention.Time?.Clock);
        if (clockA is { Date: { } dateA } && clockB is { Date: { } dateB })
        {
            if (Math.Abs(Period.DaysBetween(dateA, dateB)) > 1)
                return false;
            var isSameTime = dateA == dateB && clockA.Time == clockB.Time;
            return isSameTime || SpeakersDiffer(a, b) && IsSurely(a, b);
        }

        return a.Source == b.Source
            ? a.Mention.Time is null || b.Mention.Time is null || a.Mention.Time.Value == b.Mention.Time.Value
            : DatesMeet(a.Mention, b.Mention);
    }

    private static bool WordsAgree(EventMention a, EventMention b)
    {
        var shared = a.Stems.Count(s => s != a.TriggerStem && b.Stems.Contains(s));
        var fewer = Math.Min(a.Stems.Count, b.Stems.Count);
        return shared >= 2 && shared * 3 >= fewer || fewer <= 2 && shared == fewer - 1 && fewer == 2;
    }

    // That two clock times are of one event has to be read off more than a shared verb: the same doer and more than one other word, and no
    // name of
    // one that the other lacks while it has its own.
    private static bool IsSurely(Telling a, Telling b)
    {
        var (x, y) = (a.Mention, b.Mention);
        if (x.Mood != y.Mood || x.Subject is null || y.Subject is null)
            return false;
        var shared = x.Stems.Count(s => s != x.TriggerStem && y.Stems.Contains(s));
        var isNamedAlike = x.Names.Count == 0 || y.Names.Count == 0 || x.Names.IsSubsetOf(y.Names) || y.Names.IsSubsetOf(x.Names);
        return shared >= 2 && shared * 2 >= Math.Min(x.Stems.Count, y.Stems.Count) - 1 && isNamedAlike && SubjectsMeet(a, b);
    }

    private static bool SubjectsMeet(Telling a, Telling b) => Words(a).Overlaps(Words(b));

    private static HashSet<string> Words(Telling telling) =>
        telling
            .Mention.Subject!.Value.Of(telling.Source.Text)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.Length > 3)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    // Another source, or another voice in the same source, may give another time for the same event.
    private static bool SpeakersDiffer(Telling a, Telling b) =>
        a.Source != b.Source || Speaker(a) is { } first && Speaker(b) is { } second && first != second;

    private static string? Speaker(Telling telling) =>
        telling.Source.Voices.VoiceAt(telling.Mention.Trigger.Start).Chain is { Count: > 1 } chain ? chain[^1].Name : null;

    private static bool DatesMeet(EventMention a, EventMention b)
    {
        var (first, second) = (Day(a), Day(b));
        if (first is null || second is null)
            return false;
        var length = Math.Min(first.Length, second.Length);
        return string.Equals(first[..length], second[..length], StringComparison.Ordinal);
    }

    private static string? Day(EventMention mention) => mention.Time?.Value is { Length: >= 10 } value ? value[..10] : null;
}
