using Assay.Trade.Findings;

namespace Assay.Cases.Books;

/// <summary>
/// The series of one cell and of what it is set beside, per period of the scan's panel, in the scan's unit. A value of NaN is unknown; a
/// series
/// that is null was not reported.
/// </summary>
public sealed record CellFigures
{
    /// <summary>The outcome in the cell: the bloc's exports, or the destination's imports where those are the outcome; NaN where
    /// they are not reported.</summary>
    public required IReadOnlyList<double> Observed { get; init; }

    /// <summary>What they would have been.</summary>
    public required IReadOnlyList<double> Expected { get; init; }

    /// <summary>What the bloc reports as exported to the destination.</summary>
    public required IReadOnlyList<double>? Sent { get; init; }

    /// <summary>What the destination reports as imported from the bloc.</summary>
    public required IReadOnlyList<double>? Arrived { get; init; }

    /// <summary>What goes from the destination to the target, as the destination reports it, or the target where its imports are
    /// read.</summary>
    public required IReadOnlyList<double>? SentOn { get; init; }

    /// <summary>Value per kilogram in the cell.</summary>
    public required IReadOnlyList<double> UnitValue { get; init; }

    /// <summary>Median value per kilogram of the product in the other destinations.</summary>
    public required IReadOnlyList<double> UnitValueElsewhere { get; init; }

    /// <summary>Value per kilogram of the product in every destination where it is known before and after, the largest trade after
    /// first.</summary>
    public required IReadOnlyList<UnitPrice> UnitValues { get; init; }

    /// <summary>Growth of the destination's unrestricted trade, after over before; 1 where it cannot be measured.</summary>
    public required double OwnGrowth { get; init; }

    /// <summary>Median growth of value per kilogram of the product in the other destinations; 1 where it cannot be measured.</summary>
    public required double PriceElsewhere { get; init; }

    /// <summary>Reads the figures of a finding off the scan it is part of.</summary>
    internal static CellFigures Of(ScanReport report, Finding finding)
    {
        var panel = report.Panel;
        var (j, p) = (report.DestinationAt(finding), report.ProductAt(finding));
        int[] times = [.. Enumerable.Range(0, panel.Periods.Length)];
        var imports = report.Request.Side == OutcomeSide.Imports;
        double[] observed = [.. times.Select(t => panel.Knows(j, t) ? panel.Value(j, p, t) : double.NaN)];
        double PerKilogram(int k, int t) => Ratio(panel.Value(k, p, t), panel.Masses[panel.At(k, p, t)]);
        return new CellFigures
        {
            Observed = observed,
            Expected = report.PathOf(finding),
            Sent = imports ? report.Mirror(finding) : observed,
            Arrived = imports ? observed : report.Mirror(finding),
            SentOn = report.Onward(finding),
            UnitValue = [.. times.Select(t => PerKilogram(j, t))],
            UnitValueElsewhere = [.. times.Select(t => Median(Others(panel, j).Select(k => PerKilogram(k, t)).Where(double.IsFinite)))],
            UnitValues = Prices(report, p),
            OwnGrowth = GrowthOfTheRest(report, finding, j),
            PriceElsewhere = GrowthOfPrice(report, finding, j, p),
        };
    }

    private static double GrowthOfTheRest(ScanReport report, Finding finding, int j)
    {
        if (finding.Method == CounterfactualMethod.SameAsBefore)
            return 1;
        double Sum(int[] periods) => periods.Sum(t => report.Panel.Unrestricted(j, t));
        var seen = report.Panel.Seen(j, report.Window);
        var before = Sum(seen.Before);
        return before > 0 ? Sum(seen.After) / before : 1;
    }

    private static double GrowthOfPrice(ScanReport report, Finding finding, int j, int p)
    {
        if (report.Request.Mass || finding.Method == CounterfactualMethod.SameAsBefore)
            return 1;
        var middle = Median(
            Others(report.Panel, j)
                .Select(k => Price(report, k, p, w => w.After) / Price(report, k, p, w => w.Before))
                .Where(c => double.IsFinite(c) && c > 0)
        );
        return double.IsFinite(middle) ? middle : 1;
    }

    private static double Price(ScanReport report, int k, int p, Func<Window, int[]> of)
    {
        var (panel, periods) = (report.Panel, of(report.Panel.Seen(k, report.Window)));
        return Ratio(panel.Sum(panel.Values, k, p, periods), panel.Sum(panel.Masses, k, p, periods));
    }

    private static List<UnitPrice> Prices(ScanReport report, int p) =>
        report.Request.Mass
            ? []
            :
            [
                .. Enumerable
                    .Range(0, report.Panel.Destinations.Length)
                    .OrderByDescending(k => report.Panel.Sum(report.Panel.Values, k, p, report.Panel.Seen(k, report.Window).After))
                    .Select(k => new UnitPrice(
                        report.Panel.Destinations[k],
                        Price(report, k, p, w => w.Before),
                        Price(report, k, p, w => w.After)
                    ))
                    .Where(u => double.IsFinite(u.Before) && double.IsFinite(u.After)),
            ];

    private static IEnumerable<int> Others(TradePanel panel, int j) => Enumerable.Range(0, panel.Destinations.Length).Where(k => k != j);

    private static double Ratio(double value, double mass) => value > 0 && mass > 0 ? value / mass : double.NaN;

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        var half = sorted.Length / 2;
        if (sorted.Length == 0)
            return double.NaN;
        return sorted.Length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}

/// <summary>What a kilogram of a product cost on its way to one destination.</summary>
/// <param name="Destination">The destination's code.</param>
/// <param name="Before">Value per kilogram before the effective date, in the scan's unit.</param>
/// <param name="After">The same after it.</param>
public sealed record UnitPrice(string Destination, double Before, double After);
