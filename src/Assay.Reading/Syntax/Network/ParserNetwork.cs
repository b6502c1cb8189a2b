namespace Assay.Reading.Syntax.Network;

/// <summary>One run of the network over a sentence: scores of tags, of arcs, and of the labels of chosen arcs. Not for several threads at
/// once; the model behind it is.</summary>
/// <param name="model">The model.</param>
internal sealed class ParserNetwork(ParserModel model)
{
    private readonly ParserWeights weights = model.Weights;
    private readonly ParserShape shape = model.Weights.Shape;
    private readonly ForwardBuffers buffers = new();
    private int rows;

    /// <summary>Runs all layers.</summary>
    /// <param name="features">The hashes of the node above all tokens and of each token.</param>
    /// <param name="count">Rows, the node above all tokens among them.</param>
    public void Run(ReadOnlySpan<uint> features, int count)
    {
        rows = count;
        var input = Input(features);
        for (var layer = 0; layer < shape.Layers; layer++)
        {
            var output = buffers.Get(layer % 2 == 0 ? BufferKind.Odd : BufferKind.Even, rows * shape.Both);
            Layer(layer, input, output);
            input = output;
            if (layer == shape.TagLayer - 1)
                Dense(input, weights.Tagger, weights.TaggerBias, buffers.Get(BufferKind.Tags, rows * shape.AllTags));
        }
        Dense(input, weights.Sides, weights.SidesBias, buffers.Get(BufferKind.Sides, rows * shape.Sides));
        Arcs();
    }

    /// <summary>Scores of the parts of speech of a row.</summary>
    public ReadOnlySpan<float> Upos(int row) => Tagged(row)[..shape.Upos];

    /// <summary>Scores of the treebank's tags of a row.</summary>
    public ReadOnlySpan<float> Tags(int row) => Tagged(row)[shape.Upos..];

    /// <summary>Scores of every row as head of a row.</summary>
    public ReadOnlySpan<float> Heads(int row) => buffers.Get(BufferKind.Arcs, rows * rows).Slice(row * rows, rows);

    /// <summary>Scores of the labels of arcs.</summary>
    /// <param name="heads">The head of each row.</param>
    /// <returns>A row of scores for each row; that of the node above all tokens means nothing.</returns>
    public ReadOnlySpan<float> Labels(ReadOnlySpan<int> heads)
    {
        var sides = buffers.Get(BufferKind.Sides, rows * shape.Sides);
        var hidden = buffers.Get(BufferKind.Hidden, rows * shape.Label);
        for (var row = 0; row < rows; row++)
        {
            var line = hidden.Slice(row * shape.Label, shape.Label);
            var head = sides.Slice(heads[row] * shape.Sides + 2 * shape.Arc, shape.Label);
            var dependent = sides.Slice(row * shape.Sides + 2 * shape.Arc + shape.Label, shape.Label);
            for (var i = 0; i < line.Length; i++)
                line[i] = Math.Max(0f, head[i] + dependent[i]);
        }
        var labels = buffers.Get(BufferKind.Labels, rows * shape.Relations);
        Dense(hidden, weights.Labels, weights.LabelsBias, labels);
        return labels;
    }

    private ReadOnlySpan<float> Tagged(int row) =>
        buffers.Get(BufferKind.Tags, rows * shape.AllTags).Slice(row * shape.AllTags, shape.AllTags);

    private Span<float> Input(ReadOnlySpan<uint> features)
    {
        var units = shape.Embedding;
        var embedded = buffers.Cleared(BufferKind.Embedded, rows * units);
        for (var i = 0; i < rows * TokenFeatures.Count; i++)
            if (model.Embeddings.Row(features[i]) is >= 0 and var row)
                model.Embeddings.Add(row, embedded.Slice(i / TokenFeatures.Count * units, units));
        var seen = buffers.Cleared(BufferKind.Seen, rows * units * ParserShape.Window);
        WindowLayer.Gather([0, rows], embedded, seen, units);
        var input = buffers.Get(BufferKind.Even, rows * units);
        Dense(seen, weights.Window, weights.WindowBias, input);
        for (var i = 0; i < input.Length; i++)
            input[i] = Math.Max(0f, input[i]) + embedded[i];
        return input;
    }

    private void Layer(int layer, ReadOnlySpan<float> input, Span<float> output)
    {
        var (wide, matrix) = (6 * shape.Embedding, weights.Recurrent[layer]);
        var projected = buffers.Get(BufferKind.Projected, rows * wide);
        MatrixProduct.Compute(input, matrix.Values, projected, rows, matrix.Rows, wide);
        var state = new RecurrentState
        {
            Units = shape.Embedding,
            Width = shape.Input(layer),
            Input = input,
            Projected = projected,
            Bias = weights.RecurrentBias[layer].Values,
            Peephole = weights.Peephole[layer].Values,
            State = buffers.Get(BufferKind.State, rows * shape.Both),
            Output = output,
        };
        RecurrentLayer.Forward(state, 0, rows);
    }

    private void Arcs()
    {
        var arc = shape.Arc;
        var sides = buffers.Get(BufferKind.Sides, rows * shape.Sides);
        var heads = buffers.Get(BufferKind.Heads, rows * arc);
        var dependents = buffers.Get(BufferKind.Dependents, rows * arc);
        for (var row = 0; row < rows; row++)
        for (var i = 0; i < arc; i++)
        {
            heads[i * rows + row] = Math.Max(0f, sides[row * shape.Sides + i]);
            dependents[row * arc + i] = Math.Max(0f, sides[row * shape.Sides + arc + i]);
        }
        var asked = buffers.Get(BufferKind.Asked, rows * arc);
        Dense(dependents, weights.Biaffine, weights.BiaffineBias, asked);
        MatrixProduct.Compute(asked, heads, buffers.Get(BufferKind.Arcs, rows * rows), rows, arc, rows);
    }

    private void Dense(ReadOnlySpan<float> x, Tensor matrix, Tensor bias, Span<float> y)
    {
        MatrixProduct.Compute(x, matrix.Values, y, rows, matrix.Rows, matrix.Columns);
        for (var row = 0; row < rows; row++)
        {
            var line = y.Slice(row * matrix.Columns, matrix.Columns);
            for (var i = 0; i < line.Length; i++)
                line[i] += bias.Values[i];
        }
    }
}
