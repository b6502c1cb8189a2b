using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Assay.Reading.Syntax.Network;

/// <summary>
/// Products of dense row-major matrices. Every cell is accumulated over the inner index in order, each step one fused multiply-add: neither
/// the width of the vector unit nor the way the matrix is cut into blocks changes a bit of the result.
/// </summary>
internal static class MatrixProduct
{
    private const int Panel = 16;
    private const int Block = 6;

    /// <summary>c = a b, or c += a b.</summary>
    /// <param name="a">The left matrix, <paramref name="rows"/> x <paramref name="inner"/>.</param>
    /// <param name="b">The right matrix, <paramref name="inner"/> x <paramref name="columns"/>.</param>
    /// <param name="c">The result, <paramref name="rows"/> x <paramref name="columns"/>.</param>
    /// <param name="rows">Rows of the left matrix.</param>
    /// <param name="inner">Columns of the left matrix.</param>
    /// <param name="columns">Columns of the right matrix.</param>
    /// <param name="add">True to add to what stands in <paramref name="c"/>.</param>
    public static void Compute(
        ReadOnlySpan<float> a,
        ReadOnlySpan<float> b,
        Span<float> c,
        int rows,
        int inner,
        int columns,
        bool add = false
    )
    {
        Require(a.Length, rows * inner);
        Require(b.Length, inner * columns);
        Require(c.Length, rows * columns);
        var buffer = ArrayPool<float>.Shared.Rent(inner * Panel + Block * Panel);
        var panel = buffer.AsSpan(0, inner * Panel);
        var tile = buffer.AsSpan(inner * Panel, Block * Panel);
        ref var left = ref MemoryMarshal.GetReference(a);
        for (var column = 0; column < columns; column += Panel)
        {
            var width = Math.Min(Panel, columns - column);
            Pack(b, panel, inner, columns, column, width);
            var row = 0;
            for (; row + Block <= rows; row += Block)
            {
                Load(c, tile, row, Block, columns, column, width, add);
                Six(ref Unsafe.Add(ref left, row * inner), inner, ref panel[0], ref tile[0]);
                Store(tile, c, row, Block, columns, column, width);
            }
            for (; row < rows; row++)
            {
                Load(c, tile, row, 1, columns, column, width, add);
                One(ref Unsafe.Add(ref left, row * inner), inner, ref panel[0], ref tile[0]);
                Store(tile, c, row, 1, columns, column, width);
            }
        }
        ArrayPool<float>.Shared.Return(buffer);
    }

    /// <summary>The transpose of a matrix.</summary>
    /// <param name="from">The matrix, <paramref name="rows"/> x <paramref name="columns"/>.</param>
    /// <param name="into">Where its transpose goes.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="columns">Its columns.</param>
    public static void Transpose(ReadOnlySpan<float> from, Span<float> into, int rows, int columns)
    {
        Require(into.Length, rows * columns);
        for (var row = 0; row < rows; row++)
        {
            var line = from.Slice(row * columns, columns);
            for (var column = 0; column < line.Length; column++)
                into[column * rows + row] = line[column];
        }
    }

    private static void Require(int length, int needed)
    {
        if (length < needed)
            throw new ArgumentException($"A matrix of {needed} cells was expected; there are {length}.");
    }

    private static void Pack(ReadOnlySpan<float> b, Span<float> panel, int inner, int columns, int column, int width)
    {
        if (width < Panel)
            panel.Clear();
        for (var k = 0; k < inner; k++)
            b.Slice(k * columns + column, width).CopyTo(panel[(k * Panel)..]);
    }

    private static void Load(Span<float> c, Span<float> tile, int row, int rows, int columns, int column, int width, bool add)
    {
        tile.Clear();
        if (!add)
            return;
        for (var i = 0; i < rows; i++)
            c.Slice((row + i) * columns + column, width).CopyTo(tile[(i * Panel)..]);
    }

    private static void Store(Span<float> tile, Span<float> c, int row, int rows, int columns, int column, int width)
    {
        for (var i = 0; i < rows; i++)
            tile.Slice(i * Panel, width).CopyTo(c[((row + i) * columns + column)..]);
    }

