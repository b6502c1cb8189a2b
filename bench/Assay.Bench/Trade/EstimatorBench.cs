using System.Diagnostics;
using System.Globalization;
using Assay.Trade.Estimation;

namespace Assay.Bench.Trade;

/// <summary>
/// The estimator on a made-up panel with three sets of effects (destination x period, product x period, destination x product), one
/// regressor and
/// clusters by pair. A third of the cells is zero, as in trade at product level. Prints time, rounds, memory and how far the coefficient is
/// off.
/// </summary>
internal static class EstimatorBench
{
    private const int Destinations = 200;
    private const int Periods = 100;
    private const double Truth = 0.3;

    public static int Run(string[] args)
    {
        var millions = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10;
        var problem = Panel(millions * 1_000_000 / (Destinations * Periods));
        var before = GC.GetTotalMemory(true);
        var watch = Stopwatch.StartNew();
        var fit = PoissonEstimator.Fit(problem);
        watch.Stop();
        if (!fit.Succeeded)
        {
            Console.Error.WriteLine(fit.Error.Message);
            return 1;
        }

        using var process = Process.GetCurrentProcess();
        var (b, se) = (fit.Value.Coefficients[0], fit.Value.StandardError(0));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                | cells, M | effects | kept, M | seconds | rounds | inner steps | problem, MB | peak, MB | coefficient (truth {Truth}) | clustered s.e. | converged |
                |---|---|---|---|---|---|---|---|---|---|---|
                | {problem.Outcome.Length / 1e6:0.0} | {problem.Effects.Sum(e => e.Max() + 1)} | {fit.Value.Count(Standing.Kept)
                    / 1e6:0.0} | {watch.Elapsed.TotalSeconds:0.0} | {fit.Value.Rounds} | {fit.Value.Steps} | {before
                    / 1e6:0} | {process.PeakWorkingSet64 / 1e6:0} | {b:0.00000} | {se:0.00000} | {(fit.Value.Converged ? "yes" : "no")} |
                """
            )
        );
        return 0;
    }

    private static PoissonProblem Panel(int products)
    {
        var random = new Random(20220520);
        double[] Draw(int count, double spread) => [.. Enumerable.Range(0, count).Select(_ => spread * Normal(random))];
        var (a, l, c) = (Draw(Destinations * Periods, 0.3), Draw(products * Periods, 0.5), Draw(Destinations * products, 1.5));
        var n = Destinations * products * Periods;
        var (y, x, jt, pt, jp) = (new double[n], new double[n], new int[n], new int[n], new int[n]);
        for (var (i, j) = (0, 0); j < Destinations; j++)
        {
            for (var p = 0; p < products; p++)
            {
                for (var t = 0; t < Periods; t++, i++)
                {
                    (jt[i], pt[i], jp[i]) = ((j * Periods) + t, (p * Periods) + t, (j * products) + p);
                    x[i] = Normal(random);
                    var mean = Math.Exp(5 + a[jt[i]] + l[pt[i]] + c[jp[i]] + (Truth * x[i]));
                    y[i] = random.NextDouble() < 1.0 / 3 ? 0 : mean * 1.5 * Math.Exp((0.5 * Normal(random)) - 0.125);
                }
            }
        }

        return new PoissonProblem(y, [x], [jt, pt, jp]) { Clusters = jp };
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
