using Assay.Reading.Syntax.Network;

namespace Assay.Trainer.Syntax;

/// <summary>A matrix of weights with a bias, its gradients, and the products both ways.</summary>
/// <param name="weights">The weights, inputs by outputs.</param>
/// <param name="bias">The bias; null for none.</param>
/// <param name="gradient">Gradient of the weights.</param>
/// <param name="biasGradient">Gradient of the bias.</param>
internal sealed class DenseLayer(Tensor weights, Tensor? bias, Tensor gradient, Tensor? biasGradient)
{
    private float[] turned = [];

    /// <summary>y = x W + b.</summary>
    public void Forward(ReadOnlySpan<float> x, Span<float> y, int rows)
    {
        MatrixProduct.Compute(x, weights.Values, y, rows, weights.Rows, weights.Columns);
        if (bias is not null)
            Vectors.AddRow(y, bias.Values, rows);
    }

    /// <summary>Adds the gradients of weights and bias, and gives that of the input.</summary>
    /// <param name="x">The input.</param>
    /// <param name="dy">Gradient of the output.</param>
    /// <param name="dx">Gradient of the input; empty where nobody asks for it.</param>
    /// <param name="rows">Rows of all three.</param>
    /// <param name="add">True to add to what stands in <paramref name="dx"/>.</param>
    public void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dx, int rows, bool add = false)
    {
        Grow(Math.Max(rows * weights.Rows, weights.Values.Length));
        MatrixProduct.Transpose(x, turned, rows, weights.Rows);
        MatrixProduct.Compute(turned, dy, gradient.Values, weights.Rows, rows, weights.Columns, add: true);
        if (biasGradient is not null)
            Vectors.AddRows(dy, biasGradient.Values, rows);
        if (dx.IsEmpty)
            return;
        MatrixProduct.Transpose(weights.Values, turned, weights.Rows, weights.Columns);
        MatrixProduct.Compute(dy, turned, dx, rows, weights.Columns, weights.Rows, add);
    }

    private void Grow(int length)
    {
        if (turned.Length < length)
            turned = new float[length];
    }
}
