namespace Assay.Trade.Estimation;

/// <summary>A column with its residual on the effects and the effects' coefficients, kept as the start of the next projection.</summary>
internal sealed class ProjectedColumn(double[] values, EffectProjector projector, PoissonSample sample)
{
    /// <summary>The column, in sample order.</summary>
    public double[] Values { get; } = values;

    /// <summary>Residual of the last projection.</summary>
    public double[] Residual { get; } = new double[values.Length];

    /// <summary>Coefficient of each lead run.</summary>
    public double[] Lead { get; } = new double[sample.LeadLevels.Length];

    /// <summary>Coefficient of each level of the other sets.</summary>
    public double[][] Others { get; } = projector.Zeros();

    /// <summary>True once the effects were found to explain the column wholly; it is then left out.</summary>
    public bool Dropped { get; set; }

    /// <summary>Projects with the projector's present weights; returns the steps used.</summary>
    public int Project(double tolerance, int maxSteps) =>
        Dropped ? 0 : projector.Project(Values, Others, Lead, Residual, tolerance, maxSteps);
}
