using Assay.Ground.Anchors;
using Assay.Reading.Syntax;
using Assay.Reading.Syntax.Trees;

namespace Assay.Reading.Events;

/// <summary>Finds what a time is said of, in the tree of its sentence.</summary>
/// <param name="lexicon">The event nouns.</param>
internal sealed class TimedPredicates(VerbLexicon lexicon)
{
    /// <summary>The words of a span.</summary>
    public static (int First, int End) Of(SyntaxTree tree, TextSpan span)
    {
        var first = -1;
        for (var i = 0; i < tree.Tokens.Count; i++)
        {
            if (tree.Tokens[i].Span.Overlaps(span))
                first = first < 0 ? i : first;
            else if (first >= 0)
                return (first, i);
        }

        return (first, first < 0 ? first : tree.Tokens.Count);
    }

    /// <summary>The word that says what happened at a time, or -1 where the tree does not tell.</summary>
    /// <param name="tree">The sentence.</param>
    /// <param name="time">The time.</param>
    /// <param name="isTime">True for a word of any time or length of time.</param>
    public int Governor(SyntaxTree tree, TextSpan time, Func<int, bool> isTime)
    {
        var (first, end) = Of(tree, time);
        if (first < 0)
            return time.End <= tree.Tokens[0].Span.Start ? OfEntry(tree, isTime) : -1;
        var at = first;
        for (var i = first; i < end; i++)
            if (tree.Tokens[i].Head < first || tree.Tokens[i].Head >= end)
            {
                at = i;
                if (tree.Tokens[i].Relation is not ("case" or "punct" or "advmod"))
                    break;
            }

        return Told(tree, at, isTime) is var noun and >= 0 ? noun : Climb(tree, at, isTime);
    }

    // The time of an entry of a log stands before its sentence.
    private int OfEntry(SyntaxTree tree, Func<int, bool> isTime)
    {
        var root = Enumerable.Range(0, tree.Tokens.Count).First(i => tree.Tokens[i].Head < 0);
        return isTime(root) ? Below(tree, root, isTime) : Recorded(tree, root, isTime);
    }

    // "It says its first alarm was at 9.25": the noun is what happened then, whatever is said around.
    private static int Told(SyntaxTree tree, int time, Func<int, bool> isTime)
    {
        var clause = new Predication(tree, time);
        if (tree.Tokens[time].Head < 0 || clause.Child("cop") < 0)
            return -1;
        var noun = clause.Child("nsubj");
        return noun >= 0 && !isTime(noun) && tree.Tokens[noun].Upos is "NOUN" or "PROPN" ? noun : -1;
    }

    /// <summary>The noun that names an event right before a time and its preposition ("the impact at 2132"), or -1.</summary>
    public int EventBefore(SyntaxTree tree, TextSpan time)
    {
        var at = Of(tree, time).First - 1;
        if (at >= 0 && tree.Tokens[at].Upos == "ADP")
            at--;
        return at >= 0 && (IsEvent(tree.Tokens[at]) || IsKind(tree.Tokens[at]) || IsOneOfSeveral(tree, at)) ? at : -1;
    }

    // "And the last truck at 3:05", "and the last at ten": one of what is told before.
    private static bool IsOneOfSeveral(SyntaxTree tree, int at) =>
        Predication.OneMore(tree, at) >= 0 || tree.Tokens[at].Upos == "NOUN" && Predication.IsNumbered(tree, at);

    /// <summary>From a word of time or place up to what happens.</summary>
    public int Climb(SyntaxTree tree, int at, Func<int, bool> isTime)
    {
        for (var steps = 0; steps < 12; steps++)
        {
            var head = tree.Tokens[at].Head;
            if (head < 0)
                return Below(tree, at, isTime);
            var up = tree.Tokens[head];
            if (isTime(head))
            {
                at = head;
                continue;
            }

            if (IsOwnPart(tree, at))
                return at;
            if (up.Upos is "VERB" || new Predication(tree, head).Child("cop", "nsubj") >= 0)
            {
                if (up.Head < 0 || !IsBeside(tree, head, at) && !IsInfinitive(tree, head))
                    return Recorded(tree, head, isTime);
            }
            if (up.Upos is "NOUN" or "PROPN" && IsEvent(up) && IsRecorded(tree, head))
                return head;
            if (up.Head < 0)
                return head;
            at = head;
        }

        return -1;
    }

    // "The alarm at 8:48, a minute after the aircraft left the runway, and both vehicles at the wreck at 8:53": what a comma and "and" begin
    // is of the sentence, and not of the clause between.
    private static bool IsOwnPart(SyntaxTree tree, int noun)
    {
        var joined = tree.Tokens[noun] is { Kind: "conj", Upos: "NOUN" or "PROPN" or "ADJ" or "NUM" }
            ? new Predication(tree, noun).Child("cc")
            : -1;
        return joined > 0 && joined < noun && tree.Tokens[joined - 1].Form == ",";
    }

    // "To calm them, at nine, the mayor spoke": a time between commas belongs to the clause that comes.
    private static bool IsBeside(SyntaxTree tree, int verb, int time) =>
        tree.Tokens[verb].Head > time && verb < time && tree.Tokens[verb].Kind is "advcl" or "acl" or "obl" && HasComma(tree, verb, time);

    private static bool HasComma(SyntaxTree tree, int from, int end)
    {
        for (var i = from + 1; i < end; i++)
            if (tree.Tokens[i].Form == ",")
                return true;
        return false;
    }

