namespace Assay.Trainer.Syntax;

/// <summary>The loss of a choice: minus the logarithm of the probability of the right one.</summary>
internal static class SoftmaxLoss
{
    /// <summary>Puts the gradient in place of the scores.</summary>
    /// <param name="scores">The scores; the gradient afterwards.</param>
    /// <param name="gold">The right one.</param>
    /// <param name="weight">Weight of the loss.</param>
    /// <returns>The loss.</returns>
    public static double Take(Span<float> scores, int gold, float weight)
    {
        var top = float.NegativeInfinity;
        foreach (var score in scores)
            top = Math.Max(top, score);
        var sum = 0f;
        var right = scores[gold] - top;
        for (var i = 0; i < scores.Length; i++)
            sum += scores[i] = MathF.Exp(scores[i] - top);
        var scale = weight / sum;
        for (var i = 0; i < scores.Length; i++)
            scores[i] *= scale;
        scores[gold] -= weight;
        return weight * (Math.Log(sum) - right);
    }
}
