using Assay.Reading.Syntax.Network;

namespace Assay.Trainer.Syntax;

/// <summary>Arcs and labels in training.</summary>
internal sealed class ArcHead
{
    private const float DroppedSides = 0.25f;
    private const float Never = -1e9f;
    private readonly ParserShape shape;
    private readonly DenseLayer sides;
    private readonly DenseLayer biaffine;
    private readonly DenseLayer labels;
    private readonly Scratch scratch = new();

    /// <summary>Takes weights and where their gradients go.</summary>
    public ArcHead(ParserWeights weights, ParserWeights gradients)
    {
        shape = weights.Shape;
        sides = new DenseLayer(weights.Sides, weights.SidesBias, gradients.Sides, gradients.SidesBias);
        biaffine = new DenseLayer(weights.Biaffine, weights.BiaffineBias, gradients.Biaffine, gradients.BiaffineBias);
        labels = new DenseLayer(weights.Labels, weights.LabelsBias, gradients.Labels, gradients.LabelsBias);
    }

    /// <summary>Adds the gradients.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="input">What the parser sees.</param>
    /// <param name="gradient">Gradient of it.</param>
    /// <param name="dropout">What is dropped.</param>
    /// <returns>The loss by token.</returns>
    public double Learn(TrainingBatch batch, ReadOnlySpan<float> input, Span<float> gradient, Dropout dropout)
    {
        var rows = batch.Rows;
        var all = scratch.Get("sides", rows * shape.Sides);
        var back = scratch.Cleared("d.sides", rows * shape.Sides);
        sides.Forward(input, all, rows);
        var loss = Arcs(batch, all, back, dropout) + Labels(batch, all, back, dropout);
        sides.Backward(input, back, gradient, rows);
        return loss;
    }

    private double Arcs(TrainingBatch batch, ReadOnlySpan<float> all, Span<float> back, Dropout dropout)
    {
        var (rows, arc) = (batch.Rows, shape.Arc);
        var heads = Side(batch, all, 0, "heads", dropout);
        var dependents = Side(batch, all, arc, "dependents", dropout);
        var asked = scratch.Get("asked", rows * arc);
        biaffine.Forward(dependents, asked, rows);
        var dAsked = scratch.Get("d.asked", rows * arc);
        var dHeads = scratch.Get("d.heads", rows * arc);
        var loss = 0.0;
        for (var s = 0; s + 1 < batch.Starts.Count; s++)
        {
            var (from, count) = (batch.Starts[s] * arc, batch.Starts[s + 1] - batch.Starts[s]);
            loss += Sentence(
                batch,
                batch.Starts[s],
                count,
                heads.Slice(from, count * arc),
                asked.Slice(from, count * arc),
                dHeads.Slice(from, count * arc),
                dAsked.Slice(from, count * arc)
            );
        }
        var dDependents = scratch.Get("d.dependents", rows * arc);
        biaffine.Backward(dependents, dAsked, dDependents, rows);
        SideBack(rows, dHeads, heads, "heads", back, 0);
        SideBack(rows, dDependents, dependents, "dependents", back, arc);
        return loss;
    }

    private double Sentence(
        TrainingBatch batch,
        int start,
        int count,
        ReadOnlySpan<float> heads,
        ReadOnlySpan<float> asked,
        Span<float> dHeads,
        Span<float> dAsked
    )
    {
        var turned = scratch.Get("turned", Math.Max(count * shape.Arc, count * count));
        MatrixProduct.Transpose(heads, turned, count, shape.Arc);
        var scores = scratch.Get("scores", count * count);
        MatrixProduct.Compute(asked, turned, scores, count, shape.Arc, count);
        var (loss, weight) = (0.0, 1f / batch.Tokens);
        scores[..count].Clear();
        for (var i = 1; i < count; i++)
        {
            scores[i * count + i] = Never;
            loss += SoftmaxLoss.Take(scores.Slice(i * count, count), batch.Heads[start + i] - start, weight);
        }
        MatrixProduct.Compute(scores, heads, dAsked, count, count, shape.Arc);
        MatrixProduct.Transpose(scores, turned, count, count);
        MatrixProduct.Compute(turned, asked, dHeads, count, count, shape.Arc);
        return loss;
    }

    private Span<float> Side(TrainingBatch batch, ReadOnlySpan<float> all, int column, string name, Dropout dropout)
    {
        var side = scratch.Get(name, batch.Rows * shape.Arc);
        for (var row = 0; row < batch.Rows; row++)
            all.Slice(row * shape.Sides + column, shape.Arc).CopyTo(side[(row * shape.Arc)..]);
        Vectors.Rectify(side);
        var mask = scratch.Get("mask." + name, side.Length);
        dropout.Fill(mask, batch, shape.Arc, DroppedSides);
        Vectors.Multiply(side, mask);
        return side;
    }

    private void SideBack(int rows, Span<float> gradient, ReadOnlySpan<float> side, string name, Span<float> back, int column)
    {
        Vectors.Multiply(gradient, scratch.Get("mask." + name, side.Length));
        Vectors.Unrectify(gradient, side);
        for (var row = 0; row < rows; row++)
            gradient.Slice(row * shape.Arc, shape.Arc).CopyTo(back[(row * shape.Sides + column)..]);
    }

    // The label of the gold arc: both ends are added, made positive, and weighed.
    private double Labels(TrainingBatch batch, ReadOnlySpan<float> all, Span<float> back, Dropout dropout)
    {
        var (rows, label) = (batch.Rows, shape.Label);
        var hidden = scratch.Cleared("hidden", rows * label);
        for (var row = 0; row < rows; row++)
        {
            if (batch.Heads[row] < 0)
                continue;
            var line = hidden.Slice(row * label, label);
            Vectors.Add(line, Label(all, batch.Heads[row], 0));
            Vectors.Add(line, Label(all, row, label));
        }
        Vectors.Rectify(hidden);
        var mask = scratch.Get("mask.hidden", hidden.Length);
        dropout.Fill(mask, batch, label, DroppedSides);
        Vectors.Multiply(hidden, mask);
        var scores = scratch.Get("labels", rows * shape.Relations);
        labels.Forward(hidden, scores, rows);
        var loss = Losses(batch, scores);
        var dHidden = scratch.Get("d.hidden", hidden.Length);
        labels.Backward(hidden, scores, dHidden, rows);
        Vectors.Multiply(dHidden, mask);
        Vectors.Unrectify(dHidden, hidden);
        for (var row = 0; row < rows; row++)
        {
            if (batch.Heads[row] < 0)
                continue;
            Vectors.Add(Into(back, batch.Heads[row], 0), dHidden.Slice(row * label, label));
            Vectors.Add(Into(back, row, label), dHidden.Slice(row * label, label));
        }
        return loss;
    }

    private double Losses(TrainingBatch batch, Span<float> scores)
    {
        var (loss, weight) = (0.0, 1f / batch.Tokens);
        for (var row = 0; row < batch.Rows; row++)
        {
            var line = scores.Slice(row * shape.Relations, shape.Relations);
            if (batch.Heads[row] < 0)
                line.Clear();
            else
                loss += SoftmaxLoss.Take(line, batch.Relations[row], weight);
        }
        return loss;
    }

    private ReadOnlySpan<float> Label(ReadOnlySpan<float> all, int row, int column) =>
        all.Slice(row * shape.Sides + 2 * shape.Arc + column, shape.Label);

    private Span<float> Into(Span<float> all, int row, int column) => all.Slice(row * shape.Sides + 2 * shape.Arc + column, shape.Label);
}
