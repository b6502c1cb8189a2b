namespace Assay.Trainer.Syntax;

/// <summary>Arrays by name that grow and are used again from batch to batch.</summary>
internal sealed class Scratch
{
    private readonly Dictionary<string, float[]> arrays = new(StringComparer.Ordinal);

    /// <summary>So many numbers, as they were left.</summary>
    public Span<float> Get(string name, int length)
    {
        if (!arrays.TryGetValue(name, out var array) || array.Length < length)
            arrays[name] = array = new float[length + length / 4];
        return array.AsSpan(0, length);
    }

    /// <summary>So many zeros.</summary>
    public Span<float> Cleared(string name, int length)
    {
        var span = Get(name, length);
        span.Clear();
        return span;
    }
}
