namespace Assay.Trade.Estimation;

/// <summary>The solution of a <see cref="PoissonProblem"/>. Arrays over observations follow the problem's order.</summary>
public sealed record PoissonFit
{
    /// <summary>b, one per regressor; NaN where a regressor is collinear with the effects or the others.</summary>
    public required double[] Coefficients { get; init; }

    /// <summary>Covariance of b, row by row (k x k). Clustered where the problem names clusters; NaN for dropped regressors.</summary>
    public required double[,] Covariance { get; init; }

    /// <summary>Fitted means. A separated observation has 0, a singleton its own outcome.</summary>
    public required double[] Fitted { get; init; }

    /// <summary>Effects per set and level on the log scale; NaN where no kept observation has that level. Only sums over sets are
    /// identified.</summary>
    public required double[][] Effects { get; init; }

    /// <summary>What became of each observation.</summary>
    public required Standing[] Standings { get; init; }

    /// <summary>Deviance 2 sum w [y ln(y/mu) - (y - mu)] over kept observations.</summary>
    public required double Deviance { get; init; }

    /// <summary>Outer rounds used.</summary>
    public required int Rounds { get; init; }

    /// <summary>Inner steps used, over all rounds and columns.</summary>
    public required int Steps { get; init; }

    /// <summary>False where the rounds ran out before the tolerances were met.</summary>
    public required bool Converged { get; init; }

    /// <summary>Standard error of coefficient <paramref name="index"/>.</summary>
    public double StandardError(int index) => Math.Sqrt(Covariance[index, index]);

    /// <summary>How many observations have that standing.</summary>
    public int Count(Standing standing)
    {
        var n = 0;
        foreach (var s in Standings)
            if (s == standing)
                n++;
        return n;
    }
}

/// <summary>What became of an observation in the estimation.</summary>
public enum Standing : byte
{
    /// <summary>Part of the estimation.</summary>
    Kept,

    /// <summary>Alone in a level of some set: fits perfectly, moves no coefficient.</summary>
    Singleton,

    /// <summary>A zero that some combination of effects and regressors predicts perfectly: its mean goes to 0 and the estimate exists
    /// without it.</summary>
    Separated,
}
