using Assay.Reading.Actors;
using Assay.Reading.Text;

namespace Assay.Reading.Voices;

/// <summary>Finds whom a verb of speech belongs to, and gives pronouns the last speaker where nobody else can be meant.</summary>
internal sealed class SubjectReader(VoiceText voices, ActorIndex actors)
{
    private const int Reach = 14;
    private readonly WordedText text = voices.Text;
    private readonly VoiceWords words = voices.Words;

    /// <summary>The person who spoke last, for "he" and "she"; null at the beginning.</summary>
    public Voice? LastPerson { get; set; }

    /// <summary>The body or group that spoke last, for "it" and "they".</summary>
    public Voice? LastBody { get; set; }

    /// <summary>Sentence of the last attribution.</summary>
    public int LastSentence { get; set; } = -10;

    /// <summary>The sentence being read.</summary>
    public int Sentence { get; set; }

    /// <summary>The subject that ends before the verb, as a voice with its range of words; null where there is none.</summary>
    public (int First, int End, Voice Voice)? Before(int verb, int from)
    {
        var end = verb;
        while (end > from && words.Adverbs.Contains(text.Words[end - 1].Lower))
            end--;

        while (end > from && text.Words[end - 1].Lower.EndsWith("ly", StringComparison.Ordinal))
            end--;

        if (end <= from)
            return null;

        if (text.Words[end - 1].Lower is "," or ")" or "—" or "–")
        {
            return Apposed(end - 1, from)
                ?? (
                    actors.At(end - 2) is { } stray && stray.End == end - 1 && stray.First >= from && BeginsClause(stray.First, from)
                        ? (stray.First, end, VoiceOf(stray))
                        : null
                );
        }

        return Ending(end, from);
    }

    /// <summary>The noun phrase that begins at the index, as a voice; null where there is none.</summary>
    public (int First, int End, Voice Voice)? After(int first, int limit)
    {
        if (first >= limit)
            return null;

        if (actors.At(first) is { } mention && mention.First == first)
            return mention.End < limit && text.Words[mention.End].Is("'s") ? Phrase(first, limit) : (first, mention.End, VoiceOf(mention));

        if (words.Pronouns.Contains(text.Words[first].Lower))
            return Pronoun(first);

        return words.Settings.Contains(text.Words[first].Lower) ? null : Phrase(first, limit);
    }

    /// <summary>Whom a noun with what belongs to it names, or null for whoever speaks or is spoken to ("I", "you").</summary>
    /// <param name="first">First word of the phrase.</param>
    /// <param name="end">One past its last word.</param>
    /// <param name="head">Its noun, name or pronoun.</param>
    /// <param name="named">Words that may name the same: the head and what is set beside it.</param>
    /// <param name="last">One past the last word of all that is told of them: "his agent in Girona, Ada Moor".</param>
    public Voice? Of(int first, int end, int head, IEnumerable<int> named, int last)
    {
        if (first >= end || head >= text.Words.Count)
            return null;
        var word = text.Words[head];
        if (word.Lower is "i" or "we" or "you" or "my" or "our" or "your" || words.Nobody.Contains(word.Lower))
            return null;
        if (words.Pronouns.Contains(word.Lower) || word.Lower is "it" or "his" or "her" or "their" or "its")
            return Pronoun(head)?.Voice;
        foreach (var at in named.Append(head + 1))
            if (
                actors.At(at) is { } mention
                && mention.End <= Math.Max(end, last)
                && (at == head || (actors.Of(mention).Kind == ActorKind.Person || at == head + 1) && text.Words[at].IsName && !word.IsName)
            )
                return VoiceOf(mention);
        if ((NameBefore(first, head) ?? NameBehind(head, last)) is { } apposed)
            return apposed;
        for (var i = head + 1; i < end; i++)
            if (text.Words[i].Lower is "on" or "at" or "after" or "when" or "who" or "which" or "as" or "and" or ",")
                end = i;
        return Named(first, end);
    }

    // "Prime minister Ada Moor, then the Head of the Port": the person before the first comma, whatever the tree takes for the noun.
    private Voice? NameBefore(int first, int head)
    {
        for (var at = first; at < head && !text.Words[at].Is(","); at++)
            if (
                actors.At(at) is { } mention
                && actors.Of(mention).Kind == ActorKind.Person
                && mention.End <= head
                && text.Words[mention.End].Is(",")
            )
                return VoiceOf(mention);
        return null;
    }

    // "His agent in Girona, Ada Moor", "its secretary, Ada Moor, a driller": the first name between commas, known as an actor or not.
    private Voice? NameBehind(int head, int last)
    {
        for (var comma = head + 1; comma < last; comma++)
        {
            var end = comma + 1;
            while (end < last && text.Words[end].IsName)
                end++;
            if (text.Words[comma].Is(",") && end - comma > 2 && (end == last || text.Words[end].Is(",")))
                return actors.At(comma + 1) is { } mention && mention.End == end
                    ? VoiceOf(mention)
                    : new Voice(text.Text(comma + 1, end), null, text.Span(comma + 1, end));
        }

        return null;
    }

