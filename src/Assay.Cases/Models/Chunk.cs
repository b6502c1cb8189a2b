using Assay.Cases.Proposals;

namespace Assay.Cases.Models;

/// <summary>Paragraphs of a source that a model is asked about in one go.</summary>
/// <param name="Sentences">Their sentences.</param>
/// <param name="Context">The sentences of the two paragraphs before, there to be understood.</param>
public sealed record Chunk(IReadOnlyList<NumberedSentence> Sentences, IReadOnlyList<NumberedSentence> Context)
{
    private const int ContextParagraphs = 2;

    /// <summary>Number of the first sentence.</summary>
    public int First => Sentences[0].Number;

    /// <summary>Number of the last sentence.</summary>
    public int Last => Sentences[^1].Number;

    /// <summary>Cuts a source by paragraphs: as many in one chunk as the tokens allow, one at least.</summary>
    /// <param name="sheet">The source.</param>
    /// <param name="tokens">About how many tokens of text a chunk may have.</param>
    public static IReadOnlyList<Chunk> Of(SentenceSheet sheet, int tokens)
    {
        var paragraphs = sheet.Sentences.GroupBy(s => s.Paragraph).Select(g => g.ToList()).ToList();
        var chunks = new List<Chunk>();
        for (var first = 0; first < paragraphs.Count; )
        {
            var (next, size) = (first, 0);
            while (next < paragraphs.Count && (next == first || size + Size(paragraphs[next]) <= tokens))
                size += Size(paragraphs[next++]);
            var context = paragraphs.Take(first).TakeLast(ContextParagraphs).SelectMany(p => p);
            chunks.Add(new Chunk([.. paragraphs[first..next].SelectMany(p => p)], [.. context]));
            first = next;
        }

        return chunks;
    }

    private static int Size(List<NumberedSentence> paragraph) => paragraph.Sum(s => TokenEstimate.Of(s.Text));
}
