using Assay.Trade.Estimation;

namespace Assay.Trade.Tests.Estimation;

/// <summary>Panels with known structure, from a seed.</summary>
internal static class RandomPanels
{
    public static PoissonProblem ThreeWay(int nj, int np, int nt, uint seed, double zeroShare)
    {
        var random = new Random((int)(seed % int.MaxValue));
        var n = nj * np * nt;
        var (y, x) = (new double[n], new double[n]);
        int[][] sets = [new int[n], new int[n], new int[n]];
        for (var i = 0; i < n; i++)
        {
            var (j, p, t) = (i / (np * nt), i / nt % np, i % nt);
            (sets[0][i], sets[1][i], sets[2][i]) = ((j * np) + p, (p * nt) + t, (j * nt) + t);
            x[i] = random.NextDouble() - 0.5;
            y[i] =
                random.NextDouble() < zeroShare
                    ? 0
                    : Math.Round(100 * Math.Exp((0.5 * x[i]) + random.NextDouble() + (0.2 * j) - (0.1 * p)));
        }

        return new PoissonProblem(y, [x], sets);
    }
}
