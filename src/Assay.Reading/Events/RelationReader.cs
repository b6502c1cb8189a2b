using Assay.Ground.Anchors;
using Assay.Reading.Syntax;
using Assay.Reading.Syntax.Trees;
using Assay.Reading.Text;
using Assay.Reading.Time;

namespace Assay.Reading.Events;

/// <summary>
/// Reads what words of relation assert between two events: "well in advance of", "a mere 9 hours after", "immediately following",
/// "two days later". The event referred to is looked for among those told; where it is not found it becomes an event without a time.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="lexicon">The verbs.</param>
/// <param name="book">The events of the article.</param>
/// <param name="tolerances">What round lengths mean.</param>
/// <param name="predicates">Finds what a time is said of.</param>
internal sealed class RelationReader(string text, VerbLexicon lexicon, EventBook book, Tolerances tolerances, TimedPredicates predicates)
{
    private const string ToldBefore = "the event told before";
    private readonly RelationWords words = RelationWords.English;
    private readonly MoodReader moods = new(lexicon);
    private readonly LengthReader lengths = new(RelationWords.English, tolerances);
    private readonly List<EventRelation> relations = [];

    private readonly record struct Phrase(
        int From,
        int Words,
        int Anchor,
        RelationSide Side,
        RelationMeaning Meaning,
        bool HasLength,
        bool IsVerb = false
    );

    /// <summary>The relations so far.</summary>
    public IReadOnlyList<EventRelation> Relations => relations;

    /// <summary>Reads the relations of one sentence.</summary>
    public void Read(IReadOnlyList<ParsedSentence> sentences, int index)
    {
        var sentence = sentences[index];
        relations.AddRange(new PairReader(text, book, lengths).Read(sentence));
        for (var i = 0; i < sentence.Words.Count; i++)
        {
            if (PhraseAt(sentence, i) is { } phrase)
            {
                Between(sentence, phrase);
                i = Math.Max(i, phrase.Anchor - 1);
            }
            else if (LaterAt(sentence, i) is { } later)
            {
                AfterTheLast(sentence, later);
                i = later.Anchor - 1;
            }
        }
    }

    private Phrase? PhraseAt(ParsedSentence sentence, int i)
    {
        if (WithinAt(sentence, i) is { } within)
            return within;
        var isVerb = false;
        var n = words.Relations.Match(sentence.Words, i, sentence.Words.Count);
        if (n == 0)
            (n, isVerb) = (words.Verbs.Match(sentence.Words, i, sentence.Words.Count), true);
        if (n == 0 || isVerb && i == 0)
            return null;
        var (side, meaning) = words[Join(sentence, i, n)];
        var from = i;
        var hasLength = false;
        if (
            i > 0
            && sentence.TimeOf[i - 1] is var t and >= 0
            && sentence.Times[t].Type == TimexType.Duration
            && lengths.Read(sentence, t) is { } length
        )
        {
            (meaning, from, hasLength) = (length.Meaning, length.From, true);
        }
        else if (sentence.TimeOf[i] >= 0 && sentence.Times[sentence.TimeOf[i]].Type != TimexType.Duration)
            return null;
        var anchor = i + n;
        if (anchor >= sentence.Words.Count || sentence.Words[anchor].Kind == WordKind.Mark)
            return null;
        return StartsWithTime(sentence, anchor) ? null : new Phrase(from, i + n - from, anchor, side, meaning, hasLength, isVerb);
    }

    // "within half an hour of being rung": after it, and by no more than that.
    private Phrase? WithinAt(ParsedSentence sentence, int i)
    {
        if (!sentence.Words[i].Is("of") || i == 0 || i + 1 >= sentence.Words.Count || sentence.TimeOf[i - 1] is not (var time and >= 0))
            return null;
        if (sentence.Times[time].Type != TimexType.Duration || lengths.Read(sentence, time) is not { } length)
            return null;
        return sentence.Words[length.From].Is("within") && length.Meaning.Max is not null
            ? new Phrase(length.From, i + 1 - length.From, i + 1, RelationSide.After, length.Meaning, true)
            : null;
    }

