using System.Collections.Concurrent;
using Assay.Ground.Anchors;
using Assay.Reading.Syntax.Network;
using Assay.Reading.Syntax.Trees;

namespace Assay.Reading.Syntax.Parsing;

/// <summary>
/// The parser of a language: tokens, parts of speech, lemmas and a tree of dependencies for a sentence. The same sentence gives the same
/// tree on every machine. Safe for use by several threads.
/// </summary>
internal sealed class SyntaxParser
{
    /// <summary>Tokens of the longest sentence with a single tree.</summary>
    public const int Longest = 120;

    private const string Singular = "NN";

    private static readonly Lazy<SyntaxParser> Shipped = new(() =>
    {
        using var stream = ReadingFiles.All.Open("Syntax.Network.Data.en.syntax.model");
        return new SyntaxParser(ModelFile.Read(stream), TokenRules.English);
    });

    private readonly ParserModel model;
    private readonly SyntaxTokenizer tokenizer;
    private readonly ConcurrentStack<ParserNetwork> networks = [];
    private readonly int verb;
    private readonly int noun;
    private readonly bool[] roots;
    private readonly bool[] others;
    private readonly bool[] noSubjects;

    /// <summary>A parser with a model.</summary>
    public SyntaxParser(ParserModel model, TokenRules rules)
    {
        (this.model, tokenizer) = (model, new SyntaxTokenizer(rules));
        roots = [.. model.Names.Relations.Select(r => r == "root")];
        others = [.. roots.Select(r => !r)];
        (verb, noun) = (Array.IndexOf(model.Names.Upos, "VERB"), Array.IndexOf(model.Names.Upos, "NOUN"));
        noSubjects = [.. model.Names.Relations.Select(r => r != "root" && !r.StartsWith("nsubj", StringComparison.Ordinal))];
    }

    /// <summary>The parser of English with the shipped model, loaded when it is first asked for.</summary>
    public static SyntaxParser English => Shipped.Value;

    /// <summary>What the model says of itself.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Header => model.Header;

    /// <summary>What a form is a form of, as a verb and as a noun, which is told without a tree.</summary>
    /// <param name="form">The form, in small letters.</param>
    public (string Verb, string Noun) Lemmas(string form) =>
        (KnownVerbs.Lemma(model.Lemmas.Lemma(form, verb)), model.Lemmas.Lemma(form, noun));

    /// <summary>The tree of a sentence; several for one of more than <see cref="Longest"/> tokens, none for one without a token.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sentence">The sentence.</param>
    public IReadOnlyList<SyntaxTree> Parse(string text, TextSpan sentence) => Parse(text, tokenizer.Cut(text, sentence));

    /// <summary>The trees of tokens that are cut already.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">The tokens of one sentence.</param>
    public IReadOnlyList<SyntaxTree> Parse(string text, IReadOnlyList<TextSpan> tokens)
    {
        if (tokens.Count == 0)
            return [];
        var parts = SentenceParts.Of(text, tokens, Longest);
        var network = networks.TryPop(out var free) ? free : new ParserNetwork(model);
        var trees = parts.Select((part, i) => new SyntaxTree(Read(network, text, part), i, parts.Count)).ToArray();
        networks.Push(network);
        return trees;
    }

    private SyntaxToken[] Read(ParserNetwork network, string text, IReadOnlyList<TextSpan> tokens)
    {
        var rows = tokens.Count + 1;
        Run(network, text, tokens);
        var scores = new float[rows * rows];
        for (var row = 0; row < rows; row++)
            network.Heads(row).CopyTo(scores.AsSpan(row * rows));
        var heads = SpanningTree.Of(scores, rows);
        var arcs = Arcs(network, heads, scores);
        SubjectRule.Apply(arcs, row => tokens[row - 1].Length == 1 && text[tokens[row - 1].Start] == ',');
        var read = new SyntaxToken[tokens.Count];
        for (var i = 0; i < read.Length; i++)
        {
            var (form, upos) = (tokens[i].Of(text), Top(network.Upos(i + 1)));
            var tag = model.Names.Tags[Top(network.Tags(i + 1))];
            read[i] = new SyntaxToken(
                tokens[i],
                form,
                upos == verb ? KnownVerbs.Lemma(model.Lemmas.Lemma(form, upos)) : model.Lemmas.Lemma(form, upos, tag == Singular),
                model.Names.Upos[upos],
                tag,
                arcs.Heads[i + 1] - 1,
                arcs.Relations[i + 1],
                arcs.Margins[i + 1]
            );
        }
        return read;
    }

    private static void Run(ParserNetwork network, string text, IReadOnlyList<TextSpan> tokens)
    {
        var features = new uint[(tokens.Count + 1) * TokenFeatures.Count];
        TokenFeatures.Root(features);
        for (var i = 0; i < tokens.Count; i++)
            TokenFeatures.Of(text.AsSpan(tokens[i].Start, tokens[i].Length), features.AsSpan((i + 1) * TokenFeatures.Count));
        network.Run(features, tokens.Count + 1);
    }

    private OpenArcs Arcs(ParserNetwork network, int[] heads, float[] scores)
    {
        var rows = heads.Length;
        var labels = network.Labels(heads);
        var arcs = new OpenArcs(heads, new string[rows], new float[rows], new string[rows]);
        (arcs.Relations[0], arcs.Second[0]) = ("", "");
        for (var row = 1; row < rows; row++)
        {
            var line = labels.Slice(row * model.Names.Relations.Length, model.Names.Relations.Length);
            arcs.Relations[row] = model.Names.Relations[Best(line, heads[row] == 0 ? roots : others)];
            arcs.Second[row] = model.Names.Relations[Best(line, noSubjects)];
            arcs.Margins[row] = Margin(scores.AsSpan(row * rows, rows), row, heads[row]);
        }
        return arcs;
    }

    private static int Best(ReadOnlySpan<float> scores, bool[] allowed)
    {
        var best = -1;
        for (var i = 0; i < scores.Length; i++)
            if (allowed[i] && (best < 0 || scores[i] > scores[best]))
                best = i;
        return best;
    }

    private static float Margin(ReadOnlySpan<float> scores, int row, int head)
    {
        var other = float.NegativeInfinity;
        for (var i = 0; i < scores.Length; i++)
            if (i != row && i != head)
                other = Math.Max(other, scores[i]);
        return float.IsNegativeInfinity(other) ? float.PositiveInfinity : scores[head] - other;
    }

    private static int Top(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
            if (scores[i] > scores[best])
                best = i;
        return best;
    }
}
