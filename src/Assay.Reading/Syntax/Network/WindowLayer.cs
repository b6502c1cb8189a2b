namespace Assay.Reading.Syntax.Network;

/// <summary>Puts the embeddings of a token and its two neighbours beside each other; outside of the sentence stand zeros.</summary>
internal static class WindowLayer
{
    /// <summary>Gathers each token and its neighbours.</summary>
    /// <param name="starts">First row of each sentence, and one past the last row.</param>
    /// <param name="from">Embeddings.</param>
    /// <param name="into">Rows of three embeddings; zero before.</param>
    /// <param name="width">Width of an embedding.</param>
    public static void Gather(IReadOnlyList<int> starts, ReadOnlySpan<float> from, Span<float> into, int width)
    {
        for (var s = 0; s + 1 < starts.Count; s++)
        for (var row = starts[s]; row < starts[s + 1]; row++)
        {
            var first = Math.Max(starts[s], row - 1);
            var end = Math.Min(starts[s + 1], row + 2);
            from[(first * width)..(end * width)].CopyTo(into[((row * ParserShape.Window + first - row + 1) * width)..]);
        }
    }

    /// <summary>The way back of <see cref="Gather"/>: adds what came for each neighbour.</summary>
    /// <param name="starts">First row of each sentence, and one past the last row.</param>
    /// <param name="from">Gradients of rows of three embeddings.</param>
    /// <param name="into">Gradients of embeddings; added to.</param>
    /// <param name="width">Width of an embedding.</param>
    public static void Scatter(IReadOnlyList<int> starts, ReadOnlySpan<float> from, Span<float> into, int width)
    {
        for (var s = 0; s + 1 < starts.Count; s++)
        for (var row = starts[s]; row < starts[s + 1]; row++)
        for (var other = Math.Max(starts[s], row - 1); other < Math.Min(starts[s + 1], row + 2); other++)
        for (var i = 0; i < width; i++)
            into[other * width + i] += from[(row * ParserShape.Window + other - row + 1) * width + i];
    }
}
