namespace Assay.Reading.Syntax.Network;

/// <summary>The arrays of one run through the network; they grow with the longest sentence and are used again.</summary>
internal sealed class ForwardBuffers
{
    private readonly float[]?[] arrays = new float[]?[(int)BufferKind.Labels + 1];

    /// <summary>So many numbers, as they were left.</summary>
    public Span<float> Get(BufferKind kind, int length)
    {
        if (arrays[(int)kind] is not { } array || array.Length < length)
            arrays[(int)kind] = array = new float[length + length / 4];
        return array.AsSpan(0, length);
    }

    /// <summary>So many zeros.</summary>
    public Span<float> Cleared(BufferKind kind, int length)
    {
        var span = Get(kind, length);
        span.Clear();
        return span;
    }
}

/// <summary>What an array of a run is for.</summary>
internal enum BufferKind
{
    /// <summary>Embeddings.</summary>
    Embedded,

    /// <summary>Embeddings with their neighbours.</summary>
    Seen,

    /// <summary>Input of the first layer, then output of the third.</summary>
    Even,

    /// <summary>Output of the first layer.</summary>
    Odd,

    /// <summary>Gates.</summary>
    Projected,

    /// <summary>States.</summary>
    State,

    /// <summary>Scores of parts of speech and tags.</summary>
    Tags,

    /// <summary>Sides of arcs and labels.</summary>
    Sides,

    /// <summary>Heads of arcs, turned.</summary>
    Heads,

    /// <summary>Dependents of arcs.</summary>
    Dependents,

    /// <summary>Dependents times the weights.</summary>
    Asked,

    /// <summary>Scores of arcs.</summary>
    Arcs,

    /// <summary>Hidden layer of labels.</summary>
    Hidden,

    /// <summary>Scores of labels; the last kind.</summary>
    Labels,
}
