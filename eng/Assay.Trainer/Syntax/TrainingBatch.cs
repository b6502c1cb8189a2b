using Assay.Reading.Syntax.Network;

namespace Assay.Trainer.Syntax;

/// <summary>Some sentences as rows of numbers; each begins with the node above its tokens, which has no gold values.</summary>
internal sealed class TrainingBatch
{
    private TrainingBatch(int rows)
    {
        Rows = rows;
        Features = new int[rows * TokenFeatures.Count];
        (Heads, Upos, Tags, Relations) = (new int[rows], new int[rows], new int[rows], new int[rows]);
        Array.Fill(Heads, -1);
    }

    /// <summary>All rows.</summary>
    public int Rows { get; }

    /// <summary>Rows that are tokens.</summary>
    public int Tokens => Rows - Starts.Count + 1;

    /// <summary>First row of each sentence, and one past the last row.</summary>
    public List<int> Starts { get; } = [0];

    /// <summary>Rows of the table of embeddings; -1 for none.</summary>
    public int[] Features { get; }

    /// <summary>Row of the head; -1 for the node above the tokens.</summary>
    public int[] Heads { get; }

    /// <summary>Part of speech.</summary>
    public int[] Upos { get; }

    /// <summary>Tag.</summary>
    public int[] Tags { get; }

    /// <summary>Relation.</summary>
    public int[] Relations { get; }

    /// <summary>Makes a batch.</summary>
    public static TrainingBatch Of(IReadOnlyList<ConlluSentence> sentences, Vocabulary vocabulary)
    {
        var batch = new TrainingBatch(sentences.Sum(s => s.Tokens.Count + 1));
        var row = 0;
        Span<uint> hashes = stackalloc uint[TokenFeatures.Count];
        foreach (var sentence in sentences)
        {
            var start = row;
            TokenFeatures.Root(hashes);
            batch.Put(row++, hashes, vocabulary);
            foreach (var token in sentence.Tokens)
            {
                TokenFeatures.Of(token.Form, hashes);
                (batch.Heads[row], batch.Relations[row]) = (start + token.Head, vocabulary.Relation(token.Relation));
                (batch.Upos[row], batch.Tags[row]) = (vocabulary.Upos(token.Upos), vocabulary.Tag(token.Tag));
                batch.Put(row++, hashes, vocabulary);
            }
            batch.Starts.Add(row);
        }
        return batch;
    }

    private void Put(int row, Span<uint> hashes, Vocabulary vocabulary)
    {
        for (var i = 0; i < hashes.Length; i++)
            Features[row * TokenFeatures.Count + i] = vocabulary.Row(hashes[i]);
    }
}
