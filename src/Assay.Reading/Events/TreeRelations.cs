using Assay.Ground.Anchors;
using Assay.Reading.Syntax;
using Assay.Reading.Syntax.Trees;
using Assay.Reading.Text;
using Assay.Reading.Time;

namespace Assay.Reading.Events;

/// <summary>Reads both sides of words of relation from the tree of the sentence.</summary>
/// <param name="text">The text.</param>
/// <param name="lexicon">The verbs.</param>
/// <param name="book">The events of the article.</param>
/// <param name="predicates">Finds what a time is said of.</param>
/// <param name="told">Finds events by where they were told.</param>
/// <param name="moodOf">Whether it is told as what happened.</param>
/// <param name="relations">Takes what is read.</param>
internal sealed class TreeRelations(
    string text,
    VerbLexicon lexicon,
    EventBook book,
    TimedPredicates predicates,
    ToldEvents told,
    Func<ParsedSentence, RelationPhrase, EventMood> moodOf,
    List<EventRelation> relations
)
{
    /// <summary>Reads a relation; false where the tree does not tell.</summary>
    public bool Read(ParsedSentence sentence, RelationPhrase phrase)
    {
        if (sentence.Tree is not { } tree)
            return false;
        var relation = TimedPredicates.Of(tree, sentence.SpanOf(phrase.From + phrase.Words - 1, phrase.From + phrase.Words)).First;
        var first = TimedPredicates.Of(tree, sentence.SpanOf(phrase.Anchor, phrase.Anchor + 1)).First;
        if (relation < 0 || first < 0)
            return false;
        if (phrase.IsVerb && IsWithoutObject(tree, relation) || IsOfClocks(sentence, tree, phrase))
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
        var trigger = book.Words.TriggerOf(asked, sentence.IsTimeToken);
        var target = book.At(asked, sentence.IsTimeToken);
        var link = EventLink.Stated;
        if (tree.Tokens[anchor].Upos == "PRON")
            (target, link) = told.Last(sentence, named);
        else if (target < 0 || book.Events[target].Time is null)
        {
            var (found, tie) = book.Resolver.Find(book.Signatures.Of(asked, core, Math.Max(trigger, first)), named, sentence.Index, own);
            if (found >= 0 && IsBetter(found, target) && !IsSaidAround(tree, found, anchor))
                (target, link) = (found, tie);
        }

        if (target < 0)
        {
            // "Marseille is an hour ahead of Tunis": a name is nothing that happened.
            if (tree.Tokens[anchor].Upos == "PROPN" && asked.Child("cop", "nsubj") < 0)
                return true;
            if (
                !phrase.HasLength
                && phrase.Meaning.Max is null
                && (own < 0 || book.Events[own].Time is null && !AreDone(tree, own, asked, phrase))
            )
                return true;
            target =
                asked.IsClause && VerbAfter(tree, tree.Tokens[relation].Head) == anchor
                    ? book.Add(sentence, phrase.Anchor, WordAt(sentence, tree.Tokens[anchor]) + 1, WordAt(sentence, tree.Tokens[anchor]))
                    : book.Add(sentence, asked, sentence.IsTimeToken, null, null);
        }
        else
            book.Mention(target, named);

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
                Mood = moodOf(sentence, phrase),
                EarlierLink = earlier.Item2,
                LaterLink = later.Item2,
            }
        );
        return true;
    }

    // "He told the Senate that it was under way within an hour of the alert": the alert is not what he told.
    private bool IsSaidAround(SyntaxTree tree, int found, int anchor)
    {
        if (book.Events[found] is not { Trigger: var act, Signature.IsSpeech: true })
            return false;
        for (var at = tree.Tokens[anchor].Head; at >= 0; at = tree.Tokens[at].Head)
            if (tree.Tokens[at].Span == act)
                return true;
        return false;
    }

    // What a word of relation governs: the head that it marks, or the top of what follows it.
    private static int AnchorOf(SyntaxTree tree, int relation, int first)
    {
        var word = tree.Tokens[relation];
        if (word.Kind is "mark" or "case" && word.Head > relation)
        {
            // A word with a preposition is the subject of no verb: "after the guests had sat down" is about the sitting.
            var governed = tree.Tokens[word.Head];
            return governed is { Kind: "nsubj" or "csubj", Head: >= 0 } && governed.Head > relation ? governed.Head
                : BeingDone(tree, word.Head) is var done and >= 0 ? done
                : VerbAfter(tree, word.Head) is var verb and >= 0 ? verb
                : word.Head;
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

    // "Within five minutes of the call being answered", "of the power going": what happened to the noun.
    private static int BeingDone(SyntaxTree tree, int noun)
    {
        if (tree.Tokens[noun].Upos is not ("NOUN" or "PROPN"))
            return -1;
        foreach (var child in tree.Children(noun))
            if (
                tree.Tokens[child] is { Relation: "acl", Upos: "VERB" } verb
                && child > noun
                && (verb.Tag == "VBG" && child == noun + 1 || tree.Tokens[noun + 1] is { Lemma: "be", Tag: "VBG" })
            )
                return child;
        return -1;
    }

    // "Before a word of the note was written": the noun that a finite verb without a subject follows at once is its subject.
    private static int VerbAfter(SyntaxTree tree, int noun)
    {
        if (noun < 0)
            return -1;
        var next = tree.Subtree(noun).Last + 1;
        if (tree.Tokens[noun].Upos != "NOUN" || next >= tree.Tokens.Count || tree.Tokens[next] is not { Tag: "VBD" } first)
            return -1;
        var verb = first.Upos == "AUX" ? first.Head : next;
        return verb > noun && new Predication(tree, verb).Child("nsubj", "nsubj:pass", "csubj", "expl") < 0 ? verb : -1;
    }

    private static int WordAt(ParsedSentence sentence, SyntaxToken token) =>
        Math.Max(0, sentence.Words.ToList().FindIndex(w => w.End > token.Span.Start));

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

    // "The gate had been shut before the bus left": the order of two things done is a claim even where no clock times them; "he shaves
    // before he eats" is none.
    private bool AreDone(SyntaxTree tree, int own, Predication anchor, RelationPhrase phrase)
    {
        if (book.Events[own] is not { Mood: EventMood.Actual } first || !IsPast(tree, anchor.Head))
            return false;
        var verb = tree.IndexAt(first.Trigger.Start);
        if (verb < tree.Tokens.Count && tree.Tokens[verb] is { Upos: "NOUN", Kind: "nsubj" or "obj", Head: var of })
            verb = of;
        return verb < tree.Tokens.Count
            && IsPast(tree, verb)
            && (
                phrase.TellsDone
                || IsPerfect(tree, verb)
                || IsPerfect(tree, anchor.Head)
                || IsPassive(tree, verb) && IsPassive(tree, anchor.Head)
                || IsContrast(tree, anchor.Head)
            );
    }

    private static bool IsPassive(SyntaxTree tree, int verb) => tree.Children(verb).Any(c => tree.Tokens[c].Relation == "aux:pass");

    // "Before any gate was moved", "before the alarm even went", "before the town did": who says so says which came first.
    private static bool IsContrast(SyntaxTree tree, int verb) =>
        tree.Tokens[verb].Lemma == "do" && new Predication(tree, verb).Child("obj") < 0
        || tree.Children(verb).Any(c => IsAny(tree, c) || tree.Tokens[c].Kind is "nsubj" && tree.Children(c).Any(d => IsAny(tree, d)));

    private static bool IsAny(SyntaxTree tree, int at) => RelationWords.English.Contrast.Contains(tree.Tokens[at].Form.ToLowerInvariant());

    private static bool IsPerfect(SyntaxTree tree, int verb) =>
        tree.Children(verb).Any(c => tree.Tokens[c] is { Kind: "aux", Form: "had" });

    private static bool IsPast(SyntaxTree tree, int verb) =>
        tree.Tokens[verb].Tag is "VBD" or "VBN"
        || tree.Children(verb).Any(c => tree.Tokens[c] is { Kind: "aux" or "cop", Form: "had" or "was" or "were" or "did" });

    // "The church clock has been an hour ahead of the mosque": it tells how two clocks differ.
    private static bool IsOfClocks(ParsedSentence sentence, SyntaxTree tree, RelationPhrase phrase)
    {
        if (!phrase.HasLength || !WordsOf(sentence, phrase).Any(RelationWords.English.ClockDistance.Contains))
            return false;
        var (first, last) = TimedPredicates.Of(tree, sentence.SpanOf(phrase.From, phrase.From + phrase.Words));
        return tree.Tokens.Any(t => t.Relation == "cop" && (t.Head >= first && t.Head <= last || IsLengthBefore(tree, t.Head, first)));
    }

    private static bool IsLengthBefore(SyntaxTree tree, int head, int first) =>
        head >= 0 && head < first && tree.Tokens[head].Upos == "NOUN" && first - head <= 1;

    private static IEnumerable<string> WordsOf(ParsedSentence sentence, RelationPhrase phrase) =>
        sentence.Words.Skip(phrase.From).Take(phrase.Words).Select(w => w.Lower);

    // "Everything that followed was an answer", "messages followed at ten": nothing is said to be followed.
    private static bool IsWithoutObject(SyntaxTree tree, int verb) =>
        tree.Tokens[verb].Upos == "VERB"
        && new Predication(tree, verb).Child("obj", "obl:agent", "ccomp", "xcomp") < 0
        && !tree.Children(verb).Any(c => tree.Tokens[c].Kind is "obl" or "nmod" && IsOfTwo(tree, c));

    // "Was followed by the siren", "coincided with the siren".
    private static bool IsOfTwo(SyntaxTree tree, int noun) =>
        tree.Children(noun).Any(c => tree.Tokens[c] is { Kind: "case", Lemma: "by" or "with" });

    // Where the clause of the event begins, if it stands in this sentence.
    private static int StartOf(ParsedSentence sentence, EventMention own) =>
        own.Sentence == sentence.Index && own.Quote.Start >= sentence.Span.Start ? own.Quote.Start : int.MaxValue;

    // The event that the words of relation say something of; -1 where nothing can be said, -2 where the tree does not tell.
    private (int Event, EventLink Link) Owner(
        ParsedSentence sentence,
        SyntaxTree tree,
        int anchor,
        int marker,
        RelationPhrase phrase,
        TextSpan named
    )
    {
        if (told.Beside(sentence, phrase) is var beside and >= 0)
            return (beside, EventLink.Stated);
        if (phrase.HasLength && IsSaidOfLast(sentence, phrase.From))
            return told.Last(sentence, sentence.SpanOf(phrase.From, phrase.From + phrase.Words));
        var head = tree.Tokens[anchor].Head;
        if (head < 0 && tree.Tokens[marker].Head is var up and >= 0 && up != anchor)
            head = up;
        // "Eight minutes after the page went green." is said of what was told last.
        if (head < 0)
            return phrase.HasLength && IsFirst(sentence, phrase)
                ? told.Near(sentence, sentence.SpanOf(phrase.From, phrase.From + phrase.Words))
                : (-2, EventLink.Stated);
        if (sentence.IsTimeToken(head))
        {
            // "It was seven minutes after": what was told last.
            if (tree.Tokens[head].Head < 0 && IsFirst(sentence, phrase) && IsAlone(tree, head))
                return told.Near(sentence, sentence.SpanOf(phrase.From, phrase.From + phrase.Words));
            if (tree.Tokens[head].Head < 0 && IsPronounSubject(tree, head))
                return told.Last(sentence, sentence.SpanOf(phrase.From, phrase.From + phrase.Words));
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
        head = Said(sentence, tree, head, marker);
        if (
            tree.Tokens[head].Upos == "VERB"
            && predicates.Recorded(tree, head, sentence.IsTimeToken) is var recorded
            && recorded < marker
            && tree.Tokens[recorded].Upos != "PRON"
        )
            head = recorded;
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
            return told.Last(sentence, sentence.SpanOf(phrase.From, phrase.From + phrase.Words));
        // The words of relation and what they name tell nothing of the event they are said of.
        var aside = new TextSpan(sentence.Words[phrase.From].Start, named.End);
        var isAside = (int i) => sentence.IsTimeToken(i) || i != head && aside.Contains(tree.Tokens[i].Span);
        var core = own.Core(isAside);
        var trigger = book.Words.TriggerOf(own, sentence.IsTimeToken);
        var span = new TextSpan(tree.Tokens[core.Count > 0 ? core[0] : head].Span.Start, tree.Tokens[head].Span.End);
        var (found, link) = book.Resolver.Find(book.Signatures.Of(own, core, trigger), span, sentence.Index, -1);
        if (found >= 0 && IsBetter(found, there))
            return (found, link);
        return (there >= 0 ? there : book.Add(sentence, own, isAside, null, null), EventLink.Stated);
    }

    // What the words themselves tell gives way to what is told elsewhere only where that has a clock.
    private bool IsBetter(int found, int there) => there < 0 || book.Events[found].Time?.Clock is not null;

    // Where the verb says that somebody says it, the event is what is said.
    private int Said(ParsedSentence sentence, SyntaxTree tree, int head, int marker)
    {
        if (ToldBetween(tree, head, marker) is var told and >= 0)
            return told;
        var lemma = tree.Tokens[head].Lemma;
        if (tree.Tokens[head].Upos != "VERB" || !lexicon.Speech.Contains(lexicon.Stem(lemma)) && !EventKinds.English.Noting.Contains(lemma))
            return head;
        if (ClauseOfThat(tree, head, marker) is var clause and >= 0)
            return clause;
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

    // "The force points out that the neighbour had rung before the doctor came": what stands nearer to the words of relation is meant.
    private static int ToldBetween(SyntaxTree tree, int head, int marker)
    {
        var at = head;
        while (
            new Predication(tree, at).Child("ccomp") is var told
            && told >= 0
            && told < marker
            && (told > at || marker < at)
            && (tree.Tokens[told].Upos is "VERB" or "AUX" or "ADJ" or "NOUN" || new Predication(tree, told).Child("cop") >= 0)
        )
            at = told;
        return at == head ? -1 : at;
    }

    // "They maintained in their letter that the tug was alongside before the ships touched": a tree that hangs the words of relation on the
    // saying, or the clause on the letter, does not change what is said.
    private static int ClauseOfThat(SyntaxTree tree, int head, int marker)
    {
        for (var that = marker - 1; that > head; that--)
            if (tree.Tokens[that] is { Lemma: "that", Kind: "mark", Head: var clause } && clause > that && clause < marker)
                return clause;
        return -1;
    }

    private static bool IsFirst(ParsedSentence sentence, RelationPhrase phrase) =>
        sentence.Words.Take(phrase.From).All(w => w.Kind == WordKind.Mark);

    // "That is more than an hour after the first alarm": said of what was told before.
    private static bool IsSaidOfLast(ParsedSentence sentence, int from) =>
        from > 1
        && sentence.Words[from - 1].Lower is "is" or "was"
        && sentence.Words[from - 2].Lower is "that" or "this" or "it"
        && (
            from == 2
            || sentence.Words[from - 3].Kind is WordKind.Mark or WordKind.QuoteMark
            || RelationWords.English.Clause.Contains(sentence.Words[from - 3].Lower)
        );

    // A length of time without a verb is a sentence of its own.
    private static bool IsAlone(SyntaxTree tree, int head) => new Predication(tree, head).Child("nsubj", "cop", "csubj", "parataxis") < 0;

    private static bool IsPronounSubject(SyntaxTree tree, int head) =>
        new Predication(tree, head).Child("nsubj", "nsubj:pass") is var subject and >= 0
        && tree.Tokens[subject].Lemma.ToLowerInvariant() is "it" or "that" or "this" or "which" or "what";
}
