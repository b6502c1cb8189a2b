using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Assay.Reading.Syntax.Network;

/// <summary>What a layer of simple recurrent units (Lei et al. 2018) needs and gives, for both directions.</summary>
internal readonly ref struct RecurrentState
{
    /// <summary>Units of one direction; a multiple of eight.</summary>
    public required int Units { get; init; }

    /// <summary>Width of the input: the units of one direction or of both.</summary>
    public required int Width { get; init; }

    /// <summary>The input, a row for a token.</summary>
    public required ReadOnlySpan<float> Input { get; init; }

    /// <summary>The input times the weights: candidate, forget and reset gate of each direction.</summary>
    public required ReadOnlySpan<float> Projected { get; init; }

    /// <summary>Biases of the forget and reset gate of each direction.</summary>
    public required ReadOnlySpan<float> Bias { get; init; }

    /// <summary>Weights of the state before in the gates, as <see cref="Bias"/>.</summary>
    public required ReadOnlySpan<float> Peephole { get; init; }

    /// <summary>The states, both directions beside each other.</summary>
    public required Span<float> State { get; init; }

    /// <summary>The output, as <see cref="State"/>.</summary>
    public required Span<float> Output { get; init; }
}

/// <summary>
/// A bidirectional layer of simple recurrent units: all matrix products are of the whole sentence, only cheap steps of single cells go from
/// token to token.
/// </summary>
internal static class RecurrentLayer
{
    /// <summary>Runs both directions over the tokens of one sentence.</summary>
    /// <param name="layer">Input, weights and where the output goes.</param>
    /// <param name="from">First row of the sentence.</param>
    /// <param name="end">One past its last row.</param>
    public static void Forward(in RecurrentState layer, int from, int end)
    {
        Run(layer, 0, from, end, 1);
        Run(layer, 1, end - 1, from - 1, -1);
    }

    private static void Run(in RecurrentState layer, int direction, int first, int stop, int step)
    {
        var units = layer.Units;
        var skip = layer.Width == units ? 0 : direction * units;
        ref var input = ref MemoryMarshal.GetReference(layer.Input);
        ref var projected = ref MemoryMarshal.GetReference(layer.Projected);
        ref var bias = ref Unsafe.Add(ref MemoryMarshal.GetReference(layer.Bias), direction * 2 * units);
        ref var peephole = ref Unsafe.Add(ref MemoryMarshal.GetReference(layer.Peephole), direction * 2 * units);
        ref var state = ref MemoryMarshal.GetReference(layer.State);
        ref var output = ref MemoryMarshal.GetReference(layer.Output);
        for (var unit = 0; unit < units; unit += 8)
        {
            var (forgetBias, resetBias) = Pair(ref bias, unit, units);
            var (forgetPeep, resetPeep) = Pair(ref peephole, unit, units);
            var before = Vector256<float>.Zero;
            for (var row = first; row != stop; row += step)
            {
                ref var gates = ref Unsafe.Add(ref projected, (row * 6 + direction * 3) * units + unit);
                var candidate = Vector256.LoadUnsafe(ref gates);
                var forget = Vector256.LoadUnsafe(ref gates, (nuint)units) + forgetBias;
                var reset = Vector256.LoadUnsafe(ref gates, (nuint)(2 * units)) + resetBias;
                forget = VectorFunctions.Sigmoid(Vector256.FusedMultiplyAdd(forgetPeep, before, forget));
                reset = VectorFunctions.Sigmoid(Vector256.FusedMultiplyAdd(resetPeep, before, reset));
                before = Vector256.FusedMultiplyAdd(forget, before - candidate, candidate);
                var carried = Vector256.LoadUnsafe(ref input, (nuint)(row * layer.Width + skip + unit));
                var at = (nuint)((row * 2 + direction) * units + unit);
                before.StoreUnsafe(ref state, at);
                Vector256.FusedMultiplyAdd(reset, VectorFunctions.Tanh(before) - carried, carried).StoreUnsafe(ref output, at);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> Forget, Vector256<float> Reset) Pair(ref float values, int unit, int units) =>
        (Vector256.LoadUnsafe(ref values, (nuint)unit), Vector256.LoadUnsafe(ref values, (nuint)(units + unit)));
}
