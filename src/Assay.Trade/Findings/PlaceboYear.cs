namespace Assay.Trade.Findings;

/// <summary>A stretch before the effective date in which nothing had happened, set against the like a year before that.</summary>
/// <param name="Window">The stretch; null where the data have none.</param>
/// <param name="Passed">Whether a later year was passed over since it lies inside the episode.</param>
internal sealed record PlaceboYear(Window? Window, bool Passed)
{
    /// <summary>The latest year before the window that ends before the goods were restricted.</summary>
    /// <param name="periods">The periods of the panel.</param>
    /// <param name="window">What is scanned.</param>
    /// <param name="season">Periods in a year.</param>
    /// <param name="inForce">First period in which the goods are known to have been restricted; null where it is not known.</param>
    public static PlaceboYear Of(int[] periods, Window window, int season, int? inForce)
    {
        var (length, passed) = (Math.Min(window.After.Length, season), false);
        for (var tau = window.Tau - season; tau > 0; tau -= season)
        {
            var count = Math.Min(length, window.Tau - tau);
            if (inForce is { } from && periods[tau + count - 1] >= from)
                passed = true;
            else
                return new PlaceboYear(Findings.Window.Of(tau, count, season), passed);
        }

        return new PlaceboYear(null, passed);
    }
}
