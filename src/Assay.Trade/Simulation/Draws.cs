namespace Assay.Trade.Simulation;

/// <summary>
/// Random numbers that are a function of where they are used, so that any cell can be computed alone and in any order.
/// SplitMix64 (Steele, Lea, Flood 2014) over a running combination of the keys.
/// </summary>
internal static class Draws
{
    /// <summary>A well-mixed 64-bit number for these keys.</summary>
    public static ulong Hash(ulong seed, uint kind, int a, int b = 0, int c = 0)
    {
        var h = Mix(seed ^ ((ulong)kind * 0x9E3779B97F4A7C15UL));
        h = Mix(h ^ (uint)a);
        return Mix(h ^ (((ulong)(uint)b << 32) | (uint)c));
    }

    /// <summary>Uniform on (0, 1).</summary>
    public static double Uniform(ulong hash) => ((hash >> 11) + 0.5) * (1.0 / (1UL << 53));

    /// <summary>Standard normal, by Box and Muller's transform of one hash and the hash of that hash.</summary>
    public static double Normal(ulong hash) => Math.Sqrt(-2 * Math.Log(Uniform(hash))) * Math.Cos(2 * Math.PI * Uniform(Mix(hash)));

    private static ulong Mix(ulong z)
    {
        z += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