    // "two days later", "40 minutes earlier": as one expression, or as a length and the word after it.
    private Phrase? LaterAt(ParsedSentence sentence, int i)
    {
        var later = words.Later.Match(sentence.Words, i, sentence.Words.Count);
        var earlier = later > 0 ? 0 : words.Earlier.Match(sentence.Words, i, sentence.Words.Count);
        if (later + earlier == 0 || i == 0 || sentence.TimeOf[i - 1] < 0)
            return null;
        if (i + 1 < sentence.Words.Count && sentence.Words[i + later + earlier - 1].Is("on"))
            return null;
        var time = sentence.TimeOf[i - 1];
        if (lengths.Read(sentence, time) is not { } length)
            return null;
        if (i + 1 < sentence.Words.Count && sentence.Words[i + 1].Is("than"))
            return null;
        return new Phrase(
            length.From,
            i + later + earlier - length.From,
            i + later + earlier,
            later > 0 ? RelationSide.After : RelationSide.Before,
            length.Meaning,
            true
        );
    }

    private void AfterTheLast(ParsedSentence sentence, Phrase phrase)
    {
        var (last, link) = ToldLast(sentence, sentence.SpanOf(phrase.From, phrase.From + phrase.Words));
        var clause = sentence.ClauseAt(phrase.From);
        if (last < 0 || clause < 0 || sentence.Clauses[clause].Verb < 0)
            return;
        var (subject, own) = EventOf(sentence, clause, phrase.From);
        if (subject != last)
            Add(sentence, phrase, (subject, own), (last, link), ToldBefore);
    }

    private bool IsOneParagraph(EventMention told, ParsedSentence sentence) =>
        !text.AsSpan(told.Quote.End, Math.Max(0, sentence.Span.Start - told.Quote.End)).Contains("\n\n", StringComparison.Ordinal);

    // What a word of relation governs: the head that it marks, or the top of what follows it.
    private static int AnchorOf(SyntaxTree tree, int relation, int first)
    {
        var word = tree.Tokens[relation];
        if (word.Kind is "mark" or "case" && word.Head > relation)
        {
            // A word with a preposition is the subject of no verb: "after the guests had sat down" is about the sitting.
            var governed = tree.Tokens[word.Head];
            return governed is { Kind: "nsubj" or "csubj", Head: >= 0 } && governed.Head > relation ? governed.Head : word.Head;
        }

        var at = first;
        while (at < tree.Tokens.Count && tree.Tokens[at].Relation == "punct")
            at++;
        if (at >= tree.Tokens.Count)
            return -1;
        while (tree.Tokens[at].Head >= first)
        {
            if (tree.Tokens[at].Relation is "advcl" or "obl")
                break;
            at = tree.Tokens[at].Head;
        }

        return at;
    }

    // The words after the relation that hang on its anchor.
    private static List<int> Governed(SyntaxTree tree, int anchor, int first)
    {
        var words = new List<int>();
        void Take(int at)
        {
            if (at >= first)
                words.Add(at);
            foreach (var child in tree.Children(at))
                Take(child);
        }

        Take(anchor);
        words.Sort();
        return words;
    }

    private bool TreeBetween(ParsedSentence sentence, Phrase phrase)
    {
        if (sentence.Tree is not { } tree)
            return false;
        var relation = TimedPredicates.Of(tree, sentence.SpanOf(phrase.From + phrase.Words - 1, phrase.From + phrase.Words)).First;
        var first = TimedPredicates.Of(tree, sentence.SpanOf(phrase.Anchor, phrase.Anchor + 1)).First;
        if (relation < 0 || first < 0)
            return false;
        if (phrase.IsVerb && IsWithoutObject(tree, relation))
            return true;
        var anchor = AnchorOf(tree, relation, first);
        if (anchor < first)
            return false;
        var named = new TextSpan(tree.Tokens[first].Span.Start, tree.Tokens[Governed(tree, anchor, first)[^1]].Span.End);
        var (own, ownLink) = Owner(sentence, tree, anchor, relation, phrase, named);
        if (own == -2)
            return false;
        var asked = new Predication(tree, anchor);
        var core = asked.Core(sentence.IsTimeToken).Where(i => i >= first).ToList();
        if (core.Count == 0)
            return true;
        var trigger = book.TriggerOf(asked, sentence.IsTimeToken);
        var target = book.At(asked, sentence.IsTimeToken);
        var link = EventLink.Stated;
        if (tree.Tokens[anchor].Upos == "PRON")
            (target, link) = ToldLast(sentence, named);
        else if (target < 0 || book.Events[target].Time is null)
        {
            var (found, tie) = book.Resolver.Find(
                book.Resolver.Signature(asked, core, Math.Max(trigger, first)),
                named,
                sentence.Index,
                own
            );
            if (found >= 0 && IsBetter(found, target))
                (target, link) = (found, tie);
        }

        if (target < 0)
        {
            if (!phrase.HasLength && phrase.Meaning.Max is null && (own < 0 || book.Events[own].Time?.Clock is null))
                return true;
            target = book.Add(sentence, asked, sentence.IsTimeToken, null, null);
        }
        else
        {
            book.Mention(target, named);
        }

        if (own == -1)
            return true;
        if (own == target)
            return true;
        var (earlier, later) = phrase.Side == RelationSide.Before ? ((own, ownLink), (target, link)) : ((target, link), (own, ownLink));
        var words = sentence.SpanOf(phrase.From, phrase.From + phrase.Words);
        var quote = new TextSpan(Math.Min(words.Start, StartOf(sentence, book.Events[own])), Math.Max(named.End, words.End));
        relations.Add(
            new EventRelation(earlier.Item1, later.Item1, phrase.Meaning, quote, words.Of(text), named.Of(text), own)
            {
                Mood = MoodOf(sentence, phrase),
                EarlierLink = earlier.Item2,
                LaterLink = later.Item2,
            }
        );
        return true;
    }

