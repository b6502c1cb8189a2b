namespace Assay.Trade.Estimation;

/// <summary>When the estimator stops and what it does with observations that carry no information.</summary>
public sealed record PoissonOptions
{
    /// <summary>Defaults: deviance to 1e-8 relative, 100 outer rounds.</summary>
    public static PoissonOptions Default { get; } = new();

    /// <summary>Outer tolerance: relative change of the deviance between two rounds.</summary>
    public double Tolerance { get; init; } = 1e-8;

    /// <summary>Inner tolerance of the last projection, relative to the weighted norm of what is projected.</summary>
    public double ProjectionTolerance { get; init; } = 1e-8;

    /// <summary>Most outer rounds (iteratively re-weighted least squares).</summary>
    public int MaxRounds { get; init; } = 100;

    /// <summary>Most inner steps (conjugate gradients) per projection.</summary>
    public int MaxSteps { get; init; } = 5_000;

    /// <summary>Stops the estimation between two rounds and two steps of one: an <see cref="OperationCanceledException"/> is
    /// thrown.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Whether an observation alone in a level of some set is set aside. It fits perfectly and moves no coefficient.</summary>
    public bool DropSingletons { get; init; } = true;
}