    /// <summary>The voice of an actor's mention.</summary>
    public Voice VoiceOf(ActorMention mention) =>
        new(actors.Of(mention).Name, actors.Of(mention).Id, text.Span(mention.First, mention.End));

    /// <summary>The first actor of the main clause before a word: the subject of "..., saying".</summary>
    public (int First, int End, Voice Voice)? ClauseSubject(int before, int from)
    {
        for (var i = from; i < before; i++)
        {
            if (actors.At(i) is { } mention)
                return (mention.First, mention.End, VoiceOf(mention));

            if (text.Words[i].Lower is "he" or "she" or "they")
                return Pronoun(i);
        }

        return null;
    }

    // "Ada Moor, an MP, said": the name before the apposition.
    private (int First, int End, Voice Voice)? Apposed(int comma, int from)
    {
        var open = text.Words[comma].Is(")") ? "(" : text.Words[comma].Lower;
        for (var i = comma - 1; i > from && i > comma - 24; i--)
        {
            if (!text.Words[i].Is(open))
                continue;

            var next = text.Words[i + 1];
            var apposition =
                next.Kind is WordKind.Number
                || next.Lower
                    is "a"
                        or "an"
                        or "the"
                        or "then"
                        or "who"
                        or "whose"
                        or "its"
                        or "his"
                        or "her"
                        or "their"
                        or "one"
                        or "which"
                        or "former"
                        or "ex"
                        or "based"
                        or "headquartered"
                        or "speaking"
                        or "led"
                || ActorWords.English.OfficeModifiers.Contains(next.Lower)
                || ActorWords.English.Offices.Match(text.Words, i + 1, comma) > 0
                || (next.IsName && actors.At(i + 1) is null)
                || actors.At(i - 1) is { } m && m.End >= i && voices.Finite(i, comma) == 0;
            if (apposition && Ending(i, from) is { } subject)
            {
                // "His rival, Senator Moor, said": the name says more than the noun.
                if (
                    actors.At(comma - 1) is { } inner
                    && inner.End == comma
                    && (subject.Voice.ActorId is null || subject.Voice.ActorId == actors.Of(inner).Id)
                )
                    return (subject.First, comma + 1, VoiceOf(inner));

                return (subject.First, comma + 1, subject.Voice);
            }
        }

        return null;
    }

    private (int First, int End, Voice Voice)? Ending(int end, int from)
    {
        var last = text.Words[end - 1];
        if (words.Pronouns.Contains(last.Lower) || last.Is("it"))
            return Pronoun(end - 1);

        if (last.Lower is "i" or "we" or "you" || last.Kind != WordKind.Word)
            return null;

        if (
            actors.At(end - 1) is { } mention
            && mention.End == end
            && mention.First >= from
            && text.LowerAt(mention.First - (text.LowerAt(mention.First - 1) is "the" ? 2 : 1))
                is not ("of" or "in" or "for" or "at" or "from" or "to" or "on" or "by" or "with")
        )
            return (mention.First, end, VoiceOf(mention));

        var first = PhraseStart(end, from);
        return first < 0 ? Described(end, from) : (first, end, Named(first, end));
    }

    // "a trader who asked not to be named said": the noun before what is told of it.
    private (int First, int End, Voice Voice)? Described(int end, int from)
    {
        for (var i = end - 2; i > from && i > end - Reach && text.Words[i].Kind == WordKind.Word; i--)
        {
            if (text.Words[i].Lower is not ("who" or "which"))
                continue;

            var first = PhraseStart(i, from);
            return first < 0 || voices.Finite(i, end) == 0 ? null : (first, end, Named(first, i));
        }

        return null;
    }

    // The noun phrase to the left: back to a clause boundary, at most so many words, with no finite verb in it.
    private int PhraseStart(int end, int from)
    {
        var first = end;
        while (first > from && end - first < Reach && !IsBoundary(text.Words[first - 1]))
            first--;

        if (first > from && end - first >= Reach)
            return -1;

        first = SkipSetting(first, end);
        if (first >= end || voices.Finite(first, end) > 0)
            return -1;

        var head = text.Words[first];
        return head.Lower is "there" or "to" or "it" or "this" or "that" or "he" or "she" or "not" ? -1 : first;
    }