    // "Everything that followed was an answer": nothing is said to be followed.
    private static bool IsWithoutObject(SyntaxTree tree, int verb) =>
        tree.Tokens[verb].Upos == "VERB" && new Predication(tree, verb).Child("obj", "obl", "obl:agent", "ccomp", "xcomp", "nmod") < 0;

    // Where the clause of the event begins, if it stands in this sentence.
    private static int StartOf(ParsedSentence sentence, EventMention own) =>
        own.Sentence == sentence.Index && own.Quote.Start >= sentence.Span.Start ? own.Quote.Start : int.MaxValue;

    // The event that the words of relation say something of; -1 where nothing can be said, -2 where the tree does not tell.
    private (int Event, EventLink Link) Owner(
        ParsedSentence sentence,
        SyntaxTree tree,
        int anchor,
        int marker,
        Phrase phrase,
        TextSpan named
    )
    {
        if (Beside(sentence, phrase) is var beside and >= 0)
            return (beside, EventLink.Stated);
        var head = tree.Tokens[anchor].Head;
        if (head < 0 && tree.Tokens[marker].Head is var up and >= 0 && up != anchor)
            head = up;
        if (head < 0)
            return (-2, EventLink.Stated);
        if (sentence.IsTimeToken(head))
        {
            // "It was seven minutes after": what was told last.
            if (tree.Tokens[head].Head < 0 && IsPronounSubject(tree, head))
                return ToldLast(sentence, sentence.SpanOf(phrase.From, phrase.From + phrase.Words));
            head = predicates.Climb(tree, head, sentence.IsTimeToken);
        }
        else if (tree.Tokens[head].Upos is not "VERB")
        {
            head =
                new Predication(tree, head).Child("cop", "nsubj") >= 0 ? head
                : predicates.Climb(tree, head, sentence.IsTimeToken) is var c and >= 0 ? c
                : head;
        }

        if (head < 0)
            return (-2, EventLink.Stated);
        head = Said(sentence, tree, head);
        var own = new Predication(tree, head);
        var there = book.At(own, sentence.IsTimeToken);
        if (there >= 0 && book.Events[there].Time is not null)
            return (there, EventLink.Stated);
        // "recorded a drop at 2:51": the event of the clock is what was recorded.
        foreach (var relation in (ReadOnlySpan<string>)["obj", "ccomp", "xcomp"])
            if (
                own.Child(relation) is var noted and >= 0
                && book.At(new Predication(tree, noted), sentence.IsTimeToken) is var known and >= 0
                && book.Events[known].Time is not null
            )
                return (known, EventLink.Stated);
        if (IsPronounSubject(tree, head) && lexicon.Light.Contains(lexicon.Stem(own.Word.Lemma)))
            return ToldLast(sentence, sentence.SpanOf(phrase.From, phrase.From + phrase.Words));
        // The words of relation and what they name tell nothing of the event they are said of.
        var aside = new TextSpan(sentence.Words[phrase.From].Start, named.End);
        var isAside = (int i) => sentence.IsTimeToken(i) || i != head && aside.Contains(tree.Tokens[i].Span);
        var core = own.Core(isAside);
        var trigger = book.TriggerOf(own, sentence.IsTimeToken);
        var span = new TextSpan(tree.Tokens[core.Count > 0 ? core[0] : head].Span.Start, tree.Tokens[head].Span.End);
        var (found, link) = book.Resolver.Find(book.Resolver.Signature(own, core, trigger), span, sentence.Index, -1);
        if (found >= 0 && IsBetter(found, there))
            return (found, link);
        return (there >= 0 ? there : book.Add(sentence, own, isAside, null, null), EventLink.Stated);
    }

