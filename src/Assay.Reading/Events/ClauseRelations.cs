using Assay.Ground.Anchors;
using Assay.Reading.Syntax;
using Assay.Reading.Syntax.Trees;
using Assay.Reading.Text;
using Assay.Reading.Time;

namespace Assay.Reading.Events;

/// <summary>
/// Reads both sides of words of relation by the clauses of the sentence, where its tree does not tell; what a tree is not asked for is read
/// here too: "two days later", and the mood.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="lexicon">The verbs.</param>
/// <param name="book">The events of the article.</param>
/// <param name="told">Finds events by where they were told.</param>
/// <param name="relations">Takes what is read.</param>
internal sealed class ClauseRelations(string text, VerbLexicon lexicon, EventBook book, ToldEvents told, List<EventRelation> relations)
{
    private const string ToldBefore = "the event told before";
    private readonly RelationWords words = RelationWords.English;
    private readonly MoodReader moods = new(lexicon);

    /// <summary>Reads the relation between the clause of the words and what follows them.</summary>
    public void Between(ParsedSentence sentence, RelationPhrase phrase)
    {
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
        var (anchor, link) = book.Stems.Find(
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

    /// <summary>Reads "later" and "earlier": from the event told before.</summary>
    public void AfterTheLast(ParsedSentence sentence, RelationPhrase phrase)
    {
        var beside = phrase.HasLength ? told.Beside(sentence, phrase) : told.OnlyTimed(sentence);
        var (last, link) = told.Last(sentence, sentence.SpanOf(phrase.From, phrase.From + phrase.Words), beside);
        var clause = sentence.ClauseAt(phrase.From);
        if (last < 0 || clause < 0 || sentence.Clauses[clause].Verb < 0)
            return;
        var (subject, own) = beside >= 0 ? (beside, EventLink.Stated) : EventOf(sentence, clause, phrase.From);
        if (subject != last)
            Add(sentence, phrase, (subject, own), (last, link), ToldBefore);
    }

    // The words of relation stand in the clause of the event, right after what it says; or the clause was looked for further away.
    private EventLink OwnLink(ParsedSentence sentence, int clause, RelationPhrase phrase)
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
    private bool Worth(ParsedSentence sentence, RelationPhrase phrase, bool isClause, int head, int own) =>
        (
            phrase.HasLength
            || phrase.Meaning.Max is not null
            || phrase.Meaning.Min > NodaTime.Duration.Zero
            || own >= 0 && book.Events[own].Time?.Clock is not null
        ) && (isClause || lexicon.IsEventNoun(sentence.Words[head]));

    private void Add(
        ParsedSentence sentence,
        RelationPhrase phrase,
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

    /// <summary>
    /// The clause that says it, and the clause that says of what: either of them may be a condition, a plan or a denial.
    /// </summary>
    public EventMood MoodOf(ParsedSentence sentence, RelationPhrase phrase)
    {
        if (moods.IsUnderReading(sentence, phrase.From))
            return EventMood.Conditional;
        var anchor = sentence.ClauseAt(Math.Min(phrase.Anchor, sentence.Words.Count - 1));
        foreach (
            var clause in (ReadOnlySpan<int>)
                [MainClause(sentence, phrase, AnchorEnd(sentence, phrase.Anchor)), sentence.ClauseAt(phrase.From), anchor]
        )
            if (
                clause >= 0
                && moods.Of(sentence, sentence.Clauses[clause], -1) is var mood and not EventMood.Actual
                && !(phrase.TakesDenial && mood == EventMood.Negated)
            )
                return mood;
        return EventMood.Actual;
    }

    private int AnchorSpanEnd(ParsedSentence sentence, RelationPhrase phrase, string anchorWords)
    {
        var end = AnchorEnd(sentence, phrase.Anchor);
        return end > phrase.Anchor && anchorWords != ToldBefore ? sentence.Words[end - 1].End : sentence.Words[phrase.Anchor - 1].End;
    }

    // The clause the words of relation say something about: the one before them, or at the beginning of a sentence the one after.
    private static int MainClause(ParsedSentence sentence, RelationPhrase phrase, int anchorEnd)
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
            own.Trigger < 0
                ? (-1, EventLink.Stated)
                : book.Stems.Find(lexicon.Stem(sentence.Words[own.Trigger].Lower), stems, names, named, -1);
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
            if (end > from && lexicon.Words.Preposition.Contains(word.Lower) && RelationPhrases.StartsWithTime(sentence, end + 1))
                break;
            end++;
        }

        return end;
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
}
