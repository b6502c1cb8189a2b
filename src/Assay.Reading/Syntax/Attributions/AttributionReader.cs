using System.Collections.Frozen;
using Assay.Ground.Anchors;
using Assay.Reading.Syntax.Parsing;
using Assay.Reading.Syntax.Patterns;
using Assay.Reading.Syntax.Trees;

namespace Assay.Reading.Syntax.Attributions;

/// <summary>
/// Reads who says what: the patterns tell source, cue and content in a sentence, then the quotation marks of the paragraph, which are surer
/// than any tree, say how far a quoted content goes, over sentences where need be.
/// </summary>
/// <param name="patterns">The patterns; captures source, cue, content.</param>
internal sealed class AttributionReader(PatternSet patterns)
{
    private const string According = "according";

    // Sentences of a paragraph on either side of one in which its quotation may begin or go on.
    private const int Beside = 40;

    private static readonly string[] CueLists =
    [
        "say",
        "tell",
        "think",
        "want",
        "judge",
        "name",
        "for",
        "sure",
        "claim",
        "view",
        "record",
        "speaks",
    ];

    private static readonly Lazy<IReadOnlySet<string>> Cues = new(() =>
    {
        var lists = ReadingFiles.Words("Syntax.Patterns.Data.en.lists.txt");
        return CueLists.SelectMany(l => lists.Words(l, StringComparer.Ordinal)).ToHashSet(StringComparer.Ordinal);
    });

    private static readonly Lazy<FrozenSet<string>> Saying = new(() => Lemmas("say"));
    private static readonly Lazy<FrozenSet<string>> Adding = new(() => Lemmas("adds"));

    /// <summary>The reader of English.</summary>
    public static AttributionReader English { get; } = new(PatternSet.Attribution);

    /// <summary>True where a verb says something.</summary>
    /// <param name="lemma">The verb.</param>
    public static bool Says(string lemma) => Saying.Value.Contains(lemma);

    /// <summary>True where whoever does it, "adding that", said what stands before.</summary>
    /// <param name="lemma">The verb.</param>
    public static bool Adds(string lemma) => Adding.Value.Contains(lemma);

    /// <summary>True where some form of a word may be the cue of an attribution; without one a sentence has none.</summary>
    /// <param name="word">The word as it stands, in small letters.</param>
    public static bool MaySay(string word) =>
        word == According
        || SyntaxParser.English.Lemmas(word) is var (verb, noun) && (Cues.Value.Contains(verb) || Cues.Value.Contains(noun));

    /// <summary>The attributions whose cue stands in a sentence, in its order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sentence">Index of the sentence.</param>
    public IReadOnlyList<Attribution> Read(ParsedText text, int sentence)
    {
        var (first, end) = (sentence, sentence + 1);
        while (first > Math.Max(0, sentence - Beside) && text.Sentences[first - 1].Block == text.Sentences[sentence].Block)
            first--;
        while (end < Math.Min(text.Sentences.Count, sentence + 1 + Beside) && text.Sentences[end].Block == text.Sentences[sentence].Block)
            end++;
        var found = new List<Attribution>();
        Sentence(text, sentence, QuotationsOf(text, first, end), found);
        return found;
    }

    /// <summary>The attributions of a text, in its order.</summary>
    public IReadOnlyList<Attribution> Read(ParsedText text)
    {
        var found = new List<Attribution>();
        for (var first = 0; first < text.Sentences.Count; )
        {
            var end = first + 1;
            while (end < text.Sentences.Count && text.Sentences[end].Block == text.Sentences[first].Block)
                end++;
            Paragraph(text, first, end, found);
            first = end;
        }
        return found;
    }

    private void Paragraph(ParsedText text, int first, int end, List<Attribution> found)
    {
        var quotations = QuotationsOf(text, first, end);
        for (var sentence = first; sentence < end; sentence++)
            Sentence(text, sentence, quotations, found);
    }

    private static IReadOnlyList<TextSpan> QuotationsOf(ParsedText text, int first, int end) =>
        Quotations.Of(text.Layer.Text, new TextSpan(text.Sentences[first].Span.Start, text.Sentences[end - 1].Span.End));

    private void Sentence(ParsedText text, int sentence, IReadOnlyList<TextSpan> quotations, List<Attribution> found)
    {
        foreach (var tree in text.Trees(sentence))
            found.AddRange(Read(text.Layer.Text, tree, text.Sentences[sentence].Span, quotations));
    }

    /// <summary>The attributions of a tree, in the order of their cues.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tree">The tree.</param>
    /// <param name="sentence">Its sentence.</param>
    /// <param name="quotations">The quotations around it.</param>
    public IEnumerable<Attribution> Read(string text, SyntaxTree tree, TextSpan sentence, IReadOnlyList<TextSpan> quotations)
    {
        foreach (var match in patterns.Match(tree))
        {
            if (SpokenSource.Of(match, quotations) is not { } source)
                continue;
            var whole = ClauseContent.Of(text, match, source);
            var content = QuotedContent.Of(text, match with { Captures = With(match, source, whole) }, sentence, quotations);
            if (content.Count > 0)
                yield return new Attribution(source, CueWords.Of(match, content), Joined(text, content), match);
        }
    }

    private static FrozenSet<string> Lemmas(string list) =>
        ReadingFiles.Words("Syntax.Patterns.Data.en.lists.txt").Words(list, StringComparer.Ordinal);

    // Spans with nothing but a blank between are one.
    private static List<TextSpan> Joined(string text, IReadOnlyList<TextSpan> spans)
    {
        var joined = new List<TextSpan>(spans.Count);
        foreach (var span in spans.Order())
            if (joined is [.., var last] && last.End <= span.Start && string.IsNullOrWhiteSpace(text[last.End..span.Start]))
                joined[^1] = new TextSpan(last.Start, span.End);
            else
                joined.Add(span);
        return joined;
    }

    private static Dictionary<string, IReadOnlyList<TextSpan>> With(
        PatternMatch match,
        IReadOnlyList<TextSpan> source,
        IReadOnlyList<TextSpan> content
    ) => new(match.Captures, StringComparer.Ordinal) { ["source"] = source, ["content"] = content };
}
