using System.Globalization;

namespace Assay.Wording.Trade;

/// <summary>How amounts, ratios and periods of trade are written.</summary>
internal static class Amounts
{
    /// <summary>A whole amount with thousands separators; unknown where it is.</summary>
    public static string Whole(double value) => double.IsNaN(value) ? "unknown" : value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A whole amount in digits only; ? where it is unknown.</summary>
    public static string Digits(double value) => double.IsNaN(value) ? "?" : value.ToString("0", CultureInfo.InvariantCulture);

    /// <summary>An amount of three digits: 14.9M; unknown is ?.</summary>
    public static string Short(double value)
    {
        if (double.IsNaN(value))
            return "?";
        var (scaled, mark) = Math.Abs(value) switch
        {
            >= 999.5e6 => (value / 1e9, "bn"),
            >= 999.5e3 => (value / 1e6, "M"),
            >= 999.5 => (value / 1e3, "k"),
            _ => (value, ""),
        };
        return scaled.ToString(mark.Length == 0 ? "0" : Decimals(Math.Abs(scaled)), CultureInfo.InvariantCulture) + mark;
    }

    /// <summary>A share in per cent, without the sign; ? where it is unknown.</summary>
    public static string Percent(double share) =>
        double.IsFinite(share) ? (100 * share).ToString("0.0", CultureInfo.InvariantCulture) : "?";

    /// <summary>After over before: new where nothing was traded before, ? where it is not known.</summary>
    public static string Change(double before, double after) =>
        double.IsNaN(before) || double.IsNaN(after) || (before <= 0 && after <= 0) ? "?" : Ratio(after / before);

    /// <summary>A ratio; new where nothing was traded before.</summary>
    public static string Ratio(double value) => double.IsFinite(value) ? Two(value) : "new";

    /// <summary>Growth against the rest; ? where it is not known.</summary>
    public static string Against(double value) => double.IsFinite(value) ? Two(value) : "?";

    /// <summary>A number to two decimals.</summary>
    public static string Two(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>A share of chances (p, q) to three decimals.</summary>
    public static string Chance(double value) =>
        double.IsNaN(value) ? "unknown"
        : value is > 0 and < 0.0005 ? "<0.001"
        : value.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>A whole number.</summary>
    public static string Count(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A period (yyyymm, yyyy00) as ISO month or year.</summary>
    public static string Period(int period) => period % 100 == 0 ? $"{period / 100}" : $"{period / 100}-{period % 100:00}";

    private static string Decimals(double scaled) =>
        scaled switch
        {
            >= 99.95 => "0",
            >= 9.995 => "0.0",
            _ => "0.00",
        };
}
