namespace Assay.Trainer.Syntax;

/// <summary>Masks that drop cells in training: one for a sentence and place, the same for all its tokens.</summary>
/// <param name="random">Where chance comes from; null where nothing is dropped.</param>
internal sealed class Dropout(SeededRandom? random)
{
    /// <summary>True where something is dropped.</summary>
    public bool IsOn => random is not null;

    /// <summary>Fills a mask.</summary>
    /// <param name="mask">The mask, a row for each row of the batch.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="columns">Cells of a row.</param>
    /// <param name="rate">Share that is dropped.</param>
    public void Fill(Span<float> mask, TrainingBatch batch, int columns, float rate)
    {
        var keep = 1 / (1 - rate);
        for (var s = 0; s + 1 < batch.Starts.Count; s++)
        {
            var line = mask.Slice(batch.Starts[s] * columns, columns);
            for (var i = 0; i < columns; i++)
                line[i] = random is null || random.Unit() >= rate ? keep : 0;
            if (random is null)
                line.Fill(1);
            for (var row = batch.Starts[s] + 1; row < batch.Starts[s + 1]; row++)
                line.CopyTo(mask[(row * columns)..]);
        }
    }

    /// <summary>True where a word is to be hidden, so that its parts are learnt.</summary>
    public bool Hides(float rate) => random is not null && random.Unit() < rate;
}
