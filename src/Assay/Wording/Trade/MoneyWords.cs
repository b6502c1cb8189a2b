using System.Globalization;
using Assay.Trade.Findings;
using Assay.Trade.Flows;

namespace Assay.Wording.Trade;

/// <summary>Currencies, their rates, and the months that two reports have in common, in words.</summary>
internal static class MoneyWords
{
    private const int MostNamed = 6;

    /// <summary>How reports in other currencies were brought to that of the amounts; empty where none were.</summary>
    public static string Converted(IReadOnlyList<RateUsed> rates, string unit) =>
        rates.Count == 0
            ? ""
            : $"; converted month by month: {string.Join("; ", rates.GroupBy(r => r.Currency).Select(g => Range(g, unit)))}";

    /// <summary>What a reader must know of a leg that is known: the rate it was converted by, the months it lacks.</summary>
    public static string Of(Leg leg, ScanReport report) => Rate(leg, report) + Months(leg);

    /// <summary>Why a leg is unknown.</summary>
    /// <param name="leg">The leg.</param>
    /// <param name="report">The scan.</param>
    /// <param name="who">Who would report it.</param>
    public static string Unknown(Leg leg, ScanReport report, string who) =>
        leg.State switch
        {
            LegState.NoRate =>
                $"unknown: reported in {leg.Currency}, for which there is no rate to {ScanWords.Unit(report)} (--rates FILE)",
            LegState.NoWeights => $"unknown: the reports of {who} hold no weights",
            _ => leg.Absent.Count > 0 ? $"{who} reports too few of these months and of the same months before" : $"{who} does not report",
        };

    /// <summary>Whether a leg is known, in one or two words.</summary>
    public static string State(LegState state) =>
        state switch
        {
            LegState.Known => "known",
            LegState.NoRate => "no rate",
            LegState.NoWeights => "no weights",
            _ => "not reported",
        };

    private static string Rate(Leg leg, ScanReport report)
    {
        var rates = report.Rates.Where(r => r.Currency == leg.Currency).ToList();
        return rates.Count == 0 || report.Request.Mass ? "" : $"; {Range(rates, report.Request.Currency)} ({report.Request.Rates.Source})";
    }

    private static string Months(Leg leg) =>
        leg.Absent.Count == 0
            ? ""
            : $"; over {leg.Compared.Count} of {leg.Compared.Count + leg.Absent.Count} periods, not reported: "
                + string.Join(", ", leg.Absent.Take(MostNamed).Select(Amounts.Period))
                + (leg.Absent.Count > MostNamed ? " ..." : "");

    private static string Range(IEnumerable<RateUsed> rates, string unit)
    {
        var all = rates.OrderBy(r => r.Period).ToList();
        var (low, high) = (all.Min(r => r.Factor), all.Max(r => r.Factor));
        var span = $"{Amounts.Period(all[0].Period)} to {Amounts.Period(all[^1].Period)}";
        return low == high
            ? $"1 {all[0].Currency} = {Digits(low)} {unit}, {span}"
            : $"1 {all[0].Currency} = {Digits(low)} to {Digits(high)} {unit}, {span}";
    }

    private static string Digits(double rate) => rate.ToString("0.####", CultureInfo.InvariantCulture);
}