    // "On Monday police said": the setting before the subject is not part of it.
    private int SkipSetting(int first, int end)
    {
        while (
            first < end
            && (
                words.Settings.Contains(text.Words[first].Lower)
                || text.Words[first].Lower is "however" or "meanwhile" or "instead" or "so" or "even" or "still" or "now" or "also"
            )
        )
        {
            var preposition =
                !text.Words[first].IsName
                && text.Words[first].Lower
                    is not (
                        "yesterday"
                        or "today"
                        or "late"
                        or "early"
                        or "earlier"
                        or "however"
                        or "meanwhile"
                        or "instead"
                        or "so"
                        or "even"
                        or "still"
                        or "now"
                        or "also"
                    );
            first++;
            if (!preposition)
                continue;

            // The object of the preposition: one name or one word; then the subject must follow.
            var start = first;
            while (
                first < end
                && first - start < 4
                && (
                    text.Words[first].Kind != WordKind.Word
                    || text.Words[first].IsName
                    || ActorWords.English.Determiners.Contains(text.Words[first].Lower)
                )
            )
                first++;

            // "At the house the manager said": another noun follows.
            if (first == start || first + 1 < end && ActorWords.English.Determiners.Contains(text.Words[first + 1].Lower))
                first++;
        }

        return first;
    }

    private static bool IsBoundary(Word word) =>
        word.Kind is WordKind.QuoteMark
        || (word.Kind == WordKind.Mark && word.Lower is not ("." or "&" or "-" or "%" or "$" or "'" or "/"))
        || word.Lower
            is "and"
                or "but"
                or "that"
                or "while"
                or "whereas"
                or "because"
                or "although"
                or "though"
                or "as"
                or "when"
                or "where"
                or "which"
                or "who"
                or "whether"
                or "if"
                or "after"
                or "before"
                or "since"
                or "so"
                or "or"
                or "than";

    private bool BeginsClause(int first, int from) =>
        first == from || text.Words[first - 1].Kind == WordKind.Mark || IsBoundary(text.Words[first - 1]) || actors.At(first - 1) is null;

    // A noun phrase to the right ends at a mark, a verb, or a setting.
    private (int First, int End, Voice Voice)? Phrase(int first, int limit)
    {
        var end = first;
        while (
            end < limit
            && end - first < Reach
            && text.Words[end].Kind is WordKind.Word or WordKind.Number or WordKind.Code
            && !voices.Words.IsFinite(text.Words[end])
            && !(
                end > first
                && text.Words[end].Lower is "that" or "on" or "at" or "after" or "when" or "who" or "which" or "as" or "and" or "there"
            )
        )
            end++;

        // "Wrote down a ..." before a mark of quotation: no noun.
        var isNoun =
            end > first && text.Words[first].Kind == WordKind.Word && !ActorWords.English.Determiners.Contains(text.Words[end - 1].Lower);
        return isNoun ? (first, end, Named(first, end)) : null;
    }

    private Voice Named(int first, int end)
    {
        var start = text.Words[first].Lower is "the" or "a" or "an" && end - first > 1 ? first + 1 : first;
        var name = text.Text(start, end).ReplaceLineEndings(" ");
        ActorMention? only = null;
        for (var i = start; i < end; i++)
        {
            // "The company states": what goes on behind the phrase is misread.
            if (actors.At(i) is { } mention && mention != only && mention.End <= end)
            {
                if (only is not null)
                    return new Voice(name, null, text.Span(first, end));

                only = mention;
            }
        }

        var id = only is { } one ? actors.Of(one).Id : null;
        return new Voice(
            only is { } whole && whole.First <= start && whole.End >= end ? actors.Of(whole).Name : name,
            id,
            text.Span(first, end)
        );
    }

    private (int First, int End, Voice Voice)? Pronoun(int at)
    {
        var lower = text.Words[at].Lower;
        var span = text.Span(at, at + 1);
        if (lower == "who")
        {
            var before = text.LowerAt(at - 1) is "," ? at - 2 : at - 1;
            return actors.At(before) is { } named ? (at, at + 1, VoiceOf(named)) : null;
        }

        var near = Sentence - LastSentence <= 3;
        if (lower is "he" or "she" or "his" or "her")
        {
            var person = near && LastPerson is not null ? LastPerson : OnlyPerson(at);
            return (at, at + 1, person is null ? new Voice(lower, null, span) : person with { Mention = span });
        }

        if (lower is "it" or "its" && (!near || LastBody is null))
            return null;

        return (at, at + 1, near && LastBody is not null ? LastBody with { Mention = span } : new Voice(lower, null, span));
    }

    // The only person named in this sentence before the pronoun, or else in the sentence before.
    private Voice? OnlyPerson(int at)
    {
        var range = text.Sentences[Sentence];
        for (var k = Sentence; k >= Math.Max(0, Sentence - 1); k--)
        {
            range = text.Sentences[k];
            var people = new Dictionary<int, ActorMention>();
            for (var i = range.First; i < Math.Min(range.End, at); i++)
            {
                if (actors.At(i) is { } mention && actors.Of(mention).Kind == ActorKind.Person)
                    people[mention.Actor] = mention;
            }

            if (people.Count > 0)
                return people.Count == 1 ? VoiceOf(people.Values.First()) : null;
        }

        return null;
    }
}
