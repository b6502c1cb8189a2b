namespace Assay.Trade.Estimation;

/// <summary>Cholesky factor of a small symmetric matrix whose dependent rows are left out.</summary>
internal static class Symmetric
{
    /// <summary>
    /// Lower factor of <paramref name="matrix"/>. A row whose pivot falls below <paramref name="least"/> of its diagonal (or is zero) is
    /// listed in <paramref name="dependent"/> and treated as a row of the unit matrix.
    /// </summary>
    public static double[,] Factor(double[,] matrix, double least, out List<int> dependent)
    {
        var n = matrix.GetLength(0);
        var factor = new double[n, n];
        dependent = [];
        for (var j = 0; j < n; j++)
        {
            var pivot = matrix[j, j];
            for (var k = 0; k < j; k++)
                pivot -= factor[j, k] * factor[j, k];
            if (pivot <= least * matrix[j, j] || matrix[j, j] <= 0)
            {
                dependent.Add(j);
                for (var k = 0; k < j; k++)
                    factor[j, k] = 0;
                factor[j, j] = 1;
                continue;
            }

            factor[j, j] = Math.Sqrt(pivot);
            for (var i = j + 1; i < n; i++)
            {
                var sum = matrix[i, j];
                for (var k = 0; k < j; k++)
                    sum -= factor[i, k] * factor[j, k];
                factor[i, j] = sum / factor[j, j];
            }
        }

        foreach (var j in dependent)
            for (var i = j + 1; i < n; i++)
                factor[i, j] = 0;
        return factor;
    }

    /// <summary>Solves the factored system; dependent rows give zero.</summary>
    public static double[] Solve(double[,] factor, double[] right, List<int> dependent)
    {
        var n = right.Length;
        var b = (double[])right.Clone();
        foreach (var j in dependent)
            b[j] = 0;
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < i; k++)
                b[i] -= factor[i, k] * b[k];
            b[i] /= factor[i, i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++)
                b[i] -= factor[k, i] * b[k];
            b[i] /= factor[i, i];
        }

        foreach (var j in dependent)
            b[j] = 0;
        return b;
    }
}
