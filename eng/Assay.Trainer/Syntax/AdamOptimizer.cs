using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Assay.Reading.Syntax.Network;

namespace Assay.Trainer.Syntax;

/// <summary>Adam (Kingma and Ba 2015). Rows of a table that a step did not touch keep their moments as they are.</summary>
/// <param name="values">The weights.</param>
/// <param name="gradient">Their gradient; zero after a step.</param>
internal sealed class AdamOptimizer(Tensor values, Tensor gradient)
{
    private const float Beta1 = 0.9f;
    private const float Beta2 = 0.98f;
    private const float Epsilon = 1e-8f;
    private readonly float[] first = new float[values.Values.Length];
    private readonly float[] second = new float[values.Values.Length];

    /// <summary>A step with all weights.</summary>
    /// <param name="rate">The rate, with the corrections of the first steps in it (<see cref="Rate"/>).</param>
    public void Step(float rate) => Update(0, values.Values.Length, rate);

    /// <summary>A step with one row.</summary>
    public void Step(int row, float rate) => Update(row * values.Columns, values.Columns, rate);

    /// <summary>The rate at a step counted from 1.</summary>
    public static float Rate(float rate, int step) => rate * MathF.Sqrt(1 - MathF.Pow(Beta2, step)) / (1 - MathF.Pow(Beta1, step));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Update(int from, int count, float rate)
    {
        ref var w = ref MemoryMarshal.GetReference(values.Values.AsSpan(from, count));
        ref var g = ref MemoryMarshal.GetReference(gradient.Values.AsSpan(from, count));
        ref var m = ref MemoryMarshal.GetReference(first.AsSpan(from, count));
        ref var v = ref MemoryMarshal.GetReference(second.AsSpan(from, count));
        var i = 0;
        for (; i + 8 <= count; i += 8)
        {
            var at = (nuint)i;
            var slope = Vector256.LoadUnsafe(ref g, at);
            var mean = Beta1 * Vector256.LoadUnsafe(ref m, at) + (1 - Beta1) * slope;
            var square = Beta2 * Vector256.LoadUnsafe(ref v, at) + (1 - Beta2) * (slope * slope);
            mean.StoreUnsafe(ref m, at);
            square.StoreUnsafe(ref v, at);
            var change = rate * mean / (Vector256.Sqrt(square) + Vector256.Create(Epsilon));
            (Vector256.LoadUnsafe(ref w, at) - change).StoreUnsafe(ref w, at);
            Vector256<float>.Zero.StoreUnsafe(ref g, at);
        }
        for (; i < count; i++)
            Single(from + i, rate);
    }

    private void Single(int at, float rate)
    {
        var slope = gradient.Values[at];
        first[at] = Beta1 * first[at] + (1 - Beta1) * slope;
        second[at] = Beta2 * second[at] + (1 - Beta2) * (slope * slope);
        values.Values[at] -= rate * first[at] / (MathF.Sqrt(second[at]) + Epsilon);
        gradient.Values[at] = 0;
    }
}
