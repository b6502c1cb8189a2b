using Assay.Ground.Anchors;
using Assay.Reading.Syntax.Trees;
using Assay.Reading.Text;

namespace Assay.Reading.Syntax.Parsing;

/// <summary>
/// The syntax of one text that all its readers share: a sentence is parsed when it is first asked for, and once. Safe for use by several
/// threads.
/// </summary>
/// <param name="layer">The text.</param>
/// <param name="sentences">Its sentences, in order.</param>
/// <param name="parser">The parser; null for the one of English, which is then loaded with the first sentence.</param>
internal sealed class ParsedText(TextLayer layer, IReadOnlyList<Sentence> sentences, SyntaxParser? parser = null)
{
    private readonly IReadOnlyList<SyntaxTree>?[] trees = new IReadOnlyList<SyntaxTree>?[sentences.Count];

    /// <summary>The text.</summary>
    public TextLayer Layer => layer;

    /// <summary>Its sentences.</summary>
    public IReadOnlyList<Sentence> Sentences => sentences;

    /// <summary>The trees of a sentence: one, or several where it was too long for one.</summary>
    public IReadOnlyList<SyntaxTree> Trees(int sentence)
    {
        if (Volatile.Read(ref trees[sentence]) is { } known)
            return known;
        var parsed = (parser ?? SyntaxParser.English).Parse(layer.Text, sentences[sentence].Span);
        return Interlocked.CompareExchange(ref trees[sentence], parsed, null) ?? parsed;
    }

    /// <summary>The tree that holds a character; null outside of all sentences.</summary>
    public SyntaxTree? TreeAt(int position) =>
        SentenceAt(position) is >= 0 and var sentence ? Trees(sentence).FirstOrDefault(t => position < t.Span.End) : null;

    /// <summary>Index of the sentence that holds a character; -1 outside of all.</summary>
    public int SentenceAt(int position)
    {
        var at = Ordered.CountBefore(sentences, position, static (s, at) => s.Span.End <= at);
        return at < sentences.Count && sentences[at].Span.Contains(position) ? at : -1;
    }
}
