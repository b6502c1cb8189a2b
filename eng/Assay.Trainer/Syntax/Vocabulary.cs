using Assay.Reading.Syntax.Network;

namespace Assay.Trainer.Syntax;

/// <summary>The features and names that training sees: hashes often enough to have a row, names by falling frequency.</summary>
internal sealed class Vocabulary
{
    private const int WordAtLeast = 2;
    private readonly Dictionary<string, int> upos;
    private readonly Dictionary<string, int> tags;
    private readonly Dictionary<string, int> relations;

    private Vocabulary(uint[] hashes, ParserNames names)
    {
        (Hashes, Names) = (hashes, names);
        (upos, tags, relations) = (Index(names.Upos), Index(names.Tags), Index(names.Relations));
    }

    /// <summary>The known hashes, ascending.</summary>
    public uint[] Hashes { get; }

    /// <summary>The names.</summary>
    public ParserNames Names { get; }

    /// <summary>Counts a treebank.</summary>
    /// <param name="sentences">The treebank.</param>
    /// <param name="partAtLeast">How often a prefix, suffix or shape must stand in it.</param>
    public static Vocabulary Of(IReadOnlyList<ConlluSentence> sentences, int partAtLeast)
    {
        var counts = new Dictionary<uint, (int Count, int Feature)>();
        Span<uint> hashes = stackalloc uint[TokenFeatures.Count];
        TokenFeatures.Root(hashes);
        foreach (var hash in hashes)
            counts[hash] = (int.MaxValue / 2, TokenFeatures.Word);
        foreach (var token in sentences.SelectMany(s => s.Tokens))
        {
            TokenFeatures.Of(token.Form, hashes);
            for (var i = 0; i < hashes.Length; i++)
                counts[hashes[i]] = (counts.GetValueOrDefault(hashes[i]).Count + 1, i);
        }
        var known = counts.Where(c => c.Value.Count >= (c.Value.Feature == TokenFeatures.Word ? WordAtLeast : partAtLeast));
        var names = new ParserNames(Ranked(sentences, t => t.Upos), Ranked(sentences, t => t.Tag), Ranked(sentences, t => t.Relation));
        return new Vocabulary([.. known.Select(c => c.Key).Order()], names);
    }

    /// <summary>The number of a part of speech; 0 where it is unknown.</summary>
    public int Upos(string name) => upos.GetValueOrDefault(name);

    /// <summary>The number of a tag; 0 where it is unknown.</summary>
    public int Tag(string name) => tags.GetValueOrDefault(name);

    /// <summary>The number of a relation; 0 where it is unknown.</summary>
    public int Relation(string name) => relations.GetValueOrDefault(name);

    /// <summary>The row of a hash; -1 where it has none.</summary>
    public int Row(uint hash)
    {
        var row = Array.BinarySearch(Hashes, hash);
        return row < 0 ? -1 : row;
    }

    private static string[] Ranked(IReadOnlyList<ConlluSentence> sentences, Func<ConlluToken, string> name) =>
        [
            .. sentences
                .SelectMany(s => s.Tokens)
                .GroupBy(name, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => g.Key),
        ];

    private static Dictionary<string, int> Index(string[] names) =>
        names.Select((name, i) => (name, i)).ToDictionary(p => p.name, p => p.i, StringComparer.Ordinal);
}
