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
        var millions =
            args.Length > 0 && int.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 10;
        var problem = Panel(millions * 1_000_000 / (Destinations * Periods));
        if (BenchFiles.Option(args, "--csv") is { } path)
            return Export(problem, path);
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
        if (args.Contains("--fixest"))
            Console.WriteLine(Fixest(problem));
        return 0;
    }

    private static int Export(PoissonProblem problem, string path)
    {
        using var writer = new StreamWriter(path);
        writer.WriteLine("y,x,jt,pt,jp");
        for (var i = 0; i < problem.Outcome.Length; i++)
            writer.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{problem.Outcome[i]:R},{problem.Regressors[0][i]:R},{problem.Effects[0][i]},{problem.Effects[1][i]},{problem.Effects[2][i]}"
                )
            );
        return 0;
    }

    // The peer over the same cells, in a process of its own; a sentence where it is not to be had.
    private static string Fixest(PoissonProblem problem)
    {
        var panel = Path.Combine(Path.GetTempPath(), $"assay-panel-{Environment.ProcessId}.csv");
        try
        {
            Export(problem, panel);
            var script = Path.Combine(BenchFiles.Root(), "bench", "fixest", "fepois.R");
            using var run = Process.Start(new ProcessStartInfo("Rscript", [script, panel, "2"]) { RedirectStandardOutput = true })!;
            var said = run.StandardOutput.ReadToEnd();
            run.WaitForExit();
            return $"| peer | cells, M | seconds | coefficient | clustered s.e. | peak, MB |\n|---|---|---|---|---|---|\n{said}";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "Rscript is not installed; install R and fixest 0.12.2 to have the peer in the table.";
        }
        finally
        {
            File.Delete(panel);
        }
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