    // What the words themselves tell gives way to what is told elsewhere only where that has a clock.
    private bool IsBetter(int found, int there) => there < 0 || book.Events[found].Time?.Clock is not null;

    // "at 5:02, twelve minutes after the crest had gone": the event of the clock that the words of relation follow.
    private int Beside(ParsedSentence sentence, Phrase phrase)
    {
        if (!phrase.HasLength)
            return -1;
        var before = phrase.From - 1;
        while (
            before >= 0
            && sentence.Words[before].Lower
                is ","
                    or "("
                    or "-"
                    or "–"
                    or "—"
                    or ":"
                    or "“"
                    or "\""
                    or "which"
                    or "is"
                    or "that"
                    or "or"
                    or "i.e."
        )
            before--;
        return before >= 0 && sentence.TimeOf[before] is var time and >= 0 && sentence.Times[time].Clock is not null
            ? book.TimedBy(sentence.Times[time])
            : -1;
    }

    // Where the verb says that somebody says it, the event is what is said.
    private int Said(ParsedSentence sentence, SyntaxTree tree, int head)
    {
        var lemma = tree.Tokens[head].Lemma;
        if (tree.Tokens[head].Upos != "VERB" || !lexicon.Speech.Contains(lexicon.Stem(lemma)) && !EventKinds.English.Noting.Contains(lemma))
            return head;
        var said = new Predication(tree, head).Child("ccomp", "parataxis");
        if (said < 0 && tree.Tokens[head].Kind == "parataxis")
            said = tree.Tokens[head].Head;
        return
            said >= 0
            && book.At(new Predication(tree, said), sentence.IsTimeToken) is var there and >= 0
            && book.Events[there].Time?.Clock is not null
            ? said
            : head;
    }

    private static bool IsPronounSubject(SyntaxTree tree, int head) =>
        new Predication(tree, head).Child("nsubj", "nsubj:pass") is var subject and >= 0
        && tree.Tokens[subject].Lemma.ToLowerInvariant() is "it" or "that" or "this" or "which";

    // "Seven minutes later": from the event told before. Where the sentence before told one timed event and nothing else stands between, it
    // is that one; else any of those told lately may be meant.
    private (int Event, EventLink Link) ToldLast(ParsedSentence sentence, TextSpan words)
    {
        var told = book.Before(words.Start);
        if (told.Count == 0)
            return (-1, EventLink.Stated);
        var last = book.Events[told[0]];
        var rivals = told.Skip(1).Where(e => book.Events[e].Sentence == last.Sentence && book.Events[e].Time != last.Time).ToList();
        var isNext =
            sentence.Index - last.Sentence <= 1 && last.Time?.Clock is not null && rivals.Count == 0 && IsOneParagraph(last, sentence);
        return (told[0], isNext ? new EventLink(Evidence.Read, words.Of(text), []) : new EventLink(Evidence.Guessed, words.Of(text), told));
    }

