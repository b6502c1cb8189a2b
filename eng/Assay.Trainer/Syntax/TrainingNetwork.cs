using Assay.Reading.Syntax.Network;

namespace Assay.Trainer.Syntax;

/// <summary>
/// The network in training: embeddings, window and recurrent layers forth and back. The heads sit in <see cref="TaggerHead"/> and
/// <see cref="ArcHead"/>.
/// </summary>
internal sealed class TrainingNetwork
{
    private const float HiddenWords = 0.15f;
    private const float DroppedEmbedding = 0.2f;
    private const float DroppedLayer = 0.25f;
    private readonly ParserShape shape;
    private readonly DenseLayer window;
    private readonly DenseLayer[] recurrent;
    private readonly TaggerHead tagger;
    private readonly ArcHead arcs;
    private readonly Scratch scratch = new();
    private readonly AdamOptimizer[] optimizers;
    private readonly AdamOptimizer embeddingOptimizer;
    private bool[] touched;

    /// <summary>A network with random weights.</summary>
    public TrainingNetwork(ParserShape shape, ulong seed)
    {
        this.shape = shape;
        (Weights, Gradients) = (ParserWeights.Zeros(shape), ParserWeights.Zeros(shape));
        Embeddings = Tensor.Zeros("embeddings", shape.Rows, shape.Embedding);
        EmbeddingGradients = Tensor.Zeros("embeddings", shape.Rows, shape.Embedding);
        Initial.Fill(Weights, Embeddings, new SeededRandom(seed));
        window = new DenseLayer(Weights.Window, Weights.WindowBias, Gradients.Window, Gradients.WindowBias);
        recurrent = [.. Weights.Recurrent.Select((w, l) => new DenseLayer(w, null, Gradients.Recurrent[l], null))];
        (tagger, arcs) = (new TaggerHead(Weights, Gradients), new ArcHead(Weights, Gradients));
        optimizers = [.. Weights.All.Zip(Gradients.All, (w, g) => new AdamOptimizer(w, g))];
        embeddingOptimizer = new AdamOptimizer(Embeddings, EmbeddingGradients);
        touched = new bool[shape.Rows];
    }

    /// <summary>The dense weights.</summary>
    public ParserWeights Weights { get; }

    /// <summary>Their gradients.</summary>
    public ParserWeights Gradients { get; }

    /// <summary>The embeddings.</summary>
    public Tensor Embeddings { get; }

    /// <summary>Their gradients.</summary>
    public Tensor EmbeddingGradients { get; }

    /// <summary>Adds the gradients of a batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="dropout">What is dropped.</param>
    /// <returns>The loss by token.</returns>
    public double Learn(TrainingBatch batch, Dropout dropout)
    {
        Forward(batch, dropout);
        var (rows, both) = (batch.Rows, shape.Both);
        var top = scratch.Cleared("d.top", rows * both);
        var middle = scratch.Cleared("d.middle", rows * both);
        var loss = arcs.Learn(batch, Output(shape.Layers - 1, rows), top, dropout);
        loss += tagger.Learn(batch, Output(shape.TagLayer - 1, rows), middle);
        Backward(batch, top, middle);
        return loss;
    }

    /// <summary>A step with the gradients; they are zero afterwards.</summary>
    /// <param name="rate">The rate of learning.</param>
    /// <param name="step">The number of the step, from 1.</param>
    public void Step(float rate, int step)
    {
        var corrected = AdamOptimizer.Rate(rate, step);
        foreach (var optimizer in optimizers)
            optimizer.Step(corrected);
        for (var row = 0; row < touched.Length; row++)
            if (touched[row])
                embeddingOptimizer.Step(row, corrected);
        Array.Clear(touched);
    }

    private Span<float> Output(int layer, int rows) => scratch.Get($"dropped.{layer}", rows * shape.Both);

    private void Forward(TrainingBatch batch, Dropout dropout)
    {
        var (rows, units) = (batch.Rows, shape.Embedding);
        var embedded = scratch.Cleared("embedded", rows * units);
        Embed(batch, dropout, embedded);
        var mask = scratch.Get("mask.embedded", rows * units);
        dropout.Fill(mask, batch, units, DroppedEmbedding);
        Vectors.Multiply(embedded, mask);
        var seen = scratch.Cleared("seen", rows * units * ParserShape.Window);
        WindowLayer.Gather(batch.Starts, embedded, seen, units);
        var rectified = scratch.Get("rectified", rows * units);
        window.Forward(seen, rectified, rows);
        Vectors.Rectify(rectified);
        var input = scratch.Get("input", rows * units);
        rectified.CopyTo(input);
        Vectors.Add(input, embedded);
        for (var layer = 0; layer < shape.Layers; layer++)
            Layer(batch, dropout, layer, layer == 0 ? input : Output(layer - 1, rows));
    }

