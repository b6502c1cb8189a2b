using Assay.Trade.Flows;
using Assay.Trade.Scanning;

namespace Assay.Trade.Findings;

/// <summary>One product family that a country takes in and sends out, as it reports itself.</summary>
/// <param name="Product">The family.</param>
/// <param name="Imports">Imports from every partner.</param>
/// <param name="Exports">Exports to every partner.</param>
/// <param name="ToTarget">Those of them to the target.</param>
public sealed record BalanceLine(string Product, TradeSide Imports, TradeSide Exports, TradeSide ToTarget)
{
    /// <summary>Exports over imports, after: what leaves again, where the country makes nothing of the kind; NaN where unknown.</summary>
    public double LeavesAgain => Imports.After > 0 ? Exports.After / Imports.After : double.NaN;

    /// <summary>The sums in the order they are shown: imports, exports and what goes to the target, each before and after.</summary>
    public IReadOnlyList<double> Sums => [Imports.Before, Imports.After, Exports.Before, Exports.After, ToTarget.Before, ToTarget.After];

    /// <summary>Exports over imports, before.</summary>
    public double LeftAgain => Imports.Before > 0 ? Exports.Before / Imports.Before : double.NaN;
}

/// <summary>A country's imports beside its exports of the same goods, before and after a date; no model.</summary>
/// <param name="Lines">Every product family, the largest exports first.</param>
/// <param name="Periods">How many periods there are after the date.</param>
/// <param name="First">First period after.</param>
/// <param name="Last">Last period.</param>
/// <param name="Rates">The rates that reports in other currencies were converted by.</param>
public sealed record ReexportBalance(IReadOnlyList<BalanceLine> Lines, int Periods, int First, int Last, IReadOnlyList<RateUsed> Rates)
{
    /// <summary>All products together.</summary>
    public BalanceLine Together =>
        new(
            "",
            TradeSide.Sum(Lines.Select(l => l.Imports)),
            TradeSide.Sum(Lines.Select(l => l.Exports)),
            TradeSide.Sum(Lines.Select(l => l.ToTarget))
        );

    /// <summary>Adds up what a country reports.</summary>
    /// <param name="columns">The store.</param>
    /// <param name="request">Target, goods, currency and rates; its origin plays no part.</param>
    /// <param name="country">The country, ISO alpha-2.</param>
    /// <param name="since">First period after the date.</param>
    /// <param name="until">Last period; 0 for the last of the store.</param>
    public static ReexportBalance Of(TradeColumns columns, PanelRequest request, string country, int since, int until)
    {
        var last = Suppliers.LastOf(columns, request.Frequency, until);
        var pairs = SideSums.Pairs(since, last);
        var reader = new FlowReader(columns, request.Terms);
        string?[] family = [.. columns.Products.Select(p => request.RestrictsFamily(p.Code) ? request.FamilyOf(p.Code) : null)];
        var target = columns.Partners.ToList().IndexOf(request.Target);
        var (imports, exports, onward) = (new SideSums(pairs), new SideSums(pairs), new SideSums(pairs));
        imports.Add(columns, reader, 'M', request.Digits, r => r == country, (_, p, _) => family[p]);
        exports.Add(columns, reader, 'X', request.Digits, r => r == country, (_, p, _) => family[p]);
        onward.Add(columns, reader, 'X', request.Digits, r => r == country, (_, p, j) => j == target ? family[p] : null);
        return new ReexportBalance(
            [
                .. imports
                    .Keys(country)
                    .Concat(exports.Keys(country))
                    .Distinct(StringComparer.Ordinal)
                    .Select(p => new BalanceLine(p, imports.Of(country, p), exports.Of(country, p), onward.Of(country, p)))
                    .OrderByDescending(l => l.Exports.Known ? l.Exports.After : 0)
                    .ThenByDescending(l => l.Imports.Known ? l.Imports.After : 0)
                    .ThenBy(l => l.Product, StringComparer.Ordinal),
            ],
            pairs.Count,
            since,
            last,
            reader.Used
        );
    }
}
