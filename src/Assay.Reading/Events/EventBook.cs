using Assay.Reading.Text;
using Assay.Reading.Time;
using Assay.Reading.Voices.Words;

namespace Assay.Reading.Events;

/// <summary>The events of one article while it is read, and the search for the event that some words refer to.</summary>
/// <param name="text">The text.</param>
/// <param name="lexicon">The verbs.</param>
/// <param name="labels">Makes labels.</param>
internal sealed class EventBook(string text, VerbLexicon lexicon, EventLabel labels)
{
    private readonly MoodReader moods = new(lexicon);
    private readonly List<EventMention> events = [];
    private readonly List<(int Event, TextSpan Span)> mentions = [];
    private Dictionary<string, List<int>> byStem = new(StringComparer.Ordinal);

    /// <summary>The events so far.</summary>
    public IReadOnlyList<EventMention> Events => events;

    /// <summary>Adds the event of a clause.</summary>
    public int Add(ParsedSentence sentence, int clauseIndex, TimeExpression? time, EventRole? role)
    {
        var clause = sentence.Clauses[clauseIndex];
        var trigger = clause.Trigger >= 0 ? clause.Trigger : clause.Core;
        var reporting = role is { Reporting: >= 0 } ? sentence.Clauses[role.Reporting] : null;
        var from = Math.Min(clause.From, reporting?.From ?? clause.From);
        var end = Math.Max(clause.End, reporting?.End ?? clause.End);
        var (stems, names) = Content(sentence, clause);
        return Add(new EventMention
        {
            Index = events.Count,
            Sentence = sentence.Index,
            Quote = Trimmed(sentence, from, end),
            Label = labels.Of(text, sentence, clause, role is { IsSpeechAct: true } ? SaidBy(sentence, clauseIndex) : null),
            Trigger = sentence.SpanOf(trigger, trigger + 1),
            TriggerStem = lexicon.Stem(sentence.Words[trigger].Lower),
            Stems = stems,
            Names = names,
            Subject = SubjectOf(sentence, clause),
            Time = time,
            TimesReport = role?.TimesReport ?? false,
            Reporter = reporting is null ? null : SubjectOf(sentence, reporting),
            IsSpeechAct = role?.IsSpeechAct ?? false,
            Mood = MoodOf(sentence, clause, time),
            Locatives = LocativesOf(sentence, clause),
        });
    }

    /// <summary>The mood of a clause under one of its times, or under none.</summary>
    public EventMood MoodOf(ParsedSentence sentence, Clause clause, TimeExpression? time) =>
        moods.Of(sentence, clause, time is null ? -1 : sentence.FirstWordOf(sentence.Times.ToList().IndexOf(time)));

    /// <summary>Adds an event that only a noun phrase names: "the meeting".</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="from">First word of the phrase.</param>
    /// <param name="end">One past its last word.</param>
    /// <param name="head">The word that names what happens.</param>
    /// <param name="time">Its time, or null.</param>
    public int Add(ParsedSentence sentence, int from, int end, int head, TimeExpression? time = null)
    {
        var (stems, names) = Content(sentence, from, end);
        var span = sentence.SpanOf(from, end);
        return Add(new EventMention
        {
            Index = events.Count,
            Sentence = sentence.Index,
            Quote = span,
            Label = span.Of(text),
            Time = time,
            Trigger = sentence.SpanOf(head, head + 1),
            TriggerStem = lexicon.Stem(sentence.Words[head].Lower),
            Stems = stems,
            Names = names,
            Mood = sentence.Clauses.FirstOrDefault(c => c.Verb >= from && c.Verb < end) is { } clause
                ? moods.Of(sentence, clause, -1) : EventMood.Actual,
        });
    }

    /// <summary>Notes that a span names an event.</summary>
    public void Mention(int index, TextSpan span)
    {
        if (!events[index].Quote.Overlaps(span)) mentions.Add((index, span));
    }

    /// <summary>The event of a clause that is already there, or -1.</summary>
    public int At(ParsedSentence sentence, Clause clause)
    {
        if (clause.Trigger < 0) return -1;
        var at = sentence.Words[clause.Trigger].Start;
        return events.FindIndex(e => e.Sentence == sentence.Index && e.Trigger.Start == at);
    }

