using Assay.Ground.Anchors;
using Assay.Reading.Syntax;
using Assay.Reading.Syntax.Trees;
using Assay.Reading.Text;
using Assay.Reading.Time;

namespace Assay.Reading.Events;

/// <summary>The events of one article while it is read.</summary>
/// <param name="text">The text.</param>
/// <param name="lexicon">The verbs.</param>
/// <param name="labels">Makes labels.</param>
/// <param name="antecedents">What pronouns stand for.</param>
internal sealed class EventBook(string text, VerbLexicon lexicon, EventLabel labels, Antecedents antecedents)
{
    private const int MostBefore = 5;
    private readonly MoodReader moods = new(lexicon);
    private readonly EventSources sources = new(text);
    private readonly List<EventMention> events = [];
    private readonly List<(int Event, TextSpan Span)> mentions = [];
    private readonly Dictionary<int, int> byTrigger = [];
    private readonly Dictionary<int, int> byTime = [];
    private readonly List<(int End, int Event)> timed = [];
    private readonly Dictionary<int, List<EventSignature>> told = [];

    /// <summary>The events so far.</summary>
    public IReadOnlyList<EventMention> Events => events;

    /// <summary>Reads words of trees.</summary>
    public TreeWords Words { get; } = new(lexicon);

    /// <summary>Finds the events that words refer to by their stems, where no tree tells more.</summary>
    public StemSearch Stems => field ??= new StemSearch(text, events);

    /// <summary>Reads what words tell of an event.</summary>
    public SignatureReader Signatures => field ??= new SignatureReader(Words);

    /// <summary>Finds the events that words refer to.</summary>
    public EventResolver Resolver => field ??= new EventResolver(text, this);

    /// <summary>Adds the event of a clause.</summary>
    public int Add(ParsedSentence sentence, int clauseIndex, TimeExpression? time, EventRole? role)
    {
        var clause = sentence.Clauses[clauseIndex];
        var trigger = clause.Trigger >= 0 ? clause.Trigger : clause.Core;
        var reporting = role is { Reporting: >= 0 } ? sentence.Clauses[role.Reporting] : null;
        var from = Math.Min(clause.From, reporting?.From ?? clause.From);
        var end = Math.Max(clause.End, reporting?.End ?? clause.End);
        var (stems, names) = Content(sentence, clause);
        var subject = SubjectOf(sentence, clause);
        return Know(
            sentence.Words[trigger],
            clause.SubjectFrom >= 0 ? lexicon.Stem(sentence.Words[clause.SubjectEnd - 1].Lower) : null,
            new EventMention
            {
                Index = events.Count,
                Sentence = sentence.Index,
                Quote = Trimmed(sentence, from, end),
                Label = labels.Of(text, sentence, clause, role is { IsSpeechAct: true } ? SaidBy(sentence, clauseIndex) : null),
                Trigger = sentence.SpanOf(trigger, trigger + 1),
                TriggerStem = lexicon.Stem(sentence.Words[trigger].Lower),
                Stems = stems,
                Names = names,
                Subject = subject,
                Time = time,
                TimesReport = role?.TimesReport ?? false,
                Reporter = reporting is null ? null : SubjectOf(sentence, reporting),
                IsSpeechAct = role?.IsSpeechAct ?? false,
                Mood = MoodOf(sentence, clause, time),
                Locatives = LocativesOf(sentence, clause),
            }
        );
    }

