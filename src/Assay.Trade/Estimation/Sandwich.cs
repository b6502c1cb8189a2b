namespace Assay.Trade.Estimation;

/// <summary>Covariance of the coefficients: the inverse information H, or the clustered sandwich G/(G-1) H (sum of s_g s_g') H.</summary>
internal static class Sandwich
{
    /// <summary>
    /// Covariance from projected columns <paramref name="x"/> and scores w (y - mu); null <paramref name="clusters"/> gives H alone.
    /// </summary>
    public static double[,] Covariance(int[]? clusters, double[,] information, double[][] x, double[] scores)
    {
        var k = x.Length;
        var inverse = Inverse(information);
        if (clusters is null || k == 0)
            return inverse;
        var groups = PoissonSample.Levels(clusters);
        var (sums, used) = (new double[groups, k], new bool[groups]);
        for (var i = 0; i < scores.Length; i++)
        {
            used[clusters[i]] = true;
            for (var a = 0; a < k; a++)
                sums[clusters[i], a] += x[a][i] * scores[i];
        }

        var count = used.Count(u => u);
        var meat = new double[k, k];
        for (var g = 0; g < groups; g++)
        for (var a = 0; a < k; a++)
        for (var c = 0; c < k; c++)
            meat[a, c] += sums[g, a] * sums[g, c];
        var sandwich = Multiply(Multiply(inverse, meat), inverse);
        var factor = count > 1 ? count / (count - 1.0) : double.NaN;
        for (var a = 0; a < k; a++)
        for (var c = 0; c < k; c++)
            sandwich[a, c] = double.IsNaN(inverse[a, c]) ? double.NaN : sandwich[a, c] * factor;
        return sandwich;
    }

    private static double[,] Inverse(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        var factor = Symmetric.Factor(matrix, 1e-12, out var dependent);
        var inverse = new double[n, n];
        for (var j = 0; j < n; j++)
        {
            var unit = new double[n];
            unit[j] = 1;
            var column = Symmetric.Solve(factor, unit, dependent);
            for (var i = 0; i < n; i++)
                inverse[i, j] = dependent.Contains(i) || dependent.Contains(j) ? double.NaN : column[i];
        }

        return inverse;
    }

    private static double[,] Multiply(double[,] a, double[,] b)
    {
        var n = a.GetLength(0);
        var product = new double[n, n];
        for (var i = 0; i < n; i++)
        for (var j = 0; j < n; j++)
        for (var k = 0; k < n; k++)
            if (!double.IsNaN(a[i, k]) && !double.IsNaN(b[k, j]))
                product[i, j] += a[i, k] * b[k, j];
        return product;
    }
}
