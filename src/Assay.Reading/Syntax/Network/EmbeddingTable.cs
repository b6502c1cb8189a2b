using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Assay.Reading.Syntax.Network;

/// <summary>Embeddings as bytes, each row with its scale, found by the hash of a feature. A row is turned into numbers when it is
/// added.</summary>
/// <param name="hashes">The known hashes, ascending; the row of a hash is its place.</param>
/// <param name="scales">The scale of each row.</param>
/// <param name="cells">The rows.</param>
/// <param name="width">Cells of a row; a multiple of eight.</param>
internal sealed class EmbeddingTable(uint[] hashes, float[] scales, sbyte[] cells, int width)
{
    /// <summary>The row of a hash; -1 where the hash is unknown.</summary>
    public int Row(uint hash)
    {
        var (low, high) = (0, hashes.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (hashes[middle] < hash)
                low = middle + 1;
            else
                high = middle;
        }
        return low < hashes.Length && hashes[low] == hash ? low : -1;
    }

    /// <summary>Adds a row to a sum.</summary>
    /// <param name="row">The row.</param>
    /// <param name="sum">The sum.</param>
    public void Add(int row, Span<float> sum)
    {
        var scale = Vector256.Create(scales[row]);
        ref var from = ref cells[row * width];
        ref var into = ref MemoryMarshal.GetReference(sum[..width]);
        for (var i = 0; i < width; i += 8)
        {
            var bytes = Vector64.LoadUnsafe(ref from, (nuint)i);
            var shorts = Vector64.Widen(bytes);
            var cell = Vector256.Create(Widened(shorts.Lower), Widened(shorts.Upper));
            Vector256.FusedMultiplyAdd(cell, scale, Vector256.LoadUnsafe(ref into, (nuint)i)).StoreUnsafe(ref into, (nuint)i);
        }
    }

    private static Vector128<float> Widened(Vector64<short> shorts)
    {
        var (lower, upper) = Vector64.Widen(shorts);
        return Vector128.ConvertToSingle(Vector128.Create(lower, upper));
    }
}
