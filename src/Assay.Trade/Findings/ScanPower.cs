namespace Assay.Trade.Findings;

/// <summary>Whether a scan can tell a diversion from chance at all.</summary>
public enum ScanPower
{
    /// <summary>It can.</summary>
    Enough,

    /// <summary>There are so few placebo cells that no single cell could stand out from them.</summary>
    TooFewCells,

    /// <summary>There are no unrestricted goods to measure the destinations' own growth by, so that q-values do not hold.</summary>
    NoControls,
}

/// <summary>Judges the power of a scan.</summary>
internal static class Power
{
    /// <summary>The q-value up to which a cell stands out.</summary>
    public const double Accepted = 0.1;

    // The least p-value that a mirror gap or onward trade gives.
    private const double LeastSecond = 0.003;

    /// <summary>What can be told of one cell.</summary>
    /// <param name="controls">Whether the panel holds unrestricted goods.</param>
    /// <param name="placebos">How many placebo cells there are.</param>
    /// <param name="tested">How many cells are tested together, by the weight of this one.</param>
    /// <param name="second">Whether a second witness is known.</param>
    /// <param name="correlation">Correlation of the witnesses.</param>
    public static ScanPower Of(bool controls, int placebos, double tested, bool second, double correlation)
    {
        if (!controls)
            return ScanPower.NoControls;
        if (placebos >= 2 * ParetoTail.Excesses)
            return ScanPower.Enough;
        var least = Evidence.Combine(1 / (1.0 + placebos), second ? LeastSecond : double.NaN, correlation);
        return least * tested > Accepted ? ScanPower.TooFewCells : ScanPower.Enough;
    }

    /// <summary>Whether a panel holds unrestricted goods in the periods compared.</summary>
    public static bool HasControls(TradePanel panel, Window window) =>
        Enumerable.Range(0, panel.Destinations.Length).Any(j => window.Before.Any(t => panel.Unrestricted(j, t) > 0));
}
