using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Assay.Reading.Syntax.Network;

namespace Assay.Trainer.Syntax;

/// <summary>Where the gradients of a recurrent layer go.</summary>
internal readonly ref struct RecurrentGradients
{
    /// <summary>Gradient of the output.</summary>
    public required ReadOnlySpan<float> Output { get; init; }

    /// <summary>Gradient of the input by the way around the gates; added to.</summary>
    public required Span<float> Input { get; init; }

    /// <summary>Gradient of the projected input.</summary>
    public required Span<float> Projected { get; init; }

    /// <summary>Gradient of the biases; added to.</summary>
    public required Span<float> Bias { get; init; }

    /// <summary>Gradient of the weights of the state before; added to.</summary>
    public required Span<float> Peephole { get; init; }
}

/// <summary>The way back through a <see cref="RecurrentLayer"/>.</summary>
internal static class RecurrentGradient
{
    /// <summary>Runs both directions over the tokens of one sentence.</summary>
    public static void Backward(in RecurrentState layer, in RecurrentGradients into, int from, int end)
    {
        Run(layer, into, 0, end - 1, from - 1, -1);
        Run(layer, into, 1, from, end, 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run(in RecurrentState layer, in RecurrentGradients into, int direction, int first, int stop, int step)
    {
        for (var unit = 0; unit < layer.Units; unit += 8)
            Lane(layer, into, direction, unit, first, stop, step);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Lane(in RecurrentState layer, in RecurrentGradients into, int direction, int unit, int first, int stop, int step)
    {
        var units = layer.Units;
        var one = Vector256<float>.One;
        var (forgetAt, resetAt) = (direction * 2 * units + unit, (direction * 2 + 1) * units + unit);
        var (forgetBias, resetBias) = (Get(layer.Bias, forgetAt), Get(layer.Bias, resetAt));
        var (forgetPeep, resetPeep) = (Get(layer.Peephole, forgetAt), Get(layer.Peephole, resetAt));
        var (toForget, toReset, toForgetPeep, toResetPeep) = (one - one, one - one, one - one, one - one);
        var carry = one - one;
        var skip = layer.Width == units ? 0 : direction * units;
        for (var row = first; row != stop; row += step)
        {
            var at = (row * 2 + direction) * units + unit;
            var gates = (row * 6 + direction * 3) * units + unit;
            var carriedAt = row * layer.Width + skip + unit;
            var before = row + step == stop ? one - one : Get(layer.State, at + step * 2 * units);
            var forget = VectorFunctions.Sigmoid(
                Vector256.FusedMultiplyAdd(forgetPeep, before, Get(layer.Projected, gates + units) + forgetBias)
            );
            var reset = VectorFunctions.Sigmoid(
                Vector256.FusedMultiplyAdd(resetPeep, before, Get(layer.Projected, gates + 2 * units) + resetBias)
            );
            var squashed = VectorFunctions.Tanh(Get(layer.State, at));
            var output = Get(into.Output, at);
            var dReset = output * (squashed - Get(layer.Input, carriedAt)) * reset * (one - reset);
            Put(into.Input, carriedAt, Get(into.Input, carriedAt) + output * (one - reset));
            var dState = carry + output * reset * (one - squashed * squashed);
            var dForget = dState * (before - Get(layer.Projected, gates)) * forget * (one - forget);
            Put(into.Projected, gates, dState * (one - forget));
            Put(into.Projected, gates + units, dForget);
            Put(into.Projected, gates + 2 * units, dReset);
            (toForget, toReset) = (toForget + dForget, toReset + dReset);
            (toForgetPeep, toResetPeep) = (toForgetPeep + dForget * before, toResetPeep + dReset * before);
            carry = dState * forget + dForget * forgetPeep + dReset * resetPeep;
        }
        Put(into.Bias, forgetAt, Get(into.Bias, forgetAt) + toForget);
        Put(into.Bias, resetAt, Get(into.Bias, resetAt) + toReset);
        Put(into.Peephole, forgetAt, Get(into.Peephole, forgetAt) + toForgetPeep);
        Put(into.Peephole, resetAt, Get(into.Peephole, resetAt) + toResetPeep);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Get(ReadOnlySpan<float> from, int at) =>
        Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(from), (nuint)at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Span<float> into, int at, Vector256<float> value) =>
        value.StoreUnsafe(ref MemoryMarshal.GetReference(into), (nuint)at);
}