    private void Embed(TrainingBatch batch, Dropout dropout, Span<float> embedded)
    {
        var units = shape.Embedding;
        for (var row = 0; row < batch.Rows; row++)
        {
            var features = batch.Features.AsSpan(row * TokenFeatures.Count, TokenFeatures.Count);
            if (dropout.Hides(HiddenWords))
                features[TokenFeatures.Word] = -1;
            foreach (var feature in features)
                if (feature >= 0)
                    Vectors.Add(embedded.Slice(row * units, units), Embeddings.Values.AsSpan(feature * units, units));
        }
    }

    private void Layer(TrainingBatch batch, Dropout dropout, int layer, ReadOnlySpan<float> input)
    {
        var (rows, both) = (batch.Rows, shape.Both);
        recurrent[layer].Forward(input, scratch.Get($"projected.{layer}", rows * 3 * both), rows);
        var state = State(layer, rows, input);
        for (var s = 0; s + 1 < batch.Starts.Count; s++)
            RecurrentLayer.Forward(state, batch.Starts[s], batch.Starts[s + 1]);
        var mask = scratch.Get($"mask.{layer}", rows * both);
        dropout.Fill(mask, batch, both, DroppedLayer);
        var dropped = Output(layer, rows);
        state.Output.CopyTo(dropped);
        Vectors.Multiply(dropped, mask);
    }

    private RecurrentState State(int layer, int rows, ReadOnlySpan<float> input) =>
        new()
        {
            Units = shape.Embedding,
            Width = shape.Input(layer),
            Input = input,
            Projected = scratch.Get($"projected.{layer}", rows * 3 * shape.Both),
            Bias = Weights.RecurrentBias[layer].Values,
            Peephole = Weights.Peephole[layer].Values,
            State = scratch.Get($"state.{layer}", rows * shape.Both),
            Output = scratch.Get($"output.{layer}", rows * shape.Both),
        };

    private void Backward(TrainingBatch batch, Span<float> top, ReadOnlySpan<float> middle)
    {
        var (rows, units) = (batch.Rows, shape.Embedding);
        var gradient = top;
        for (var layer = shape.Layers - 1; layer >= 0; layer--)
        {
            if (layer == shape.TagLayer - 1)
                Vectors.Add(gradient, middle);
            gradient = LayerBack(batch, layer, gradient);
        }
        var rectified = scratch.Get("d.rectified", rows * units);
        gradient.CopyTo(rectified);
        Vectors.Unrectify(rectified, scratch.Get("rectified", rows * units));
        var seen = scratch.Get("d.seen", rows * units * ParserShape.Window);
        window.Backward(scratch.Get("seen", rows * units * ParserShape.Window), rectified, seen, rows);
        WindowLayer.Scatter(batch.Starts, seen, gradient, units);
        Vectors.Multiply(gradient, scratch.Get("mask.embedded", rows * units));
        Unembed(batch, gradient);
    }

    private Span<float> LayerBack(TrainingBatch batch, int layer, Span<float> gradient)
    {
        var rows = batch.Rows;
        Vectors.Multiply(gradient, scratch.Get($"mask.{layer}", rows * shape.Both));
        var input = layer == 0 ? scratch.Get("input", rows * shape.Embedding) : Output(layer - 1, rows);
        var into = new RecurrentGradients
        {
            Output = gradient,
            Input = scratch.Cleared($"d.input.{layer}", rows * shape.Input(layer)),
            Projected = scratch.Get("d.projected", rows * 3 * shape.Both),
            Bias = Gradients.RecurrentBias[layer].Values,
            Peephole = Gradients.Peephole[layer].Values,
        };
        var state = State(layer, rows, input);
        for (var s = 0; s + 1 < batch.Starts.Count; s++)
            RecurrentGradient.Backward(state, into, batch.Starts[s], batch.Starts[s + 1]);
        recurrent[layer].Backward(input, into.Projected, into.Input, rows, add: true);
        return into.Input;
    }

    private void Unembed(TrainingBatch batch, ReadOnlySpan<float> gradient)
    {
        var units = shape.Embedding;
        for (var i = 0; i < batch.Features.Length; i++)
        {
            if (batch.Features[i] is not (>= 0 and var feature))
                continue;
            touched[feature] = true;
            Vectors.Add(EmbeddingGradients.Values.AsSpan(feature * units, units), gradient.Slice(i / TokenFeatures.Count * units, units));
        }
    }
}
