namespace Assay.Trade.Estimation;

/// <summary>Brings the effects of the sample's dense levels back to the problem's sets and levels.</summary>
internal static class EffectTables
{
    /// <summary>Effect per set and level: the coefficient for z less b times the coefficients for x; NaN for levels without
    /// observations.</summary>
    public static double[][] Collect(PoissonProblem problem, PoissonSample sample, ProjectedColumn z, ProjectedColumn[] x, double[] b)
    {
        var tables = problem.Effects.Select(Empty).ToArray();
        if (sample.LeadSet < 0)
            return
            [
                [Combine(z.Lead, [.. x.Select(c => c.Lead)], b)[0]],
            ];
        Scatter(Combine(z.Lead, [.. x.Select(c => c.Lead)], b), sample.LeadLevels, tables[sample.LeadSet]);
        for (var s = 0; s < sample.OtherSets.Length; s++)
            Scatter(Combine(z.Others[s], [.. x.Select(c => c.Others[s])], b), sample.OtherLevels[s], tables[sample.OtherSets[s]]);
        return tables;
    }

    private static double[] Empty(int[] set)
    {
        var table = new double[PoissonSample.Levels(set)];
        Array.Fill(table, double.NaN);
        return table;
    }

    private static double[] Combine(double[] z, double[][] x, double[] b)
    {
        var sum = (double[])z.Clone();
        for (var k = 0; k < x.Length; k++)
        {
            if (double.IsNaN(b[k]))
                continue;
            for (var l = 0; l < sum.Length; l++)
                sum[l] -= b[k] * x[k][l];
        }

        return sum;
    }

    private static void Scatter(double[] effects, int[] levels, double[] table)
    {
        for (var l = 0; l < levels.Length; l++)
            table[levels[l]] = effects[l];
    }
}
