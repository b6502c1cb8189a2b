namespace Assay.Trainer.Syntax;

/// <summary>SplitMix64: the same numbers from a seed on every machine and in every version of the runtime.</summary>
/// <param name="seed">The seed.</param>
internal sealed class SeededRandom(ulong seed)
{
    private ulong state = seed;

    /// <summary>A number of 64 bits.</summary>
    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15UL;
        var z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>A number from 0 up to a bound.</summary>
    public int Below(int bound) => (int)((Next() >> 32) * (ulong)bound >> 32);

    /// <summary>A number from 0 up to 1.</summary>
    public float Unit() => (Next() >> 40) * (1f / (1 << 24));

    /// <summary>A number from -bound up to bound.</summary>
    public float Within(float bound) => (2 * Unit() - 1) * bound;

    /// <summary>Puts a list into a random order.</summary>
    public void Shuffle<T>(IList<T> list)
    {
        for (var i = list.Count - 1; i > 0; i--)
        {
            var other = Below(i + 1);
            (list[i], list[other]) = (list[other], list[i]);
        }
    }
}