    private static void One(ref float a, int inner, ref float panel, ref float tile)
    {
        var left = Vector256.LoadUnsafe(ref tile);
        var right = Vector256.LoadUnsafe(ref tile, 8);
        for (var k = 0; k < inner; k++)
        {
            var x = Vector256.Create(Unsafe.Add(ref a, k));
            ref var b = ref Unsafe.Add(ref panel, k * Panel);
            left = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref b), left);
            right = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref b, 8), right);
        }
        left.StoreUnsafe(ref tile);
        right.StoreUnsafe(ref tile, 8);
    }

    private static void Six(ref float a, int inner, ref float panel, ref float tile)
    {
        var (l0, r0) = (Vector256.LoadUnsafe(ref tile), Vector256.LoadUnsafe(ref tile, 8));
        var (l1, r1) = (Vector256.LoadUnsafe(ref tile, 16), Vector256.LoadUnsafe(ref tile, 24));
        var (l2, r2) = (Vector256.LoadUnsafe(ref tile, 32), Vector256.LoadUnsafe(ref tile, 40));
        var (l3, r3) = (Vector256.LoadUnsafe(ref tile, 48), Vector256.LoadUnsafe(ref tile, 56));
        var (l4, r4) = (Vector256.LoadUnsafe(ref tile, 64), Vector256.LoadUnsafe(ref tile, 72));
        var (l5, r5) = (Vector256.LoadUnsafe(ref tile, 80), Vector256.LoadUnsafe(ref tile, 88));
        ref var a1 = ref Unsafe.Add(ref a, inner);
        ref var a2 = ref Unsafe.Add(ref a, 2 * inner);
        ref var a3 = ref Unsafe.Add(ref a, 3 * inner);
        ref var a4 = ref Unsafe.Add(ref a, 4 * inner);
        ref var a5 = ref Unsafe.Add(ref a, 5 * inner);
        for (var k = 0; k < inner; k++)
        {
            ref var b = ref Unsafe.Add(ref panel, k * Panel);
            var (left, right) = (Vector256.LoadUnsafe(ref b), Vector256.LoadUnsafe(ref b, 8));
            var x = Vector256.Create(Unsafe.Add(ref a, k));
            (l0, r0) = (Vector256.FusedMultiplyAdd(x, left, l0), Vector256.FusedMultiplyAdd(x, right, r0));
            x = Vector256.Create(Unsafe.Add(ref a1, k));
            (l1, r1) = (Vector256.FusedMultiplyAdd(x, left, l1), Vector256.FusedMultiplyAdd(x, right, r1));
            x = Vector256.Create(Unsafe.Add(ref a2, k));
            (l2, r2) = (Vector256.FusedMultiplyAdd(x, left, l2), Vector256.FusedMultiplyAdd(x, right, r2));
            x = Vector256.Create(Unsafe.Add(ref a3, k));
            (l3, r3) = (Vector256.FusedMultiplyAdd(x, left, l3), Vector256.FusedMultiplyAdd(x, right, r3));
            x = Vector256.Create(Unsafe.Add(ref a4, k));
            (l4, r4) = (Vector256.FusedMultiplyAdd(x, left, l4), Vector256.FusedMultiplyAdd(x, right, r4));
            x = Vector256.Create(Unsafe.Add(ref a5, k));
            (l5, r5) = (Vector256.FusedMultiplyAdd(x, left, l5), Vector256.FusedMultiplyAdd(x, right, r5));
        }
        Put(l0, r0, ref tile);
        Put(l1, r1, ref Unsafe.Add(ref tile, 16));
        Put(l2, r2, ref Unsafe.Add(ref tile, 32));
        Put(l3, r3, ref Unsafe.Add(ref tile, 48));
        Put(l4, r4, ref Unsafe.Add(ref tile, 64));
        Put(l5, r5, ref Unsafe.Add(ref tile, 80));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Vector256<float> left, Vector256<float> right, ref float tile)
    {
        left.StoreUnsafe(ref tile);
        right.StoreUnsafe(ref tile, 8);
    }
}
