using System.Text.RegularExpressions;
using Assay.Ground.Anchors;

namespace Assay.Reading.Events;

/// <summary>
/// Finds the event that words refer to among those told. The word that says what happens has to agree, or to tell the same kind of
/// event; whoever does
/// it, to whom and which of several add to it. One clear candidate is read; of several it is unsure which is meant.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="book">The events.</param>
internal sealed partial class EventResolver(string text, EventBook book)
{
    private const double Least = 2.2;
    private const double Clear = 0.9;
    private const double Recalled = 1.6;
    private const int MostCandidates = 5;
    private const int MostNear = 60;
    private const int NearPronoun = 2;
    private const string Again = "again";
    private const int Alike = 4;
    private const int NearIdeas = 4;
    private const int FarIdeas = 7;
    private static readonly NodaTime.Duration PartOfDay = NodaTime.Duration.FromHours(1);
    private readonly Dictionary<int, List<EventSignature>> known = [];
    private readonly Dictionary<string, List<int>> byWord = new(StringComparer.Ordinal);
    private EventKinds Kinds { get; } = EventKinds.English;
    private AkinWords Akin { get; } = AkinWords.English;

    /// <summary>Remembers what an event's own words tell.</summary>
    public void Know(int made, EventSignature signature)
    {
        if (!known.TryGetValue(made, out var told))
            known[made] = told = [];
        told.Add(signature);
        foreach (var stem in signature.Stems.Append(signature.Head))
            Enter("s" + stem[..Math.Min(stem.Length, Alike)], made);
        foreach (var key in Ideas(signature))
            Enter(key, made);
    }

    /// <summary>Forgets everything: the events are numbered anew.</summary>
    public void Forget()
    {
        known.Clear();
        byWord.Clear();
    }

    private void Enter(string key, int made)
    {
        if (!byWord.TryGetValue(key, out var list))
            byWord[key] = list = [];
        if (list.Count == 0 || list[^1] != made)
            list.Add(made);
    }

