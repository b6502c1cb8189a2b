using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Assay.Trainer.Syntax;

/// <summary>Sums and products of rows of numbers, cell by cell.</summary>
internal static class Vectors
{
    /// <summary>Adds one row to each row of a matrix.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddRow(Span<float> matrix, ReadOnlySpan<float> row, int rows)
    {
        for (var i = 0; i < rows; i++)
            Add(matrix.Slice(i * row.Length, row.Length), row);
    }

    /// <summary>Adds each row of a matrix to one row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddRows(ReadOnlySpan<float> matrix, Span<float> row, int rows)
    {
        for (var i = 0; i < rows; i++)
            Add(row, matrix.Slice(i * row.Length, row.Length));
    }

    /// <summary>into += from.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(Span<float> into, ReadOnlySpan<float> from)
    {
        ref var a = ref MemoryMarshal.GetReference(into);
        ref var b = ref MemoryMarshal.GetReference(from);
        var i = 0;
        for (; i + 8 <= into.Length; i += 8)
            (Vector256.LoadUnsafe(ref a, (nuint)i) + Vector256.LoadUnsafe(ref b, (nuint)i)).StoreUnsafe(ref a, (nuint)i);
        for (; i < into.Length; i++)
            into[i] += from[i];
    }

    /// <summary>into *= by.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(Span<float> into, ReadOnlySpan<float> by)
    {
        ref var a = ref MemoryMarshal.GetReference(into);
        ref var b = ref MemoryMarshal.GetReference(by);
        var i = 0;
        for (; i + 8 <= into.Length; i += 8)
            (Vector256.LoadUnsafe(ref a, (nuint)i) * Vector256.LoadUnsafe(ref b, (nuint)i)).StoreUnsafe(ref a, (nuint)i);
        for (; i < into.Length; i++)
            into[i] *= by[i];
    }

    /// <summary>Negative cells become zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rectify(Span<float> cells)
    {
        for (var i = 0; i < cells.Length; i++)
            cells[i] = Math.Max(0f, cells[i]);
    }

    /// <summary>A gradient is zero where the output of <see cref="Rectify"/> is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Unrectify(Span<float> gradient, ReadOnlySpan<float> output)
    {
        for (var i = 0; i < gradient.Length; i++)
            gradient[i] = output[i] > 0 ? gradient[i] : 0f;
    }
}
