using Assay.Ground.Anchors;
using Assay.Reading.Syntax;
using Assay.Reading.Syntax.Trees;

namespace Assay.Reading.Events;

/// <summary>
/// What a pronoun stands for that speaks or acts: the subject of the sentence before, or of the one before that where the same pronoun is its
/// subject too. Within a paragraph; where another pronoun or nothing stands there, nobody is named.
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
        span is { } words && IsThird(words.Of(text)) ? Before(words.Of(text), sentence) ?? words : span;

    private TextSpan? Before(string pronoun, int sentence)
    {
        for (var i = sentence - 1; i >= 0 && sentence - i <= Reach; i--)
        {
            var gap = text.AsSpan(sentences[i].Span.End, sentences[i + 1].Span.Start - sentences[i].Span.End);
            if (gap.Contains("\n\n", StringComparison.Ordinal) || TreeOf(i) is not { } tree || SubjectOf(tree) is not (>= 0 and var subject))
                return null;
            var word = tree.Tokens[subject];
            if (word.Upos is "NOUN" or "PROPN")
                return IsLike(pronoun, word) ? TreeWords.Around(tree, TreeWords.Nominal(tree, subject), null) : null;
            if (!word.Form.Equals(pronoun, StringComparison.OrdinalIgnoreCase))
                return null;
        }

        return null;
    }

    private SyntaxTree? TreeOf(int sentence)
    {
        if (sentences[sentence].Tree is { } tree)
            return tree;
        if (!trees.TryGetValue(sentence, out var made))
            trees[sentence] = made = parse(sentences[sentence].Span);
        return made;
    }

    // The subject of the main clause.
    private static int SubjectOf(SyntaxTree tree)
    {
        for (var i = 0; i < tree.Tokens.Count; i++)
            if (tree.Tokens[i].Head < 0)
                return new Predication(tree, i).Child("nsubj", "nsubj:pass");
        return -1;
    }

    // Several do not speak as "it" or "he"; a body may speak as "they".
    private static bool IsLike(string pronoun, SyntaxToken noun)
    {
        var isPlural = noun.Upos == "NOUN" && !noun.Form.Equals(noun.Lemma, StringComparison.OrdinalIgnoreCase);
        return pronoun.Equals("they", StringComparison.OrdinalIgnoreCase) || !isPlural;
    }
}
