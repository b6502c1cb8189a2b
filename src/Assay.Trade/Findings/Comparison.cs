using Assay.Trade.Scanning;

namespace Assay.Trade.Findings;

/// <summary>Plain before/after ratios, without a model: what anyone can re-do with a spreadsheet.</summary>
/// <param name="Products">Products of the restricted level in the comparison.</param>
/// <param name="Sums">Per destination the sum over the months of each year given.</param>
/// <param name="Markets">Markets (reporter, destination, product) above the least value that at least doubled from the last year but one to
/// the last.</param>
/// <param name="MarketShare">Their share of the last year's value.</param>
public sealed record Comparison(int Products, IReadOnlyDictionary<string, double[]> Sums, int Markets, double MarketShare)
{
    /// <summary>
    /// Adds up exports of the products at a level, over the same months of each of several years.
    /// </summary>
    /// <param name="columns">The store.</param>
    /// <param name="origin">Reporters; null means all.</param>
    /// <param name="level">Level of the products, such as CN8.</param>
    /// <param name="keep">Which codes take part.</param>
    /// <param name="years">The years, ascending.</param>
    /// <param name="months">First and last month.</param>
    /// <param name="everyYear">True to keep only products traded in every one of the years (whole years, all destinations
    /// together).</param>
    /// <param name="leastMarket">A market counts above this value.</param>
    public static Comparison Of(
        TradeColumns columns,
        IReadOnlyCollection<string>? origin,
        string level,
        Func<string, bool> keep,
        int[] years,
        (int First, int Last) months,
        bool everyYear,
        double leastMarket
    )
    {
        var chosen = columns
            .Segments.Where(s =>
                s.Flow == 'X'
                && s.Frequency == 'M'
                && years.Contains(s.Period / 100)
                && (origin is null || origin.Contains(columns.Reporters[s.Reporter]))
            )
            .ToList();
        var takes = columns.Products.Select(p => p.Level == level && keep(p.Code)).ToArray();
        var traded = new double[columns.Products.Count, years.Length];
        foreach (var s in chosen)
            columns.Read(s, (p, _, v, _) => traded[p, Array.IndexOf(years, s.Period / 100)] += v);
        for (var p = 0; p < takes.Length; p++)
            takes[p] &=
                Enumerable.Range(0, years.Length).Select(y => traded[p, y]) is var sums
                && (everyYear ? sums.All(v => v > 0) : sums.Any(v => v > 0));
        var byDestination = new double[columns.Partners.Count][];
        var markets = new Dictionary<(int, int, int), double[]>();
        foreach (var s in chosen.Where(s => s.Period % 100 >= months.First && s.Period % 100 <= months.Last))
        {
            var y = Array.IndexOf(years, s.Period / 100);
            columns.Read(
                s,
                (p, j, v, _) =>
                {
                    if (!takes[p])
                        return;
                    (byDestination[j] ??= new double[years.Length])[y] += v;
                    if (!markets.TryGetValue((s.Reporter, j, p), out var market))
                        markets[(s.Reporter, j, p)] = market = new double[years.Length];
                    market[y] += v;
                }
            );
        }

        var doubled = markets.Values.Where(m => m[^1] > leastMarket && years.Length > 1 && m[^1] > 2 * m[^2]).ToList();
        var all = markets.Values.Sum(m => m[^1]);
        return new Comparison(
            takes.Count(t => t),
            Named(columns, byDestination),
            doubled.Count,
            all > 0 ? doubled.Sum(m => m[^1]) / all : double.NaN
        );
    }

    private static Dictionary<string, double[]> Named(TradeColumns columns, double[][] byDestination) =>
        Enumerable
            .Range(0, byDestination.Length)
            .Where(j => byDestination[j] is not null)
            .ToDictionary(j => columns.Partners[j], j => byDestination[j], StringComparer.Ordinal);
}
