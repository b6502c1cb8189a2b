using System.Numerics;

namespace Assay.Trade.Estimation;

/// <summary>The rounds of one estimation over one sample, from the first guess of the means to the coefficients.</summary>
internal sealed class PoissonRun
{
    private readonly PoissonProblem problem;
    private readonly PoissonOptions options;
    private readonly PoissonSample sample;
    private readonly EffectProjector projector;
    private readonly double[] y;
    private readonly double[]? given;
    private readonly double[]? offset;
    private readonly double[] mu;
    private readonly double[] w;
    private double[] eta;
    private double[] before;
    private readonly ProjectedColumn z;
    private readonly ProjectedColumn[] x;
    private readonly double total;
    private readonly double low;
    private readonly double sunk;
    private double[] b;
    private double[,] information = new double[0, 0];
    private double deviance = double.PositiveInfinity;
    private int rounds;
    private int steps;
    private bool converged;

    public PoissonRun(PoissonProblem problem, PoissonSample sample, PoissonOptions options)
    {
        (this.problem, this.sample, this.options) = (problem, sample, options);
        projector = new EffectProjector(sample);
        y = sample.Take(problem.Outcome);
        given = problem.Weights is null ? null : sample.Take(problem.Weights);
        offset = problem.Offset is null ? null : sample.Take(problem.Offset);
        x = [.. problem.Regressors.Select(column => new ProjectedColumn(sample.Take(column), projector, sample))];
        z = new ProjectedColumn(new double[sample.Count], projector, sample);
        b = new double[x.Length];
        mu = new double[sample.Count];
        (eta, before, w) = (new double[sample.Count], new double[sample.Count], new double[sample.Count]);
        var mean = y.Average();
        (low, sunk) = (Math.Log(mean) - 14, Math.Log(mean) - 28);
        for (var i = 0; i < y.Length; i++)
        {
            mu[i] = (y[i] + mean) / 2;
            eta[i] = Math.Log(mu[i]);
            total += Weight(i) * y[i];
        }
    }

    /// <summary>Runs rounds until the deviance and the projections are within tolerance.</summary>
    public void Iterate()
    {
        var inner = 1e-2;
        while (rounds < options.MaxRounds)
        {
            rounds++;
            options.Stop.ThrowIfCancellationRequested();
            Project(inner);
            Update();
            var now = Deviance();
            for (var half = 0; half < 10 && now > deviance * (1 + 1e-9) && rounds > 2; half++)
            {
                for (var i = 0; i < eta.Length; i++)
                    eta[i] = (eta[i] + before[i]) / 2;
                now = Deviance();
            }

            var change = Math.Abs(deviance - now) / Math.Max(Math.Min(deviance, now), 1e-9 * total);
            deviance = now;
            if (change < options.Tolerance && inner <= options.ProjectionTolerance)
            {
                converged = true;
                return;
            }

            if (Sunk())
                return;
            inner = double.IsFinite(change) ? Math.Clamp(0.03 * Math.Sqrt(change), options.ProjectionTolerance, 1e-2) : inner;
            if (change < options.Tolerance)
                inner = options.ProjectionTolerance;
        }
    }

    /// <summary>
    /// Marks the zeros whose mean has sunk below any that data could tell from nothing, and those whose mean was still falling by a
    /// constant
    /// factor when the deviance had settled: for them no finite estimate exists. True where there were any; the estimation must then be
    /// repeated without them.
    /// </summary>
    public bool MarkSeparated(Standing[] standings)
    {
        var any = false;
        for (var i = 0; i < y.Length; i++)
        {
            if (y[i] > 0 || !(eta[i] < sunk || (eta[i] < low && eta[i] - before[i] < -0.5)))
                continue;
            standings[sample.Rows[i]] = Standing.Separated;
            any = true;
        }

        return any;
    }

    /// <summary>Whether some zero has sunk so far that weights would soon leave the range of numbers: the round must stop there.</summary>
    private bool Sunk()
    {
        for (var i = 0; i < y.Length; i++)
            if (eta[i] < sunk && y[i] <= 0)
                return true;
        return false;
    }

    /// <summary>Coefficients, covariance, effects and means in the problem's order.</summary>
    public PoissonFit Finish(Standing[] standings)
    {
        if (x.Length > 0)
        {
            Project(options.ProjectionTolerance);
            Update();
            deviance = Deviance();
        }

        var fitted = new double[problem.Outcome.Length];
        for (var i = 0; i < fitted.Length; i++)
            fitted[i] = standings[i] == Standing.Singleton ? problem.Outcome[i] : 0;
        for (var i = 0; i < mu.Length; i++)
            fitted[sample.Rows[i]] = mu[i];
        return new PoissonFit
        {
            Coefficients = b,
            Covariance = Sandwich.Covariance(
                problem.Clusters is null ? null : Clusters(),
                information,
                [.. x.Select(c => c.Residual)],
                Scores()
            ),
            Fitted = fitted,
            Effects = EffectTables.Collect(problem, sample, z, x, b),
            Standings = standings,
            Deviance = deviance,
            Rounds = rounds,
            Steps = steps,
            Converged = converged,
        };
    }

    private double Weight(int i) => given is null ? 1 : given[i];

    private int[] Clusters() => [.. sample.Rows.Select(row => problem.Clusters![row])];

    private double[] Scores()
    {
        var scores = new double[y.Length];
        for (var i = 0; i < scores.Length; i++)
            scores[i] = Weight(i) * (y[i] - mu[i]);
        return scores;
    }

    private void Project(double tolerance)
    {
        for (var i = 0; i < y.Length; i++)
        {
            w[i] = Weight(i) * mu[i];
            z.Values[i] = eta[i] - (offset is null ? 0 : offset[i]) + ((y[i] - mu[i]) / mu[i]);
        }

        projector.Weigh(w);
        steps += z.Project(tolerance, options.MaxSteps);
        // the first round decides which columns the effects explain, so its projections are tight
        foreach (var column in x)
            steps += column.Project(rounds == 1 ? Math.Min(tolerance, 1e-6) : tolerance, options.MaxSteps);
        (b, information) = LeastSquares.Solve(z, x, w, mayDrop: rounds == 1);
    }

    private void Update()
    {
        (before, eta) = (eta, before);
        var residual = z.Residual;
        for (var i = 0; i < eta.Length; i++)
            eta[i] = z.Values[i] - residual[i] + (offset is null ? 0 : offset[i]);
        for (var k = 0; k < x.Length; k++)
        {
            if (double.IsNaN(b[k]))
                continue;
            var (column, factor) = (x[k].Residual, b[k]);
            for (var i = 0; i < eta.Length; i++)
                eta[i] += factor * column[i];
        }
    }

    /// <summary>Sets the means from the linear predictor and returns the deviance.</summary>
    private double Deviance()
    {
        Exponentials();
        var sum = 0.0;
        for (var i = 0; i < y.Length; i++)
        {
            var term = y[i] > 0 ? (y[i] * (Math.Log(y[i]) - eta[i])) - y[i] + mu[i] : mu[i];
            sum += Weight(i) * term;
        }

        return 2 * sum;
    }

    private void Exponentials()
    {
        const double least = -600;
        const double most = 600;
        var step = Vector<double>.Count;
        var i = 0;
        for (; i <= eta.Length - step; i += step)
        {
            var e = Vector.Min(Vector.Max(new Vector<double>(eta, i), new Vector<double>(least)), new Vector<double>(most));
            Vector.Exp(e).CopyTo(mu, i);
        }

        for (; i < eta.Length; i++)
            mu[i] = Math.Exp(Math.Clamp(eta[i], least, most));
    }
}
