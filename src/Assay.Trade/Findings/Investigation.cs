using Assay.Ground.Outcomes;
using Assay.Trade.Codes;
using Assay.Trade.Scanning;
using Assay.Trade.Simulation;

namespace Assay.Trade.Findings;

/// <summary>
/// The scan: every destination and restricted product of a panel, measured against a counterfactual and placebo cells, explained and ranked
/// by the floor of diverted value.
/// </summary>
public static class Investigation
{
    private static readonly HashSet<string> OpenRegisters = [.. DataText.Rows("Findings.Data.open-registers.csv").Select(r => r[0])];

    /// <summary>
    /// Scans a store. <paramref name="since"/> is the first period after the effective date (yyyymm, or yyyy00 for years);
    /// <paramref name="until"/> the last period used, 0 for the last in the store.
    /// </summary>
    public static Result<ScanReport> Run(
        TradeColumns columns,
        PanelRequest request,
        int since,
        int until = 0,
        CounterfactualMethod? method = null
    )
    {
        var season = request.Frequency == 'A' ? 1 : 12;
        var built = PanelBuilder.Build(columns, request, periods => Compared(periods, since, End(periods, until), season));
        if (!built.Succeeded)
            return built.Error;
        var panel = built.Value;
        var end = End(panel.Periods, until);
        if (end < panel.Periods.Length)
            panel = panel.Until(end);
        if (Compared(panel.Periods, since, panel.Periods.Length, season) is not { } window)
            return NoWindow(panel, since, season);
        if (panel.RestrictedCount == 0)
            return new Error(
                ErrorKind.Input,
                "None of the restricted codes is traded by the bloc in these data.",
                "Check the list and the level of the codes in the lake."
            );
        var flows = new PartnerFlows(columns, request, panel, window);
        return flows.DirectKnown ? new Scan(request, panel, window, flows, season, method).Run() : PanelErrors.NoDirectTrade(request);
    }

    /// <summary>Whether a country keeps an open register of ships.</summary>
    internal static bool KeepsOpenRegister(string code) => OpenRegisters.Contains(code);

    private static int End(int[] periods, int until) =>
        until == 0 || Array.FindLastIndex(periods, p => p <= until) is < 0
            ? periods.Length
            : Array.FindLastIndex(periods, p => p <= until) + 1;

    private static Window? Compared(int[] periods, int since, int end, int season) =>
        Array.FindIndex(periods, p => p >= since) is > 0 and var tau ? Window.Of(tau, end - tau, season) : null;

    private static Error NoWindow(TradePanel panel, int since, int season) =>
        new(
            ErrorKind.Input,
            $"The data run from {panel.Periods[0]} to {panel.Periods[^1]}, which leaves no {(season == 12 ? "like months" : "year")} before and after {since} to compare.",
            "Give a date at least one year after the first period and not after the last."
        );
}
