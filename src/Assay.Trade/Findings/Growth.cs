namespace Assay.Trade.Findings;

/// <summary>The score by which cells are compared: ln((X + c) / (X0 + c)).</summary>
public static class Growth
{
    /// <summary>c, in the panel's unit: keeps cells of next to nothing from growing without bound.</summary>
    public const double Softening = 10_000;

    /// <summary>Score of a cell from what was traded and what would have been.</summary>
    public static double Score(double observed, double counterfactual) =>
        Math.Log((observed + Softening) / (Math.Max(0, counterfactual) + Softening));
}
