using Assay.Trade.Scanning;

namespace Assay.Trade.Flows;

/// <summary>A run of rows with what one unit of its currency is worth.</summary>
/// <param name="Segment">The rows.</param>
/// <param name="Factor">Units of the wanted currency; NaN where there is no rate.</param>
/// <param name="Wanted">Whether it is in the wanted currency as published.</param>
internal readonly record struct PricedSegment(Segment Segment, double Factor, bool Wanted);

/// <summary>What came of reading a report.</summary>
/// <param name="Any">Whether rows of a usable level were read.</param>
/// <param name="Currency">Currency they were published in; empty where none were.</param>
/// <param name="Lacking">Currency for which there is no rate, where that is why none were; else null.</param>
internal readonly record struct BlockReading(bool Any, string Currency, string? Lacking);

/// <summary>What one reporter publishes of one flow for one period, in as many currencies and at as many levels as it is there.</summary>
internal sealed class FlowBlock
{
    // Of two levels the finer is complete where it comes to this share of the other: confidential trade stands at the coarser alone.
    private const double Complete = 0.9;
    private readonly TradeColumns columns;
    private readonly PricedSegment[] priced;
    private readonly PricedSegment[] unpriced;
    private readonly Action<PricedSegment> note;

    /// <summary>The report that these rows make up.</summary>
    public FlowBlock(TradeColumns columns, int reporter, int period, PricedSegment[] segments, Action<PricedSegment> note)
    {
        (this.columns, this.note, Reporter, Period) = (columns, note, reporter, period);
        priced =
        [
            .. segments.Where(s => double.IsFinite(s.Factor)).OrderByDescending(s => s.Wanted).ThenByDescending(s => s.Segment.Count),
        ];
        unpriced = [.. segments.Where(s => !double.IsFinite(s.Factor))];
    }

    /// <summary>Index of the reporter in the store.</summary>
    public int Reporter { get; }

    /// <summary>yyyymm, or yyyy00 for a year.</summary>
    public int Period { get; }

    /// <summary>Gives the rows of one level per partner, the finest that is complete, to <paramref name="take"/>: product, partner, value
    /// in the wanted currency, kilograms.</summary>
    /// <param name="ranks">Which products are usable.</param>
    /// <param name="take">Takes a row.</param>
    public BlockReading Read(LevelRanks ranks, Action<int, int, double, double> take)
    {
        if (ranks.Count == 1 && priced.Length == 1)
            return ReadAll(priced[0], ranks, take);
        var chosen = Choose(ranks, out var any);
        if (!any)
            return new BlockReading(false, "", unpriced.FirstOrDefault(s => Has(s, ranks)).Segment?.Currency);
        var currency = "";
        for (var s = 0; s < priced.Length; s++)
            if (Read(s, ranks, chosen, take) && currency.Length == 0)
                currency = priced[s].Segment.Currency;
        return new BlockReading(true, currency, null);
    }

    private BlockReading ReadAll(PricedSegment only, LevelRanks ranks, Action<int, int, double, double> take)
    {
        var any = false;
        columns.Read(
            only.Segment,
            (product, partner, value, mass) =>
            {
                if (ranks.Of[product] < 0)
                    return;
                any = true;
                take(product, partner, value * only.Factor, mass);
            }
        );
        if (any)
            note(only);
        return any
            ? new BlockReading(true, only.Segment.Currency, null)
            : new BlockReading(false, "", unpriced.FirstOrDefault(s => Has(s, ranks)).Segment?.Currency);
    }

    private bool Read(int s, LevelRanks ranks, int[] chosen, Action<int, int, double, double> take)
    {
        var (any, factor) = (false, priced[s].Factor);
        columns.Read(
            priced[s].Segment,
            (product, partner, value, mass) =>
            {
                if (ranks.Of[product] < 0 || chosen[partner] != (ranks.Of[product] * priced.Length) + s)
                    return;
                any = true;
                take(product, partner, value * factor, mass);
            }
        );
        if (any)
            note(priced[s]);
        return any;
    }

    /// <summary>Per partner the level and currency that is read, level x currencies + currency; -1 where there is none.</summary>
    private int[] Choose(LevelRanks ranks, out bool any)
    {
        var (ways, found) = (ranks.Count * priced.Length, false);
        var sums = new double[columns.Partners.Count * Math.Max(1, ways)];
        Array.Fill(sums, double.NaN);
        for (var s = 0; s < priced.Length; s++)
        {
            var (at, factor) = (s, priced[s].Factor);
            columns.Read(
                priced[s].Segment,
                (product, partner, value, mass) =>
                {
                    if (ranks.Of[product] < 0)
                        return;
                    found = true;
                    ref var sum = ref sums[(partner * ways) + (ranks.Of[product] * priced.Length) + at];
                    sum = (double.IsNaN(sum) ? 0 : sum) + (value * factor);
                }
            );
        }

        any = found;
        return [.. Enumerable.Range(0, columns.Partners.Count).Select(p => Finest(sums.AsSpan(p * ways, ways)))];
    }

    private static int Finest(ReadOnlySpan<double> sums)
    {
        var most = double.NegativeInfinity;
        foreach (var sum in sums)
            if (sum > most)
                most = sum;
        for (var way = 0; way < sums.Length; way++)
            if (sums[way] >= Complete * most)
                return way;
        return -1;
    }

    private bool Has(PricedSegment segment, LevelRanks ranks)
    {
        var has = false;
        columns.Read(segment.Segment, (product, _, _, _) => has |= ranks.Of[product] >= 0);
        return has;
    }
}