    // "announced the agreement to send troops at 3:26": what is meant to happen is not what happened at the time.
    private static bool IsInfinitive(SyntaxTree tree, int verb)
    {
        if (tree.Tokens[verb].Kind is not ("xcomp" or "acl" or "advcl"))
            return false;
        foreach (var child in tree.Children(verb))
            if (tree.Tokens[child] is { Kind: "mark", Lemma: "to" })
                return true;
        return false;
    }

    private bool IsEvent(SyntaxToken noun) => noun.Upos == "NOUN" && lexicon.IsEventNoun(Word(noun));

    private static bool IsKind(SyntaxToken noun) =>
        noun.Upos == "NOUN" && EventKinds.English.Of(noun.Lemma.ToLowerInvariant(), null).Length > 0;

    private static Text.Word Word(SyntaxToken token) =>
        new(token.Span.Start, token.Span.End, token.Form.ToLowerInvariant(), Text.WordKind.Word, false, false);

    // The object of a record, or a noun that hangs on no verb that happens.
    private static bool IsRecorded(SyntaxTree tree, int noun)
    {
        var word = tree.Tokens[noun];
        return word.Head < 0 || word.Relation is "conj" || word.Relation == "obj" && IsRecording(tree.Tokens[word.Head].Lemma);
    }

    /// <summary>What records an event ("the register has three cars coming in"): a noun, or -1.</summary>
    public static int Recorder(SyntaxTree tree, int made)
    {
        // "The institute recorded a tremor at 4:49": by its own record.
        if (EventKinds.English.Noting.Contains(tree.Tokens[made].Lemma) && tree.Tokens[made].Upos == "VERB")
            return Keeper(tree, made);
        var at = made;
        if (tree.Tokens[at] is { Kind: "acl", Head: >= 0 and var noun })
            at = noun;
        if (tree.Tokens[at] is not { Kind: "obj" or "ccomp" or "xcomp", Head: >= 0 and var verb } || !IsRecording(tree.Tokens[verb].Lemma))
            return -1;
        return Keeper(tree, verb);
    }

    private static int Keeper(SyntaxTree tree, int verb)
    {
        var subject = new Predication(tree, verb).Child("nsubj") >= 0 ? new Predication(tree, verb).Subject : -1;
        return subject >= 0 && tree.Tokens[subject].Upos is "NOUN" or "PROPN" or "PRON" && tree.Tokens[subject].Lemma != "I" ? subject : -1;
    }

    private static bool IsRecording(string lemma) => EventKinds.English.Having.Contains(lemma) || EventKinds.English.Noting.Contains(lemma);

    /// <summary>
    /// What a verb of recording records, else the verb itself: "the log has the collision at 3:27" tells of the collision, "this puts her
    /// call ten minutes after the alarm" of the call.
    /// </summary>
    public int Recorded(SyntaxTree tree, int verb, Func<int, bool> isTime)
    {
        // "It was rung, it says, at 4:20": the time is said of the clause around.
        if (
            tree.Tokens[verb] is { Kind: "parataxis", Head: >= 0 and var around }
            && tree.Tokens[around].Upos == "VERB"
            && IsSaying(tree.Tokens[verb])
            && new Predication(tree, verb).Child("ccomp", "obj") < 0
        )
            verb = around;
        // "The station was showing the slide": that is what it did.
        if (
            !IsRecording(tree.Tokens[verb].Lemma)
            || isTime(verb)
            || tree.Tokens[verb].Tag == "VBG" && new Predication(tree, verb).Child("aux") >= 0
        )
            return verb;
        var recorded = new Predication(tree, verb).Child("obj", "ccomp", "xcomp");
        if (
            recorded < 0
            || isTime(recorded)
            || tree.Tokens[recorded].Upos == "PRON" && IsEnd(tree, recorded)
            || Predication.IsBare(tree, recorded) && !IsEvent(tree.Tokens[recorded])
        )
            return verb;
        if (tree.Tokens[recorded].Upos is "NOUN" or "PROPN")
            foreach (var child in tree.Children(recorded))
                if (tree.Tokens[child] is { Relation: "acl", Upos: "VERB" })
                    return child;
        return
            EventKinds.English.Having.Contains(tree.Tokens[verb].Lemma)
            || tree.Tokens[recorded].Upos == "VERB"
            || IsEvent(tree.Tokens[recorded])
            ? recorded
            : verb;
    }

    // "The ward has him at 12.25": a pronoun alone tells of nothing that happened.
    private static bool IsEnd(SyntaxTree tree, int pronoun)
    {
        foreach (var child in tree.Children(pronoun))
            if (tree.Tokens[child].Kind == "acl")
                return false;
        return true;
    }

    private bool IsSaying(SyntaxToken verb) => lexicon.Speech.Contains(lexicon.Stem(verb.Lemma)) || IsRecording(verb.Lemma);

    // "It was 11.25 when she called": the time is what is said, and the clause tells of what.
    private static int Below(SyntaxTree tree, int at, Func<int, bool> isTime)
    {
        foreach (
            var relation in (ReadOnlySpan<string>)
                ["advcl", "acl:relcl", "ccomp", "csubj", "parataxis", "nsubj", "nsubj:pass", "appos", "list", "dep", "nmod", "conj"]
        )
        foreach (var child in tree.Children(at))
            if (tree.Tokens[child].Relation == relation && !isTime(child) && tree.Tokens[child].Upos is "VERB" or "NOUN" or "PROPN")
                return child;
        return -1;
    }
}
