using Assay.Trade.Flows;
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
/// reported, or not in a currency that has a rate.</summary>
public static class BaseRatios
{
    /// <summary>Exports of one year over the mean of base years, highest ratio first.</summary>
    /// <param name="columns">The store.</param>
    /// <param name="origin">Reporters; null means all.</param>
    /// <param name="level">Level of the products, such as TOTAL; finer codes are added up to it.</param>
    /// <param name="terms">Frequency, currency and rates; months are summed to years.</param>
    /// <param name="baseYears">The base years; a destination without trade in one of them is left out.</param>
    /// <param name="year">The year compared.</param>
    /// <param name="least">Least mean of the base years.</param>
    public static IReadOnlyList<BaseRatio> Of(
        TradeColumns columns,
        IReadOnlyCollection<string>? origin,
        string level,
        FlowTerms terms,
        IReadOnlyList<int> baseYears,
        int year,
        double least
    )
    {
        int[] years = [.. baseYears, year];
        var sent = Sent(columns, origin, level, terms, years);
        return
        [
            .. columns
                .Partners.Where(d => origin is null || !origin.Contains(d))
                .Select(d => (Destination: d, Sums: years.Select(y => sent.Sum(d, y)).ToArray()))
                .Where(s => s.Sums.Take(baseYears.Count).All(v => v > 0) && s.Sums.Take(baseYears.Count).Average() >= least)
                .Select(s => new BaseRatio(
                    s.Destination,
                    s.Sums.Take(baseYears.Count).Average(),
                    s.Sums[^1],
                    Investigation.KeepsOpenRegister(s.Destination) ? "keeps an open register of ships, which totals do not set apart" : null
                ))
                .OrderByDescending(r => r.Ratio)
                .ThenBy(r => r.Destination, StringComparer.Ordinal),
        ];
    }

    /// <summary>Per destination and year: exports as the bloc reports them over imports as the destination does, over the periods of the
    /// year that both have; NaN where either does not report.</summary>
    /// <param name="columns">The store.</param>
    /// <param name="origin">Reporters of the bloc.</param>
    /// <param name="level">Level of the products.</param>
    /// <param name="terms">Frequency, currency and rates.</param>
    /// <param name="years">The years.</param>
    public static IReadOnlyDictionary<string, double[]> Mirror(
        TradeColumns columns,
        IReadOnlyCollection<string> origin,
        string level,
        FlowTerms terms,
        IReadOnlyList<int> years
    )
    {
        var sent = Sent(columns, origin, level, terms, years);
        var received = new PeriodSums();
        var bloc = columns.Partners.Select(origin.Contains).ToArray();
        var ranks = LevelRanks.For(columns, ProductLevels.Digits(level));
        foreach (var b in new FlowReader(columns, terms).Blocks('M', r => !origin.Contains(r)).Where(b => years.Contains(b.Period / 100)))
        {
            var by = columns.Reporters[b.Reporter];
            var any = b.Read(ranks, (_, j, v, _) => received.Add(by, b.Period, bloc[j] ? v : 0)).Any;
            if (any)
                received.Report(by, b.Period);
        }

        return received.Names.ToDictionary(d => d, d => years.Select(y => Ratio(sent, received, d, y)).ToArray(), StringComparer.Ordinal);
    }

    private static double Ratio(PeriodSums sent, PeriodSums received, string destination, int year)
    {
        var common = received.Reported(destination).Where(p => p / 100 == year && sent.Any(p)).ToList();
        var (x, m) = (common.Sum(p => sent.Value(destination, p)), common.Sum(p => received.Value(destination, p)));
        return x > 0 && m > 0 ? x / m : double.NaN;
    }

    private static PeriodSums Sent(
        TradeColumns columns,
        IReadOnlyCollection<string>? origin,
        string level,
        FlowTerms terms,
        IReadOnlyList<int> years
    )
    {
        var sums = new PeriodSums();
        var ranks = LevelRanks.For(columns, ProductLevels.Digits(level));
        var reader = new FlowReader(columns, terms);
        foreach (var b in reader.Blocks('X', r => origin is null || origin.Contains(r)).Where(b => years.Contains(b.Period / 100)))
            b.Read(ranks, (_, j, v, _) => sums.Add(columns.Partners[j], b.Period, v));
        return sums;
    }
}
