using System.Globalization;
using Assay.Ground.Anchors;
using Assay.Reading.Syntax.Parsing;
using Assay.Reading.Syntax.Trees;

namespace Assay.Trainer.Syntax;

/// <summary>How well a parser reads a treebank, in percent. With its own tokens each figure is the F1 of tokens that stand at the same
/// letters.</summary>
/// <param name="Tokens">F1 of tokens.</param>
/// <param name="Upos">Parts of speech.</param>
/// <param name="Tag">Tags of the treebank.</param>
/// <param name="Lemma">Lemmas, without regard to capitals.</param>
/// <param name="Uas">Heads.</param>
/// <param name="Las">Heads and relations without subtypes, punctuation among them.</param>
internal sealed record SyntaxScore(double Tokens, double Upos, double Tag, double Lemma, double Uas, double Las)
{
    /// <summary>Scores a parser with the tokens of the treebank.</summary>
    public static SyntaxScore WithGoldTokens(SyntaxParser parser, IReadOnlyList<ConlluSentence> sentences)
    {
        var count = new Counts();
        foreach (var sentence in sentences)
        {
            var (text, spans) = Spaced(sentence);
            count.Add(sentence, spans, parser.Parse(text, spans));
        }
        return count.Score();
    }

    /// <summary>Scores a parser with its own tokens of the treebank's sentences.</summary>
    public static SyntaxScore WithOwnTokens(SyntaxParser parser, IReadOnlyList<ConlluSentence> sentences)
    {
        var count = new Counts();
        foreach (var sentence in sentences)
            count.Add(sentence, Placed(sentence), parser.Parse(sentence.Text, new TextSpan(0, sentence.Text.Length)));
        return count.Score();
    }

    /// <summary>The forms of a sentence with a blank between any two, and where they stand.</summary>
    public static (string Text, List<TextSpan> Spans) Spaced(ConlluSentence sentence)
    {
        var spans = new List<TextSpan>(sentence.Tokens.Count);
        var at = 0;
        foreach (var token in sentence.Tokens)
        {
            spans.Add(new TextSpan(at, at + token.Form.Length));
            at += token.Form.Length + 1;
        }
        return (string.Join(' ', sentence.Tokens.Select(t => t.Form)), spans);
    }

    // Where the tokens stand in the sentence as it was written; a form that is written otherwise there stands nowhere.
    private static List<TextSpan> Placed(ConlluSentence sentence)
    {
        var spans = new List<TextSpan>(sentence.Tokens.Count);
        var at = 0;
        foreach (var token in sentence.Tokens)
        {
            var found = sentence.Text.IndexOf(token.Form, at, StringComparison.Ordinal);
            spans.Add(found < 0 ? default : new TextSpan(found, found + token.Form.Length));
            at = found < 0 ? at : found + token.Form.Length;
        }
        return spans;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"tokens {Tokens:0.0} UPOS {Upos:0.0} tag {Tag:0.0} lemma {Lemma:0.0} UAS {Uas:0.0} LAS {Las:0.0}"
        );

    private sealed class Counts
    {
        private int gold;
        private int found;
        private int same;
        private int upos;
        private int tag;
        private int lemma;
        private int head;
        private int relation;

        public void Add(ConlluSentence sentence, List<TextSpan> spans, IReadOnlyList<SyntaxTree> trees)
        {
            gold += spans.Count;
            var places = new Dictionary<TextSpan, int>();
            for (var i = 0; i < spans.Count; i++)
                places.TryAdd(spans[i], i);
            foreach (var tree in trees)
            {
                found += tree.Tokens.Count;
                foreach (var token in tree.Tokens)
                    if (places.TryGetValue(token.Span, out var at))
                        Compare(sentence.Tokens[at], token, token.Head < 0 ? -1 : places.GetValueOrDefault(tree[token.Head].Span, -2));
            }
        }

        public SyntaxScore Score() => new(Percent(same), Percent(upos), Percent(tag), Percent(lemma), Percent(head), Percent(relation));

        private void Compare(ConlluToken right, SyntaxToken token, int headAt)
        {
            same++;
            upos += right.Upos == token.Upos ? 1 : 0;
            tag += right.Tag == token.Tag ? 1 : 0;
            lemma += right.Lemma.Equals(token.Lemma, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
            if (right.Head - 1 != headAt)
                return;
            head++;
            relation += right.Relation.Split(':')[0] == token.Kind ? 1 : 0;
        }

        private double Percent(int right) => 200.0 * right / Math.Max(1, gold + found);
    }
}
