using Assay.Ground.Anchors;
using Assay.Reading.Syntax;
using Assay.Reading.Syntax.Trees;

namespace Assay.Reading.Events;

/// <summary>
/// What a pronoun stands for that speaks or acts: the subject of the sentence before, or of the one before that where the same pronoun
/// is its subject too. Within a paragraph; where another pronoun or nothing stands there, nobody is named.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="sentences">Its sentences.</param>
/// <param name="parse">Makes the tree of a sentence that has none yet.</param>
internal sealed class Antecedents(string text, IReadOnlyList<ParsedSentence> sentences, Func<TextSpan, SyntaxTree?> parse)
{
    private const int Reach = 3;
    private readonly Dictionary<int, SyntaxTree?> trees = [];

    /// <summary>True for he, she, it and they.</summary>
    public static bool IsThird(string word) => word.ToLowerInvariant() is "he" or "she" or "it" or "they";

    /// <summary>The words that a pronoun stands for; those of the span where it is none, or where nothing tells.</summary>
    /// <param name="span">The words, a pronoun or not.</param>
    /// <param name="sentence">Index of their sentence.</param>
    public TextSpan? Of(TextSpan? span, int sentence) =>
        span is { } words && WordsOf(words, sentence) is { Tree: { } tree } found
            ? TreeWords.Around(tree, TreeWords.Nominal(tree, found.Noun), null)
            : span;

    /// <summary>The noun that a pronoun stands for, with its tree; no tree where the word is no such pronoun, or where nothing
    /// tells.</summary>
    /// <param name="word">The word.</param>
    /// <param name="sentence">Index of its sentence.</param>
    public (SyntaxTree? Tree, int Noun) WordsOf(TextSpan word, int sentence)
    {
        var pronoun = word.Of(text);
        if (!IsThird(pronoun))
            return (null, -1);
        for (var i = sentence - 1; i >= 0 && sentence - i <= Reach; i--)
        {
            var gap = text.AsSpan(sentences[i].Span.End, sentences[i + 1].Span.Start - sentences[i].Span.End);
            if (
                gap.Contains("\n\n", StringComparison.Ordinal)
                || TreeOf(i) is not { } tree
                || SubjectOf(tree, IsPerson(pronoun)) is not (>= 0 and var subject)
            )
                break;
            var noun = tree.Tokens[subject];
            if (noun.Upos is "NOUN" or "PROPN")
                return IsLike(pronoun, noun) ? (tree, subject) : (null, -1);
            if (!noun.Form.Equals(pronoun, StringComparison.OrdinalIgnoreCase))
                break;
        }

        return (null, -1);
    }

    private SyntaxTree? TreeOf(int sentence)
    {
        if (sentences[sentence].Tree is { } tree)
            return tree;
        if (!trees.TryGetValue(sentence, out var made))
            trees[sentence] = made = parse(sentences[sentence].Span);
        return made;
    }

    private static bool IsPerson(string pronoun) => pronoun.ToLowerInvariant() is "he" or "she";

    // The subject of the main clause; for a person, who did it: "The sheen was reported by the master. He saw it at 4:20."
    private static int SubjectOf(SyntaxTree tree, bool isPerson)
    {
        for (var i = 0; i < tree.Tokens.Count; i++)
            if (tree.Tokens[i].Head < 0)
            {
                var main = new Predication(tree, i);
                return isPerson && main.Child("obl:agent") is var agent and >= 0 ? agent : main.Child("nsubj", "nsubj:pass");
            }

        return -1;
    }

    // Several do not speak as "it" or "he"; a body may speak as "they".
    private static bool IsLike(string pronoun, SyntaxToken noun)
    {
        var isPlural = noun.Upos == "NOUN" && !noun.Form.Equals(noun.Lemma, StringComparison.OrdinalIgnoreCase);
        return pronoun.Equals("they", StringComparison.OrdinalIgnoreCase) || !isPlural;
    }
}