    /// <summary>Adds what a word of a tree says happened.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="made">The word and its tree.</param>
    /// <param name="isTime">True for a word of a time.</param>
    /// <param name="time">Its time, or null.</param>
    /// <param name="role">What the time times, or null.</param>
    public int Add(ParsedSentence sentence, Predication made, Func<int, bool> isTime, TimeExpression? time, PredicateRole? role)
    {
        var tree = made.Tree;
        var core = made.Core(isTime);
        var (stems, names) = Words.Content(tree, core);
        var trigger = Words.TriggerOf(made, isTime);
        var word = WordAt(sentence, tree.Tokens[made.Head].Span.Start);
        var clause =
            word < 0 ? null
            : sentence.ClauseAt(word) is var c and >= 0 ? sentence.Clauses[c]
            : null;
        var span = TreeWords.Around(tree, core, time);
        var subject = made.Subject;
        var own = Signatures.Of(made, core, trigger);
        TextSpan? actor = subject >= 0 ? TreeWords.Around(tree, TreeWords.Nominal(tree, subject), null) : null;
        var source = time is null ? null : sources.Of(tree, time.Span) ?? sources.Of(tree, made.Word.Span) ?? Recorder(made);
        var named = Named(sentence, own, subject >= 0 ? tree.Tokens[subject].Span : null);
        var noted = Noted(made, isTime);
        var added = Add(
            new EventMention
            {
                Index = events.Count,
                Sentence = sentence.Index,
                Quote = span,
                Label = labels.Of(text, tree, core, made),
                Trigger = tree.Tokens[trigger].Span,
                TriggerStem = Words.StemOf(tree, trigger),
                Stems = stems,
                Names = names,
                Source = antecedents.Of(source, sentence.Index),
                Subject = actor,
                Doer = antecedents.Of(actor, sentence.Index),
                Signature = own,
                NamedSignature = named,
                NotedSignature = noted,
                Time = time,
                TimesReport = role?.TimesReport ?? false,
                Reporter = role is { Reporter: >= 0 } ? TreeWords.Around(tree, TreeWords.Nominal(tree, role.Reporter), null) : null,
                IsSpeechAct = role?.IsSpeechAct ?? false,
                Mood =
                    subject >= 0 && moods.IsNothing(tree, subject)
                        ? time is not null && moods.IsSetBy(text, time.Span.Start)
                            ? EventMood.Actual
                            : EventMood.Negated
                        : clause is null
                            ? EventMood.Actual
                            : MoodOf(sentence, clause, time),
                Locatives = clause is null ? [] : LocativesOf(sentence, clause),
            }
        );
        told[tree.Tokens[trigger].Span.Start] =
        [
            time is null ? own : Signatures.Of(made, TreeWords.Within(tree, span, core, isTime), trigger),
            .. Report(made, role, isTime),
            .. Signatures.Stated(made, own) is { } stated ? [stated] : Array.Empty<EventSignature>(),
            .. named is null ? [] : new[] { named },
            .. noted is null ? [] : new[] { noted },
        ];
        foreach (var signature in told[tree.Tokens[trigger].Span.Start])
            Resolver.Know(added, signature);
        return added;
    }

    // "It closed the gate": what the pronoun stands for did.
    private EventSignature? Named(ParsedSentence sentence, EventSignature own, TextSpan? subject)
    {
        if (subject is not { } pronoun || antecedents.WordsOf(pronoun, sentence.Index) is not { Tree: { } tree, Noun: var noun })
            return null;
        var (stems, names) = Words.Content(tree, TreeWords.Nominal(tree, noun));
        return own with
        {
            Subject = Words.StemOf(tree, noun),
            Stems = own.Stems.Union(stems).ToHashSet(),
            Names = own.Names.Union(names).ToHashSet(),
            Marks = Words.Marks(tree, noun),
        };
    }

    // "The control room recorded the cut": what is timed is the cut.
    private EventSignature? Noted(Predication made, Func<int, bool> isTime)
    {
        if (!EventKinds.English.Noting.Contains(made.Word.Lemma) || made.Child("obj") is not (var what and >= 0))
            return null;
        var noun = new Predication(made.Tree, what);
        return Signatures.Of(noun, [.. TreeWords.Nominal(made.Tree, what).Where(i => !isTime(i))], what);
    }

    // "The watchman reported water seeping": what is timed may be called the water or the report.
    private IEnumerable<EventSignature> Report(Predication made, PredicateRole? role, Func<int, bool> isTime)
    {
        var tree = made.Tree;
        var verb = role is { Reporter: >= 0 } ? tree.Tokens[role.Reporter].Head : Words.ActAround(tree, made.Head);
        // "The brigade puts the outbreak at nine" puts out no fire.
        if (verb < 0 || EventKinds.English.Having.Contains(tree.Tokens[verb].Lemma))
            yield break;
        var act = new Predication(tree, verb);
        yield return Signatures.Of(act, act.Core(isTime), verb);
    }

    // "The register has three cars coming in": what has it is the source.
    private static TextSpan? Recorder(Predication made)
    {
        var subject = TimedPredicates.Recorder(made.Tree, made.Head);
        return subject >= 0 ? TreeWords.Around(made.Tree, TreeWords.Nominal(made.Tree, subject), null) : null;
    }

    /// <summary>The event that a time times, or -1.</summary>
    public int TimedBy(TimeExpression time) => byTime.GetValueOrDefault(time.Span.Start, -1);

    /// <summary>The event that rests on a word of a tree, or -1.</summary>
    public int At(Predication made, Func<int, bool> isTime)
    {
        if (byTrigger.TryGetValue(made.Word.Span.Start, out var there))
            return there;
        var trigger = Words.TriggerOf(made, isTime);
        return byTrigger.TryGetValue(made.Tree.Tokens[trigger].Span.Start, out there) ? there : -1;
    }

