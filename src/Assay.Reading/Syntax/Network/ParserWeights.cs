using System.Globalization;

namespace Assay.Reading.Syntax.Network;

/// <summary>The dense weights of a parser, all but the table of embeddings.</summary>
internal sealed class ParserWeights
{
    private ParserWeights(ParserShape shape, Func<string, int, int, Tensor> make)
    {
        Shape = shape;
        var (units, both) = (shape.Embedding, shape.Both);
        Window = make("window", ParserShape.Window * units, units);
        WindowBias = make("window.bias", 1, units);
        Recurrent = [.. Enumerable.Range(0, shape.Layers).Select(l => make(Name("recurrent", l), shape.Input(l), 6 * units))];
        RecurrentBias = [.. Enumerable.Range(0, shape.Layers).Select(l => make(Name("recurrent.bias", l), 1, 4 * units))];
        Peephole = [.. Enumerable.Range(0, shape.Layers).Select(l => make(Name("recurrent.peephole", l), 1, 4 * units))];
        Tagger = make("tagger", both, shape.AllTags);
        TaggerBias = make("tagger.bias", 1, shape.AllTags);
        Sides = make("sides", both, shape.Sides);
        SidesBias = make("sides.bias", 1, shape.Sides);
        Biaffine = make("biaffine", shape.Arc, shape.Arc);
        BiaffineBias = make("biaffine.bias", 1, shape.Arc);
        Labels = make("labels", shape.Label, shape.Relations);
        LabelsBias = make("labels.bias", 1, shape.Relations);
        All =
        [
            Window,
            WindowBias,
            .. Recurrent,
            .. RecurrentBias,
            .. Peephole,
            Tagger,
            TaggerBias,
            Sides,
            SidesBias,
            Biaffine,
            BiaffineBias,
            Labels,
            LabelsBias,
        ];
    }

    /// <summary>The sizes.</summary>
    public ParserShape Shape { get; }

    /// <summary>Three embeddings to one.</summary>
    public Tensor Window { get; }

    /// <summary>Its bias.</summary>
    public Tensor WindowBias { get; }

    /// <summary>Weights of the recurrent layers.</summary>
    public IReadOnlyList<Tensor> Recurrent { get; }

    /// <summary>Their biases.</summary>
    public IReadOnlyList<Tensor> RecurrentBias { get; }

    /// <summary>Their weights of the state before.</summary>
    public IReadOnlyList<Tensor> Peephole { get; }

    /// <summary>Parts of speech and tags.</summary>
    public Tensor Tagger { get; }

    /// <summary>Its bias.</summary>
    public Tensor TaggerBias { get; }

    /// <summary>Sides of arcs and labels.</summary>
    public Tensor Sides { get; }

    /// <summary>Their bias.</summary>
    public Tensor SidesBias { get; }

    /// <summary>Dependent by head.</summary>
    public Tensor Biaffine { get; }

    /// <summary>How likely a token is a head at all.</summary>
    public Tensor BiaffineBias { get; }

    /// <summary>The labels.</summary>
    public Tensor Labels { get; }

    /// <summary>Their bias.</summary>
    public Tensor LabelsBias { get; }

    /// <summary>All of them, in the order of the file.</summary>
    public IReadOnlyList<Tensor> All { get; }

    /// <summary>Weights of zero.</summary>
    public static ParserWeights Zeros(ParserShape shape) => new(shape, Tensor.Zeros);

    /// <summary>Weights out of a source that is asked for one after the other.</summary>
    /// <param name="shape">The sizes.</param>
    /// <param name="read">Gives a matrix by name, rows and columns.</param>
    public static ParserWeights Read(ParserShape shape, Func<string, int, int, Tensor> read) => new(shape, read);

    private static string Name(string name, int layer) => string.Create(CultureInfo.InvariantCulture, $"{name}.{layer}");
}
