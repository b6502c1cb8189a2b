using Assay.Trade.Flows;
using Assay.Trade.Money;
using Assay.Trade.Scanning;

namespace Assay.Trade.Findings;

/// <summary>Plain before/after ratios, without a model: what anyone can re-do with a spreadsheet.</summary>
/// <param name="Products">Products of the restricted level in the comparison.</param>
/// <param name="Sums">Per destination the sum over the months of each year given.</param>
/// <param name="Markets">Markets (reporter, destination, product) above the least value that at least doubled from the last year but one
/// to
/// the last.</param>
/// <param name="MarketShare">Their share of the last year's value.</param>
public sealed record Comparison(int Products, IReadOnlyDictionary<string, double[]> Sums, int Markets, double MarketShare)
{
    /// <summary>The rates that reports in other currencies were converted by.</summary>
    public IReadOnlyList<RateUsed> Rates { get; init; } = [];

    /// <summary>
    /// Adds up exports of the products at a level, over the same months of each of several years.
    /// </summary>
    /// <param name="columns">The store.</param>
    /// <param name="origin">Reporters; null means all.</param>
    /// <param name="level">Level of the products, such as CN8; finer codes are cut to it.</param>
    /// <param name="keep">Which codes take part.</param>
    /// <param name="years">The years, ascending.</param>
    /// <param name="months">First and last month.</param>
    /// <param name="everyYear">True to keep only products traded in every one of the years (whole years, all destinations
    /// together).</param>
    /// <param name="leastMarket">A market counts above this value.</param>
    /// <param name="terms">Currency and rates; null for euros by the shipped ones.</param>
    public static Comparison Of(
        TradeColumns columns,
        IReadOnlyCollection<string>? origin,
        string level,
        Func<string, bool> keep,
        int[] years,
        (int First, int Last) months,
        bool everyYear,
        double leastMarket,
        FlowTerms? terms = null
    )
    {
        var reader = new FlowReader(columns, terms ?? new FlowTerms('M', "EUR", ExchangeRates.Shipped));
        var digits = ProductLevels.Digits(level);
        var ranks = LevelRanks.For(columns, digits);
        string[] cut = [.. columns.Products.Select(p => digits == 0 ? p.Code : ProductLevels.Cut(p.Code, digits))];
        var code = cut.Distinct(StringComparer.Ordinal).Select((c, i) => (c, i)).ToDictionary(x => x.c, x => x.i, StringComparer.Ordinal);
        int[] at = [.. cut.Select(c => code[c])];
        var kept = columns.Products.Select(p => keep(p.Code)).ToArray();
        var blocks = reader.Blocks('X', r => origin is null || origin.Contains(r)).Where(b => years.Contains(b.Period / 100)).ToList();
        var traded = new double[code.Count, years.Length];
        foreach (var b in blocks)
            b.Read(ranks, (p, _, v, _) => traded[at[p], Array.IndexOf(years, b.Period / 100)] += kept[p] ? v : 0);
        bool[] takes = [.. Enumerable.Range(0, code.Count).Select(c => Takes(traded, c, years.Length, everyYear))];
        var byDestination = new double[columns.Partners.Count][];
        var markets = new Dictionary<(int, int, int), double[]>();
        foreach (var b in blocks.Where(b => b.Period % 100 >= months.First && b.Period % 100 <= months.Last))
        {
            var y = Array.IndexOf(years, b.Period / 100);
            b.Read(
                ranks,
                (p, j, v, _) =>
                {
                    if (!takes[at[p]] || !kept[p])
                        return;
                    (byDestination[j] ??= new double[years.Length])[y] += v;
                    if (!markets.TryGetValue((b.Reporter, j, at[p]), out var market))
                        markets[(b.Reporter, j, at[p])] = market = new double[years.Length];
                    market[y] += v;
                }
            );
        }

        var doubled = markets.Values.Where(m => m[^1] > leastMarket && years.Length > 1 && m[^1] > 2 * m[^2]).ToList();
        var all = markets.Values.Sum(m => m[^1]);
        var share = all > 0 ? doubled.Sum(m => m[^1]) / all : double.NaN;
        return new Comparison(takes.Count(t => t), Named(columns, byDestination), doubled.Count, share) { Rates = reader.Used };
    }

    private static bool Takes(double[,] traded, int product, int years, bool everyYear)
    {
        var sums = Enumerable.Range(0, years).Select(y => traded[product, y]);
        return everyYear ? sums.All(v => v > 0) : sums.Any(v => v > 0);
    }

    private static Dictionary<string, double[]> Named(TradeColumns columns, double[][] byDestination) =>
        Enumerable
            .Range(0, byDestination.Length)
            .Where(j => byDestination[j] is not null)
            .ToDictionary(j => columns.Partners[j], j => byDestination[j], StringComparer.Ordinal);
}
