using Assay.Reading.Syntax;
using Assay.Reading.Syntax.Trees;

namespace Assay.Reading.Events;

/// <summary>
/// Reads what some words tell of an event, so that it can be compared with others: the word that says what happens, who does it and to
/// whom, which of several it is, where somebody is.
/// </summary>
/// <param name="words">Reads words of trees.</param>
internal sealed class SignatureReader(TreeWords words)
{
    private EventKinds Kinds { get; } = EventKinds.English;

    /// <summary>What the words of a predication tell.</summary>
    public EventSignature Of(Predication made, IReadOnlyList<int> core, int trigger)
    {
        var tree = made.Tree;
        var (stems, names) = words.Content(tree, core);
        // "A second one" is what the first was.
        var named = Predication.OneMore(tree, trigger) is var first and >= 0 ? first : trigger;
        var head = tree.Tokens[named];
        var subject = made.Subject == trigger ? Doer(tree, trigger) : Counted(tree, made.Subject);
        var noun = subject >= 0 && tree.Tokens[subject].Upos is "NOUN" or "PROPN" ? words.StemOf(tree, subject) : null;
        var (lemma, particle) = Phrasal(tree, named) ?? (head.Lemma.ToLowerInvariant(), trigger == made.Head ? made.Particle : null);
        var own = Phrasal(tree, named) is null ? Where(tree, named) + words.StemOf(tree, named) : words.Stem(lemma);
        return new EventSignature(
            particle is null ? own : $"{own} {particle}",
            particle is null ? lemma : $"{lemma} {particle}",
            [.. KindsOf(lemma, own, particle ?? (trigger == made.Head ? made.Idiom : null)), .. Halted(made, lemma)],
            noun,
            named == trigger ? stems : stems.Append(own).ToHashSet(),
            names,
            core.Select(i => Ordinal(tree, i)).OfType<string>().ToHashSet(),
            subject < 0 ? [] : words.Marks(tree, subject),
            trigger == made.Head && made.Idiom is null && IsLight(made, head)
        )
        {
            Patient =
                trigger == made.Head && made.Child("obj", "nsubj:pass") is var to and >= 0 && tree.Tokens[to].Upos is "NOUN" or "PROPN"
                    ? words.StemOf(tree, to)
                    : null,
            Owners = subject < 0 ? [] : OwnersOf(tree, subject),
            Place = Where(tree, named).Length > 0 ? words.StemOf(tree, named) : Found(tree, named),
            Maker = Maker(tree, head.Upos == "NOUN" ? trigger : made.Subject),
            IsNoun = head.Upos == "NOUN",
            IsOfPronoun = subject >= 0 && tree.Tokens[subject] is { Upos: "PRON", Relation: "nsubj" or "nsubj:pass" },
            IsOnce = KindsOf(lemma, own, particle).Any(Kinds.Once.Contains),
            IsSpeech = words.IsSpeech(lemma) || KindsOf(lemma, own, particle).Any(Kinds.Often.Contains),
        };
    }

    // "The first gate", "gate one".
    private string? Ordinal(SyntaxTree tree, int at) =>
        tree.Tokens[at].Lemma.ToLowerInvariant() is var word && Kinds.Ordinals.Contains(word) ? word
        : at > 0 && tree.Tokens[at].Tag == "CD" && tree.Tokens[at - 1].Span.End < tree.Tokens[at].Span.Start && IsBehindName(tree, at)
            ? Kinds.Numbered.GetValueOrDefault(tree.Tokens[at].Form.ToLowerInvariant())
        : null;

    private static bool IsBehindName(SyntaxTree tree, int number) =>
        tree.Tokens[number - 1] is { Tag: "NN" or "NNP" or "VB" or "VBP" }
        && (number + 1 == tree.Tokens.Count || tree.Tokens[number + 1].Tag is not ("NN" or "NNS" or "NNP" or "CD" or "JJ"));

    /// <summary>What a verb that only says it tells of a thing: "the search was declared over", "they reported the fire out", "he was
    /// pronounced dead"; null where it tells nothing of the kind.</summary>
    /// <param name="made">The verb.</param>
    /// <param name="own">What its words tell.</param>
    public EventSignature? Stated(Predication made, EventSignature own)
    {
        var tree = made.Tree;
        if (!Kinds.Stating.Contains(made.Word.Lemma) || made.Child("obj", "nsubj:pass") is not (var of and >= 0))
            return null;
        var end = made.Child("compound:prt", "xcomp");
        if (end < 0 || tree.Tokens[end] is not { Upos: "ADP" or "ADV" or "ADJ", Lemma: var state })
            return null;
        return own with
        {
            Head = state,
            Lemma = $"be {state}",
            Kinds = [.. Kinds.Of("be", state), .. Kinds.Of(state, null)],
            Subject = tree.Tokens[of].Upos is "NOUN" or "PROPN" ? words.StemOf(tree, of) : null,
            Patient = null,
            IsSpeech = false,
            IsLight = Kinds.States.Contains(state),
        };
    }

    // "The ball went", "the lights were out": what happened is told by the subject.
    private bool IsLight(Predication made, SyntaxToken head) =>
        head.Upos == "VERB"
            ? made.Particle is null && words.IsLight(head.Lemma)
            : Kinds.States.Contains(head.Lemma.ToLowerInvariant()) && made.Child("cop") >= 0 && made.Child("case") < 0;

