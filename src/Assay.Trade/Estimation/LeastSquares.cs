namespace Assay.Trade.Estimation;

/// <summary>Weighted least squares on projected columns, with collinear columns found and left out.</summary>
internal static class LeastSquares
{
    /// <summary>Share of a column's weighted square that must survive projection and the earlier columns.</summary>
    private const double Survive = 1e-9;

    /// <summary>
    /// Coefficients of z on x under weights w (NaN where dropped), and the information matrix x'Wx of the columns. Columns are dropped for
    /// good only where <paramref name="mayDrop"/>: later weights can hide a column that a separated zero alone carries.
    /// </summary>
    public static (double[] B, double[,] Information) Solve(ProjectedColumn z, ProjectedColumn[] x, double[] w, bool mayDrop)
    {
        var k = x.Length;
        var (gram, right) = (new double[k, k], new double[k]);
        for (var a = 0; a < k; a++)
        {
            if (x[a].Dropped)
                continue;
            right[a] = Product(x[a].Residual, z.Residual, w);
            for (var c = 0; c <= a; c++)
                gram[a, c] = gram[c, a] = x[c].Dropped ? 0 : Product(x[a].Residual, x[c].Residual, w);
            if (mayDrop && gram[a, a] <= Survive * Product(x[a].Values, x[a].Values, w))
                Drop(x, gram, a);
        }

        var factor = Symmetric.Factor(gram, Survive, out var dependent);
        if (mayDrop)
            foreach (var a in dependent)
                x[a].Dropped = true;
        var b = Symmetric.Solve(factor, right, dependent);
        for (var a = 0; a < k; a++)
            if (x[a].Dropped)
                b[a] = double.NaN;
        return (b, gram);
    }

    private static void Drop(ProjectedColumn[] x, double[,] gram, int a)
    {
        x[a].Dropped = true;
        for (var c = 0; c < x.Length; c++)
            gram[a, c] = gram[c, a] = 0;
    }

    private static double Product(double[] a, double[] c, double[] w)
    {
        var sum = 0.0;
        for (var i = 0; i < w.Length; i++)
            sum += w[i] * a[i] * c[i];
        return sum;
    }
}
