using Assay.Ground.Anchors;
using Assay.Reading.Syntax;
using Assay.Reading.Syntax.Trees;
using Assay.Reading.Text;
using Assay.Reading.Time;

namespace Assay.Reading.Events;

/// <summary>Words of a tree as events are compared by them: stems, names, and the word that names what happens.</summary>
/// <param name="lexicon">The verbs.</param>
internal sealed class TreeWords(VerbLexicon lexicon)
{
    // "The securing of the line", not "the evening".
    private const int ShortGerund = 7;

    /// <summary>Stems of what says which of several a noun is: "municipal", "its".</summary>
    public HashSet<string> Marks(SyntaxTree tree, int noun)
    {
        var marks = new HashSet<string>(StringComparer.Ordinal);
        foreach (var child in tree.Children(noun))
            if (tree.Tokens[child].Relation is "amod" or "compound" or "nmod:poss" or "nummod" or "nmod")
                marks.Add(StemOf(tree, child));
        return marks;
    }

    /// <summary>
    /// The verb of speech or of seeing whose object what happens is, or hangs on: -1 where there is none.
    /// </summary>
    public int ActAround(SyntaxTree tree, int made)
    {
        var at = tree.Tokens[made] is { Relation: "acl", Head: >= 0 and var noun } ? noun : made;
        return
            tree.Tokens[at] is { Kind: "obj" or "ccomp" or "xcomp", Head: >= 0 and var verb }
            && tree.Tokens[verb].Upos == "VERB"
            && (
                lexicon.Speech.Contains(lexicon.Stem(tree.Tokens[verb].Lemma))
                || EventKinds.English.Noting.Contains(tree.Tokens[verb].Lemma)
            )
            ? verb
            : -1;
    }

    /// <summary>
    /// All words of a span, times and other verbs left out: a tree that errs about one of them does not lose it.
    /// </summary>
    public static List<int> Within(SyntaxTree tree, TextSpan span, List<int> core, Func<int, bool> isTime)
    {
        var (first, end) = TimedPredicates.Of(tree, span);
        return [.. Enumerable.Range(first, end - first).Where(i => !isTime(i) && (core.Contains(i) || tree.Tokens[i].Upos is not "VERB"))];
    }

    /// <summary>
    /// Where the verb says little, the noun names the event.
    /// </summary>
    public int TriggerOf(Predication made, Func<int, bool> isTime)
    {
        if (made.Word.Upos != "VERB" || !lexicon.Light.Contains(lexicon.Stem(made.Word.Lemma)))
            return made.Head;
        foreach (var noun in (ReadOnlySpan<int>)[made.Child("obj"), made.Subject])
            if (noun >= 0 && !isTime(noun) && made.Tree.Tokens[noun].Upos == "NOUN" && lexicon.IsEventNoun(WordOf(made.Tree.Tokens[noun])))
                return noun;
        return made.Head;
    }

    /// <summary>True for a verb that says little: "came", "had".</summary>
    public bool IsLight(string lemma) => lexicon.Light.Contains(lexicon.Stem(lemma.ToLowerInvariant()));

    /// <summary>True for a verb of speech.</summary>
    public bool IsSpeech(string lemma) => lexicon.Speech.Contains(lexicon.Stem(lemma));

    /// <summary>Stem of a word.</summary>
    public string Stem(string word) => lexicon.Stem(word);

    /// <summary>Stem of a word of a tree: of a verb that of its lemma.</summary>
    public string StemOf(SyntaxTree tree, int at)
    {
        var word = tree.Tokens[at];
        return lexicon.Stem((word.Upos == "VERB" ? word.Lemma : word.Form).ToLowerInvariant());
    }

    /// <summary>True for a verb, and for a noun that names what happens.</summary>
    public bool NamesEvent(SyntaxTree tree, int at) =>
        tree.Tokens[at] is var word
        && (
            word.Upos == "VERB"
            || word.Upos == "NOUN"
                && (
                    lexicon.IsEventNoun(WordOf(word))
                    || EventKinds.English.Of(word.Lemma.ToLowerInvariant(), null).Length > 0
                    || word.Form.Length > ShortGerund && word.Form.EndsWith("ing", StringComparison.OrdinalIgnoreCase)
                )
        );

    private static Word WordOf(SyntaxToken token) =>
        new(token.Span.Start, token.Span.End, token.Form.ToLowerInvariant(), WordKind.Word, false, false);

    /// <summary>
    /// A noun with what belongs to it, without clauses about it.
    /// </summary>
    public static List<int> Nominal(SyntaxTree tree, int head)
    {
        var core = new SortedSet<int> { head };
        void Take(int at)
        {
            foreach (var child in tree.Children(at))
                if (
                    tree.Tokens[child].Relation
                        is not ("acl:relcl" or "acl" or "appos" or "punct" or "parataxis" or "cop" or "nsubj" or "advcl" or "case")
                    || at != head && tree.Tokens[child].Relation == "case"
                    || tree.Tokens[child].Form is "-" && at == head
                )
                {
                    core.Add(child);
                    Take(child);
                }
        }

        Take(head);
        return [.. core];
    }

    /// <summary>Where some words stand, with their time.</summary>
    public static TextSpan Around(SyntaxTree tree, List<int> core, TimeExpression? time)
    {
        var (start, end) = (tree.Tokens[core[0]].Span.Start, tree.Tokens[core[^1]].Span.End);
        return time is null ? new TextSpan(start, end) : new TextSpan(Math.Min(start, time.Span.Start), Math.Max(end, time.Span.End));
    }

    /// <summary>Stems and names of some words of a tree.</summary>
    public (HashSet<string> Stems, HashSet<string> Names) Content(SyntaxTree tree, IReadOnlyList<int> core)
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var i in core)
        {
            var word = tree.Tokens[i];
            if (
                word.Upos is not ("NOUN" or "PROPN" or "VERB" or "ADJ" or "NUM" or "ADV")
                || lexicon.Words.IsFunctionWord(word.Form.ToLowerInvariant())
            )
                continue;
            if (word.Upos is "PROPN")
                names.Add(word.Form.ToLowerInvariant());
            stems.Add(StemOf(tree, i));
        }

        return (stems, names);
    }
}