    private void Between(ParsedSentence sentence, Phrase phrase)
    {
        if (TreeBetween(sentence, phrase))
            return;
        var end = AnchorEnd(sentence, phrase.Anchor);
        if (end <= phrase.Anchor)
            return;
        var clause = MainClause(sentence, phrase, end);
        if (clause < 0)
            return;
        var verb = FiniteIn(sentence, phrase.Anchor, end);
        var isClause = verb >= 0;
        var head = isClause ? TriggerIn(sentence, phrase.Anchor, end, verb) : Head(sentence, phrase.Anchor, end);
        if (head < 0)
            return;
        var (stems, names) = book.Content(sentence, phrase.Anchor, end);
        var own = book.At(sentence, sentence.Clauses[clause]);
        var named = sentence.SpanOf(phrase.Anchor, end);
        var (anchor, link) = book.Find(
            lexicon.Stem(sentence.Words[head].Lower),
            stems,
            names,
            named,
            own,
            !isClause && sentence.Words[phrase.Anchor].Is("the") && lexicon.IsEventNoun(sentence.Words[head])
        );
        if (anchor < 0 && !Worth(sentence, phrase, isClause, head, own))
            return;
        if (anchor < 0 && !phrase.HasLength && phrase.Meaning.Max is null && own < 0)
            return;
        var (subject, ownLink) = own >= 0 ? (own, OwnLink(sentence, clause, phrase)) : EventOf(sentence, clause, phrase.From);
        if (anchor < 0)
            (anchor, link) = (book.Add(sentence, phrase.Anchor, end, head), EventLink.Stated);
        else
            book.Mention(anchor, named);
        if (subject == anchor)
            return;
        Add(sentence, phrase, (subject, ownLink), (anchor, link), named.Of(text));
    }

    // The words of relation stand in the clause of the event, right after what it says; or the clause was looked for further away.
    private EventLink OwnLink(ParsedSentence sentence, int clause, Phrase phrase)
    {
        var own = sentence.Clauses[clause];
        if (own.Has(phrase.From) || own.End == phrase.From)
            return EventLink.Stated;
        return new EventLink(
            sentence.Clauses.Count(c => c.Verb >= 0) <= 2 ? Evidence.Read : Evidence.Guessed,
            sentence.SpanOf(own.From, own.End).Of(text),
            []
        );
    }

    // An event nobody dates is worth naming where its words name an event and the relation says more than "after".
    private bool Worth(ParsedSentence sentence, Phrase phrase, bool isClause, int head, int own) =>
        (
            phrase.HasLength
            || phrase.Meaning.Max is not null
            || phrase.Meaning.Min > NodaTime.Duration.Zero
            || own >= 0 && book.Events[own].Time?.Clock is not null
        ) && (isClause || lexicon.IsEventNoun(sentence.Words[head]));

    private void Add(
        ParsedSentence sentence,
        Phrase phrase,
        (int Event, EventLink Link) subject,
        (int Event, EventLink Link) anchor,
        string anchorWords
    )
    {
        var (earlier, later) = phrase.Side == RelationSide.Before ? (subject, anchor) : (anchor, subject);
        var from = Math.Min(sentence.Span.Start, sentence.Span.End);
        var clause = sentence.ClauseAt(phrase.From);
        var start = clause >= 0 ? sentence.Words[Math.Min(sentence.Clauses[clause].From, phrase.From)].Start : from;
        var end = Math.Max(sentence.Words[phrase.From + phrase.Words - 1].End, AnchorSpanEnd(sentence, phrase, anchorWords));
        if (clause >= 0 && anchorWords == ToldBefore)
            end = Math.Max(end, book.Events[subject.Event].Quote.End);
        relations.Add(
            new EventRelation(
                earlier.Event,
                later.Event,
                phrase.Meaning,
                new TextSpan(start, end),
                sentence.SpanOf(phrase.From, phrase.From + phrase.Words).Of(text),
                anchorWords,
                subject.Event
            )
            {
                Mood = MoodOf(sentence, phrase),
                EarlierLink = earlier.Link,
                LaterLink = later.Link,
            }
        );
    }

    // The clause that says it, and the clause that says of what: either of them may be a condition, a plan or a denial.
    private EventMood MoodOf(ParsedSentence sentence, Phrase phrase)
    {
        var anchor = sentence.ClauseAt(Math.Min(phrase.Anchor, sentence.Words.Count - 1));
        foreach (
            var clause in (ReadOnlySpan<int>)
                [MainClause(sentence, phrase, AnchorEnd(sentence, phrase.Anchor)), sentence.ClauseAt(phrase.From), anchor]
        )
            if (clause >= 0 && moods.Of(sentence, sentence.Clauses[clause], -1) is var mood and not EventMood.Actual)
                return mood;
        return EventMood.Actual;
    }

    private int AnchorSpanEnd(ParsedSentence sentence, Phrase phrase, string anchorWords)
    {
        var end = AnchorEnd(sentence, phrase.Anchor);
        return end > phrase.Anchor && anchorWords != ToldBefore ? sentence.Words[end - 1].End : sentence.Words[phrase.Anchor - 1].End;
    }

