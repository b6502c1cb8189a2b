using Assay.Reading.Syntax.Network;

namespace Assay.Trainer.Syntax;

/// <summary>Parts of speech and tags in training.</summary>
/// <param name="weights">The weights.</param>
/// <param name="gradients">Their gradients.</param>
internal sealed class TaggerHead(ParserWeights weights, ParserWeights gradients)
{
    private const float TagWeight = 0.5f;
    private readonly ParserShape shape = weights.Shape;
    private readonly DenseLayer layer = new(weights.Tagger, weights.TaggerBias, gradients.Tagger, gradients.TaggerBias);
    private readonly Scratch scratch = new();

    /// <summary>Adds the gradients.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="input">What the tagger sees.</param>
    /// <param name="gradient">Gradient of it.</param>
    /// <returns>The loss by token.</returns>
    public double Learn(TrainingBatch batch, ReadOnlySpan<float> input, Span<float> gradient)
    {
        var scores = scratch.Get("scores", batch.Rows * shape.AllTags);
        layer.Forward(input, scores, batch.Rows);
        var (loss, weight) = (0.0, 1f / batch.Tokens);
        for (var row = 0; row < batch.Rows; row++)
        {
            var line = scores.Slice(row * shape.AllTags, shape.AllTags);
            if (batch.Heads[row] < 0)
            {
                line.Clear();
                continue;
            }
            loss += SoftmaxLoss.Take(line[..shape.Upos], batch.Upos[row], weight);
            loss += SoftmaxLoss.Take(line[shape.Upos..], batch.Tags[row], weight * TagWeight);
        }
        layer.Backward(input, scores, gradient, batch.Rows);
        return loss;
    }
}
