using Assay.Ground.Anchors;
using Assay.Reading.Syntax;
using Assay.Reading.Syntax.Trees;

namespace Assay.Reading.Events;

/// <summary>A word of a sentence that says what happens, with what stands around it in the tree.</summary>
/// <param name="Tree">The sentence.</param>
/// <param name="Head">Index of the word: a verb, a participle, or a noun that names an event.</param>
internal readonly record struct Predication(SyntaxTree Tree, int Head)
{
    // What is said may be long; the label of who says it is not.
    private const int FarObject = 12;

    /// <summary>The word.</summary>
    public SyntaxToken Word => Tree.Tokens[Head];

    /// <summary>True where it is a verb or what a form of "be" says of its subject.</summary>
    public bool IsClause => Word.Upos is "VERB" or "AUX" || Child("cop") >= 0 || Child("nsubj") >= 0;

    /// <summary>The first dependent in one of the relations, or -1.</summary>
    public int Child(params ReadOnlySpan<string> relations)
    {
        foreach (var child in Tree.Children(Head))
            if (relations.Contains(Tree.Tokens[child].Relation))
                return child;
        return -1;
    }

    /// <summary>Whoever or whatever does it: its own subject, or the one it shares with the verb it hangs on; -1 where there is
    /// none.</summary>
    public int Subject
    {
        get
        {
            var (tree, at) = (Tree, Head);
            if (IsBareOrdinal(tree, at))
                return -1;
            for (var steps = 0; steps < 6 && at >= 0; steps++)
            {
                var own = new Predication(tree, at).Child("nsubj", "nsubj:pass", "csubj");
                var (relation, head) = (tree.Tokens[at].Relation, tree.Tokens[at].Head);
                if (relation == "acl:relcl" && head >= 0 && (own < 0 || IsRelative(tree.Tokens[own])))
                    return Antecedent(tree, head);
                if (own >= 0)
                    return own;
                if (relation == "acl")
                    return head;
                if (relation is not ("conj" or "xcomp" or "advcl"))
                    return -1;
                at = head;
            }

            return -1;
        }
    }

    // "the office of the harbour, which opened": after a comma the clause is about the whole.
    private static int Antecedent(SyntaxTree tree, int noun)
    {
        var isAfterComma = noun + 1 < tree.Tokens.Count && tree.Tokens[noun + 1].Form == ",";
        var top = noun;
        while (isAfterComma && tree.Tokens[top] is { Kind: "nmod", Head: >= 0 and var head } && head < top)
            top = head;
        return top;
    }

    /// <summary>The particle of the verb ("went down"), or null.</summary>
    public string? Particle =>
        Child("compound:prt") is var p and >= 0 ? Tree.Tokens[p].Lemma
        : Head + 1 < Tree.Tokens.Count && IsLoose(Head + 1) ? Tree.Tokens[Head + 1].Lemma
        : null;

    // "She went under at four": a preposition that governs nothing is a particle, whatever the tree calls it.
    private bool IsLoose(int at) =>
        Word.Upos == "VERB"
        && Tree.Tokens[at].Upos is "ADP" or "ADV"
        && (at + 1 == Tree.Tokens.Count || Tree.Tokens[at + 1].Upos is "ADP" or "PUNCT" or "SCONJ" or "CCONJ" or "ADV")
        && EventKinds.English.Of(Word.Lemma.ToLowerInvariant(), Tree.Tokens[at].Lemma).Length > 0;

    /// <summary>The object that makes one idea with the verb ("gave way", "took place"), or null: one word, with nothing said of
    /// it.</summary>
    public string? Idiom =>
        Child("obj") is var o and >= 0 && IsBare(Tree, o) ? Tree.Tokens[o].Lemma
        : Head + 1 < Tree.Tokens.Count && Tree.Tokens[Head + 1].Head == Head && IsBare(Tree, Head + 1) ? Tree.Tokens[Head + 1].Lemma
        : null;

    /// <summary>True for a noun in the singular with no word of its own: "way" in "gave way".</summary>
    public static bool IsBare(SyntaxTree tree, int noun)
    {
        var word = tree.Tokens[noun];
        if (word.Upos != "NOUN" || !word.Form.Equals(word.Lemma, StringComparison.OrdinalIgnoreCase))
            return false;
        foreach (var child in tree.Children(noun))
            if (tree.Tokens[child].Kind is "det" or "nummod" or "amod" or "compound" or "acl" || tree.Tokens[child].Relation == "nmod:poss")
                return false;
        return true;
    }

    /// <summary>The words that tell what happens, in order: subject, verb group, objects and what belongs to them; no times, no further
    /// clauses.</summary>
    /// <param name="isTime">True for a word of a time expression.</param>
    public List<int> Core(Func<int, bool> isTime)
    {
        var core = new SortedSet<int>();
        var subject = Subject;
        if (subject >= 0 && subject != Head)
        {
            Collect(subject, core, isTime, Head);
            var tree = Tree;
            core.RemoveWhere(i => tree.Tokens[i] is { Kind: "case" } word && word.Head == subject && i < subject);
        }

        Collect(Head, core, isTime, -1);
        Governors(core);
        return [.. core];
    }

    /// <summary>True for the "answering" of "stopped answering": it goes with the verb right before it, whatever the tree calls
    /// it.</summary>
    public bool IsOfVerbBefore =>
        Head > 0
        && Word.Head == Head - 1
        && Word.Kind is "xcomp" or "advcl"
        && Word.Form.EndsWith("ing", StringComparison.OrdinalIgnoreCase)
        && Tree.Tokens[Head - 1].Upos == "VERB";

    // "He had let go his lines", "was seen to leave": the verbs that an infinitive hangs on.
    private void Governors(SortedSet<int> core)
    {
        var at = Head;
        for (var steps = 0; steps < 3 && (Tree.Tokens[at].Kind == "xcomp" || new Predication(Tree, at).IsOfVerbBefore); steps++)
        {
            var up = Tree.Tokens[at].Head;
            if (up < 0 || Tree.Tokens[up].Upos != "VERB")
                return;
            core.Add(up);
            foreach (var child in Tree.Children(up))
                if (Tree.Tokens[child].Kind is "aux" or "obj" or "iobj" && child < at && !Tree.Children(child).Any())
                    core.Add(child);
            at = up;
        }
    }

    private void Collect(int at, SortedSet<int> core, Func<int, bool> isTime, int not)
    {
        core.Add(at);
        foreach (var child in Tree.Children(at))
            if (child != not && !core.Contains(child) && Belongs(at, child, isTime))
                Collect(child, core, isTime, not);
    }

    private bool Belongs(int head, int child, Func<int, bool> isTime)
    {
        var word = Tree.Tokens[child];
        // "The mayor's case is that the siren sounded": the clause is what sounded.
        if (head == Head && (word.Relation == "nsubj:outer" || word.Kind == "cop" && Child("nsubj:outer") >= 0))
            return false;
        // "One is that the guard was called": what stands before the word that opens a clause is no part of it.
        if (head == Head && child < Opening())
            return false;
        if (isTime(child))
            return head != Head && (isTime(head) || IsOf(child)); // "the pictures of that night"
        return word.Kind switch
        {
            "punct" => word.Form is "-" or "/" or "'" || head != Head && word.Form is "\"" or "“" or "”" or "‘" or "’",
            "case" => head != Head || Word.Head < 0 || Child("cop") >= 0, // "was in the system", "alongside the wreck"
            "conj" or "cc" => head != Head && Tree.Tokens[head].Upos is "NOUN" or "PROPN" or "ADJ" && !HasTime(child, isTime),
            "ccomp" or "csubj" => head == Head && Math.Abs(child - head) < FarObject,
            "acl" => word.Relation == "acl" && (head != Head || Tree.Tokens[Head].Upos is not "VERB"),
            "advmod" => !IsLink(word),
            "obl" or "nmod" => head != Head && word.Kind == "nmod" && IsOf(child) || !IsAside(child, isTime),
            "mark" => word.Lemma == "to",
            "advcl" or "parataxis" or "discourse" or "vocative" or "appos" or "list" or "dep" => false,
            _ => true,
        };
    }

    private int Opening()
    {
        foreach (var child in Tree.Children(Head))
            if (Tree.Tokens[child] is { Kind: "mark", Lemma: "that" })
                return child;
        return -1;
    }

    /// <summary>
    /// For the "one" of "a first tremor and a second one", and the "last" of "the first burst went up at nine and the last at ten", the
    /// noun
    /// that it is one more of, else -1.
    /// </summary>
    public static int OneMore(SyntaxTree tree, int at)
    {
        if (!IsAnother(tree, at) && !IsBareOrdinal(tree, at))
            return -1;
        for (var i = at - 1; i >= 0; i--)
            if (tree.Tokens[i].Upos == "NOUN" && IsNumbered(tree, i))
                return i;
        return -1;
    }

    private static bool IsAnother(SyntaxTree tree, int at) =>
        tree.Tokens[at] is { Lemma: "one", Upos: "NOUN" or "PRON" or "NUM" } && IsNumbered(tree, at);

    /// <summary>True for an ordinal after an article that stands for its noun: "the last".</summary>
    public static bool IsBareOrdinal(SyntaxTree tree, int at) =>
        at > 0
        && EventKinds.English.Ordinals.Contains(tree.Tokens[at].Lemma.ToLowerInvariant())
        && tree.Tokens[at - 1].Upos == "DET"
        && !(tree.Tokens[at].Kind is "amod" or "nummod" or "compound" && tree.Tokens[at].Head > at);

    /// <summary>True for a noun that an ordinal tells from others of its kind: "the last truck".</summary>
    public static bool IsNumbered(SyntaxTree tree, int noun)
    {
        foreach (var child in tree.Children(noun))
            if (EventKinds.English.Ordinals.Contains(tree.Tokens[child].Lemma.ToLowerInvariant()))
                return true;
        return false;
    }

    // "A first tremor at 01:14 and a second one at 03:40": what has a time of its own is another event.
    private bool HasTime(int at, Func<int, bool> isTime)
    {
        if (Tree.Tokens[at].Kind == "cc")
            return HasTime(Tree.Tokens[at].Head, isTime);
        foreach (var child in Tree.Children(at))
            if (isTime(child))
                return true;
        return false;
    }

    // "when she called", "however", "then": words that tie a clause to another.
    private static bool IsLink(SyntaxToken word) =>
        word.Lemma is "when" or "where" or "while" or "however" or "therefore" or "then" or "so" or "meanwhile";

    private bool IsOf(int at)
    {
        foreach (var child in Tree.Children(at))
            if (Tree.Tokens[child] is { Kind: "case", Lemma: "of" })
                return true;
        return false;
    }

    // "eight minutes after the caution", "according to the log": a phrase that tells when, or who says so.
    private bool IsAside(int at, Func<int, bool> isTime)
    {
        foreach (var child in Tree.Children(at))
            if (
                isTime(child) && Tree.Tokens[child].Kind is not "nummod"
                || Tree.Tokens[child]
                    is { Kind: "case", Lemma: "after" or "before" or "until" or "since" or "accord" or "according" or "during" }
            )
                return true;
        return false;
    }

    private static bool IsRelative(SyntaxToken word) => word.Lemma is "who" or "which" or "that";

    private static bool IsList(SyntaxTree tree, int word) => tree.Tokens[word].Upos is "PROPN" or "NOUN" or "ADJ" or "DET" or "NUM";

    /// <summary>The words of the core as the text has them, times left out.</summary>
    public static string Joined(string text, SyntaxTree tree, IReadOnlyList<int> core)
    {
        var made = new System.Text.StringBuilder();
        for (var i = 0; i < core.Count; i++)
        {
            var span = tree.Tokens[core[i]].Span;
            if (i > 0 && core[i] > core[i - 1] + 1 && tree.Tokens[core[i - 1] + 1].Form == "," && IsList(tree, core[i]))
                made.Append(',');
            if (i > 0 && (core[i] != core[i - 1] + 1 || tree.Tokens[core[i - 1]].Span.End < span.Start))
                made.Append(' ');
            made.Append(span.Of(text));
        }

        return made.ToString();
    }
}
