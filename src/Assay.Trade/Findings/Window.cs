namespace Assay.Trade.Findings;

/// <summary>The periods compared: those from the effective date on, and the same months of the last years before it.</summary>
/// <param name="Tau">Index of the first period after the effective date.</param>
/// <param name="After">Indices of the periods after.</param>
/// <param name="Before">For each period after, the index of its like before the effective date.</param>
public sealed record Window(int Tau, int[] After, int[] Before)
{
    /// <summary>
    /// The window of a series: <paramref name="count"/> periods from <paramref name="tau"/>, each set against the same month in the last
    /// year
    /// before. Null where a period has no like.
    /// </summary>
    /// <param name="tau">Index of the first period after.</param>
    /// <param name="count">How many periods after.</param>
    /// <param name="season">Periods in a year: 12 or 1.</param>
    public static Window? Of(int tau, int count, int season)
    {
        if (count <= 0)
            return null;
        int[] after = [.. Enumerable.Range(tau, count)];
        int[] before = [.. after.Select(t => t - (season * (((t - tau) / season) + 1)))];
        return before.Min() < 0 ? null : new Window(tau, after, before);
    }
}
