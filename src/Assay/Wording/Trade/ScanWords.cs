using System.Globalization;
using Assay.Trade.Findings;

namespace Assay.Wording.Trade;

/// <summary>A scan and its cells in words.</summary>
internal static class ScanWords
{
    private const double Accepted = 0.1;

    /// <summary>What was compared, and how many cells stand out.</summary>
    public static string Summary(ScanReport report) =>
        $"{After(report)} against {Span(report, report.Window.Before)}; counterfactual: {Method(report.Method)}; "
        + $"{report.PlaceboCells} placebo cells; {SideWords.Reporters(report)} in the worst month: {report.Coverage.ToString("P0", CultureInfo.InvariantCulture)}; "
        + $"{report.Findings.Count(f => f.Found)} of {report.Findings.Count} cells are consistent with re-routing."
        + SideWords.Said(report)
        + LeftOutWords.Said(report)
        + Placebo(report)
        + Limits(report)
        + Money(report);

    /// <summary>Why the scan can tell no more than it does; empty where nothing limits it.</summary>
    public static string Limits(ScanReport report) =>
        report.Power switch
        {
            ScanPower.NoControls =>
                " There are no unrestricted goods to measure growth by: no q-value holds, nothing is called found, and cells are ordered by excess.",
            ScanPower.TooFewCells =>
                " There are too few placebo cells for any cell to stand out alone: what is not found is open, not acquitted, and ordered by floor and excess.",
            _ => "",
        } + (report.Panel.HeldOut == 0 ? "" : $" {report.Panel.HeldOut} codes on other lists are no controls.");

    private static string Placebo(ScanReport report) =>
        !report.PlaceboPassed && report.PlaceboYear is null
            ? " The data hold no earlier year to compare with: the cells scanned stand in for placebo cells, so that only the most unusual can stand out."
        : !report.PlaceboPassed ? ""
        : report.PlaceboYear is { } year
            ? $" The years since {Amounts.Period(report.Request.InForce!.Value)} lie inside the episode and are no placebo: {Span(report, year.After)} is."
        : $" The years since {Amounts.Period(report.Request.InForce!.Value)} lie inside the episode and are no placebo, and the data have no "
            + "earlier one: the cells scanned stand in.";

    /// <summary>What a scan can tell, in a few words.</summary>
    public static string Able(ScanReport report) =>
        report.Power switch
        {
            ScanPower.NoControls => "no q-value holds, nothing is called found",
            ScanPower.TooFewCells => "too few cells to tell",
            _ when report.PlaceboYear is null => "no placebo year: only the most unusual can stand out",
            _ => report.Panel.LeftOut.Share > 0 || report.Panel.LeftOut.Periods.Count > 0 ? "of the reporters and months that are complete"
            : report.Panel.Gaps.Count > 0 ? "all, but for small gaps"
            : "all",
        };

    /// <summary>What a scan can tell.</summary>
    public static string Power(ScanPower power) =>
        power switch
        {
            ScanPower.NoControls => "no controls",
            ScanPower.TooFewCells => "too few cells",
            _ => "enough",
        };

    private static string Money(ScanReport report) =>
        (
            report.Rates.Count == 0 || report.Request.Mass
                ? ""
                : $" Amounts in {Unit(report)}{MoneyWords.Converted(report.Rates, Unit(report))} ({report.Request.Rates.Source})."
        )
        + (
            report.Panel.Lacking.Count == 0
                ? ""
                : $" Left out for want of a rate: {report.Panel.Lacking.Count} reports of the bloc, in {string.Join(", ", report.Panel.Lacking.Select(l => l.Currency).Distinct())}."
        );

    /// <summary>A counterfactual in words, with why it was fallen back on.</summary>
    public static string Method(CounterfactualMethod method) =>
        method switch
        {
            CounterfactualMethod.ThreeWay => "Poisson model with three sets of effects",
            CounterfactualMethod.OwnGrowth =>
                "same months before, times the growth of the destination's unrestricted trade (too few destinations for the model)",
            _ => "same months before (no unrestricted trade in the data to measure growth by)",
        };

    /// <summary>A number of months: "1 month", "2 months".</summary>
    public static string Months(int months) => months == 1 ? "1 month" : $"{Amounts.Count(months)} months";

    /// <summary>How the method makes what trade would have been, X₀.</summary>
    public static string Formula(CounterfactualMethod method) =>
        method switch
        {
            CounterfactualMethod.ThreeWay => "X₀ = exp(a(destination, product) + l(product, month) + d(destination, month))",
            CounterfactualMethod.OwnGrowth => "X₀ = X before × U after / U before, with U the destination's unrestricted trade",
            _ => "X₀ = X before",
        };

    /// <summary>Why a cell is or is not found, in a few words.</summary>
    public static string Note(Finding cell)
    {
        if (cell.Found)
            return cell.Floor <= 0 ? "amount unsure"
                : cell.OnwardKnown ? ""
                : "onward unknown";
        if (cell.Explained)
            return "explained: registration";
        if (cell.Power == ScanPower.NoControls)
            return "no controls: cannot tell";
        return cell.Q > Accepted && cell.Power == ScanPower.TooFewCells ? "too few cells to tell"
            : cell.Q > Accepted ? "within placebo range"
            : cell.StaysThere ? "stays there"
            : "no floor";
    }

    /// <summary>What the data say of an innocent explanation.</summary>
    public static string State(ExplanationState state) =>
        state switch
        {
            ExplanationState.RuledOut => "ruled out",
            ExplanationState.Possible => "possible",
            _ => "unknown",
        };

    /// <summary>A robust z of unit values.</summary>
    public static string Z(double z) => double.IsNaN(z) ? "unknown" : z.ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>Unit of the amounts of a scan.</summary>
    public static string Unit(ScanReport report) => report.Request.Mass ? "kg" : report.Request.Currency;

    /// <summary>The periods after the effective date: 2022-03 to 2022-12.</summary>
    public static string After(ScanReport report) => Span(report, report.Window.After);

    /// <summary>The first and the last of some periods of a scan.</summary>
    public static string Span(ScanReport report, IReadOnlyCollection<int> periods) =>
        $"{Amounts.Period(report.Panel.Periods[periods.Min()])} to {Amounts.Period(report.Panel.Periods[periods.Max()])}";
}