    /// <summary>Sorts the events by where they stand and numbers them anew. Called once, before relations refer to them.</summary>
    public void SortByPosition()
    {
        events.Sort((a, b) => a.Trigger.CompareTo(b.Trigger));
        byStem = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < events.Count; i++)
        {
            events[i] = events[i] with { Index = i };
            Enter(events[i]);
        }
    }

    /// <summary>
    /// The event some words refer to, or -1. The head of the words has to name what happens (or a content word of the event's clause); names and other words in
    /// common add to it; a timed event wins over an untimed one, a near one over a far one.
    /// </summary>
    /// <param name="head">Stem of the head of the words.</param>
    /// <param name="stems">Stems of all their content words.</param>
    /// <param name="names">Their capitalised words.</param>
    /// <param name="near">Where they stand.</param>
    /// <param name="not">An event that is not meant.</param>
    /// <param name="isDefinite">True for "the evacuation": a clocked event told before that has the noun in its clause is then enough.</param>
    public int Find(string head, IReadOnlySet<string> stems, IReadOnlySet<string> names, int near, int not, bool isDefinite = false)
    {
        var (best, bestScore) = (-1, 0.0);
        if (!byStem.TryGetValue(head, out var candidates)) return -1;
        foreach (var index in candidates)
        {
            if (index == not) continue;
            var score = Score(events[index], head, stems, names, near);
            if (score > bestScore) (best, bestScore) = (index, score);
        }

        return bestScore >= (isDefinite && best >= 0 && events[best].Time?.Clock is not null ? 2 : 3) ? best : -1;
    }

    /// <summary>The timed event told last before a position, or -1.</summary>
    public int Before(int position)
    {
        var found = -1;
        for (var i = 0; i < events.Count; i++)
            if (events[i].Quote.End <= position && events[i].Time is not null && (found < 0 || events[i].Quote.End >= events[found].Quote.End)) found = i;
        return found;
    }

    /// <summary>Stems and names of a range of words.</summary>
    public (HashSet<string> Stems, HashSet<string> Names) Content(ParsedSentence sentence, int from, int end)
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = from; i < end; i++)
        {
            var word = sentence.Words[i];
            if (word.Kind != WordKind.Word || sentence.IsTime(i) || lexicon.Words.IsFunctionWord(word.Lower) || lexicon.IsAuxiliary(word)) continue;
            if (word.Capital) names.Add(word.Lower);
            stems.Add(lexicon.Stem(word.Lower));
        }

        return (stems, names);
    }

    /// <summary>What was read.</summary>
    public EventReading ToReading(IReadOnlyList<EventRelation> relations) => new(events, relations, mentions);

    private int Add(EventMention made)
    {
        events.Add(made);
        Enter(made);
        return made.Index;
    }

    private void Enter(EventMention made)
    {
        foreach (var stem in made.Stems.Append(made.TriggerStem).Distinct())
        {
            if (!byStem.TryGetValue(stem, out var list)) byStem[stem] = list = [];
            list.Add(made.Index);
        }
    }

    private static double Score(EventMention made, string head, IReadOnlySet<string> stems, IReadOnlySet<string> names, int near)
    {
        var score = made.TriggerStem == head ? 3.0 : 1.5;
        var shared = names.Count(made.Names.Contains);
        score += shared > 0 ? 2 * shared : names.Count > 0 && made.Names.Count > 0 ? -2 : 0;
        foreach (var stem in stems) if (stem != head && made.Stems.Contains(stem) && !names.Contains(stem)) score += 1;
        if (made is { Time.Clock: not null, Mood: EventMood.Actual }) score += 0.6;
        else if (made.Time is not null) score += 0.3;
        return score - Math.Min(0.25, Math.Abs(near - made.Trigger.Start) / 100_000.0);
    }

    private (HashSet<string> Stems, HashSet<string> Names) Content(ParsedSentence sentence, Clause clause)
    {
        var (stems, names) = Content(sentence, clause.From, clause.End);
        if (clause.SubjectFrom >= 0 && clause.SubjectFrom < clause.From)
        {
            var subject = Content(sentence, clause.SubjectFrom, clause.SubjectEnd);
            stems.UnionWith(subject.Stems);
            names.UnionWith(subject.Names);
        }

        // What a verb of speech says belongs to the act: "said that he had requested troops" is found by "the request".
        if (SaidBy(sentence, sentence.Clauses.ToList().IndexOf(clause)) is { } said)
        {
            var (more, _) = Content(sentence, said.From, said.End);
            stems.UnionWith(more);
        }

        return (stems, names);
    }

    private static Clause? SaidBy(ParsedSentence sentence, int clause) =>
        clause + 1 < sentence.Clauses.Count && sentence.Clauses[clause + 1] is { Link: ClauseLink.Complement } said ? said : null;

    private static TextSpan? SubjectOf(ParsedSentence sentence, Clause clause) =>
        clause.SubjectFrom >= 0 && clause.SubjectEnd > clause.SubjectFrom ? sentence.SpanOf(clause.SubjectFrom, clause.SubjectEnd) : null;

    private static TextSpan Trimmed(ParsedSentence sentence, int from, int end)
    {
        while (end - 1 > from && sentence.Words[end - 1].Kind == WordKind.Mark) end--;
        while (from < end - 1 && sentence.Words[from].Kind == WordKind.Mark) from++;
        return sentence.SpanOf(from, end);
    }

    private List<TextSpan> LocativesOf(ParsedSentence sentence, Clause clause)
    {
        var found = new List<TextSpan>();
        for (var i = clause.From; i < clause.End; i++)
        {
            var lead = lexicon.Words.Locative.Match(sentence.Words, i, clause.End);
            if (lead == 0 || sentence.IsTime(i + lead)) continue;
            var end = i + lead;
            while (end < clause.End && sentence.Words[end].Kind != WordKind.Mark && end - i < 8 && !sentence.IsTime(end)) end++;
            if (end > i + lead) found.Add(sentence.SpanOf(i + lead, end));
            i += lead - 1;
        }

        return found;
    }
}
