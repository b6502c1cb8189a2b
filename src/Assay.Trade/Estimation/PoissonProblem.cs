namespace Assay.Trade.Estimation;

/// <summary>
/// A Poisson pseudo-maximum-likelihood problem: E[y] = exp(offset + x b + the sum of one effect per set). The arrays are not copied
/// and must not change while the problem is being solved; every array has one entry per observation.
/// </summary>
/// <param name="Outcome">y, zero or greater, finite; any unit (values need not be whole numbers).</param>
/// <param name="Regressors">The columns of x, one array per column; may be empty.</param>
/// <param name="Effects">The sets of fixed effects, one array of level numbers (0 or greater) per set. Empty means one intercept.</param>
public sealed record PoissonProblem(double[] Outcome, double[][] Regressors, int[][] Effects)
{
    /// <summary>Weight of each observation, greater than zero; null means one each.</summary>
    public double[]? Weights { get; init; }

    /// <summary>Known part of the linear predictor (log scale); null means zero.</summary>
    public double[]? Offset { get; init; }

    /// <summary>Cluster number of each observation for the covariance; null means the covariance is the inverse information.</summary>
    public int[]? Clusters { get; init; }
}
