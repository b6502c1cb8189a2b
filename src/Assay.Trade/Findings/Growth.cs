namespace Assay.Trade.Findings;

/// <summary>The score by which cells are compared: ln((X + c) / (X0 + c)).</summary>
public static class Growth
{
    /// <summary>c, in the panel's unit: keeps cells of next to nothing from growing without bound.</summary>
    public const double Softening = 10_000;

    // How the scatter of a flow grows with its size.
    private const double Scatter = 0.75;

    /// <summary>Score of a cell from what was traded and what would have been.</summary>
    public static double Score(double observed, double counterfactual) =>
        Math.Log((observed + Softening) / (Math.Max(0, counterfactual) + Softening));

    /// <summary>
    /// How far a cell rose: s sqrt(E / (X0 + c)^(3/4)), with s the mean score of the single periods, each against an even share of X0,
    /// and E the
    /// excess. A rise that lasts scores in every period, one large delivery in one; and the scatter of a flow grows about as its size to
    /// three quarters (L. Taylor, Nature 1961), so that of two that grew alike the larger tells more. 0 where either is not above 0.
    /// </summary>
    /// <param name="observed">What was traded in each period.</param>
    /// <param name="counterfactual">X0: what would have been traded in all of them together.</param>
    public static double Rise(IReadOnlyCollection<double> observed, double counterfactual)
    {
        var excess = observed.Sum() - counterfactual;
        if (excess <= 0)
            return 0;
        var lasting = observed.Average(x => Score(x, counterfactual / observed.Count));
        return Math.Max(0, lasting) * Math.Sqrt(excess / Math.Pow(Math.Max(0, counterfactual) + Softening, Scatter));
    }
}