    private static int WordAt(ParsedSentence sentence, int position)
    {
        for (var i = 0; i < sentence.Words.Count; i++)
            if (sentence.Words[i].End > position)
                return i;
        return -1;
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
        return Know(
            sentence.Words[head],
            null,
            new EventMention
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
                    ? moods.Of(sentence, clause, -1)
                    : EventMood.Actual,
            }
        );
    }

    /// <summary>Notes that a span names an event.</summary>
    public void Mention(int index, TextSpan span)
    {
        if (!events[index].Quote.Overlaps(span))
            mentions.Add((index, span));
    }

    /// <summary>The event of a clause that is already there, or -1.</summary>
    public int At(ParsedSentence sentence, Clause clause)
    {
        if (clause.Trigger < 0)
            return -1;
        return byTrigger.TryGetValue(sentence.Words[clause.Trigger].Start, out var there) ? there : -1;
    }

    /// <summary>Sorts the events by where they stand and numbers them anew. Called once, before relations refer to them.</summary>
    public void SortByPosition()
    {
        events.Sort((a, b) => a.Trigger.CompareTo(b.Trigger));
        byTrigger.Clear();
        byTime.Clear();
        timed.Clear();
        Resolver.Forget();
        Stems.Forget();
        for (var i = 0; i < events.Count; i++)
        {
            events[i] = events[i] with { Index = i };
            Enter(events[i]);
            foreach (var known in told.GetValueOrDefault(events[i].Trigger.Start, []))
                Resolver.Know(i, known);
        }
    }

    /// <summary>The timed events told before a position, the last one first; at most five.</summary>
    public IReadOnlyList<int> Before(int position)
    {
        var at = timed.BinarySearch((position, int.MaxValue));
        var end = at < 0 ? ~at : at + 1;
        return timed.Take(new Range(Math.Max(0, end - MostBefore), end)).Reverse().Select(t => t.Event).ToList();
    }

    /// <summary>Stems and names of a range of words.</summary>
    public (HashSet<string> Stems, HashSet<string> Names) Content(ParsedSentence sentence, int from, int end)
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = from; i < end; i++)
        {
            var word = sentence.Words[i];
            if (word.Kind != WordKind.Word || sentence.IsTime(i) || lexicon.Words.IsFunctionWord(word.Lower) || lexicon.IsAuxiliary(word))
                continue;
            if (word.Capital)
                names.Add(word.Lower);
            stems.Add(lexicon.Stem(word.Lower));
        }

        return (stems, names);
    }

    /// <summary>What was read.</summary>
    public EventReading ToReading(IReadOnlyList<EventRelation> relations) => new(events, relations, mentions);

    // An event read without a tree is found by its words all the same.
    private int Know(Word trigger, string? subject, EventMention made)
    {
        var signature = Signatures.Of(trigger.Lower, made.TriggerStem, subject, made.Stems, made.Names);
        told[made.Trigger.Start] = [signature];
        Resolver.Know(made.Index, signature);
        return Add(made);
    }

    private int Add(EventMention made)
    {
        events.Add(made);
        Enter(made);
        return made.Index;
    }

    private void Enter(EventMention made)
    {
        byTrigger.TryAdd(made.Trigger.Start, made.Index);
        if (made.Time is { } own)
            byTime.TryAdd(own.Span.Start, made.Index);
        if (made.Time is not null)
        {
            var at = timed.BinarySearch((made.Quote.End, made.Index));
            timed.Insert(at < 0 ? ~at : at, (made.Quote.End, made.Index));
        }

        Stems.Know(made);
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
        if (SaidBy(sentence, sentence.IndexOf(clause)) is { } said)
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
        while (end - 1 > from && sentence.Words[end - 1].Kind == WordKind.Mark)
            end--;
        while (from < end - 1 && sentence.Words[from].Kind == WordKind.Mark)
            from++;
        return sentence.SpanOf(from, end);
    }

    private List<TextSpan> LocativesOf(ParsedSentence sentence, Clause clause)
    {
        var found = new List<TextSpan>();
        for (var i = clause.From; i < clause.End; i++)
        {
            var lead = lexicon.Words.Locative.Match(sentence.Words, i, clause.End);
            if (lead == 0 || sentence.IsTime(i + lead))
                continue;
            var end = i + lead;
            while (end < clause.End && sentence.Words[end].Kind != WordKind.Mark && end - i < 8 && !sentence.IsTime(end))
                end++;
            if (end > i + lead)
                found.Add(sentence.SpanOf(i + lead, end));
            i += lead - 1;
        }

        return found;
    }
}
