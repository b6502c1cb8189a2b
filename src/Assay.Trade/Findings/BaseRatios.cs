using Assay.Trade.Scanning;

namespace Assay.Trade.Findings;

/// <summary>A destination's exports of a year against the mean of base years.</summary>
/// <param name="Destination">ISO alpha-2.</param>
/// <param name="Base">Mean over the base years.</param>
/// <param name="Value">Exports of the year.</param>
/// <param name="Explained">Why a rise is no finding: an open register of ships; null where nothing known explains it.</param>
public sealed record BaseRatio(string Destination, double Base, double Value, string? Explained)
{
    /// <summary>Value / base.</summary>
    public double Ratio => Value / Base;
}

/// <summary>Ratios of a year to base years by destination, and of what is sent to what is received. No model; unknown where a year is not
/// reported.</summary>
public static class BaseRatios
{
    /// <summary>Exports of one year over the mean of base years, highest ratio first.</summary>
    /// <param name="columns">The store.</param>
    /// <param name="origin">Reporters; null means all.</param>
    /// <param name="level">Level of the products, such as TOTAL.</param>
    /// <param name="frequency">A or M; months are summed to years.</param>
    /// <param name="baseYears">The base years; a destination without trade in one of them is left out.</param>
    /// <param name="year">The year compared.</param>
    /// <param name="least">Least mean of the base years.</param>
    public static IReadOnlyList<BaseRatio> Of(
        TradeColumns columns,
        IReadOnlyCollection<string>? origin,
        string level,
        char frequency,
        IReadOnlyList<int> baseYears,
        int year,
        double least
    )
    {
        int[] years = [.. baseYears, year];
        var sums = Sums(columns, 'X', origin, level, frequency, years);
        return
        [
            .. sums.Where(s =>
                    s.Value.Take(baseYears.Count).All(v => v > 0)
                    && s.Value.Take(baseYears.Count).Average() >= least
                    && (origin is null || !origin.Contains(s.Key))
                )
                .Select(s => new BaseRatio(
                    s.Key,
                    s.Value.Take(baseYears.Count).Average(),
                    s.Value[^1],
                    Investigation.KeepsOpenRegister(s.Key) ? "keeps an open register of ships, which totals do not set apart" : null
                ))
                .OrderByDescending(r => r.Ratio)
                .ThenBy(r => r.Destination, StringComparer.Ordinal),
        ];
    }

    /// <summary>Per destination and year: exports as the bloc reports them over imports as the destination does; NaN where either does not
    /// report.</summary>
    /// <param name="columns">The store.</param>
    /// <param name="origin">Reporters of the bloc.</param>
    /// <param name="level">Level of the products.</param>
    /// <param name="frequency">A or M.</param>
    /// <param name="years">The years.</param>
    public static IReadOnlyDictionary<string, double[]> Mirror(
        TradeColumns columns,
        IReadOnlyCollection<string> origin,
        string level,
        char frequency,
        IReadOnlyList<int> years
    )
    {
        var sent = Sums(columns, 'X', origin, level, frequency, years);
        var received = new Dictionary<string, double[]>(StringComparer.Ordinal);
        var bloc = columns.Partners.Select(origin.Contains).ToArray();
        foreach (var s in columns.Segments.Where(s => s.Flow == 'M' && s.Frequency == frequency && years.Contains(s.Period / 100)))
        {
            var into = received.TryGetValue(columns.Reporters[s.Reporter], out var known)
                ? known
                : received[columns.Reporters[s.Reporter]] = new double[years.Count];
            var y = years.ToList().IndexOf(s.Period / 100);
            columns.Read(s, (p, j, v, _) => into[y] += bloc[j] && columns.Products[p].Level == level ? v : 0);
        }

        return sent.Where(s => received.ContainsKey(s.Key))
            .ToDictionary(s => s.Key, s => s.Value.Zip(received[s.Key], (x, m) => x > 0 && m > 0 ? x / m : double.NaN).ToArray());
    }

    private static Dictionary<string, double[]> Sums(
        TradeColumns columns,
        char flow,
        IReadOnlyCollection<string>? origin,
        string level,
        char frequency,
        IReadOnlyList<int> years
    )
    {
        var sums = new double[columns.Partners.Count, years.Count];
        foreach (
            var s in columns.Segments.Where(s =>
                s.Flow == flow && s.Frequency == frequency && (origin is null || origin.Contains(columns.Reporters[s.Reporter]))
            )
        )
            for (var y = 0; y < years.Count; y++)
                if (years[y] == s.Period / 100)
                    columns.Read(s, (p, j, v, _) => sums[j, y] += columns.Products[p].Level == level ? v : 0);
        return Enumerable
            .Range(0, columns.Partners.Count)
            .ToDictionary(j => columns.Partners[j], j => Enumerable.Range(0, years.Count).Select(y => sums[j, y]).ToArray());
    }
}