    // "It stopped sending positions": what stops doing what it does, fails.
    private int[] Halted(Predication made, string lemma) =>
        Kinds.Halting.Contains(lemma) && made.Child("xcomp") >= 0
        || made.IsOfVerbBefore && Kinds.Halting.Contains(made.Tree.Tokens[made.Head - 1].Lemma)
            ? Kinds.Of("fail", null)
            : [];

    // "He was off the ledge", "she was at the ledge": where somebody is, is not told by the place alone.
    private static string Where(SyntaxTree tree, int noun)
    {
        var made = new Predication(tree, noun);
        return made.Child("cop") >= 0 && made.Child("case") is var word and >= 0 ? tree.Tokens[word].Lemma + " " : "";
    }

    // "The book has its first pump on the bridge": where a thing is, that something has there.
    private string? Found(SyntaxTree tree, int noun)
    {
        if (
            tree.Tokens[noun] is not { Upos: "NOUN", Kind: "obj", Head: >= 0 and var verb }
            || !Kinds.Having.Contains(tree.Tokens[verb].Lemma)
        )
            return null;
        var place = tree.Children(noun).Concat(tree.Children(verb)).Cast<int?>().FirstOrDefault(c => IsPlaceBehind(tree, noun, c!.Value));
        return place is { } at ? words.StemOf(tree, at) : null;
    }

    private static bool IsPlaceBehind(SyntaxTree tree, int noun, int at) =>
        at > noun
        && tree.Tokens[at] is { Upos: "NOUN" or "PROPN", Kind: "nmod" or "obl" }
        && new Predication(tree, at).Child("case") is var word and >= 0
        && tree.Tokens[word].Lemma is "on" or "at" or "in";

    private static HashSet<string> OwnersOf(SyntaxTree tree, int noun) =>
        tree.Children(noun)
            .Where(i => tree.Tokens[i] is { Upos: "PRON", Relation: "nmod:poss" })
            .Select(i => tree.Tokens[i].Form.ToLowerInvariant())
            .ToHashSet();

    // "The first of the four orders left": what left is an order.
    private static int Counted(SyntaxTree tree, int subject) =>
        subject >= 0
        && tree.Tokens[subject].Upos is "ADJ" or "NUM" or "DET" or "PRON"
        && tree.Children(subject).Where(c => tree.Tokens[c].Kind == "nmod").Cast<int?>().FirstOrDefault() is { } of
            ? of
            : subject;

    // "A call from the driver's wife", "the driver's call": who made what the noun tells.
    private string? Maker(SyntaxTree tree, int noun)
    {
        if (noun < 0)
            return null;
        var made = new Predication(tree, noun);
        var who = made.Child("nmod:poss") is var owner and >= 0
            ? owner
            : tree.Children(noun).Cast<int?>().FirstOrDefault(c => tree.Tokens[c!.Value].Kind == "nmod" && IsFrom(tree, c.Value)) ?? -1;
        return who >= 0 && tree.Tokens[who].Upos is "NOUN" or "PROPN" ? words.StemOf(tree, who) : null;
    }

    private static bool IsFrom(SyntaxTree tree, int noun) =>
        new Predication(tree, noun).Child("case") is var word and >= 0 && tree.Tokens[word].Lemma is "from" or "by";

    // "The neighbour's call came": who did it is whose it is.
    private static int Doer(SyntaxTree tree, int noun) => new Predication(tree, noun).Child("nmod:poss");

    // "The take-off", "the handover": a verb and its particle as one noun.
    private (string Verb, string? Particle)? Phrasal(SyntaxTree tree, int noun)
    {
        if (tree.Tokens[noun].Upos is not ("NOUN" or "ADP" or "ADV"))
            return null;
        var first = noun;
        while (first > 1 && tree.Tokens[first - 1].Form == "-" && tree.Tokens[first - 1].Span.End == tree.Tokens[first].Span.Start)
            first -= 2;
        var whole = string.Concat(Enumerable.Range(first, noun - first + 1).Select(i => tree.Tokens[i].Form)).ToLowerInvariant();
        foreach (var particle in Kinds.Particles)
            if (
                whole.EndsWith(particle, StringComparison.Ordinal)
                && whole[..^particle.Length].TrimEnd('-') is { Length: > 2 } verb
                && AkinWords.English.Of($"{verb} {particle}").Count > 0
            )
                return (verb, particle);
        return null;
    }

    /// <summary>What a clause tells that was read without a tree.</summary>
    public EventSignature Of(string lemma, string stem, string? subject, IReadOnlySet<string> stems, IReadOnlySet<string> names) =>
        new(
            stem,
            lemma,
            KindsOf(lemma, stem, null),
            subject,
            stems,
            names,
            stems.Where(Kinds.Ordinals.Contains).ToHashSet(),
            new HashSet<string>(),
            words.IsLight(lemma)
        );

    // The lemma, or where the list does not know it the stem of the verb: "sank".
    private int[] KindsOf(string lemma, string stem, string? particle) =>
        Kinds.Of(lemma, particle) is { Length: > 0 } known ? known : Kinds.Of(stem, particle);
}