    // The clause the words of relation say something about: the one before them, or at the beginning of a sentence the one after.
    private static int MainClause(ParsedSentence sentence, Phrase phrase, int anchorEnd)
    {
        for (var i = sentence.Clauses.Count - 1; i >= 0; i--)
        {
            var clause = sentence.Clauses[i];
            if (clause.Verb >= 0 && clause.Verb < phrase.From)
                return i;
        }

        for (var i = 0; i < sentence.Clauses.Count; i++)
            if (sentence.Clauses[i].Verb >= anchorEnd)
                return i;
        return -1;
    }

    private (int Event, EventLink Link) EventOf(ParsedSentence sentence, int clause, int near)
    {
        var own = sentence.Clauses[clause];
        var at = book.At(sentence, own);
        if (at >= 0)
            return (at, EventLink.Stated);
        var (stems, names) = book.Content(sentence, own.From, Math.Max(own.From + 1, Math.Min(own.End, Math.Max(near, own.Trigger + 1))));
        var named = sentence.SpanOf(own.From, Math.Max(own.From + 1, Math.Min(own.End, near)));
        var (known, link) =
            own.Trigger < 0 ? (-1, EventLink.Stated) : book.Find(lexicon.Stem(sentence.Words[own.Trigger].Lower), stems, names, named, -1);
        if (known < 0)
            return (book.Add(sentence, clause, null, null), EventLink.Stated);
        book.Mention(known, named);
        return (known, link);
    }

    // Up to a mark, a further relation, or a time that does not belong to the words.
    private int AnchorEnd(ParsedSentence sentence, int from)
    {
        var end = from;
        while (end < sentence.Words.Count)
        {
            var word = sentence.Words[end];
            if (
                word.Kind == WordKind.Mark
                && word.Lower is "," or ";" or ":" or "." or "?" or "!" or "–" or "—" or "--" or "-" or "(" or ")"
            )
                break;
            if (
                end > from
                && (
                    words.Relations.Match(sentence.Words, end, sentence.Words.Count) > 0
                    || word.Lower is "while" or "when" or "but" or "although"
                )
            )
                break;
            if (end > from && lexicon.Words.Coordinator.Contains(word.Lower) && sentence.Clauses.Any(c => c.From == end + 1))
                break;
            if (end > from && lexicon.Words.Preposition.Contains(word.Lower) && StartsWithTime(sentence, end + 1))
                break;
            end++;
        }

        return end;
    }

    private static bool StartsWithTime(ParsedSentence sentence, int at)
    {
        for (var i = at; i < Math.Min(sentence.Words.Count, at + 2); i++)
        {
            if (sentence.TimeOf[i] >= 0)
                return true;
            if (sentence.Words[i].Lower is not ("the" or "about" or "around" or "roughly" or "early" or "late"))
                return false;
        }

        return false;
    }

    private int FiniteIn(ParsedSentence sentence, int from, int end)
    {
        for (var i = from; i < end; i++)
            if (lexicon.IsFinite(sentence.Words, i, from, end))
                return i;
        return -1;
    }

    private int TriggerIn(ParsedSentence sentence, int from, int end, int verb)
    {
        var clause = sentence.Clauses.FirstOrDefault(c => c.Verb == verb);
        if (clause is not null && clause.Trigger >= 0)
            return clause.Trigger;
        var at = verb;
        while (
            at + 1 < end
            && (
                lexicon.IsAuxiliary(sentence.Words[at])
                || sentence.Words[at].Lower is "been" or "being" or "not"
                || sentence.Words[at].Lower.EndsWith("ly", StringComparison.Ordinal)
            )
        )
            at++;
        return at;
    }

    // The last noun before the first preposition: "the National Security Council meeting", "the decision by the council".
    private int Head(ParsedSentence sentence, int from, int end)
    {
        var stop = from;
        while (stop < end && !(stop > from && lexicon.Words.Preposition.Contains(sentence.Words[stop].Lower)))
            stop++;
        for (var i = stop - 1; i >= from; i--)
        {
            var word = sentence.Words[i];
            if (word.Kind == WordKind.Word && !lexicon.Words.IsFunctionWord(word.Lower))
                return i;
        }

        return -1;
    }

    private static string Join(ParsedSentence sentence, int at, int count) =>
        string.Join(' ', Enumerable.Range(at, count).Select(i => sentence.Words[i].Lower));
}
