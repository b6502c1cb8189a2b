using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Assay.Trade.Scanning;

/// <summary>
/// The scan's inner loop: adds the rows of two windows into dense accumulators, product x partner. Kept between scans so that its
/// accumulators are; not safe for use by several threads at once (it uses two of its own).
/// </summary>
/// <remarks>
/// Work is divided by cell, not by row: each thread owns a range of cells and finds its part of a segment by binary search, since rows of a
/// segment ascend by cell. No accumulator is shared, none has to be merged, and sums do not depend on the number of threads.
/// </remarks>
public sealed class BeforeAfterScan(TradeColumns columns)
{
    private readonly double[] before = new double[columns.Cells];
    private readonly double[] after = new double[columns.Cells];

    /// <summary>Sums both windows. The arrays returned are this scan's own and change at the next call.</summary>
    public BeforeAfterSums Sum(BeforeAfterQuery query)
    {
        var chosen = Choose(query);
        var threads = Math.Clamp(Environment.ProcessorCount, 1, 8);
        var part = ((uint)columns.Cells + (uint)threads - 1) / (uint)threads;
        Parallel.For(0, threads, t => Range(chosen, query.Mass, (uint)t * part, Math.Min((uint)columns.Cells, ((uint)t + 1) * part)));
        return new BeforeAfterSums(before, after);
    }

    private List<(Segment Segment, bool After)> Choose(BeforeAfterQuery query)
    {
        var (first, second) = (query.Before.ToHashSet(), query.After.ToHashSet());
        var reporters = query.Reporters?.ToHashSet(StringComparer.Ordinal);
        var chosen = new List<(Segment, bool)>();
        foreach (var s in columns.Segments)
        {
            if (s.Flow != query.Flow || s.Frequency != query.Frequency || s.Currency != query.Currency)
                continue;
            if (reporters is not null && !reporters.Contains(columns.Reporters[s.Reporter]))
                continue;
            if (first.Contains(s.Period))
                chosen.Add((s, false));
            if (second.Contains(s.Period))
                chosen.Add((s, true));
        }

        return chosen;
    }

    private void Range(List<(Segment Segment, bool After)> chosen, bool mass, uint from, uint to)
    {
        if (from >= to)
            return;
        Array.Clear(before, (int)from, (int)(to - from));
        Array.Clear(after, (int)from, (int)(to - from));
        foreach (var (segment, isAfter) in chosen)
        {
            var cells = columns.CellsOf(segment);
            var (start, end) = (LowerBound(cells, from), LowerBound(cells, to));
            if (columns.Wide)
                Add(cells[start..end], columns.NumbersOf<double>(segment, mass)[start..end], isAfter ? after : before);
            else
                Add(cells[start..end], columns.NumbersOf<uint>(segment, mass)[start..end], isAfter ? after : before);
        }
    }

    private static void Add<T>(ReadOnlySpan<uint> cells, ReadOnlySpan<T> numbers, double[] sums)
        where T : unmanaged, INumberBase<T>
    {
        ref var sum = ref MemoryMarshal.GetArrayDataReference(sums);
        ref var cell = ref MemoryMarshal.GetReference(cells);
        ref var number = ref MemoryMarshal.GetReference(numbers);
        for (nint i = 0; i < cells.Length; i++)
            Unsafe.Add(ref sum, (nint)Unsafe.Add(ref cell, i)) += double.CreateTruncating(Unsafe.Add(ref number, i));
    }

    private static int LowerBound(ReadOnlySpan<uint> cells, uint cell)
    {
        var (low, high) = (0, cells.Length);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) >> 1);
            if (cells[middle] < cell)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
