using Assay.Trade.Codes;
using Assay.Trade.Flows;
using Assay.Trade.Scanning;

namespace Assay.Trade.Findings;

/// <summary>Sums of a flow before and after a date, by reporter and by whatever its rows are told apart by.</summary>
internal sealed class SideSums
{
    private readonly (int After, int Before)[] pairs;
    private readonly Dictionary<(string Reporter, string Key), Dictionary<int, double>> sums = [];
    private readonly Dictionary<string, HashSet<int>> reported = new(StringComparer.Ordinal);

    /// <summary>Sums over these periods after, each with its like before.</summary>
    public SideSums(IReadOnlyList<(int After, int Before)> pairs) => this.pairs = [.. pairs];

    /// <summary>The reporters that report any of the periods.</summary>
    public IEnumerable<string> Reporters => reported.Keys;

    /// <summary>The periods from a date to the last, each with the same month of the last year before the date.</summary>
    /// <param name="since">First period after, yyyymm or yyyy00.</param>
    /// <param name="until">Last period.</param>
    public static IReadOnlyList<(int After, int Before)> Pairs(int since, int until)
    {
        const int year = 100;
        const int months = 12;
        if (since % year == 0)
            return
            [
                .. Enumerable.Range(since / year, Math.Max(0, (until / year) - (since / year) + 1)).Select(y => (y * year, since - year)),
            ];
        var count = Math.Max(0, Months.Ordinal(until) - Months.Ordinal(since) + 1);
        return [.. Enumerable.Range(0, count).Select(i => (Months.Add(since, i), Months.Add(since, (i % months) - months)))];
    }

    /// <summary>Adds the rows of a flow.</summary>
    /// <param name="columns">The store.</param>
    /// <param name="reader">Reads it.</param>
    /// <param name="flow">X or M.</param>
    /// <param name="digits">Least digits of the codes.</param>
    /// <param name="reports">Which reporters.</param>
    /// <param name="key">What a row of product and partner is told apart by; null to leave it out.</param>
    public void Add(
        TradeColumns columns,
        FlowReader reader,
        char flow,
        int digits,
        Func<string, bool> reports,
        Func<int, int, int, string?> key
    )
    {
        var wanted = pairs.SelectMany(p => new[] { p.After, p.Before }).ToHashSet();
        var ranks = LevelRanks.For(columns, digits);
        foreach (var block in reader.Blocks(flow, reports).Where(b => wanted.Contains(b.Period)))
        {
            var by = columns.Reporters[block.Reporter];
            var read = block.Read(ranks, (p, j, v, _) => Take(by, key(block.Reporter, p, j), block.Period, v));
            if (read.Any && (reported.TryGetValue(by, out var known) || reported.TryAdd(by, known = [])))
                known.Add(block.Period);
        }
    }

    /// <summary>The sum of a reporter; unknown where it reports no period with its like.</summary>
    public TradeSide Of(string reporter, string key)
    {
        if (!reported.TryGetValue(reporter, out var known))
            return TradeSide.Unknown;
        var compared = pairs.Where(p => known.Contains(p.After) && known.Contains(p.Before)).ToList();
        if (compared.Count == 0)
            return TradeSide.Unknown;
        var values = sums.GetValueOrDefault((reporter, key));
        double Sum(Func<(int After, int Before), int> of) => values is null ? 0 : compared.Sum(p => values.GetValueOrDefault(of(p)));
        return new TradeSide(Sum(p => p.Before), Sum(p => p.After), compared.Count);
    }

    /// <summary>The sum of a reporter over whatever it reports, be its like reported or not.</summary>
    public TradeSide Whole(string reporter, string key)
    {
        var values = sums.GetValueOrDefault((reporter, key)) ?? [];
        double Sum(Func<(int After, int Before), int> of) => pairs.Sum(p => values.GetValueOrDefault(of(p)));
        return new TradeSide(Sum(p => p.Before), Sum(p => p.After), pairs.Length);
    }

    /// <summary>What a reporter's rows are told apart by.</summary>
    public IEnumerable<string> Keys(string reporter) => sums.Keys.Where(k => k.Reporter == reporter).Select(k => k.Key);

    private void Take(string reporter, string? key, int period, double value)
    {
        if (key is null)
            return;
        if (!sums.TryGetValue((reporter, key), out var values))
            sums[(reporter, key)] = values = [];
        values[period] = values.GetValueOrDefault(period) + value;
    }
}
