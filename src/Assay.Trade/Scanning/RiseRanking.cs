namespace Assay.Trade.Scanning;

/// <summary>One cell of a quick ranking.</summary>
/// <param name="Product">Index of the product.</param>
/// <param name="Partner">Index of the destination.</param>
/// <param name="Before">Sum of the first window.</param>
/// <param name="After">Sum of the second window.</param>
/// <param name="Loss">What direct trade with the target fell by in the same product.</param>
public readonly record struct Rise(int Product, int Partner, double Before, double After, double Loss)
{
    /// <summary>Rise of the cell, no more than the target's loss.</summary>
    public double Bounded => Math.Min(After - Before, Loss);
}

/// <summary>The quick ranking that follows a scan: every cell by the smaller of its rise and the target's loss.</summary>
public static class RiseRanking
{
    /// <summary>The <paramref name="count"/> highest cells, highest first; ties by cell number. The target itself is left out.</summary>
    public static IReadOnlyList<Rise> Top(TradeColumns columns, BeforeAfterSums sums, int target, int count)
    {
        var partners = columns.Partners.Count;
        var heap = new PriorityQueue<Rise, (double, int)>(count + 1);
        var least = 0.0;
        for (var product = 0; product < columns.Products.Count; product++)
        {
            var row = product * partners;
            var loss = sums.Before[row + target] - sums.After[row + target];
            if (loss <= least)
                continue;
            for (var j = 0; j < partners; j++)
            {
                var rise = sums.After[row + j] - sums.Before[row + j];
                if (rise <= least || j == target)
                    continue;
                var found = new Rise(product, j, sums.Before[row + j], sums.After[row + j], loss);
                heap.Enqueue(found, (found.Bounded, -(row + j)));
                if (heap.Count > count)
                    heap.Dequeue();
                if (heap.Count == count && heap.TryPeek(out var lowest, out _))
                    least = lowest.Bounded;
            }
        }

        var top = new List<Rise>(heap.Count);
        while (heap.TryDequeue(out var rise, out _))
            top.Add(rise);
        top.Reverse();
        return top;
    }
}
