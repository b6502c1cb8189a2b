using Assay.Reading.Syntax.Network;

namespace Assay.Trainer.Syntax;

/// <summary>Weights before training: matrices after Glorot and Bengio 2010, biases zero.</summary>
internal static class Initial
{
    private const float Embedding = 0.15f;

    /// <summary>Fills all weights.</summary>
    public static void Fill(ParserWeights weights, Tensor embeddings, SeededRandom random)
    {
        foreach (var tensor in weights.All.Where(t => t.Rows > 1))
            Fill(tensor, MathF.Sqrt(6f / (tensor.Rows + Outputs(tensor, weights.Shape))), random);
        Fill(embeddings, Embedding, random);
    }

    // Gates and sides that stand beside each other are matrices of their own.
    private static int Outputs(Tensor tensor, ParserShape shape) =>
        tensor.Columns == 6 * shape.Embedding ? shape.Embedding
        : tensor.Columns == shape.Sides ? shape.Arc
        : tensor.Columns;

    private static void Fill(Tensor tensor, float bound, SeededRandom random)
    {
        for (var i = 0; i < tensor.Values.Length; i++)
            tensor.Values[i] = random.Within(bound);
    }
}
