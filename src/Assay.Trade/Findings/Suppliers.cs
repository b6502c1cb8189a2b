using Assay.Trade.Flows;
using Assay.Trade.Scanning;

namespace Assay.Trade.Findings;

/// <summary>One country that supplies a target.</summary>
/// <param name="Country">ISO alpha-2.</param>
/// <param name="Sent">What it reports as exported to the target.</param>
/// <param name="Received">What the target reports as imported from it.</param>
public sealed record Supplier(string Country, TradeSide Sent, TradeSide Received)
{
    /// <summary>The larger of what either says of the time after; 0 where neither reports.</summary>
    public double Most => Math.Max(Sent.Known ? Sent.After : 0, Received.Known ? Received.After : 0);
}

/// <summary>Who supplies a target with restricted goods, before and after a date; no model. What is not reported is unknown, not
/// zero.</summary>
/// <param name="Countries">Every supplier, the largest first.</param>
/// <param name="Periods">How many periods there are after the date.</param>
/// <param name="First">First period after.</param>
/// <param name="Last">Last period.</param>
/// <param name="Rates">The rates that reports in other currencies were converted by.</param>
public sealed record Suppliers(IReadOnlyList<Supplier> Countries, int Periods, int First, int Last, IReadOnlyList<RateUsed> Rates)
{
    /// <summary>All suppliers together.</summary>
    public Supplier Together => new("", TradeSide.Sum(Countries.Select(c => c.Sent)), TradeSide.Sum(Countries.Select(c => c.Received)));

    /// <summary>Adds up what every reporter sends to the target, and what the target takes in from every partner.</summary>
    /// <param name="columns">The store.</param>
    /// <param name="request">Target, goods, currency and rates; its origin plays no part.</param>
    /// <param name="since">First period after the date.</param>
    /// <param name="until">Last period; 0 for the last of the store.</param>
    public static Suppliers Of(TradeColumns columns, PanelRequest request, int since, int until)
    {
        var last = LastOf(columns, request.Frequency, until);
        var pairs = SideSums.Pairs(since, last);
        var reader = new FlowReader(columns, request.Terms);
        bool[] goods = [.. columns.Products.Select(p => request.Restricts(p.Code))];
        var target = columns.Partners.ToList().IndexOf(request.Target);
        var (sent, received) = (new SideSums(pairs), new SideSums(pairs));
        sent.Add(columns, reader, 'X', request.Digits, r => r != request.Target, (_, p, j) => goods[p] && j == target ? "" : null);
        received.Add(
            columns,
            reader,
            'M',
            request.Digits,
            r => r == request.Target,
            (_, p, j) => goods[p] && columns.Partners[j] != request.Target ? columns.Partners[j] : null
        );
        var countries = sent.Reporters.Concat(received.Keys(request.Target)).Distinct(StringComparer.Ordinal);
        return new Suppliers(
            [
                .. countries
                    .Select(c => new Supplier(c, sent.Of(c, ""), received.Of(request.Target, c)))
                    .Where(s => s.Most > 0 || s.Sent.Before > 0 || s.Received.Before > 0)
                    .OrderByDescending(s => s.Most)
                    .ThenBy(s => s.Country, StringComparer.Ordinal),
            ],
            pairs.Count,
            since,
            last,
            reader.Used
        );
    }

    /// <summary>The last period of a store, or that given where it is earlier.</summary>
    internal static int LastOf(TradeColumns columns, char frequency, int until)
    {
        var last = columns.Segments.Where(s => s.Frequency == frequency).Select(s => s.Period).DefaultIfEmpty(0).Max();
        return until == 0 ? last : Math.Min(last, until);
    }
}
