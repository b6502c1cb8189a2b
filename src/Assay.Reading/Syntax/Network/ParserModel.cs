namespace Assay.Reading.Syntax.Network;

/// <summary>All that a parser of one language knows. Immutable.</summary>
/// <param name="Header">What the file says of itself: version, language, data, seed, scores.</param>
/// <param name="Weights">The dense weights.</param>
/// <param name="Embeddings">The embeddings.</param>
/// <param name="Names">Names of what it tells.</param>
/// <param name="Lemmas">The rules of lemmas.</param>
internal sealed record ParserModel(
    IReadOnlyList<KeyValuePair<string, string>> Header,
    ParserWeights Weights,
    EmbeddingTable Embeddings,
    ParserNames Names,
    LemmaRules Lemmas
);

/// <summary>The names of parts of speech, tags and relations, in the order of the network's outputs.</summary>
/// <param name="Upos">Universal parts of speech.</param>
/// <param name="Tags">Tags of the treebank.</param>
/// <param name="Relations">Relations.</param>
internal sealed record ParserNames(string[] Upos, string[] Tags, string[] Relations);