    // What a word may tell, as keys: the kinds of the list, and of a word that says something the ideas it is best known for.
    private IEnumerable<string> Ideas(EventSignature signature) =>
        signature
            .Kinds.Select(k => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"k{k}"))
            .Concat(
                signature.IsLight
                    ? []
                    : Akin.Of(signature.Lemma)
                        .Where(i => i.Place < FarIdeas)
                        .Select(i => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"i{i.Idea}"))
            );

    // The events to look at: those that share the beginning of a word or a kind; where a text tells very many, the last of them.
    private SortedSet<int> Near(EventSignature asked)
    {
        var near = new SortedSet<int>();
        foreach (var key in asked.Stems.Append(asked.Head).Select(s => "s" + s[..Math.Min(s.Length, Alike)]).Concat(Ideas(asked)))
            if (byWord.TryGetValue(key, out var list))
                near.UnionWith(list.Skip(Math.Max(0, list.Count - MostNear)));
        return near;
    }

    /// <summary>The event that words refer to, or -1, and what the choice rests on.</summary>
    /// <param name="asked">What the words tell.</param>
    /// <param name="at">Where they stand.</param>
    /// <param name="sentence">Index of their sentence.</param>
    /// <param name="not">An event that is not meant.</param>
    public (int Event, EventLink Link) Find(EventSignature asked, TextSpan at, int sentence, int not)
    {
        var words = at.Of(text);
        var ranked = Near(asked)
            .Select(i => book.Events[i])
            .Where(e => e.Index != not)
            .Select(e => (e.Index, Score: known[e.Index].Max(told => Score(asked, told, e, sentence))))
            .Where(c => c.Score >= Least)
            .OrderByDescending(c => c.Score)
            .ThenBy(c => c.Index)
            .Take(MostCandidates)
            .ToList();
        if (ranked.Count == 0)
            return OnlyWith(asked, not) is var with and >= 0
                ? (
                    with,
                    IsCalled(words, book.Events[with].Label)
                        ? new EventLink(Evidence.Read, words, [])
                        : new EventLink(Evidence.Guessed, words, [with])
                )
                : (-1, new EventLink(Evidence.Guessed, words, []));
        ranked = PreferTimed(ranked, sentence);
        var best = book.Events[ranked[0].Index];
        var rivals = ranked
            .Skip(1)
            .Where(c => ranked[0].Score - c.Score < Clear && IsRival(best, book.Events[c.Index]))
            .Select(c => c.Index)
            .ToList();
        return rivals.Count == 0 && !known[best.Index].TrueForAll(t => IsThin(asked, t)) && !IsAnother(asked, best, at.Start)
                ? (best.Index, new EventLink(Evidence.Read, words, []))
            : rivals.Count == 0 && IsCalled(words, best.Label) ? (best.Index, new EventLink(Evidence.Read, words, []))
            : (best.Index, new EventLink(Evidence.Guessed, words, [best.Index, .. rivals]));
    }

    // "A call from the shipper stands in its list. ... the call": this one, and not the call that was told further up.
    private bool IsAnother(EventSignature asked, EventMention told, int at)
    {
        var from = Math.Max(told.Quote.End, at == 0 ? 0 : text.LastIndexOf("\n\n", at - 1, StringComparison.Ordinal) + 1);
        if (!asked.IsNoun || from >= at)
            return false;
        foreach (Match noun in Introduced().Matches(text[from..at]))
            if (noun.Groups[1].Value.Equals(asked.Lemma, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    [GeneratedRegex(@"\b(?:a|an|another)\s(?:[\p{L}-]+\s){0,1}?(\p{L}+)(?=[\s,.;:])", RegexOptions.IgnoreCase)]
    private static partial Regex Introduced();

    // "The all clear" of an entry "All clear": the same words, whatever they are words of.
    private static bool IsCalled(string words, string label) =>
        Bare().Replace(words, "").Trim().Equals(Bare().Replace(label, "").Trim(), StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^(?:the|an?)\s|[.,;:!?“”""’']", RegexOptions.IgnoreCase)]
    private static partial Regex Bare();

    // "The alarm room had been told" and "the alert went out" are of one kind, and nobody and nothing takes part in both; nor is a bare
    // "reached" enough.
    private static bool IsThin(EventSignature asked, EventSignature told) =>
        ((asked.Subject ?? asked.Patient) is not null || !asked.IsNoun)
            && asked.Head != told.Head
            && !IsAkin(asked.Head, told.Head)
            && !asked.Stems.Any(s => told.Stems.Contains(s) || told.Stems.Any(t => IsAkin(s, t)))
            && !asked.Names.Overlaps(told.Names)
        || IsOtherOfKind(asked, told);

    // "Our own team had got there" need not be the dog team that was cleared to go.
    private static bool IsOtherOfKind(EventSignature asked, EventSignature told) =>
        asked.IsLight
        && asked.Head != told.Head
        && asked.Subject == told.Subject
        && asked.Marks.Count > 0
        && told.Marks.Count > 0
        && !asked.Marks.Overlaps(told.Marks);

    // "The wheels touched" of wheels that a clock has meeting the runway: the only event of a clock that they take part in, as a guess.
    private int OnlyWith(EventSignature asked, int not)
    {
        var parts = Parts(asked);
        var found = Near(asked)
            .Where(i =>
                i != not
                && book.Events[i] is { Time.Clock: not null, Mood: EventMood.Actual }
                && known[i].Exists(t => IsOpen(asked, t) && Parts(t).Overlaps(parts))
            )
            .Take(2)
            .ToList();
        return found.Count == 1 ? found[0] : -1;
    }

    // What people say is done often, and the first men are not the men.
    private static bool IsOpen(EventSignature asked, EventSignature told) =>
        !told.IsSpeech && (told.Ordinals.Count == 0 || asked.Ordinals.Overlaps(told.Ordinals));

    // Who or what takes part: the subject, what it is done to, what a noun tells.
    private static HashSet<string> Parts(EventSignature told) =>
        new[] { told.Subject, told.Patient, told.IsNoun ? told.Head : null }.OfType<string>().ToHashSet();

    // Words that are told alike without a time name the event that a clock times, where there is one: "the call" of a call at 4:20; or
    // what was told of a day just before: "The contract was signed on 24 February. ... a week after the signature".
    private List<(int Index, double Score)> PreferTimed(List<(int Index, double Score)> ranked, int sentence)
    {
        var timed = ranked
            .Where(c =>
                book.Events[c.Index] is { Time.Clock: not null }
                || book.Events[c.Index] is { Time.Type: Time.TimexType.Date } dated && sentence - dated.Sentence is 0 or 1
            )
            .ToList();
        return timed.Count > 0 && ranked[0].Score - timed[0].Score < Recalled ? timed : ranked;
    }

    // Two mentions without a time, or with the same one, give the same verdict whichever is meant; "the morning the ledger stopped" tells
    // more roughly what another times.
    private static bool IsRival(EventMention a, EventMention b) =>
        b.Time is not null
        && a.Time?.Value != b.Time.Value
        && !(IsTimed(a) && b.Time.Clock is { Granularity: var grain } && grain >= PartOfDay);

    private static bool IsTimed(EventMention told) => told.Time?.Clock is { Granularity: var grain } && grain < PartOfDay;

    private double Heads(EventSignature asked, EventSignature told)
    {
        if (asked.Head == told.Head)
            return asked.IsLight ? 1.2 : 3.0;
        if (asked.Kinds.Any(told.Kinds.Contains))
            return 2.4;
        if (!asked.IsLight && !told.IsLight && IsAkin(asked.Head, told.Head))
            return 2.2;
        if (!asked.IsLight && !told.IsLight && Akin.Apart(asked.Lemma, told.Lemma) is { } apart and <= FarIdeas)
            return apart <= NearIdeas ? 2.2 : 1.4;
        // "The crest went": whatever it is that the text times of the crest.
        if (asked is { IsLight: true, Kinds.Count: 0, Subject: { } of } && of == told.Subject && !book.Words.IsSpeech(told.Lemma))
            return 1.4;
        // "The flash came": what saw or caught it at that time.
        if (
            asked is { IsLight: true, Kinds.Count: 0, Subject: { } thing }
            && thing != told.Subject
            && told.Stems.Any(s => s == thing || IsAkin(s, thing))
        )
            return 1;
        // "He was at the hospital": reached it, or was taken there.
        if (IsAt(asked, told) || IsAt(told, asked))
            return 1.8;
        // "He was on the spot": reached whatever place it was.
        if (
            asked.Place is { } spot
            && Kinds.Scenes.Contains(spot)
            && asked.Subject is { } who
            && who == told.Subject
            && told.Kinds.Any(Kinds.Arriving.Contains)
        )
            return 2.2;
        // "The pump arrived": the book has the pump on the bridge.
        if (told.Place is not null && asked.Subject == told.Head && asked.Kinds.Any(Kinds.Arriving.Contains))
            return 2;
        // "Control of the fire": the fire under control.
        if (!asked.IsLight && !told.IsLight && told.Stems.Contains(asked.Head) && asked.Stems.Contains(told.Head))
            return 2.4;
        // "The alarm": the chlorine alarm that sounded.
        if (asked.Subject is null && asked.Head == told.Subject)
            return 2;
        // "They said that the ministry had been notified" is when they said so.
        if (told.IsSpeech && !asked.IsNoun)
            return 0;
        return told.Stems.Any(s => s == asked.Head || IsAkin(s, asked.Head)) ? 1.6
            : asked.Stems.Contains(told.Head) && !told.IsLight ? 1.4
            : 0;
    }

    // Where somebody or something is tells that it came there, and not that it left.
    private bool IsAt(EventSignature at, EventSignature came) =>
        at.Place is { } place
        && came.Place is null
        && !came.IsSpeech
        && (at.Subject is null || came.Stems.Contains(at.Subject) || Kinds.Of(at.Subject, null).Any(came.Kinds.Contains))
        && came.Stems.Any(s => s == place || IsAkin(s, place))
        && !came.Kinds.Any(Kinds.Leaving.Contains);

    // "page" and "pager", "collide" and "collision": words made of one another begin alike.
    private static bool IsAkin(string a, string b)
    {
        var shortest = Math.Min(a.Length, b.Length);
        return shortest >= 4
            && Math.Max(a.Length, b.Length) - shortest <= 3
            && a.AsSpan().CommonPrefixLength(b) >= Math.Max(4, shortest - 1);
    }

    // Both are named, and neither stands among the words of the other telling.
    private static bool IsOther(string? a, string? b, EventSignature asked, EventSignature told) =>
        a is not null && b is not null && a != b && !told.Stems.Contains(a) && !asked.Stems.Contains(b);

    // The last events told before the words, back to a few sentences.
    private bool IsNamedNear(string subject, int sentence)
    {
        for (var i = book.Events.Count - 1; i >= 0; i--)
        {
            if (book.Events[i].Sentence < sentence - NearPronoun)
                return false;
            if (book.Events[i].Sentence <= sentence && known.TryGetValue(i, out var told) && told.Exists(t => t.Stems.Contains(subject)))
                return true;
        }

        return false;
    }

    private double Score(EventSignature asked, EventSignature told, EventMention made, int sentence)
    {
        // "I rang him again": not the first time.
        if (asked.Head == told.Head && asked.Stems.Contains(Again) && !told.Stems.Contains(Again))
            return 0;
        var head = Heads(asked, told);
        var shared = asked.Stems.Count(s => s != asked.Head && s != told.Head && told.Stems.Contains(s));
        if (head == 0 && shared < 2)
            return 0;
        var score = head + Math.Min(3, shared) + 0.7 * Math.Min(2, asked.Names.Count(told.Names.Contains));
        if (IsOther(asked.Subject, told.Subject, asked, told))
            score -= 1.2;
        // "The valve was closed" is not "the office closed the gate"; who was paged is the subject already.
        var isSubject = asked.Patient == asked.Subject && told.Patient == told.Subject;
        if (!isSubject && IsOther(asked.Patient, told.Patient, asked, told))
            score -= 1.2;
        // "A call from the driver's wife" is not the driver's call.
        if (IsOther(asked.Maker, told.Maker, asked, told))
            score -= 2;
        // "They announced the strike" is not what announced something else.
        if (asked is { IsSpeech: true, IsOfPronoun: true, Patient: { } spoken } && told.IsSpeech && !told.Stems.Contains(spoken))
            score -= 1.2;
        // "It was writing" is not "her daughter wrote" of a page above: what a pronoun stands for was named just before it.
        if (asked.IsOfPronoun && told.Subject is { } who && made.Sentence < sentence - NearPronoun && !IsNamedNear(who, sentence))
            score -= 1.5;
        if (asked.Ordinals.Count > 0 && told.Ordinals.Count > 0)
            score += asked.Ordinals.Overlaps(told.Ordinals) ? 1 : -2.5;
        if (made is { Time.Clock: { } clock, Mood: EventMood.Actual })
            score += clock.Granularity < PartOfDay ? 0.7 : 0.1;
        else if (made.Mood != EventMood.Actual)
            score -= 0.8;
        else if (made.Time is not null)
            score += 0.4;
        return score - Math.Min(0.4, Math.Abs(sentence - made.Sentence) * 0.01);
    }
}
