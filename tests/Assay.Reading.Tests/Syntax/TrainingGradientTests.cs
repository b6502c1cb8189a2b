using Assay.Reading.Syntax.Network;
using Assay.Trainer.Syntax;

namespace Assay.Reading.Tests.Syntax;

/// <summary>The way back through the network against differences of the loss, on tiny sizes.</summary>
public sealed class TrainingGradientTests
{
    private const string Treebank = """
        1	The	the	DET	DT	_	2	det	_	_
        2	crew	crew	NOUN	NN	_	3	nsubj	_	_
        3	slept	sleep	VERB	VBD	_	0	root	_	_

        1	Nobody	nobody	PRON	NN	_	2	nsubj	_	_
        2	saw	see	VERB	VBD	_	0	root	_	_
        3	the	the	DET	DT	_	4	det	_	_
        4	crew	crew	NOUN	NN	_	2	obj	_	_

        1	Slept	sleep	VERB	VBD	_	0	root	_	_

        """;

    [Fact]
    public void The_gradient_of_every_weight_is_the_slope_of_the_loss()
    {
        var (network, batch) = Made();
        Learn(network, batch);
        var slopes = network
            .Gradients.All.Append(network.EmbeddingGradients)
            .Select(g => (g.Name, Values: (float[])g.Values.Clone()))
            .ToList();
        var weights = network.Weights.All.Append(network.Embeddings).ToList();
        for (var i = 0; i < weights.Count; i++)
            Assert.True(Worst(network, batch, weights[i], slopes[i].Values) < 0.02, slopes[i].Name);
    }

    [Fact]
    public void Every_kind_of_weight_has_a_gradient()
    {
        var (network, batch) = Made();
        Learn(network, batch);
        foreach (var gradient in network.Gradients.All.Append(network.EmbeddingGradients))
            Assert.True(gradient.Values.Any(v => v != 0), gradient.Name);
    }

    [Fact]
    public void The_loss_falls_when_steps_are_taken()
    {
        var (network, batch) = Made();
        var before = Learn(network, batch);
        for (var step = 1; step <= 60; step++)
        {
            network.Step(0.01f, step);
            Learn(network, batch);
        }
        Assert.True(Learn(network, batch) < before / 4);
    }

    // Largest difference of slope and gradient over all cells, by the largest slope of the matrix.
    private static double Worst(TrainingNetwork network, TrainingBatch batch, Tensor weights, float[] gradient)
    {
        const float step = 4e-3f;
        var (worst, largest) = (0.0, 0.02);
        for (var i = 0; i < weights.Values.Length; i += 1 + weights.Values.Length / 60)
        {
            var kept = weights.Values[i];
            weights.Values[i] = kept + step;
            var above = Learn(network, batch);
            weights.Values[i] = kept - step;
            var below = Learn(network, batch);
            weights.Values[i] = kept;
            var slope = (above - below) / (2 * step);
            worst = Math.Max(worst, Math.Abs(slope - gradient[i]));
            largest = Math.Max(largest, Math.Abs(slope));
        }
        return worst / largest;
    }

    private static double Learn(TrainingNetwork network, TrainingBatch batch) => network.Learn(batch, new Dropout(null));

    private static (TrainingNetwork Network, TrainingBatch Batch) Made()
    {
        using var reader = new StringReader(Treebank.ReplaceLineEndings("\n"));
        var sentences = Conllu.Read(reader);
        var vocabulary = Vocabulary.Of(sentences, partAtLeast: 1);
        var names = vocabulary.Names;
        var shape = new ParserShape(8, 3, 2, 8, 8, vocabulary.Hashes.Length, names.Upos.Length, names.Tags.Length, names.Relations.Length);
        var network = new TrainingNetwork(shape, seed: 7);
        var random = new SeededRandom(3);
        foreach (
            var cell in network
                .Weights.All.Where(t => t.Rows == 1)
                .SelectMany(t => Enumerable.Range(0, t.Values.Length).Select(i => (t, i)))
        )
            cell.t.Values[cell.i] = random.Within(0.3f);
        return (network, TrainingBatch.Of(sentences, vocabulary));
    }
}
