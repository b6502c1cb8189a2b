using System.Runtime.InteropServices;

namespace Assay.Trade.Findings;

/// <summary>Sums per country and period, with which country reported which.</summary>
internal sealed class PeriodSums
{
    private readonly Dictionary<(string Country, int Period), double> sums = [];
    private readonly Dictionary<string, HashSet<int>> reported = new(StringComparer.Ordinal);
    private readonly HashSet<int> periods = [];

    /// <summary>The countries that reported.</summary>
    public IEnumerable<string> Names => reported.Keys;

    /// <summary>Adds to a sum.</summary>
    public void Add(string country, int period, double value)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(sums, (country, period), out _) += value;
        periods.Add(period);
    }

    /// <summary>Takes down that a country reported a period.</summary>
    public void Report(string country, int period)
    {
        if (!reported.TryGetValue(country, out var known))
            reported[country] = known = [];
        known.Add(period);
    }

    /// <summary>The periods a country reported.</summary>
    public IEnumerable<int> Reported(string country) => reported.GetValueOrDefault(country) ?? [];

    /// <summary>Whether anything was added for a period.</summary>
    public bool Any(int period) => periods.Contains(period);

    /// <summary>The sum of a period.</summary>
    public double Value(string country, int period) => sums.GetValueOrDefault((country, period));

    /// <summary>The sum over the periods of a year.</summary>
    public double Sum(string country, int year) =>
        sums.Where(s => s.Key.Country == country && s.Key.Period / 100 == year).Sum(s => s.Value);
}
