using Assay.Trade.Scanning;

namespace Assay.Trade.Flows;

/// <summary>
/// Reads flows out of a store in one currency, each at one level: the rows of a publisher that gives chapters, headings and codes of the
/// same trade
/// side by side, or of two publishers that give it in two currencies, are never added together. Keeps account of the rates it used.
/// </summary>
/// <param name="columns">The store.</param>
/// <param name="terms">In what its rows are read.</param>
internal sealed class FlowReader(TradeColumns columns, FlowTerms terms)
{
    private readonly SortedDictionary<(string Currency, int Period), double> used = [];

    /// <summary>The rates that values were converted by so far.</summary>
    public IReadOnlyList<RateUsed> Used => [.. used.Select(u => new RateUsed(u.Key.Currency, u.Key.Period, u.Value))];

    /// <summary>The reports of a flow, one for each reporter and period.</summary>
    /// <param name="flow">X or M.</param>
    /// <param name="reports">Which reporters.</param>
    public IEnumerable<FlowBlock> Blocks(char flow, Func<string, bool> reports) =>
        columns
            .Segments.Where(s => s.Flow == flow && s.Frequency == terms.Frequency && reports(columns.Reporters[s.Reporter]))
            .GroupBy(s => (s.Reporter, s.Period))
            .Select(g => Block(g.Key.Reporter, g.Key.Period, g));

    private FlowBlock Block(int reporter, int period, IEnumerable<Segment> segments)
    {
        terms.Stop.ThrowIfCancellationRequested();
        return new FlowBlock(columns, reporter, period, [.. segments.Select(Priced)], Note);
    }

    private PricedSegment Priced(Segment segment)
    {
        var factor = terms.Rates.Factor(segment.Currency, terms.Currency, segment.Period);
        return new PricedSegment(segment, terms.Mass && double.IsNaN(factor) ? 1 : factor, segment.Currency == terms.Currency);
    }

    private void Note(PricedSegment segment)
    {
        if (!segment.Wanted && !terms.Mass)
            used[(segment.Segment.Currency, segment.Segment.Period)] = segment.Factor;
    }
}
